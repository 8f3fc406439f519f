// The series that are kept: each with its name and unit, what it counts in the model, and a way to take it away.
import { dateAt, periodEnd, type Model } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { setCounted, type Counted } from '../../state/counted.ts';
import { countedRows, sayCounted, sayLength } from '../../words/counted.ts';
import { sayDate } from '../../words/numbers/date.ts';

export function SeriesList({ model, series }: { readonly model: Model; readonly series: readonly Counted[] }) {
  const rows = countedRows(model);
  const change = (id: string, changes: Partial<Counted>) =>
    setCounted(series.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  return (
    <div className="bring-scroll">
      <table className="series-list">
        <caption className="hidden">Series of what happened</caption>
        <ColumnHeads of={['Name', 'Unit', 'Dates', 'Counts in the model', 'Take away']} />
        <tbody>
          {series.map(({ id, name, unit, row, days, spacing }) => (
            <tr key={id}>
              <td>
                <input
                  value={name}
                  aria-label={`Name of ${name}`}
                  onChange={({ target }) => change(id, { name: target.value })}
                />
              </td>
              <td>
                <input
                  value={unit}
                  size={8}
                  aria-label={`Unit of ${name}`}
                  onChange={({ target }) => change(id, { unit: target.value })}
                />
              </td>
              <td>
                {sayLength(days.length, spacing)}, {sayDate(dateAt(days[0]), 0)} to{' '}
                {sayDate(dateAt(periodEnd(days[days.length - 1], spacing) - 1), 0)}
              </td>
              <td>
                <select
                  aria-label={`What ${name} counts`}
                  value={rows.findIndex((one) => one.station === row.station && one.measure === row.measure)}
                  onChange={({ target }) => change(id, { row: rows[Number(target.value)] })}
                >
                  {!rows.some((one) => one.station === row.station && one.measure === row.measure) && (
                    <option value={-1}>nothing in this model</option>
                  )}
                  {rows.map((one, at) => (
                    <option key={`${one.station} ${one.measure}`} value={at}>
                      {sayCounted(model, one)}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <button
                  type="button"
                  onClick={() => setCounted(series.filter((one) => one.id !== id))}
                  aria-label={`Take away ${name}`}
                >
                  Take away
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
