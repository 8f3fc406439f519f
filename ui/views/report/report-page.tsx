// The Report view: one page to print, from the question to how to do it again, made of what is on the screen now.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { AssumedTable, Assumed } from './assumed.tsx';
import { useNumbers, type Numbers } from '../../study/use-numbers.ts';
import type { Told } from '../../parts/beside/model-view.tsx';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { LeftOut } from '../../parts/method-text/left-out.tsx';
import { isCompared } from '../../shown/numbers.ts';
import { Conditions } from '../../parts/sliders/conditions.tsx';
import { OptionsMenu } from '../../parts/menus/options-menu.tsx';
import { WordPaper } from '../../parts/take-away/word-paper.tsx';
import { StopAt } from '../../parts/headline/stop-here.tsx';
import { whatIsShown } from '../../state/what-is-shown.ts';
import { results } from '../../state/results.ts';
import { weeks } from '../../state/weeks.ts';
import { settings } from '../../state/settings.ts';
import { optionOf, subjectOf, TODAY } from '../../model/values.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { glossary, wordsOf } from '../../words/glossary.ts';
import { LIMIT, sayProgress } from '../../words/headline.ts';
import { Again } from './again.tsx';
import { Figures } from './figures.tsx';
import { Findings } from './findings.tsx';
import { Options } from './options-table.tsx';
import '../../parts/beside/beside.css';
import './report.css';
import { sayCount } from '../../words/numbers/count.ts';

export function ReportPage() {
  const model = useStore(settings, (s) => s.model);
  const state = useStore(results);
  const { numbers } = useNumbers();
  const { shown, status, isForPrevious } = state;
  const hasWeeks = useStore(weeks, (s) => s.isDone);
  const told = model && shown && { model, shown, what: whatIsShown(model, state, isCompared(shown)) };
  return (
    <div
      className="report beside"
      data-status={isForPrevious || (status === 'done' && !hasWeeks) ? 'sharpening' : status}
    >
      {model && <Toolbar model={model} />}
      {told && numbers ? <Paper told={told} numbers={numbers} /> : <p>Simulating…</p>}
    </div>
  );
}

/** On the screen only. */
function Toolbar({ model }: { readonly model: Model }) {
  const { shown, asked, isForPrevious } = useStore(results);
  const hasWeeks = useStore(weeks, (s) => s.isDone);
  return (
    <section className="report-toolbar" aria-label="This report">
      <OptionsMenu model={model} />
      <Conditions model={model} />
      <div className="report-downloads">
        <button type="button" disabled={!hasWeeks} onClick={() => window.print()}>
          Print, or save as PDF
        </button>
        <WordPaper />
        <span className="small">
          {shown && !isForPrevious
            ? sayProgress(shown.replications, asked, model.calendar.runDays) + (hasWeeks ? '' : ' · the weeks follow')
            : 'for the previous setting…'}
        </span>
        <StopAt done={isForPrevious ? 0 : (shown?.replications ?? 0)} asked={asked} />
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
            ? `What difference would “${what}” make to the people waiting ${subjectOf(model).where}, compared with ${lower(optionOf(model, TODAY).title)}?`
            : `How many people wait ${subjectOf(model).where} now, and how full are the services?`}{' '}
          The model follows each person from {sayDate(startDate, 0)} for {sayCount(runDays)} days.
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
          {sayProgress(shown.replications, shown.settings.replications, runDays)} were run, each with its own random
          events. In every option the same people come on the same days with the same needs. A likely range is
          calculated so that 19 of 20 such ranges contain the average that endless simulated runs would give. {LIMIT}{' '}
          Two simulated answers are called different only where the range of their difference does not include zero.
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
          a table, and the report can be read aloud. Ask whoever gave you this for the link, or for larger print.
        </p>
      </section>
    </article>
  );
}

const MOST_OWN_WORDS = 8;
const lower = (text: string) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
