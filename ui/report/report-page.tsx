// The Report view: one page to print, from the question to how to do it again, made of what is on the screen now.
import { useStore } from 'zustand';
import { makeManifest, VERSION, type Model } from '../../engine/index.ts';
import { linkNow } from '../address.ts';
import { AssumedTable, Assumed } from './assumed.tsx';
import { useNumbers, type Numbers } from '../assumptions/use-numbers.ts';
import { hasAnything, hasNumber } from '../beside/line.ts';
import { OpenLinesTable } from '../beside/lines-table.tsx';
import type { Told } from '../beside/model-view.tsx';
import { isShipped, nameInTerminal } from '../data.ts';
import { useHeadingFocus } from '../heading-focus.ts';
import { LeftOut } from '../method/left-out.tsx';
import { commandFor, isCompared, isEnough, rowOf } from '../numbers.ts';
import { Conditions } from '../panels/conditions.tsx';
import { OptionsMenu } from '../panels/options-menu.tsx';
import { findingOf, whatIsShown } from '../panels/what-is-shown.ts';
import { results } from '../stores/results.ts';
import { settings } from '../stores/settings.ts';
import { toldOfShown, weeks } from '../stores/weeks.ts';
import { optionOf, subjectOf, TODAY } from '../values.ts';
import { sayCost, sayCostChange } from '../words/costs.ts';
import { sayDate } from '../words/date.ts';
import { glossary, wordsOf } from '../words/glossary.ts';
import { LIMIT, sayProgress, type Finding } from '../words/headline.ts';
import { sayChanges } from '../words/option-changes.ts';
import { sayRightPlace, sayRightPlaceChange } from '../words/outcomes.ts';
import { sayUnsettled } from '../words/weeks.ts';
import { Figures } from './figures.tsx';
import { changedLines, measureLines } from './report-lines.ts';
import '../beside/beside.css';
import './report.css';

export function ReportPage() {
  const model = useStore(settings, (s) => s.model);
  const state = useStore(results);
  const { numbers } = useNumbers();
  const { shown, status, isForPrevious } = state;
  const told = model && shown && { model, shown, what: whatIsShown(model, state, isCompared(shown)) };
  return (
    <div className="report beside" data-status={isForPrevious ? 'sharpening' : status}>
      {model && <Toolbar model={model} />}
      {told && numbers ? <Paper told={told} numbers={numbers} /> : <p>Simulating…</p>}
    </div>
  );
}

/** On the screen only. */
function Toolbar({ model }: { readonly model: Model }) {
  const { shown, asked, isForPrevious } = useStore(results);
  return (
    <section className="report-toolbar" aria-label="This report">
      <OptionsMenu model={model} />
      <Conditions model={model} />
      <div className="report-downloads">
        <button type="button" onClick={() => window.print()}>
          Print, or save as PDF
        </button>
        <span className="small">
          {shown && !isForPrevious ? sayProgress(shown.replications, asked) : 'for the previous setting…'}
        </span>
      </div>
    </section>
  );
}

