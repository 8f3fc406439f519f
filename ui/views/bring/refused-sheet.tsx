// What is wrong in a workbook that was refused, beside the cells of its sheets: each message leads to its cell, and each cell back to its message.
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { refusedWorkbook, type RefusedWorkbook } from '../../state/refused-workbook.ts';
import './refused-sheet.css';

export function RefusedSheet() {
  const last = useStore(refusedWorkbook, (s) => s.last);
  return last ? <Refused {...last} /> : null;
}

function Refused({ name, problems, around }: RefusedWorkbook) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever hears the page hears what became of their file.
  useEffect(() => heading.current?.focus(), [problems]);
  const shown = new Set(
    around.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.problems))),
  );
  const go = (to: string) => {
    const there = document.getElementById(to);
    there?.scrollIntoView({ block: 'center', inline: 'center' });
    there?.focus({ preventScroll: true });
  };
  return (
    <section className="bring-refused" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {name}: {problems.length === 1 ? 'one thing has' : `${problems.length} things have`} to be mended
      </h2>
      <p>Nothing of it was used. The model that was open is still running.</p>
      <ol>
        {problems.map((problem, at) => (
          <li key={problem} id={`${id}-says-${at}`} tabIndex={-1}>
            {problem}{' '}
            {shown.has(at) && (
              <button type="button" onClick={() => go(`${id}-cell-${at}`)} aria-label={`Show the cell of ${at + 1}`}>
                Show the cell
              </button>
            )}
          </li>
        ))}
      </ol>
      {around.map(({ sheet, columns, rows }, n) => (
        <div key={`${sheet} ${rows[0].row} ${n}`} className="bring-sheet">
          <table>
            <caption>
              Sheet {sheet}, {marksOf(rows)}
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="hidden">Row</span>
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {cells.map((cell, at) => (
                    <td key={columns[at]} {...(cell.problems.length > 0 && { className: 'wrong' })}>
                      {cell.text}
                      {cell.problems.map((problem) => (
                        <button
                          key={problem}
                          type="button"
                          id={`${id}-cell-${problem}`}
                          aria-label={`${columns[at]}${row}: mistake ${problem + 1}, back to what it is`}
                          onClick={() => go(`${id}-says-${problem}`)}
                        >
                          {problem + 1}
                        </button>
                      ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}

/** "row 7", or "rows 7 and 9": those with a mistake. */
function marksOf(rows: RefusedWorkbook['around'][number]['rows']): string {
  const marked = rows.filter(({ cells }) => cells.some(({ problems }) => problems.length > 0)).map(({ row }) => row);
  return marked.length < 2 ? `row ${marked.join('')}` : `rows ${marked.slice(0, -1).join(', ')} and ${marked.at(-1)}`;
}
