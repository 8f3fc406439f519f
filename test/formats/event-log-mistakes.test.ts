// Event logs with mistakes: each is named by line and column with what to do, all of them at once, and nothing is made of such a file.
import { describe, expect, it } from 'vitest';
import { mined, SOUND } from './event-log-files.ts';

const refused = async (text: string, unit: 'hours' | null = 'hours') => {
  const { model, problems } = await mined(text, unit ?? undefined);
  expect(model).toBeUndefined();
  return problems.map(({ path, found, expected, hint }) => `${path}: ${found}; ${expected}. ${hint}`);
};

it('there is none to begin with', async () => {
  expect((await mined(SOUND, 'hours')).problems).toEqual([]);
});

describe('one mistake, one message', () => {
  it.each([
    [
      'a time that goes backwards',
      '1,resource_use_end,doctor_ends,5,1',
      '1,resource_use_end,doctor_ends,2,1',
      /^line 13, column 4 \(time\): a time before that of line 9, the event before of 1; the events of each person in the order of time\./,
    ],
    [
      'an end without a beginning',
      '3,resource_use,cubicle_begins,4,1\n',
      '',
      /^line 16, column 3 \(event\): "cubicle_ends" of 3, who is in no place; a resource_use of the same place before it\. Add the row/,
    ],
    [
      'an end of another place',
      '1,resource_use_end,cubicle_ends,3,1',
      '1,resource_use_end,doctor_ends,3,1',
      /^line 8, column 3 \(event\): "doctor_ends" of 1, who is in cubicle; a resource_use of the same place/,
    ],
    [
      'a person in two places',
      '1,resource_use_end,cubicle_ends,3,1\n1,resource_use,doctor_begins,3,1',
      '1,resource_use,doctor_begins,3,1\n1,resource_use_end,cubicle_ends,4,1',
      /^line 8, column 3 \(event\): "doctor_begins" of 1, who is in cubicle since line 4; one place at a time\. End cubicle/,
    ],
    [
      'a place that is never left for the next',
      '2,resource_use_end,cubicle_ends,6,2\n',
      '2,resource_use,doctor_begins,6,1\n',
      /^line 15, column 3 \(event\): "doctor_begins" of 2, who is in cubicle since line 7; one place at a time/,
    ],
    [
      'a resource that is text here and a number there',
      '2,resource_use,cubicle_begins,1,2',
      '2,resource_use,cubicle_begins,1,two',
      /^line 7, column 5 \(resource_id\): "two", text; a number, as in 7 other rows\. Write every resource the same way/,
    ],
    [
      'another resource at the end',
      '2,resource_use_end,cubicle_ends,6,2',
      '2,resource_use_end,cubicle_ends,6,1',
      /^line 15, column 5 \(resource_id\): 1, which 2 does not use; 2, as where it began on line 7/,
    ],
    [
      'a time that is no number',
      'arrival,3.5,',
      'arrival,3;5,',
      /^line 10, column 4 \(time\): "3;5"; a number, as in the rows above/,
    ],
    ['no time', 'arrival,3.5,', 'arrival,,', /^line 10, column 4 \(time\): an empty cell; a number/],
    ['nobody', '\n2,queue', '\n,queue', /^line 6, column 1 \(entity_id\): an empty cell; who it happened to/],
    [
      'nothing that happened',
      'cubicle_wait_begins,3.5',
      ',3.5',
      /^line 11, column 3 \(event\): an empty cell; what happened/,
    ],
    [
      'a kind misspelt',
      '1,resource_use,doctor',
      '1,resource_us,doctor',
      /^line 9, column 2 \(event_type\): "resource_us"; one of arrival_departure, queue, resource_use, resource_use_end\. Did you mean resource_use\?/,
    ],
    [
      'neither arrival nor departure',
      'arrival_departure,depart,5',
      'arrival_departure,exit,5',
      /^line 14, column 3 \(event\): "exit"; arrival or depart/,
    ],
    [
      'an event after the departure',
      '3,arrival_departure,arrival,3.5',
      '2,arrival_departure,depart,2,\n3,arrival_departure,arrival,3.5',
      /^line 16, column 3 \(event\): "cubicle_ends" of 2, who left on line 10; so too in line 17, column 3 \(event\); nothing after a departure/,
    ],
    [
      'a second arrival',
      '2,queue,cubicle_wait_begins,1,',
      '2,queue,cubicle_wait_begins,1,\n2,arrival_departure,arrival,1,',
      /^line 7, column 3 \(event\): an arrival of 2, who has been there since line 5; the arrival as the first event/,
    ],
    [
      'a missing column',
      'event_type,event,',
      'event_type,evnt,',
      /^the heads: "entity_id", .*; a column event: what happened\. Is it evnt\? Give it the head event/,
    ],
  ] as const)('%s', async (_what, from, to, said) => {
    expect(SOUND).toContain(from);
    const problems = await refused(SOUND.replace(from, to));
    expect(
      problems.some((problem) => said.test(problem)),
      problems.join('\n'),
    ).toBe(true);
  });

  it('an unknown unit is asked for, with what each would mean', async () => {
    expect(await refused(SOUND, null)).toEqual([
      'the times: numbers from 0 to 9, and nothing that says their unit; their unit. Give --unit: the log lasts 0.00625 days if they are minutes, 0.375 if hours, 9 if days, 63 if weeks.',
    ]);
  });

  it('dates need no unit, and are in one order', async () => {
    const dated = SOUND.replace(
      /,([\d.]+),(\d?)$/gm,
      (_all, hours, resource) => `,2026-03-02 0${Math.floor(hours)}:${hours % 1 ? '30' : '00'},${resource}`,
    );
    expect((await mined(dated)).model?.calendar.startDate).toBe('2026-03-02');
    expect(await refused(dated, 'hours')).toEqual([
      expect.stringMatching(/dates, and --unit hours;.*Leave --unit out/),
    ]);
    const mixed = dated.replace('2026-03-02 01', '13/02/2026 01').replace('2026-03-02 03', '02/13/2026 03');
    expect(await refused(mixed, null)).toEqual([expect.stringMatching(/month first and some with the day first/)]);
    expect(await refused(dated.replace('2026-03-02 06:00', 'noon'), null)).toEqual([
      expect.stringMatching(/^line 15, column 4 \(time\): "noon"; a date, as in the rows above/),
    ]);
  });
});

it('many mistakes get their messages in one pass, the same kind of mistake one with its places', async () => {
  const lines = SOUND.trim().split('\n');
  const spoilt = (line: number, from: string, to: string) => (lines[line - 1] = lines[line - 1].replace(from, to));
  spoilt(4, ',1', ',one');
  spoilt(6, ',1,', ',soon,');
  spoilt(11, 'queue', 'que');
  spoilt(12, ',4,', ',,');
  spoilt(13, ',5,', ',2,');
  spoilt(14, 'depart,', 'gone,');
  expect((await refused(lines.join('\n'), null)).join('\n')).toMatch(/line 4, column 5[^]*their unit/);
  const withUnit = (await refused(lines.join('\n'))).join('\n');
  for (const said of [
    /line 4, column 5/,
    /line 6, column 4 \(time\): "soon"/,
    /line 11, column 2/,
    /line 14, column 3/,
    /line 12, column 4 \(time\): an empty cell/,
    /line 13, column 4 \(time\): a time before/,
    /line 17, column 3 \(event\): "cubicle_ends" of 3, who is in no place/,
  ])
    expect(withUnit).toMatch(said);
});
