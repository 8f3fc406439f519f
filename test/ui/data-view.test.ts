// Tables of the Data view: put in order, saved as CSV and JSON, and their numbers those of the results.
import { describe, expect, it } from 'vitest';
import {
  compile,
  differences,
  replicate,
  rowKeys,
  summarise,
  type Model,
  type RunRequest,
} from '../../engine/index.ts';
import { headlineTable, measuresOfServices, serviceTable } from '../../ui/views/data/measure-tables.ts';
import { cellOf, inOrder, tableCsv, tableJson, type DataTable } from '../../ui/parts/table/table.ts';
import { dayIn } from '../../ui/views/data/day-box.tsx';
import type { Shown } from '../../ui/model/shown.ts';
import { startOf } from '../../ui/model/asked.ts';
import { sayNow } from '../../ui/words/now.ts';
import { smallModel } from './small-model.ts';

const table: DataTable = {
  id: 'try',
  caption: 'A table, "quoted"',
  columns: [
    { key: 'name', title: 'Name' },
    { key: 'days', title: 'Wait', unit: 'days', isNumber: true },
  ],
  rows: [
    { key: 'a', cells: { name: { value: 'Ward 10' }, days: { value: 2.5, shown: '2' } } },
    { key: 'b', cells: { name: { value: '=Ward 9, "old"' }, days: { value: null, shown: 'nobody waits' } } },
    { key: 'c', cells: { name: { value: 'Ward 2' }, days: { value: -1 } } },
  ],
};
const keys = (by: string, isDown: boolean) => inOrder(table.rows, { by, isDown }).map(({ key }) => key);

describe('a table', () => {
  it('is put in order by number or by name, and what has no value comes last either way', () => {
    expect(keys('days', false)).toEqual(['c', 'a', 'b']);
    expect(keys('days', true)).toEqual(['a', 'c', 'b']);
    expect(keys('name', false)).toEqual(['b', 'c', 'a']);
    expect(inOrder(table.rows, undefined)).toBe(table.rows);
  });

  it('is saved with its values, in the order on the screen, safe to open in a spreadsheet', () => {
    expect(tableCsv(table, inOrder(table.rows, { by: 'days', isDown: false }))).toBe(
      'Name,Wait (days)\r\nWard 2,-1\r\nWard 10,2.5\r\n"\'=Ward 9, ""old""",\r\n',
    );
    expect(JSON.parse(tableJson(table, table.rows))).toEqual({
      caption: table.caption,
      columns: [
        { key: 'name', title: 'Name' },
        { key: 'days', title: 'Wait', unit: 'days' },
      ],
      rows: [
        { name: 'Ward 10', days: 2.5 },
        { name: '=Ward 9, "old"', days: null },
        { name: 'Ward 2', days: -1 },
      ],
    });
  });
});

function shownOf(model: Model, option: string): Shown {
  const valuesOf = (request: RunRequest) => {
    const program = compile(model, request);
    return { keys: rowKeys(program), values: [0, 1, 2, 3, 4].map((r) => replicate(program, 7, r)) };
  };
  const [base, edited] = [valuesOf({ option: 'today' }), valuesOf({ option })];
  return {
    fingerprint: '',
    settings: { ...startOf(model), option },
    replications: 5,
    today: summarise('today', base.keys, base.values),
    option: summarise(option, edited.keys, edited.values),
    differences: differences(option, 'today', base.keys, edited.values, base.values),
  };
}

describe('measures', () => {
  const shown = shownOf(smallModel, 'more-beds');
  it('every number is a row of the results, with its unit, and every verdict spans no zero', () => {
    const tables = [
      headlineTable(smallModel, shown, 'More beds'),
      ...measuresOfServices(smallModel, shown).map(({ id }) => serviceTable(smallModel, shown, 'More beds', id)),
    ];
    expect(tables.length).toBeGreaterThan(8);
    for (const { columns, rows } of tables) {
      expect(rows.length).toBeGreaterThan(0);
      expect(
        columns.filter(({ isNumber, unit }) => isNumber && unit === undefined && columns[1].key !== 'unit'),
      ).toEqual([]);
      for (const row of rows) {
        const cell = (key: string) => cellOf(row, { key, title: '' });
        const of = cell('value').of!;
        const [station, measure, statistic] = of.row.split('/');
        const found = shown.option.find(
          (one) =>
            one.station === station &&
            one.measure === measure &&
            one.statistic === statistic &&
            one.who === 'all' &&
            one.day === '',
        );
        expect(of.value).toBe(found?.value);
        const [low, high] = [cell('differenceLow').value, cell('differenceHigh').value];
        if (typeof low === 'number' && typeof high === 'number' && low <= 0 && high >= 0)
          expect(['no clear difference', 'the same as today', 'still sharpening']).toContain(cell('verdict').value);
        // Words for those who read are no more exact than the range.
        expect(cell('value').shown ?? '–').not.toMatch(/\.\d{4}/);
      }
    }
  });

  it('today by itself has no columns of difference', () => {
    const { columns } = headlineTable(smallModel, shownOf(smallModel, 'today'), 'Today');
    expect(columns.map(({ key }) => key)).toEqual(['name', 'unit', 'value', 'low', 'high']);
  });
});

describe('the day', () => {
  it('is typed as a date or a number', () => {
    expect([dayIn('2020-01-06', '2020-01-06'), dayIn(' 2020-02-01 ', '2020-01-06'), dayIn('83', '2020-01-06')]).toEqual(
      [0, 26, 83],
    );
    for (const text of ['', 'soon', '2020-02-30', '1.5', '-3']) expect(dayIn(text, '2020-01-06')).toBeNaN();
  });

  it('lists who waits: longest first, one person and one day in the singular', () => {
    const service = { inUse: 3, places: 3, waiting: 0, longestDays: -1 };
    expect(
      sayNow('Tue 14 Jan', [
        { ...service, label: 'Beds', waiting: 1, longestDays: 1.2 },
        { ...service, label: 'Ward', waiting: 4, longestDays: 9.9, inUse: 2 },
      ]),
    ).toBe(
      'Tue 14 Jan: 4 people wait for the ward, the longest for 9 days; 1 person waits for the beds, the longest for 1 day. Full: Beds (3).',
    );
    expect(sayNow('Tue 14 Jan', [{ ...service, label: 'Beds', places: null }])).toBe(
      'Tue 14 Jan: nobody waits. No service is full.',
    );
  });
});
