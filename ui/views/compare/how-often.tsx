// How often is it bad? The share of the time with more than so many people waiting, for a number that a slider chooses.
import { useId } from 'react';
import { useStore } from 'zustand';
import { hasAverages } from '../../../engine/index.ts';
import { compared } from '../../state/compared.ts';
import { subjectOf } from '../../model/values.ts';
import { sayShare } from '../../words/compare.ts';
import type { Spread } from '../../worker/protocol.ts';
import { Head } from './chooser.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { lineAt, type PartProps } from './finding.tsx';

/** Rows of the table behind the bars. */
const MOST_ROWS = 20;

export function HowOften({ model, state }: PartProps) {
  const id = useId();
  const chosen = useStore(compared, (s) => s.over);
  const { spreads, rows } = state;
  const columns = state.asked!.columns;
  const there = spreads.filter(hasShares);
  if (there.length === 0) return null;
  const most = Math.max(1, ...there.map(({ over }) => over.mean.length - 1));
  const typical = Math.round(rows[0]?.[lineAt(state, 'waiting')]?.value ?? 0);
  const over = Math.min(most, chosen ?? typical);
  const { where } = subjectOf(model);
  const people = `${over} ${over === 1 ? 'person' : 'people'}`;
  return (
    <section aria-label="How often is it bad?">
      <h3>How often is it bad?</h3>
      <div className="how-often-slider">
        <label htmlFor={id}>Share of the time with more than</label>
        <input
          id={id}
          type="range"
          min={0}
          max={most}
          value={over}
          aria-valuetext={people}
          onChange={(event) => compared.setState({ over: Number(event.target.value) })}
        />
        <output htmlFor={id}>
          <b>{people}</b> waiting {where}
        </output>
      </div>
      <ul className="how-often bars" aria-live="off">
        {columns.map((column, at) => {
          const spread = spreads[at];
          return (
            <li key={column.id} data-column={column.id}>
              <span className="bars-label">
                <Head of={column} />
              </span>
              {hasShares(spread) ? (
                <Share spread={spread} over={over} isToday={at === 0} />
              ) : (
                <span>{blankFor(spread)}</span>
              )}
            </li>
          );
        })}
      </ul>
      <ColumnsTable
        summary="Share of the time, as a table"
        label="Share of the time, a table"
        caption={`Share of the time with more than so many people waiting ${where}`}
        by="More than"
        columns={columns}
        rows={Array.from({ length: most + 1 }, (_, n) => n)
          .filter((n) => n % Math.ceil((most + 1) / MOST_ROWS) === 0)
          .map((n) => ({
            key: n,
            name: n,
            cells: columns.map((_, at) => {
              const spread = spreads[at];
              return hasShares(spread) ? sayShare(...shareOf(spread, n)) : blankFor(spread);
            }),
          }))}
      />
    </section>
  );
}

type Known = PartProps['state']['spreads'][number];

/** A share of the time depends on how long the run is where it does not settle. */
const hasShares = (one: Known): one is Spread => typeof one === 'object' && hasAverages(one.settling);
const blankFor = (one: Known): string => (typeof one === 'object' ? 'does not settle' : '…');

/** A run that never came to so many was never above it. */
const shareOf = ({ over: { mean, low, high } }: Spread, n: number): [number, number, number] => [
  mean[n] ?? 0,
  low[n] ?? 0,
  high[n] ?? 0,
];

function Share({
  spread,
  over,
  isToday,
}: {
  readonly spread: Spread;
  readonly over: number;
  readonly isToday: boolean;
}) {
  const [mean, low, high] = shareOf(spread, over);
  const wide = (share: number) => `${100 * Math.min(1, Math.max(0, share))}%`;
  return (
    <>
      <span className="bars-plot" aria-hidden="true">
        <span className={isToday ? 'bar today' : 'bar'}>
          <span className="stretch" data-of="delayed" style={{ width: wide(mean) }} />
          {high > low && (
            <span className="whisker" style={{ left: wide(low), width: wide(Math.min(1, high) - Math.max(0, low)) }} />
          )}
        </span>
      </span>
      <b data-share={mean}>{sayShare(mean, low, high)}</b>
    </>
  );
}
