// The view of outcomes and costs: who starts in the place they need, where people recover, how they leave, what delay is taken to do, and what it costs.
import { coveringEvidence } from '../../../engine/index.ts';
import { Bars, scaleOf } from '../../parts/beside/bars.tsx';
import { find, hasAnything, hasNumber, type Line } from '../../shown/line.ts';
import { LinesTable } from '../../parts/beside/lines-table.tsx';
import { Key, ModelView, type Told } from '../../parts/beside/model-view.tsx';
import { isCompared, isEnough, rowOf } from '../../shown/numbers.ts';
import { controlOf, valueInForce } from '../../model/values.ts';
import { consequences, sayConsequence, sayRightPlace, sayRightPlaceChange } from '../../words/outcomes.ts';
import { Costs } from './costs.tsx';
import {
  delayLines,
  exitLines,
  perThousandLines,
  populationOf,
  rightPlaceLines,
  settings,
  whereLines,
  type Setting,
} from '../../shown/outcome-lines.ts';
import { sayCount } from '../../words/numbers/count.ts';
import { capital } from '../../words/plain/plain.ts';

export const OutcomesPage = () => (
  <ModelView title="Outcomes and costs" finding={findingOf}>
    {(told) => (
      <>
        <RightPlace {...told} />
        <Where {...told} />
        <Exits {...told} />
        <Delay {...told} />
        <PerThousand {...told} />
        <Costs {...told} />
      </>
    )}
  </ModelView>
);

function findingOf({ shown, what }: Told) {
  return isCompared(shown)
    ? sayRightPlaceChange(what, rowOf(shown.differences, 'all', 'rightPlace'), isEnough(shown))
    : sayRightPlace(what, rowOf(shown.option, 'all', 'rightPlace'));
}

function RightPlace({ model, shown, what }: Told) {
  const lines = rightPlaceLines(model).filter((line) => hasNumber(shown, line));
  return (
    <section aria-label="In the right place">
      <h3>In the right place, by what people need</h3>
      <p className="small">
        Of the people placed for their need for the first time, the share placed in a service their need calls for.
      </p>
      <Bars lines={lines} shown={shown} says="People who start in the place they need" most={100} />
      <Key shown={shown} />
      <LinesTable caption="In the right place" of="Need" {...{ lines, shown }} name={what} />
    </section>
  );
}

const names: Readonly<Record<Setting, string>> = {
  home: 'at home',
  bed: 'in a bed',
  delayed: 'waiting to leave',
  elsewhere: 'elsewhere',
};

function Where({ model, shown, what }: Told) {
  const lines = whereLines(model).filter((line) => hasAnything(shown, line));
  const used = settings.filter((setting) => lines.some(({ group }) => group === setting));
  return (
    <section aria-label="Where people are">
      <h3>Where people are on a typical day</h3>
      <p>{sayWhere(lines, used, { shown })}</p>
      <Bars lines={lines} shown={shown} says="People in places on a typical day" />
      <Key shown={shown} stretches={used.map((setting) => [setting, names[setting]])} />
      <LinesTable caption="Where people are" of="Service" {...{ lines, shown }} name={what} />
    </section>
  );
}

/** Sums over services: they have no range of their own, so they are said to the nearest person; nothing of what has no average. */
function sayWhere(lines: readonly Line[], used: readonly Setting[], { shown }: Pick<Told, 'shown'>): string {
  const sum = (setting: Setting, of: 'option' | 'today') => {
    const rows = lines.filter(({ group }) => group === setting).map((line) => find(shown, line)[of]);
    if (rows.some((row) => row?.settles === false)) return undefined;
    return sayCount(Math.round(rows.reduce((people, row) => people + (row?.value ?? 0), 0)));
  };
  const said = used.flatMap((setting) => {
    const now = sum(setting, 'option');
    if (now === undefined) return [];
    const before = isCompared(shown) ? sum(setting, 'today') : undefined;
    return `about ${now} ${names[setting]}${before === undefined ? '' : ` (today ${before})`}`;
  });
  return said.length === 0 ? '' : capital(`${said.join(', ')}.`);
}

