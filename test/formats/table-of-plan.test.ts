// A plan with a row a pathway and month: read by its heads or as it was said, and whatever is missing or odd is named by its place.
import { describe, expect, it } from 'vitest';
import { dateAt } from '../../engine/index.ts';
import type { PlanAnswers } from '../../formats/records/plan-columns.ts';
import { monthsOfServices } from '../../formats/records/plan-of-services.ts';
import { isPlanHeadRow } from '../../formats/records/plan-wide.ts';
import { readPlan } from '../../formats/records/plan.ts';
import { openTable } from '../../formats/table-file.ts';
import { offersIn } from '../../ui/words/offers.ts';

const read = async (text: string, answers: PlanAnswers = {}) =>
  readPlan(await openTable(new TextEncoder().encode(text), isPlanHeadRow), answers);
const asked = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ path, found }) => `${path}: ${found}`);
const PLAN = [
  'Pathway,Month,Expected demand,Capacity',
  'P1,Apr-26,"1,040",900',
  'P1,May-26,1000.5,930',
  'P2,2026-04,20,30',
  'P2,01/05/2026,25,30',
];

it('is read with its months in any of the usual forms, and says what it understood', async () => {
  const { rows, understood, columns } = await read(PLAN.join('\n'));
  expect(rows!.map((row) => ({ ...row, month: dateAt(row.month) }))).toEqual([
    { pathway: 'P1', month: '2026-04-01', demand: 1040, capacity: 900 },
    { pathway: 'P1', month: '2026-05-01', demand: 1000.5, capacity: 930 },
    { pathway: 'P2', month: '2026-04-01', demand: 20, capacity: 30 },
    { pathway: 'P2', month: '2026-05-01', demand: 25, capacity: 30 },
  ]);
  expect(understood).toEqual([
    'a table in text with commas',
    '2 pathways: P1, P2',
    '2 months, 2026-04 to 2026-05',
    'demand from “Expected demand”',
    'capacity from “Capacity”',
  ]);
  expect(columns).toEqual({ pathway: 'Pathway', month: 'Month', demand: 'Expected demand', capacity: 'Capacity' });
});

it('other heads are asked about, and known when they are given; one of the two amounts is enough', async () => {
  const text = PLAN.join('\n').replace('Pathway', 'Kind').replace('Capacity', 'We can take');
  expect(asked(await read(text))).toEqual(['the columns: "Kind", "Month", "Expected demand", "We can take"']);
  const answered = await read(text, { pathway: 'Kind', capacity: 'We can take', demand: 'none' });
  expect(answered.rows!.map(({ demand, capacity }) => [demand, capacity])).toEqual([
    [null, 900],
    [null, 930],
    [null, 30],
    [null, 30],
  ]);
  expect((await read(text, { pathway: 'Kidn' })).problems[0].hint).toBe('Did you mean "Kind"?');
});

const rowsOf = async (text: string, answers: PlanAnswers = {}) => {
  const { rows, problems } = await read(text, answers);
  expect(problems).toEqual([]);
  return rows!.map(({ pathway, month, demand, capacity }) => [pathway, dateAt(month).slice(0, 7), demand, capacity]);
};
const LONG = [
  ['P1', '2026-04', 1040, 900],
  ['P1', '2026-05', 1000.5, 930],
  ['P1', '2026-06', 990, 930],
  ['P2', '2026-04', 20, 30],
  ['P2', '2026-05', 25, 30],
  ['P2', '2026-06', 26, 30],
];
const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).toSorted();

