// Tables as Parquet: a reader of that format finds in them what the CSV files hold, cell for cell, and what each column means.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, expect, it } from 'vitest';
import { csvRows } from '../../formats/csv.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
const model = scratch.file('small.json', {
  ...smallModel,
  evidence: { 'stations.p2.stay.meanDays': { status: 'illustrative', source: 'For tests only.', low: 8, high: 11 } },
});
afterAll(scratch.remove);

type Value = string | number | null;

const bytesOf = (path: string): ArrayBuffer => Uint8Array.from(readFileSync(path)).buffer;

function fromCsv(path: string): Record<string, string>[] {
  const [head, ...rows] = [...csvRows(readFileSync(path, 'utf8'), ',')].map(({ cells }) => cells);
  return rows.map((cells) => Object.fromEntries(head!.map((name, at) => [name, cells[at]!])));
}

async function fromParquet(path: string): Promise<Record<string, string>[]> {
  const rows = (await parquetReadObjects({ file: bytesOf(path) })) as Record<string, Value>[];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
  );
}

it.each([
  ['run', ['--weeks']],
  ['compare', []],
  ['sweep', ['--over', 'stations.p2.beds=6:8']],
  ['worlds', ['--option', 'more-home', '--worlds', '10']],
])('onward %s writes the same tables in both formats, and a dictionary that has every column', async (name, more) => {
  const [csv, parquet] = ['csv', 'parquet'].map((format) => join(scratch.folder, name, format));
  for (const [format, folder] of [
    ['csv', csv],
    ['parquet', parquet],
  ] as const) {
    const { code, stderr } = await onward([
      name,
      model,
      ...more,
      '--replications',
      '3',
      '--format',
      format,
      '--out',
      folder!,
    ]);
    expect(code, stderr).toBe(0);
  }
  const tables = readdirSync(csv!).filter((file) => file.endsWith('.csv') && file !== 'dictionary.csv');
  expect(tables.length).toBeGreaterThan(0);
  const dictionary = fromCsv(join(parquet!, 'dictionary.csv'));
  for (const file of tables) {
    const table = file.replace('.csv', '');
    const path = join(parquet!, `${table}.parquet`);
    const rows = fromCsv(join(csv!, file));
    expect(await fromParquet(path)).toEqual(rows);
    const told = parquetMetadata(bytesOf(path)).key_value_metadata!.find(({ key }) => key === 'dictionary')!;
    const columns = Object.keys(rows[0]!);
    expect(JSON.parse(told.value!).map((column: { name: string }) => column.name)).toEqual(columns);
    const described = dictionary.filter((line) => line.table === table);
    expect(described.map((line) => line.name)).toEqual(columns);
    for (const { meaning } of described) expect(meaning).not.toBe('');
  }
});

it('an event log is Parquet where its file says so, with the same rows', async () => {
  const [csv, parquet] = ['log.csv', 'log.parquet'].map((file) => join(scratch.folder, file));
  for (const file of [csv, parquet])
    expect((await onward(['export', model, '--as', 'events', '--to', file!])).code).toBe(0);
  const rows = fromCsv(csv!);
  expect(rows.length).toBeGreaterThan(100);
  expect(await fromParquet(parquet!)).toEqual(rows);
});

it.each([
  [['--format', 'xlsx', '--out', 'x'], /--format[^]*xlsx[^]*csv, parquet/],
  [['--format', 'parquet'], /--format[^]*no --out[^]*Name the folder/],
])('refuses %j', async (more, words) => {
  const { code, stderr } = await onward(['run', model, ...more]);
  expect(code).toBe(2);
  expect(stderr).toMatch(words);
});
