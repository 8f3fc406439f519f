// A tidy table as a Parquet file: each column with its type, and what it means in the file's own metadata.
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Tidy } from '../engine/index.ts';

/**
 * Numbers are DOUBLE and words are STRING, whatever a file holds, so that files of one kind go together. An empty cell is null; what
 * columns mean is under the key `dictionary`, as JSON.
 */
export function parquetOf({ columns, rows }: Tidy): Uint8Array<ArrayBuffer> {
  const data: (string | number | null)[][] = columns.map(() => []);
  for (const row of rows)
    for (const [at, cells] of data.entries()) {
      const value = row[at];
      cells.push(value === '' || Number.isNaN(value) ? null : value);
    }
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, unit }, at) => ({
        name,
        data: data[at],
        type: unit === null ? ('STRING' as const) : ('DOUBLE' as const),
        nullable: true,
      })),
      kvMetadata: [{ key: 'dictionary', value: JSON.stringify(columns) }],
      createdBy: 'Onward',
    }),
  );
}