function Paper({ told, numbers }: { readonly told: Told; readonly numbers: Numbers }) {
  const heading = useHeadingFocus();
  const { model, shown, what } = told;
  const isIllustrative = numbers.lines.some(({ status }) => status === 'illustrative' || status === 'no source');
  const { startDate, runDays } = model.calendar;
  const isBeside = isCompared(shown);
  return (
    <article className="paper" data-illustrative={isIllustrative || undefined}>
      {isIllustrative && (
        <p className="watermark" aria-hidden="true">
          Illustrative figures
        </p>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {model.title}
      </h1>
      <p className="report-about">
        {isIllustrative && <b>Illustrative: not every number here has a local source. </b>}
        {model.about}
      </p>

      <section aria-labelledby="report-question">
        <h2 id="report-question">The question</h2>
        <p>
          {isBeside
            ? `What would “${what}” do to the people waiting ${subjectOf(model).where}, beside ${lower(optionOf(model, TODAY).title)}?`
            : `How many people wait ${subjectOf(model).where} now, and what comes of it?`}{' '}
          The model follows each person from {sayDate(startDate, 0)} for {runDays.toLocaleString('en-GB')} days.
        </p>
        {isBeside && optionOf(model, shown.settings.option).about && (
          <p>{optionOf(model, shown.settings.option).about}</p>
        )}
      </section>

      <Findings {...told} />
      <Options told={told} numbers={numbers} />
      <Figures {...told} />

      <section aria-labelledby="report-assumed">
        <h2 id="report-assumed">What is assumed</h2>
        <Assumed numbers={numbers} />
        <AssumedTable numbers={numbers} />
      </section>

      <section aria-labelledby="report-left-out">
        <h2 id="report-left-out">What is left out</h2>
        <LeftOut />
      </section>

      <section aria-labelledby="report-sure">
        <h2 id="report-sure">How sure this is</h2>
        <p>
          {sayProgress(shown.replications, shown.settings.replications)} were run, each with chance of its own. In every
          option the same people come on the same days with the same needs. A likely range would hold the average 19
          times in 20 if all were run again with other chance. {LIMIT} Two simulated answers are called different only
          where the range of their difference keeps clear of zero.
        </p>
        <p>
          The tool checks itself against answers known from theory: see Checks in the page, or run{' '}
          <code>npx onward verify</code>.
        </p>
      </section>

      <Again {...told} />

      <section aria-labelledby="report-words">
        <h2 id="report-words">Words</h2>
        <dl className="report-words">
          {[...wordsOf(model).slice(0, MOST_OWN_WORDS), ...glossary].map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section aria-labelledby="report-access">
        <h2 id="report-access">For everybody</h2>
        <p>
          Every figure above has its numbers beside it in print, and nothing in it is said by colour alone. The page
          this was printed from works by keyboard, with a screen reader, at 400 % and on a phone; there every figure has
          a table, and the report can be read aloud. Ask whoever gave you this for the link, or for a larger print.
        </p>
      </section>
    </article>
  );
}

const MOST_OWN_WORDS = 8;
const lower = (text: string) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

function Findings({ model, shown, what }: Told) {
  const state = useStore(results);
  const byWeek = toldOfShown(useStore(weeks));
  const unsettled = byWeek && sayUnsettled(model, what, byWeek);
  const isBeside = isCompared(shown);
  const isFinal = isEnough(shown);
  const difference = (measure: string) => rowOf(shown.differences, 'all', measure);
  const level = (measure: string) => rowOf(shown.option, 'all', measure);
  const rightPlace = isBeside
    ? sayRightPlaceChange(what, difference('rightPlace'), isFinal)
    : sayRightPlace(what, level('rightPlace'));
  const cost = isBeside ? sayCostChange(what, difference('cost'), isFinal) : sayCost(what, level('cost'));
  const hasCost = typeof level('cost')?.value === 'number';
  const findings = [unsettled ?? findingOf(model, state).finding, rightPlace, ...(hasCost ? [cost] : [])];
  return (
    <section aria-labelledby="report-findings">
      <h2 id="report-findings">What the model suggests</h2>
      <ul className="report-findings">
        {findings.map((finding) => (
          <li key={finding.sentence}>
            <Sentence of={finding} />
          </li>
        ))}
      </ul>
      {unsettled && <p>An average depends on how long the run is, and so does every number below.</p>}
      <p className="small">{LIMIT} See “What is assumed”.</p>
    </section>
  );
}

const Sentence = ({ of: { sentence, range } }: { readonly of: Finding }) => (
  <>
    <b>{sentence}</b>
    {range !== '' && `, ${range}`}.
  </>
);

function Options({ told: { model, shown, what }, numbers }: { readonly told: Told; readonly numbers: Numbers }) {
  const isBeside = isCompared(shown);
  const changed = changedLines(model, shown.settings, numbers.lines);
  const dated = sayChanges(model, { ...optionOf(model, shown.settings.option), set: {} });
  const lines = measureLines(model).filter((line) => hasNumber(shown, line) && hasAnything(shown, line));
  return (
    <section aria-labelledby="report-options">
      <h2 id="report-options">{isBeside ? 'Today and the option' : 'Today'}</h2>
      {changed.length > 0 && (
        <table className="report-table">
          <caption>What changes</caption>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Today</th>
              <th scope="col">{what}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ path, name, today, now, isYours }) => (
              <tr key={path} data-changed={path}>
                <th scope="row">{name}</th>
                <td>{today}</td>
                <td>
                  {now}
                  {isYours && ' (changed by hand)'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(dated.length > 0 || shown.settings.changes.length > 0) && (
        <ul className="dots">
          {dated.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {sayChanges(model, {
            id: '',
            title: '',
            changes: shown.settings.changes.map(({ atDay, path, value }) => ({ atDay, set: { [path]: value } })),
          }).map((line) => (
            <li key={line}>{line} (changed by hand)</li>
          ))}
        </ul>
      )}
      <OpenLinesTable caption="What comes of it" of="Measure" lines={lines} shown={shown} name={what} />
    </section>
  );
}

/** Command, seed and version: the same numbers to the last digit. */
function Again({ model, shown }: Told) {
  const { seed, replications, option, conditions, set } = shown.settings;
  const command = commandFor(nameForCommand(model), shown);
  const { modelHash } = makeManifest(model, { seed, replications, options: [option], baseline: null, conditions, set });
  return (
    <section aria-labelledby="report-again">
      <h2 id="report-again">How to do it again</h2>
      <p>
        Onward {VERSION} gives the same numbers to the last digit on every computer: model <code>{model.id}</code>{' '}
        (fingerprint <code>{modelHash.slice(0, 16)}</code>), seed {seed}, {sayProgress(replications, replications)}.
      </p>
      {command === undefined ? (
        <p>Changes with a date made by hand have no command; the link below holds them.</p>
      ) : (
        <pre className="report-command">{command}</pre>
      )}
      <p>
        The link to this screen: <span className="report-link">{linkNow()}</span>
      </p>
    </section>
  );
}

/** A document of one's own is named by its file. */
const nameForCommand = ({ id }: Model): string => (isShipped(id) ? nameInTerminal(id) : `${id}.json`);
