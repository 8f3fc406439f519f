// A plan with a row a pathway and month: read by its heads or as it was said, and whatever is missing or odd is named by its place.
import { expect, it } from 'vitest';
import { dateAt } from '../../engine/index.ts';
import { isPlanHead, type PlanAnswers } from '../../formats/records/plan-columns.ts';
import { monthsOfServices } from '../../formats/records/plan-of-services.ts';
import { readPlan } from '../../formats/records/plan.ts';
import { openTable } from '../../formats/table-file.ts';

const read = async (text: string, answers: PlanAnswers = {}) =>
  readPlan(await openTable(new TextEncoder().encode(text), isPlanHead), answers);
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
  const across = 'Pathway,Apr-26,May-26,Jun-26\nP1,3,4,5\n';
  expect((await read(across)).problems[0].hint).toContain('put them below each other');
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
