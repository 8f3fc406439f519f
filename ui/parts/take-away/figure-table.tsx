// The table behind a chart, as a real table: one row a category, each number with the ends of its range.
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { figureTable, type Figure } from '../../export/pictures/figure.ts';

export function FigureTable({ figure }: { readonly figure: Figure }) {
  const { columns, rows } = figureTable(figure);
  return (
    <div className="figure-table">
      <table>
        <caption>{`${figure.title}, in ${figure.unit === '%' ? 'per cent' : figure.unit}`}</caption>
        <ColumnHeads of={columns.map(({ name }) => name)} />
        <tbody>
          {rows.map(([category, ...cells]) => (
            <tr key={String(category)}>
              <th scope="row">{category}</th>
              {cells.map((value, at) => (
                <td key={columns[at + 1].name}>{typeof value === 'number' ? say(value) : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const say = (value: number): string => (Math.abs(value) < 10 ? value.toFixed(1) : String(Math.round(value)));
