// The first sheet of a model's workbook: how to change it, and what every column of every other sheet means.
import { ELSE, place, PLACE, tables, type Column } from './tables.ts';
import type { CellValue, Sheet } from './sheet.ts';

export const READ_ME = 'Read me';

const lines: readonly string[] = [
  'Change the numbers in this workbook, save it, and open it in Onward again. It stays on your computer.',
  'One row is one fact. The first row of a sheet names its columns: keep these names. Columns may stand in any order.',
  'A sheet, column or cell that you do not need may be empty or left out. A formula counts by the value that it shows.',
  'A row that begins with "Example" is not read. Nor is this sheet.',
  'Say on the sheet Evidence where each number comes from: measured, estimated or illustrative.',
  'What cannot be read is named with its sheet and cell, all of it at once, and nothing is lost.',
];

export function readMe(title: string): Sheet {
  const row = (sheet: string, head: string, means: string, kind?: Column['kind']): CellValue[] => [
    sheet,
    head,
    means,
    kind?.choices?.join(', ') ?? null,
  ];
  const ofPlace = place.map(({ head, means, kind }) => row(PLACE, head, means, kind));
  const ofTables = tables.flatMap(({ name, about, parts }) => {
    const columns = new Map(parts.flatMap((one) => one.columns).map((one) => [one.head, one]));
    return [
      row(name, '', about),
      ...[...columns.values()].map(({ head, means, kind }) => row(name, head, means, kind)),
    ];
  });
  return {
    name: READ_ME,
    rows: [
      [READ_ME, null, title],
      // In the wide column, so that the narrow ones stay narrow.
      ...lines.map((line) => [null, null, line]),
      [],
      ['Sheet', 'Column', 'What stands there', 'One of these words'],
      ...ofPlace,
      ...ofTables,
      row(ELSE, '', 'Facts that have no column of their own, each with its path and its value'),
    ],
  };
}
