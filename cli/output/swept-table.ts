// What `onward sweep` prints for people: a row a combination, with the range of each average beside it.
import { type RowKey, type Swept, rowsOfFound } from '../../engine/index.ts';
import { amount, layTable, range } from './table.ts';

export function sweptLines(paths: readonly string[], keys: readonly RowKey[], swept: Iterable<Swept>): string {
  const heads = keys.flatMap(({ station, measure, statistic }) => [`${station}.${measure}.${statistic}`, '95 % range']);
  const lines = [{ cells: [...paths, ...heads] }];
  for (const { values, found } of swept) {
    const cells = rowsOfFound('', keys, found).flatMap((row) => [
      row.settles === false ? 'does not settle' : amount(row.value, row.unit),
      range(row),
    ]);
    lines.push({ cells: [...values.map(String), ...cells] });
  }
  return layTable(lines);
}
