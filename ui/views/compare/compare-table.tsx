// The table of the comparison: what differs between the columns, then each measure with its difference from today on one scale.
import { judgeTogether, type DifferenceRow, type Row } from '../../../engine/index.ts';
import { sayRow } from '../../shown/line.ts';
import { Change, Numeral } from '../../parts/headline/change.tsx';
import { EDITED } from '../../state/compared.ts';
import { datedChanges, differing, sayChance } from '../../words/compare.ts';
import { NOT_ENTERED } from '../../words/costs.ts';
import { sayAmount } from '../../words/numbers/difference.ts';
import { sayWithin } from '../../words/numbers/rounding.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { Head } from './chooser.tsx';
import type { ComparedLine } from '../../shown/compared-lines.ts';
import { isFinal, type PartProps } from './finding.tsx';
import { Scrolled } from '../../ground/scrolled.tsx';
import { fromToday, type SideBySide } from '../../study/side-by-side.ts';

export function CompareTable({ model, state }: PartProps) {
  const columns = state.asked!.columns;
  const differ = differing(
    model,
    columns.map(({ run }) => run),
  );
  const dated = columns.map(({ run }) => datedChanges(model, run));
  const across = columns.length + 1;
  const judged = judgeTogether(columns.flatMap((_, at) => (at === 0 ? [] : [...(fromToday(state, at) ?? [])])));
  return (
    <section aria-label="Side by side">
      <Scrolled className="lines-scroll compare-scroll" label="Options side by side, a table">
        <table className="compare-table">
          <caption className="hidden">
            Options side by side: what differs between them, and each measure with its difference from today
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">What</span>
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col" data-column={column.id}>
                  <Head of={column} />
                  {column.id === EDITED && <small> (being edited in Explore)</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Group title="What differs" across={across} />
            {differ.length === 0 && dated.every((lines) => lines.length === 0) && (
              <tr>
                <td colSpan={across}>Nothing: every column is the same.</td>
              </tr>
            )}
            {differ.map(({ path, label, cells }) => (
              <tr key={path} data-path={path}>
                <th scope="row">{label}</th>
                {cells.map(({ value, change }, at) => (
                  <td key={columns[at].id}>
                    {value} {change && <small>({change})</small>}
                  </td>
                ))}
              </tr>
            ))}
            {dated.some((lines) => lines.length > 0) && (
              <tr>
                <th scope="row">Changes on a date</th>
                {dated.map((lines, at) => (
                  <td key={columns[at].id}>
                    {lines.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
          <tbody>
            <Group title="What the model suggests" across={across} />
            {state.lines.map((line, at) => (
              <Measure key={line.role} line={line} at={at} state={state} />
            ))}
          </tbody>
        </table>
      </Scrolled>
      <p className="small">
        Beneath each number: its difference from today with the same people, the likely range of that difference, and a
        verdict. {sayChance(judged)}
      </p>
    </section>
  );
}

const Group = ({ title, across }: { readonly title: string; readonly across: number }) => (
  <tr className="compare-group">
    <th colSpan={across} scope="colgroup">
      {title}
    </th>
  </tr>
);

interface MeasureProps {
  readonly line: ComparedLine;
  readonly at: number;
  readonly state: SideBySide;
}

function Measure({ line, at, state }: MeasureProps) {
  const rows = state.rows.map((of) => of[at]);
  const apart = state.rows.map((_, column) => fromToday(state, column)?.[at]);
  const hasBars = line.role === 'waiting' && apart.some((row) => row && isKnown(row));
  const change = line.change ?? line.quantity;
  const isEntered =
    line.role !== 'cost' || rows.some((row) => typeof row?.value === 'number' || row?.settles === false);
  return (
    <>
      <tr data-role={line.role}>
        <th scope="row">
          {line.label}
          {line.note && <small>{line.note}</small>}
        </th>
        {isEntered ? (
          rows.map((row, column) => (
            <td key={column} className="compare-cell">
              <Numeral row={row}>
                {row?.value === null && row.settles !== false && line.role === 'empty'
                  ? 'no limit'
                  : sayRow(row, line.quantity)}
              </Numeral>
              {!hasBars && column > 0 && <Apart row={apart[column]} {...{ line, change, state }} />}
            </td>
          ))
        ) : (
          <td colSpan={rows.length} className="not-entered">
            {NOT_ENTERED}
          </td>
        )}
      </tr>
      {hasBars && (
        <tr className="compare-bars">
          <th scope="row">
            Difference from today
            <small>{sayScale(apart, line)}</small>
          </th>
          {apart.map((row, column) => (
            <td key={column}>
              {row && <RangeBar row={row} apart={apart} />}
              {column > 0 && <Apart row={row} {...{ line, change, state }} />}
            </td>
          ))}
        </tr>
      )}
    </>
  );
}

interface ApartProps {
  readonly row: DifferenceRow | undefined;
  readonly line: ComparedLine;
  readonly change: ComparedLine['quantity'];
  readonly state: SideBySide;
}

/** A number that neither has is not apart. None is before it is known whether both settle. */
function Apart({ row, line, change, state }: ApartProps) {
  if (!row && state.status === 'sharpening') return <p className="range">being worked out…</p>;
  if (!row || (row.value === null && state.status === 'done')) return null;
  return (
    <div
      data-row={`${row.station}/${row.measure}/${row.statistic}/${row.who}`}
      data-option={`${row.option} less ${row.baseline}`}
      data-value={row.value ?? undefined}
    >
      <Change row={row} change={change} betterWhen={line.betterWhen} isFinal={isFinal(state)} />
    </div>
  );
}

/** The ends of the one scale that all bars of a line have; today is its zero, which it always holds. */
function scaleOf(apart: readonly (DifferenceRow | undefined)[]): readonly [number, number] {
  const ends = apart.flatMap((row) => (row && isKnown(row) ? [row.ciLow!, row.ciHigh!] : []));
  return [Math.min(0, ...ends), Math.max(0, ...ends)];
}

function sayScale(apart: readonly (DifferenceRow | undefined)[], { quantity }: ComparedLine): string {
  const [low, high] = scaleOf(apart);
  const said = (value: number) => {
    const { value: end, step } = sayWithin(value, low, high);
    return value === 0 ? 'no difference' : sayAmount(end, step, quantity);
  };
  return `bars: ${said(low)} to ${said(high)}; the upright line is today`;
}

function RangeBar({ row, apart }: { readonly row: DifferenceRow; readonly apart: readonly (Row | undefined)[] }) {
  const [low, high] = scaleOf(apart as readonly (DifferenceRow | undefined)[]);
  if (!isKnown(row) || high === low) return null;
  const at = (value: number) => `${(100 * (value - low)) / (high - low)}%`;
  return (
    <span className="range-bar" aria-hidden="true">
      <span className="range-zero" style={{ left: at(0) }} />
      <span
        className="range-reach"
        style={{ left: at(row.ciLow!), width: `${(100 * (row.ciHigh! - row.ciLow!)) / (high - low)}%` }}
      />
      <span className="range-dot" style={{ left: at(row.value!) }} />
    </span>
  );
}
