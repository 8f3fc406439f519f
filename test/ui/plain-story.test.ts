// The story's plain words, by hand: days agree with the dates beside them, shares are people in a hundred, and nothing is said twice over.
import { describe, expect, it } from 'vitest';
import { causes, type DifferenceRow, type Wait } from '../../engine/index.ts';
import type { Course, Span } from '../../ui/playback/course.ts';
import { sayPlainFinding, type Crowd } from '../../ui/words/plain/everybody.ts';
import { daysSaid, sayPlannedOf, sayTodayOf, sayWay } from '../../ui/words/plain/person.ts';
import { sayConditions, sayDoubt, sayLuck, sayWorldsPlainly } from '../../ui/words/plain/sure.ts';
import { sayWhyPlainly } from '../../ui/words/plain/why.ts';

const names = {
  label: () => 'Ward',
  place: () => ({ one: 'bed', many: 'beds' }),
  date: (day: number) => `Day ${Math.floor(day)}`,
  moment: () => '',
};
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const span = (what: Span['what'], fromDay: number, toDay: number): Span => ({ what, station: 0, fromDay, toDay });
const courseWith = (...spans: Span[]): Course => ({ spans, left: null, gaveUp: false, isWhole: true });

describe('the days of a story', () => {
  it('are those from one date to the next, at whatever hour', () => {
    const course = courseWith(span('ready, waiting', 11.3, 15.9), span('in care', 15.9, 34.6));
    const [wait, care] = sayWay(course, names).map(bare);
    expect(wait).toBe('Day 11: she is ready to go, but has to wait in her bed. She waits 4 days.');
    expect(care).toBe('Day 15: she gets a place in the ward. Her care there takes about 19 days.');
    expect(daysSaid(course)).toBe(4);
    expect(sayTodayOf(daysSaid(course), 'to leave')).toContain('waits 4 days');
  });

  it('has no wait of a day that begins and ends on one date', () => {
    const course = courseWith(span('ready, waiting', 11.2, 11.9), span('in care', 11.9, 30));
    expect(sayWay(course, names)).toHaveLength(1);
    expect(daysSaid(course)).toBe(0);
    const [, planned] = sayPlannedOf(4, 0);
    expect(planned).toBe('Now there is a place for her on the same day. That is 4 days less than today.');
    expect(sayPlannedOf(4, 4)[1]).toBe('Now she waits 4 days. For her the plan makes no difference.');
  });
});

it('a share is so many people in a hundred', () => {
  const doubt = (used: string, range: string) => bare(sayDoubt({ name: 'how many', used, range }));
  expect(doubt('20.64 %', '10 to 30 %')).toBe('How many: we used 21 in 100. It could be 10 to 30 in 100.');
  expect(doubt('0.4 %', '0.2 to 0.9 %')).toBe('How many: we used 0.4 %. It could be 0.2 to 0.9 %.');
  expect(doubt('21 days', '14 to 35 days')).toBe('How many: we used 21 days. It could be 14 to 35 days.');
});

it('what is still being worked out has no range beside it', () => {
  const crowd: Crowd = { waiting: undefined, growth: undefined };
  const row = { value: -6, ciLow: -15, ciHigh: 2, replications: 3, seconds: [] } as unknown as DifferenceRow;
  const finding = sayPlainFinding(crowd, crowd, row, false);
  expect(finding.sentence).toMatch(/^We are working out/);
  expect(finding.range).toBe('');
});

it('a full service names the people in it who need other care', () => {
  const wait = { cause: causes.indexOf('no place'), station: 0, places: 24, inUse: 24, ahead: 1, preparedDay: NaN };
  const said = (elsewhere: { people: number; care: string }[]) =>
    sayWhyPlainly(wait as Wait, names, elsewhere)
      .map(bare)
      .join(' ');
  expect(said([])).toBe('All 24 beds at the ward were full. 1 person was in the queue before her.');
  expect(
    said([
      { people: 6, care: 'care at home' },
      { people: 3, care: 'a supportive bed' },
    ]),
  ).toContain('But 9 people in there need other care: care at home or a supportive bed. They did not get it');
});

it('a team that has not come to her is said to be off duty where some of it sees nobody', () => {
  const wait = {
    cause: causes.indexOf('assessment'),
    station: 0,
    places: 12,
    ahead: 0,
    isSeen: false,
    preparedDay: NaN,
  };
  const said = (inUse: number) => sayWhyPlainly({ ...wait, inUse } as Wait, names, []).map(bare)[0];
  expect(said(12)).toBe('Before she could go, she had to be seen by the ward. They had not come to her yet.');
  expect(said(4)).toBe(`${said(12)} They were not at work at that hour.`);
});

it('a range that is one number is not something to land in', () => {
  expect(sayLuck(20, 'likely close to 21 fewer')[1]).toContain('it would come out close to that nearly each time');
  expect(sayLuck(20, 'likely between 2 and 5 fewer')[1]).toContain('it would land in there nearly each time');
});

it('the other worlds say in how many it is a queue of today that grows, and the plan that stops it', () => {
  const told = (direction: 'lower' | 'higher', growing: number) =>
    sayWorldsPlainly({
      worlds: 200,
      count: 135,
      direction,
      leans: { lower: 0, higher: 0, [direction]: growing },
    })[1];
  expect(told('lower', 0)).toBe('In 135 of the 200, fewer people wait with the plan.');
  expect(told('lower', 124)).toBe(
    'In 135 of the 200, fewer people wait with the plan. In 124 of those, a queue keeps growing today, but not with the plan.',
  );
  expect(told('higher', 3)).toContain('In 3 of those, a queue keeps growing with the plan, but not today.');
});

it('what is laid over both futures is said', () => {
  expect(bare(sayConditions(['A busy winter', 'Older people']))).toBe(
    'This story has a busy winter and Older people in it, both today and with the plan.',
  );
});
