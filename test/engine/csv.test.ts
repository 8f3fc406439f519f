// A cell of a CSV file: numbers as they are, nothing for nobody, and no text that a spreadsheet takes for a formula.
import { describe, expect, it } from 'vitest';
import { cell } from '../../engine/study/csv.ts';
import { summaryTable } from '../../engine/study/result-tables.ts';
import { tidyCsv } from '../../engine/study/tidy.ts';

describe('cell', () => {
  it.each(['=HYPERLINK("x")', '+1', '-1', '@x', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'keeps %j as text',
    (text) => {
      expect(cell(text)).toBe(`'${text}`);
    },
  );

  it('leaves numbers alone, and nobody measured is empty', () => {
    expect([cell(-1.5), cell(0.1 + 0.2), cell(null), cell(NaN)]).toEqual(['-1.5', '0.30000000000000004', '', '']);
  });
});

it('quotes as RFC 4180 says', () => {
  const row = {
    option: 'a,b',
    station: 'say "p1"',
    measure: 'delayed',
    statistic: 'mean',
    who: 'all',
    day: '',
    unit: 'people',
    value: 1,
    ciLow: null,
    ciHigh: null,
    replications: 1,
  };
  expect(tidyCsv(summaryTable([row])).split('\r\n')[1]).toBe('"a,b","say ""p1""",delayed,mean,all,,people,1,,,1');
});
