// The table behind a picture of Compare, folded away: a column an option, and a row for each week or number of people.
import { Scrolled } from '../../ground/scrolled.tsx';
import type { Column } from '../../study/columns.ts';
import { Head } from './chooser.tsx';

interface ColumnsTableProps {
  readonly summary: string;
  readonly label: string;
  readonly caption: string;
  /** What the rows are named after. */
  readonly by: string;
  readonly columns: readonly Column[];
  readonly rows: readonly ColumnsRow[];
}

interface ColumnsRow {
  readonly key: string | number;
  readonly name: string | number;
  /** By column. */
  readonly cells: readonly string[];
}

export const ColumnsTable = ({ summary, label, caption, by, columns, rows }: ColumnsTableProps) => (
  <details className="lines-table">
    <summary>{summary}</summary>
    <Scrolled className="lines-scroll weeks-table-beside" label={label}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <Head of={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map(({ id }, at) => (
                <td key={id}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  </details>
);
