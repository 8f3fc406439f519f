// A table of facts on the screen: buttons in its headers put it in order, buttons above it save it.
import { useId, useState } from 'react';
import { saveText } from '../../ground/save-file.ts';
import {
  cellOf,
  inOrder,
  tableCsv,
  tableJson,
  type Column,
  type DataRow,
  type DataTable,
  type Order,
} from './table.ts';
import './data.css';

interface DataTableProps {
  readonly table: DataTable;
  /** Part of the name of a saved file. */
  readonly modelId: string;
  /** A last cell with what can be done about a row. */
  readonly action?: { readonly title: string; readonly of: (row: DataRow, at: number) => React.ReactNode };
}

export function Table({ table, modelId, action }: DataTableProps) {
  const id = useId();
  const [order, setOrder] = useState<Order>();
  const [said, setSaid] = useState('');
  const { caption, columns } = table;
  const rows = inOrder(table.rows, order);
  const name = `onward-${modelId}-${table.id}`;
  const sorted = (key: string) => (order?.by === key ? (order.isDown ? 'descending' : 'ascending') : undefined);
  const sort = (key: string) => setOrder({ by: key, isDown: order?.by === key && !order.isDown });

  return (
    <div className="data-table" data-table={table.id}>
      <div className="data-scroll">
        <table>
          <caption id={id}>
            <span>{caption}</span>
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" aria-sort={sorted(column.key)} className={classOf(column)}>
                  <button type="button" onClick={() => sort(column.key)}>
                    {column.title}
                    {column.unit && <span className="unit">, {column.unit}</span>}{' '}
                    <span className="order" aria-hidden="true">
                      {{ ascending: '▲', descending: '▼' }[sorted(column.key)!] ?? '↕'}
                    </span>
                  </button>
                </th>
              ))}
              {action && <th scope="col">{action.title}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.key} data-key={row.key}>
                {columns.map((column, i) => (
                  <TableCell key={column.key} {...{ row, column }} isName={i === 0} />
                ))}
                {action && <td>{action.of(row, at)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="data-save">
        <button
          type="button"
          aria-describedby={id}
          onClick={() => setSaid(saveText(tableCsv(table, rows), `${name}.csv`, 'text/csv'))}
        >
          Save as CSV
        </button>
        <button
          type="button"
          aria-describedby={id}
          onClick={() => setSaid(saveText(tableJson(table, rows), `${name}.json`))}
        >
          Save as JSON
        </button>
        <output>{said}</output>
      </div>
    </div>
  );
}

const classOf = ({ isNumber }: Column): string | undefined => (isNumber ? 'data-number' : undefined);

function TableCell({
  row,
  column,
  isName,
}: {
  readonly row: DataRow;
  readonly column: Column;
  readonly isName: boolean;
}) {
  const { value, shown, of } = cellOf(row, column);
  const text = shown ?? (value === null ? '–' : typeof value === 'number' ? grouped.format(value) : value);
  if (isName) return <th scope="row">{text}</th>;
  return (
    <td
      className={classOf(column)}
      data-column={column.key}
      data-row={of?.row}
      data-option={of?.option}
      data-value={of ? (of.value ?? undefined) : (value ?? undefined)}
    >
      {text}
    </td>
  );
}
const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
