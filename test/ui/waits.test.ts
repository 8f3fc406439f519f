// Whose story it is: the waits of everybody in one pass are those of their journeys, and the one chosen is typical of those who wait.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, readModel, verbNumbers, type Model } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { subjectOf } from '../../ui/model/values.ts';
import { courseOf, waitedDays } from '../../ui/playback/course.ts';
import { journeyOf } from '../../ui/playback/journey.ts';
import { typicalPerson, type Future } from '../../ui/playback/typical-person.ts';
import { waitsOf } from '../../ui/playback/waits.ts';
import { root } from '../source-files.ts';

const modelOf = (name: string): Model => readModel(readFileSync(join(root, `models/${name}.json`), 'utf8')).model!;

/** One of each way to wait: in a bed, outside, to be seen by a team, for a place made ready, giving up, turned away. */
const names = [
  'ilkeston-2019',
  'stroke-unit-2016',
  'learn/team',
  'learn/preparation',
  'learn/patience',
  'learn/waiting-room',
  'learn/gridlock',
  'learn/cascade',
];

function runOf(model: Model, option: string) {
  const program = compile(model, { option });
  const { trace, people } = watch(program, 7, 0);
  return { trace, people, network: program.network };
}

/** Some wait in a bed at the start, some outside, for days that differ. */
const waitedAlready: Record<string, unknown> = {
  ...modelOf('learn/initial-patients'),
  controls: [],
  options: [],
  initial: {
    acute: { delayedFor: { p1: { people: 10, sinceDays: { shape: 'exponential', meanDays: 8 } } } },
    p1: { inCare: 16, waiting: { p1: { people: 3, sinceDays: [2, 5, 9] } } },
  },
};

const cases: [string, Model][] = [
  ...names.map((name): [string, Model] => [name, modelOf(name)]),
  ['a run in which some have waited already', readModel(JSON.stringify(waitedAlready)).model!],
];

describe.each(cases)('the waits of everybody in %s', (_, model) => {
  const { trace, people, network } = runOf(model, 'today');
  const count = people.need.length;

  it('are those of their journeys', () => {
    const { days, elsewhere } = waitsOf(trace, network, count, { station: -1, isOutside: false });
    let waiters = 0;
    for (let person = 0; person < count; person++) {
      const course = courseOf(journeyOf(trace, network, person), network.isExit, network.runDays);
      const waited = waitedDays(course);
      if (waited > 0) waiters++;
      expect(days[person], `person ${person}`).toBeCloseTo(waited, 6);
    }
    expect(waiters).toBeGreaterThan(5);
    expect(elsewhere.every((one) => one === 0)).toBe(true);
  });

  it('are, at one place and elsewhere, together the same', () => {
    const { station, measure } = subjectOf(model);
    const at = { station: network.stationIds.indexOf(station), isOutside: measure === 'waiting' };
    const all = waitsOf(trace, network, count, { station: -1, isOutside: false });
    const { days, elsewhere } = waitsOf(trace, network, count, at);
    expect(days.some((one) => one > 0)).toBe(true);
    for (let person = 0; person < count; person++)
      expect(days[person] + elsewhere[person]).toBeCloseTo(all.days[person], 9);
  });
});

it('count the days before the run of who has waited already', () => {
  const { trace, people, network } = runOf(cases.at(-1)![1], 'today');
  const { days } = waitsOf(trace, network, people.need.length, { station: -1, isOutside: false });
  const waited = new Map<number, number>();
  for (let r = 0; r < trace.length; r++) {
    const person = trace.patient[r];
    const already = verbNumbers.waitedAlready(trace, r);
    if (already > 0) waited.set(person, already);
    else if (trace.verb[r] === verbNumbers.MOVE && waited.has(person)) {
      expect(days[person], `person ${person}`).toBeCloseTo(waited.get(person)! + trace.day[r], 9);
      waited.set(person, 0);
    }
  }
  expect(waited.size).toBe(13);
  expect([...waited.values()].filter((left) => left === 0).length).toBeGreaterThan(8);
});

/** Everybody comes a day after the one before, and leaves by the first exit unless said otherwise. */
const future = (
  days: readonly number[],
  more: { elsewhere?: readonly number[]; leftBy?: readonly number[] } = {},
): Future => ({
  waits: {
    days: Float64Array.from(days),
    elsewhere: Float64Array.from(more.elsewhere ?? days.map(() => 0)),
    cameDay: Float64Array.from(days, (_, at) => at),
    leftBy: Int16Array.from(more.leftBy ?? days.map(() => 1)),
  },
  keyHigh: Uint32Array.from(days, () => 1),
  keyLow: Uint32Array.from(days, (_, at) => at + 10),
});

describe('the person in the story', () => {
  it('waits as long as those in the middle of all who wait, not of all who come', () => {
    expect(typicalPerson(future([0, 0, 0, 0, 0, 2, 4, 30]))).toMatchObject({ person: 6, waiters: 3, doesWait: true });
  });

  it('differs between the futures where anybody of the middle does', () => {
    const now = future([0, 3, 4, 4, 5, 9]);
    expect(typicalPerson(now, future([0, 3, 4, 1, 5, 9]))).toMatchObject({ person: 3, shorter: 1, longer: 0 });
    // And is one of those whose wait changes as most people's does.
    expect(typicalPerson(now, future([0, 1, 2, 9, 3, 7]))!.person).toBe(2);
  });

  it('waits nowhere else and leaves as most do, where there is such a one', () => {
    const planned = future([1, 1, 1, 1]);
    expect(typicalPerson(future([4, 4, 4, 4], { elsewhere: [9, 9, 0, 9] }), planned)!.person).toBe(2);
    expect(typicalPerson(future([4, 4, 4, 4], { leftBy: [2, 1, 1, 1] }), planned)!.person).toBe(1);
  });

  it('has come and gone within the run, in both futures', () => {
    const now = future([4, 4, 4], { leftBy: [-1, 1, 1] });
    expect(typicalPerson(now, future([1, 1, 1], { leftBy: [1, -1, 1] }))!.person).toBe(2);
    expect(typicalPerson(now, future([1, 1, 1], { leftBy: [1, -1, -1] }))).toBeUndefined();
  });

  it('is found by key where the running numbers are others, and need not wait today', () => {
    const swapped = { ...future([6, 0]), keyLow: Uint32Array.from([11, 10]) };
    expect(typicalPerson(future([0, 0]), swapped)).toMatchObject({ person: 1, waiters: 1, longer: 1 });
  });

  it('is anybody where nobody waits', () => {
    expect(typicalPerson(future([0, 0, 0.2]))).toEqual({
      person: 1,
      doesWait: false,
      waiters: 0,
      shorter: 0,
      longer: 0,
    });
  });
});
