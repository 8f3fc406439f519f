// A number that says which row it is, and a difference from today: arrow, verdict word and likely range.
import { verdict, type DifferenceRow, type Row } from '../../../engine/index.ts';
import { sayDifference, sayDifferenceRange } from '../../words/numbers/difference.ts';
import type { Quantity } from '../../words/numbers/quantity.ts';
import { isKnown, verdictOf } from '../../words/numbers/verdict.ts';

/** The number itself carries which row it is, so that anyone can check the page against the command line. */
export function Numeral({ row, children }: { readonly row: Row | undefined; readonly children: React.ReactNode }) {
  const name = row && `${row.station}/${row.measure}/${row.statistic}/${row.who}`;
  return (
    <b data-row={name} data-option={row?.option} data-value={row?.value ?? undefined}>
      {children}
    </b>
  );
}

interface ChangeProps {
  readonly row: DifferenceRow | undefined;
  /** Where today is not in sight beside it: what is compared. Where that has an average, it is today that has none. */
  readonly level?: Row;
  readonly change: Quantity;
  readonly isFinal: boolean;
  /** Where the measure's own catalogue does not say, because only here is a stay nothing but delay. */
  readonly betterWhen?: 'less' | 'more' | null;
}

export function Change({ row, level, change, betterWhen, isFinal }: ChangeProps) {
  const judged =
    row && betterWhen && isKnown(row) ? { ...row, verdict: verdict(row.ciLow!, row.ciHigh!, betterWhen) } : row;
  const { word, arrow, tone } = verdictOf(judged, isFinal);
  const isToday = word === 'does not settle' && level !== undefined && level.settles !== false;
  if (!row || !isKnown(row)) return <p className="range">{isToday ? `today ${word}` : word}</p>;
  const range = [row.value!, row.ciLow!, row.ciHigh!] as const;
  const isSame = range.every((n) => n === 0);
  // Amber is for who waits, and for how long; what is worse in other ways says so in its word.
  const isWait = betterWhen !== undefined || /delay|wait/i.test(row.measure);
  return (
    <>
      <p className={`change ${tone === 'worse' && !isWait ? 'plain' : tone}`}>
        <span className="arrow" aria-hidden="true">
          {arrow === '' ? '■' : arrow}
        </span>{' '}
        {arrow !== '' && `about ${sayDifference(...range, change)}: `}
        {isSame ? 'the same as today' : word}
      </p>
      {!isSame && <p className="range">{sayDifferenceRange(...range, change)}</p>}
    </>
  );
}
