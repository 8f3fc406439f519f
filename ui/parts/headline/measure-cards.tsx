// Four measures: each with its value, its spread, its difference from today with a verdict word, and the range of that.
import { useStore } from 'zustand';
import { measures, type DifferenceRow, type Model, type Row } from '../../../engine/index.ts';
import { isCompared, isEnough, rowOf } from '../../shown/numbers.ts';
import type { Shown } from '../../model/shown.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { isHeldBack } from '../../state/what-is-shown.ts';
import { hasPlaces, subjectOf } from '../../model/values.ts';
import { sayLevel, sayLevelRange } from '../../words/numbers/difference.ts';
import { counted, DAYS, PEOPLE, PERCENT, POINTS, type Quantity } from '../../words/numbers/quantity.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { Change, Numeral } from './change.tsx';
import './headline.css';

export function MeasureCards() {
  const model = useStore(settings, (s) => s.model);
  return model && <Cards model={model} />;
}

function Cards({ model }: { readonly model: Model }) {
  const given = useStore(results, (s) => s.shown);
  const isHeld = useStore(results, (s) => isHeldBack(model, s));
  const shown = isHeld ? undefined : given;
  const isForPrevious = useStore(results, (s) => s.isForPrevious);
  const { station: waitsAt, measure } = subjectOf(model);
  const limited = Object.keys(model.stations).filter((id) => hasPlaces(model, id));
  const p90 = (of: string) => rowOf(shown?.option, waitsAt, of, 'p90');
  // Where people wait without holding a place, their days are counted by the service they wait for.
  const days = measure === 'delayed' ? 'stayDays' : 'delayDays';
  const card = (of: string, station: string) => ({
    row: rowOf(shown?.option, station, of),
    difference: isCompared(shown) ? rowOf(shown?.differences, station, of) : undefined,
    isCompared: isCompared(shown),
    isFinal: shown !== undefined && isEnough(shown),
  });

  return (
    <section className={isForPrevious ? 'cards previous' : 'cards'} aria-label="Measures">
      <Card title="People waiting" of="on a typical day" quantity={PEOPLE} change={PEOPLE} {...card(measure, waitsAt)}>
        {sayPlain(p90(measure), (n) => (n === '0' ? '9 days in 10: none' : `1 day in 10: more than ${n}`), 1)}
      </Card>
      {waitsAt !== 'all' && (
        <Card
          title="Days waited"
          of="each, on average"
          quantity={DAYS}
          change={DAYS}
          betterWhen={delayIsBetterWhen}
          {...card(days, waitsAt)}
        >
          {sayPlain(
            p90(days),
            (n) => (n === '0' ? '9 people in 10: under a day' : `1 person in 10: over ${counted(n, DAYS)}`),
            1,
          )}
        </Card>
      )}
      <FullCard model={model} stations={limited} shown={shown} />
      <Card
        title="Right place first time"
        of="of people"
        quantity={PERCENT}
        change={POINTS}
        {...card('rightPlace', 'all')}
      >
        went first to the place they needed
      </Card>
    </section>
  );
}

const delayIsBetterWhen = measures.find(({ id }) => id === 'delayDays')?.betterWhen;

const sayPlain = (row: Row | undefined, sentence: (n: string) => string, step: number) =>
  typeof row?.value === 'number'
    ? sentence(String(Math.round(row.value / step) * step))
    : row?.settles === false
      ? 'no average'
      : '…';

/** What comes, or cannot. */
const blankFor = (row: Row | undefined): string => (row?.settles === false ? 'does not settle' : '…');

interface CardProps {
  readonly title: string;
  readonly of: string;
  readonly quantity: Quantity;
  readonly change: Quantity;
  readonly row: Row | undefined;
  readonly difference: DifferenceRow | undefined;
  readonly isCompared: boolean;
  readonly isFinal: boolean;
  /** Where the measure's own catalogue does not say, because only here is a stay nothing but delay. */
  readonly betterWhen?: 'less' | 'more' | null;
  readonly children: React.ReactNode;
}

function Card({
  title,
  of,
  quantity,
  change,
  row,
  difference,
  isFinal,
  isCompared: compared,
  betterWhen,
  children,
}: CardProps) {
  const hasRange = row !== undefined && isKnown(row);
  const range = hasRange ? ([row.value!, row.ciLow!, row.ciHigh!] as const) : undefined;
  // All are in, and there was nobody: nothing is still to come.
  if (isFinal && row?.value === null && row.settles !== false)
    return (
      <article className="card">
        <h2>{title}</h2>
        <p className="level">–</p>
        <p className="spread">there was nobody to measure</p>
      </article>
    );
  return (
    <article className="card">
      <h2>{title}</h2>
      <p className="level">
        <Numeral row={row}>{range ? counted(sayLevel(...range, quantity), quantity) : blankFor(row)}</Numeral>{' '}
        <span>{of}</span>
      </p>
      <p className="spread">{children}</p>
      {compared ? (
        <Change row={difference} level={row} {...{ change, betterWhen, isFinal }} />
      ) : (
        <p className="range">{range && `average ${sayLevelRange(...range, quantity)}`}</p>
      )}
    </article>
  );
}

const MOST_NAMED = 5;

/** Full is neither good nor bad by itself, so there is no verdict: only how often nobody could be taken. */
function FullCard({
  model,
  stations,
  shown,
}: {
  readonly model: Model;
  readonly stations: readonly string[];
  readonly shown: Shown | undefined;
}) {
  const fullness = (id: string) => rowOf(shown?.option, id, 'full')?.value ?? 0;
  // Of many, those that are full the most; all of them are in the numbers to save.
  const isMany = stations.length > MOST_NAMED;
  const named = isMany ? stations.toSorted((a, b) => fullness(b) - fullness(a)).slice(0, MOST_NAMED - 1) : stations;
  return (
    <article className="card">
      <h2>{isMany ? 'Services full most often' : 'Services full'}</h2>
      <p className="spread">{isCompared(shown) ? 'no place free, today → now' : 'time with no place free'}</p>
      <ul className={isMany ? 'shares many-shares' : 'shares'}>
        {named.map((id) => {
          const row = rowOf(shown?.option, id, 'full');
          const before = rowOf(shown?.today, id, 'full');
          const percent = (r: Row | undefined) =>
            typeof r?.value === 'number' ? `${Math.round(r.value * 100)}\u00a0%` : '–';
          return (
            <li key={id}>
              <span>{model.stations[id].label}</span> {isCompared(shown) && <small>{percent(before)} →</small>}{' '}
              <Numeral row={row}>{percent(row)}</Numeral>
            </li>
          );
        })}
      </ul>
    </article>
  );
}
