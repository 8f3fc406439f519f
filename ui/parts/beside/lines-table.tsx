// The table behind a picture: the same lines with today, what is on the screen, the difference, its range and a verdict.
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { ChartRow } from '../take-away/chart-row.tsx';
import { linesFigure } from '../../export/pictures/lines-figure.ts';
import { limitsOf } from '../../export/screen.ts';
import { Change, Numeral } from '../headline/change.tsx';
import { isCompared, isEnough } from '../../shown/numbers.ts';
import type { Shown } from '../../model/shown.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { sayLevelRange } from '../../words/numbers/difference.ts';
import { isKnown } from '../../words/numbers/verdict.ts';
import { keyOf } from './bars.tsx';
import { find, sayRow, type Line } from '../../shown/line.ts';

interface TableProps {
  readonly caption: string;
  /** What the lines are: "Service". */
  readonly of: string;
  readonly lines: readonly Line[];
  readonly shown: Shown;
  /** The name of what is on the screen, for the head of its column. */
  readonly name: string;
}

/** With the files of the picture it belongs to. */
export function LinesTable(table: TableProps) {
  const { caption, of, lines, shown, name } = table;
  const model = useStore(settings, (s) => s.model);
  const isReady = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const limits = model ? limitsOf(model) : '';
  const figure = linesFigure({ name: caption, title: caption, of, lines, shown, what: name, limits });
  return (
    <>
      <details className="lines-table">
        <summary>{caption}, as a table</summary>
        <OpenLinesTable {...table} />
      </details>
      {figure && <ChartRow figure={figure} isReady={isReady} hasTable />}
    </>
  );
}

/** Not folded away, where the table is what is to be read. */
export function OpenLinesTable({ caption, of, lines, shown, name }: TableProps) {
  const compared = isCompared(shown);
  return (
    <div className="lines-scroll">
      <table>
        <caption className="hidden">{caption}</caption>
        <ColumnHeads of={[of, ...(compared ? ['Today', name, 'Difference from today'] : [name, 'Likely range'])]} />
        <tbody>
          {lines.map((line) => {
            const { option, today, difference } = find(shown, line);
            const range = option && isKnown(option) ? ([option.value!, option.ciLow!, option.ciHigh!] as const) : null;
            return (
              <tr key={keyOf(line)}>
                <th scope="row">{line.label}</th>
                {compared && (
                  <td>
                    <Numeral row={today}>{sayRow(today, line.quantity)}</Numeral>
                  </td>
                )}
                <td>
                  <Numeral row={option}>{sayRow(option, line.quantity)}</Numeral>
                </td>
                <td
                  data-row={difference && keyOf(line)}
                  data-option={difference && 'difference'}
                  data-value={difference?.value ?? undefined}
                >
                  {compared ? (
                    <Change
                      row={difference}
                      change={line.change ?? line.quantity}
                      isFinal={isEnough(shown)}
                      betterWhen={line.betterWhen}
                    />
                  ) : (
                    range && sayLevelRange(...range, line.quantity)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
