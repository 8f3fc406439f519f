// The tables of a command as the files of `--out`, in the format asked for, with a dictionary of their columns beside them.
import { dictionaryOf, type Manifest, tidyCsv, type Tidy } from '../../engine/index.ts';
import { type Given, valueOf } from '../arguments.ts';
import { badCommand, unknownWord } from '../bad-command.ts';

const FORMATS = ['csv', 'parquet'];

/** Files by their names. */
export type Files = Record<string, string | Uint8Array>;

/** Turns tables, each by its name without an ending, into files. */
export type TableWriter = (tables: Readonly<Record<string, Tidy>>) => Files;

/** For one table in a format; what writes Parquet is loaded only then. */
export const tableWriterFor = async (format: string): Promise<(table: Tidy) => string | Uint8Array> =>
  format === 'csv' ? tidyCsv : (await import('../../formats/parquet.ts')).parquetOf;

/** The writer that `--format` names. */
export async function tableWriter(given: Given): Promise<TableWriter> {
  const format = valueOf(given, 'format') ?? 'csv';
  if (!FORMATS.includes(format)) throw unknownWord('--format', format, FORMATS, 'Leave --format out for CSV.');
  if (valueOf(given, 'format') !== undefined && valueOf(given, 'out') === undefined)
    throw badCommand('--format', 'no --out', 'both', 'Name the folder that the tables go into.');
  const written = await tableWriterFor(format);
  return (tables) => ({
    ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [`${name}.${format}`, written(table)])),
    'dictionary.csv': tidyCsv(dictionaryOf(tables)),
  });
}

export const manifestFile = (manifest: Manifest): Files => ({
  'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
});