describe('laid out wide', () => {
  it.each([
    [
      'months down, a column for demand and capacity of each pathway',
      'Month,P1 demand,P1 capacity,P2 – expected demand,P2 (capacity)\nApr-26,"1,040",900,20,30\nMay-26,1000.5,930,25,30\n2026-06,990,930,26,30\n',
    ],
    [
      'months across, a row for each',
      'Pathway,Measure,Apr-26,May-26,Jun-26,Total\nP1,Expected demand,"1,040",1000.5,990,3030.5\nP1,Capacity,900,930,930,2760\nP2,Demand,20,25,26,71\nP2,Capacity,30,30,30,90\n',
    ],
    [
      'dates across, with the name of a pathway in the first of its rows',
      'A plan of ours\n,,01/04/2026,01/05/2026,01/06/2026\nP1,demand,1040,1000.5,990\n,capacity,900,930,930\nP2,demand,20,25,26\n,capacity,30,30,30\n',
    ],
    [
      'both in one cell',
      'Line,2026-04,2026-05,2026-06\nP1 demand,1040,1000.5,990\nP2 demand,20,25,26\nP1 capacity,900,930,930\nP2 capacity,30,30,30\n',
    ],
  ])('%s', async (_what, text) => {
    expect(sorted(await rowsOf(text))).toEqual(sorted(LONG));
  });

  it('one month more or less than the other is asked about, and every odd cell is named where it stands', async () => {
    const down = 'Month,P1 demand,P2 demand\nApr-26,3,4\nMay-26,,4\nJul-26,3,-1\n';
    expect(asked(await read(down))).toEqual([
      'line 3, column 2 (P1 demand): an empty cell',
      'line 4, column 3 (P2 demand): "-1"',
    ]);
    expect(asked(await read(down.replace('May-26,,', 'May-26,3,').replace('-1', '1')))).toEqual([
      'line 2, column 1 (Month): P1 without 2026-06; so too in line 2, column 1 (Month)',
    ]);
    const across = 'Line,Apr-26,May-26,Jun-26\nP1 demand,3,soon,5\nP1 demand,3,4,5\n';
    expect(asked(await read(across))).toContain('line 2, column 3 (May-26): "soon"');
    expect(asked(await read(across.replace('soon', '4')))).toEqual([
      'line 3, column 2 (Apr-26): P1 in 2026-04 once more; so too in line 3, column 3 (May-26); line 3, column 4 (Jun-26)',
    ]);
  });

  it('heads of beds, places and staff are capacity in places', async () => {
    const text = 'Month,Ward beds,Places at home\nApr-26,20,33\nMay-26,22,33\n';
    const { isInPlaces, understood } = await read(text);
    expect([isInPlaces, understood]).toEqual([
      true,
      [
        'a table in text with commas',
        '2 pathways: Ward beds, Places at home',
        '2 months, 2026-04 to 2026-05',
        'months down, and a column for each pathway’s demand or capacity',
        'capacity counts places',
      ],
    ]);
    expect((await rowsOf(text))[0]).toEqual(['Ward beds', '2026-04', null, 20]);
    expect((await read(PLAN.join('\n'))).isInPlaces).toBe(false);
  });

  it('numbers that say neither are asked about, and both answers that are offered settle it', async () => {
    const text = 'Month,P1,P2\nApr-26,20,33\nMay-26,22,33\n';
    const { problems } = await read(text);
    expect(problems[0].found).toBe('numbers of "P1", "P2"');
    expect(offersIn(problems[0])).toEqual([
      { option: 'amounts', value: 'demand' },
      { option: 'amounts', value: 'capacity' },
    ]);
    expect((await rowsOf(text, { amounts: 'demand' }))[0]).toEqual(['P1', '2026-04', 20, null]);
    expect((await rowsOf(text, { amounts: 'capacity' }))[0]).toEqual(['P1', '2026-04', null, 20]);
  });

  it('another form is refused with an example of each that can be read', async () => {
    const { problems } = await read('Kind,We expect\nP1,3\nP2,4\n');
    expect(problems[0].expected).toContain('Month, Pathway 1 demand, Pathway 1 capacity');
    expect(problems[0].expected).toContain('Pathway, Measure, Apr-26, May-26, Jun-26');
  });
});

it.each([
  ['a month that is none', 'P1,soon,3,4', 'line 6, column 2 (Month): "soon"'],
  ['a month twice', 'p1,2026-05-17,3,4', 'line 6, column 2 (Month): p1 in 2026-05 once more'],
  ['a month that is missing', 'P3,Apr-26,3,4', 'line 6, column 2 (Month): P3 without 2026-05'],
  ['no demand', 'P3,Apr-26,,4', 'line 6, column 3 (Expected demand): an empty cell'],
  ['less than none', 'P3,Apr-26,3,-4', 'line 6, column 4 (Capacity): "-4"'],
  ['no pathway', ',Apr-26,3,4', 'line 6, column 1 (Pathway): an empty cell'],
  ['a year that is wrong', 'P1,2206-05,3,4', 'all rows: 2026-04-01 to 2206-05-01'],
])('%s is asked about', async (_what, row, said) => {
  const found = await read([...PLAN, row].join('\n'));
  expect([found.rows, asked(found)]).toEqual([null, [said]]);
});

it('pathways that are one service are added up, and what is not said of one is that of the other', () => {
  const row = { pathway: '', month: 0, service: 'p1' };
  expect(
    monthsOfServices([
      { ...row, demand: 3, capacity: 4 },
      { ...row, demand: 2.5, capacity: null },
      { ...row, service: 'p2', demand: null, capacity: 1 },
    ]),
  ).toEqual([
    { service: 'p1', month: 0, demand: 5.5, capacity: 4 },
    { service: 'p2', month: 0, demand: null, capacity: 1 },
  ]);
});
