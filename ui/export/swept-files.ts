// A sweep of the page as a file: the rows of sweep.csv as `onward sweep … --out` writes them, or the same as Parquet.
import { sweptTable, tidyCsv } from '../../engine/index.ts';
import { saveFile, saveText } from '../ground/save-file.ts';
import { sweptOf, type CombinationsState } from '../study/combinations-run.ts';

export async function saveSwept(
  state: CombinationsState,
  option: string,
  name: string,
  format: 'csv' | 'parquet',
): Promise<string> {
  const table = sweptTable(option, state.keys, state.columns, sweptOf(state));
  if (format === 'csv') return saveText(tidyCsv(table), `${name}.csv`, 'text/csv;charset=utf-8');
  const { parquetOf } = await import('../../formats/parquet.ts');
  return saveFile(parquetOf(table), `${name}.parquet`, 'application/vnd.apache.parquet');
}
