// The trade-off of delay against empty places: a lettered dot for each column, with its likely range both ways, and the edge of the best mixes once they are found.
import { useStore } from 'zustand';
import type { Row } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { sayRow } from '../../shown/line.ts';
import { sayLevelRange } from '../../words/numbers/difference.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { roundedUp } from '../../parts/chart/chart.tsx';
import { frontierRun, READ } from '../../study/frontier-run.ts';
import { Head } from './chooser.tsx';
import type { ComparedLine } from '../../shown/compared-lines.ts';
import { lineAt, type PartProps } from './finding.tsx';
import { Plot, sayTick } from './plot.tsx';

export function TradeOff({ state }: PartProps) {
  const front = useStore(frontierRun, (s) => s.front);
  const columns = state.asked!.columns;
  const x = lineAt(state, 'empty');
  const y = lineAt(state, 'days') >= 0 ? lineAt(state, 'days') : lineAt(state, 'waiting');
  const known = columns
    .map((column, at) => ({ column, across: state.rows[at]?.[x], up: state.rows[at]?.[y] }))
    .filter(({ across, up }) => across && up && isKnown(across) && isKnown(up));
  if (x < 0 || y < 0 || columns.length < 2 || known.length < 2) return null;
  const [lineX, lineY] = [state.lines[x], state.lines[y]];
  const top = (rows: readonly (Row | undefined)[]) =>
    roundedUp(Math.max(...rows.map((row) => Math.max(row!.value!, row!.ciHigh!))));
  const most = { x: top(known.map(({ across }) => across)), y: top(known.map(({ up }) => up)) };
  const asRange = (row: Row) => ({ mean: row.value!, low: row.ciLow!, high: row.ciHigh! });
  const dots = known.map(({ column, across, up }) => ({
    id: column.id,
    name: column.letter || 'Today',
    x: asRange(across!),
    y: asRange(up!),
  }));
  const mixes = front
    .filter(({ on }) => on.includes('empty'))
    .map(({ readings }) => ({ x: readings[READ.indexOf('empty')].mean, y: readings[READ.indexOf(lineY.role)].mean }))
    .filter(({ x: left, y: bottom }) => left <= most.x && bottom <= most.y);
  return (
    <section aria-label="The trade-off">
      <h3>{`${lineY.label} against ${lineX.label.toLowerCase()}`}</h3>
      <p className="small">
        Lower down, people wait less; further left, fewer places are empty. The lines through a dot are its likely
        range.
        {mixes.length > 0 &&
          ' The dotted line joins the mixes that no other beats: they are in the table of the best mixes.'}
      </p>
      <Plot
        labels={{ x: lineX.label, y: lineY.label }}
        ticks={{ x: sayTick, y: sayTick }}
        most={most}
        dots={dots}
        edge={mixes}
      />
      <details className="lines-table">
        <summary>The trade-off as a table</summary>
        <div className="lines-scroll">
          <table>
            <caption className="hidden">{`${lineY.label} against ${lineX.label.toLowerCase()}`}</caption>
            <ColumnHeads of={['Option', lineY.label, lineX.label]} />
            <tbody>
              {known.map(({ column, across, up }) => (
                <tr key={column.id}>
                  <th scope="row">
                    <Head of={column} />
                  </th>
                  <td>{sayBoth(up!, lineY)}</td>
                  <td>{sayBoth(across!, lineX)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

const sayBoth = (row: Row, { quantity }: ComparedLine): string =>
  `${sayRow(row, quantity)}, ${sayLevelRange(row.value!, row.ciLow!, row.ciHigh!, quantity)}`;