function Exits({ model, shown, what }: Told) {
  const lines = exitLines(model).filter((line) => hasAnything(shown, line));
  // One way out is nobody's news.
  if (lines.length < 2) return null;
  return (
    <section aria-label="How people leave">
      <h3>How people leave</h3>
      <Bars lines={lines} shown={shown} says="People who leave, by where they go" />
      <LinesTable caption="How people leave" of="Where they go" {...{ lines, shown }} name={what} />
    </section>
  );
}

function Delay({ model, shown, what }: Told) {
  const delayed = delayLines(model).filter((line) => hasAnything(shown, line));
  const lines = delayed.length > 0 ? delayed : delayLines(model, 'waiting').filter((line) => hasAnything(shown, line));
  const isOutside = delayed.length === 0;
  return (
    <section aria-label="Delay and what it does">
      <h3>{isOutside ? 'Days people wait' : 'Days people are delayed'}</h3>
      <p className="small">
        {isOutside
          ? 'Nobody holds a place while they wait here: these are days of people waiting for each service.'
          : 'Days that people spend in a place after they are ready to leave it, added up over everybody.'}
      </p>
      {lines.length > 0 ? (
        <>
          <Bars lines={lines} shown={shown} says="Days of delay a year" />
          <LinesTable caption="Days of delay a year" of="Service" {...{ lines, shown }} name={what} />
        </>
      ) : (
        <p>Nobody waits.</p>
      )}
      <Consequences {...{ model, shown }} />
    </section>
  );
}

/** The sentences of what the model takes delay to do, each with its evidence; the numbers above already have it in them. */
function Consequences({ model, shown }: Pick<Told, 'model' | 'shown'>) {
  const given = consequences.flatMap((which) => {
    const path = `consequencesOfDelay.${which}`;
    const value = valueInForce(model, shown.settings, path);
    return typeof value === 'number' ? [{ which, path, value }] : [];
  });
  if (given.every(({ value }) => value === 0))
    return (
      <p className="not-entered">Delay is assumed to do nothing else here: the model sets no consequence of delay.</p>
    );
  return (
    <>
      <h3>What a day of delay is assumed to do</h3>
      <ul className="dots">
        {given.map(({ which, path, value }) => {
          const line = coveringEvidence(path, model.evidence);
          const evidence = line === null ? undefined : model.evidence?.[line];
          return (
            <li key={which} data-path={path} data-value={value}>
              {sayConsequence(model, which, value) || 'Switched off here: nothing.'}
              <span className="evidence-line">
                {evidence ? `${evidence.status}: ${evidence.source}. ${evidence.note ?? ''}` : 'No source is given.'}
                {controlOf(model, path) && ' Its slider is in Explore.'}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function PerThousand({ model, shown, what }: Told) {
  const groups = perThousandLines(model, shown.settings)
    .map(({ title, lines }) => ({ title, lines: lines.filter((line) => hasAnything(shown, line)) }))
    .filter(({ lines }) => lines.length > 0);
  if (groups.length === 0)
    return (
      <p className="not-entered">
        For every 1,000 people over 65: not entered. The document would say who lives here under <code>population</code>
        .
      </p>
    );
  const people = (which: 'all' | 'over65') => sayCount(populationOf(model, shown.settings, which));
  /** Places beside each other are drawn alike. */
  const most = (of: string | undefined) =>
    scaleOf(
      shown,
      groups.flatMap(({ lines }) => lines).filter(({ measure }) => measure === of),
    );
  return (
    <section aria-label="For every 1,000 people over 65">
      <h3>For every 1,000 people over 65, a year</h3>
      <p className="small">
        {people('over65')} of the {people('all')} people who live here are over 65. People of any age are counted.
      </p>
      {groups.map(({ title, lines }) => (
        <div key={title}>
          <h4>{title}</h4>
          <Bars
            lines={lines}
            shown={shown}
            most={most(lines[0]?.measure)}
            says={`${title}, for every 1,000 people over 65`}
          />
          <LinesTable
            caption={`${title}, for every 1,000 people over 65`}
            of="What"
            {...{ lines, shown }}
            name={what}
          />
        </div>
      ))}
    </section>
  );
}
