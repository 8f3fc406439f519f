// The trade-off of delay against empty places: a lettered dot for each column, with its likely range both ways.
import type { Row } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { sayRow } from '../../shown/line.ts';
import { sayLevelRange } from '../../words/numbers/difference.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { roundedUp } from '../../parts/chart/chart.tsx';
import { Head } from './chooser.tsx';
import type { ComparedLine } from '../../shown/compared-lines.ts';
import { lineAt, type PartProps } from './finding.tsx';
import { placeLabels } from './label-places.ts';
import './trade-off.css';

export function TradeOff({ state }: PartProps) {
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
  const share = (value: number, of: number) => 100 * Math.min(1, Math.max(0, value / of));
  const dots = known.map(({ column, across, up }) => ({
    column,
    name: column.letter || 'Today',
    left: share(across!.value!, most.x),
    bottom: share(up!.value!, most.y),
    reach: {
      left: share(across!.ciLow!, most.x),
      right: share(across!.ciHigh!, most.x),
      low: share(up!.ciLow!, most.y),
      high: share(up!.ciHigh!, most.y),
    },
  }));
  const labels = placeLabels(dots);
  return (
    <section aria-label="The trade-off">
      <h3>{`${lineY.label} against ${lineX.label.toLowerCase()}`}</h3>
      <p className="small">
        Lower down, people wait less; further left, fewer places are empty. The lines through a dot are its likely
        range.
      </p>
      <div className="trade-off" aria-hidden="true">
        <span className="trade-off-y">{lineY.label}</span>
        <div className="trade-off-plot">
          {dots.map(({ column, name, left, bottom, reach }, at) => (
            <div key={column.id} data-dot={column.id}>
              <span
                className="trade-off-reach"
                style={{ left: `${reach.left}%`, width: `${reach.right - reach.left}%`, bottom: `${bottom}%` }}
              />
              <span
                className="trade-off-reach up"
                style={{ left: `${left}%`, height: `${reach.high - reach.low}%`, bottom: `${reach.low}%` }}
              />
              <span className="trade-off-dot" style={{ left: `${left}%`, bottom: `${bottom}%` }} />
              <span
                className={`trade-off-label ${labels[at].across} ${labels[at].up}`}
                style={{ left: `${left}%`, bottom: `${bottom}%` }}
              >
                {name}
              </span>
            </div>
          ))}
          {[0, 0.5, 1].map((part) => (
            <span key={part} className="trade-off-tick" style={{ left: `${100 * part}%` }}>
              {Number((most.x * part).toFixed(2))}
            </span>
          ))}
          {[0, 0.5, 1].map((part) => (
            <span key={part} className="trade-off-tick up" style={{ bottom: `${100 * part}%` }}>
              {Number((most.y * part).toFixed(2))}
            </span>
          ))}
        </div>
        <span className="trade-off-x">{lineX.label}</span>
      </div>
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
