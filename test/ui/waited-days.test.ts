// The counter of days and who is in the wrong place, against a count of the trace person by person that knows nothing of the fold.
import { expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { compile, readModel, verbNumbers, type Model } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import ilkeston from '../../models/ilkeston-2019.json?raw';
import { elsewhereIn, elsewhereOn } from '../../ui/playback/elsewhere.ts';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import { daysUntil } from '../../ui/playback/waited-days.ts';
import { byPerson, daysByPerson } from './days-by-person.ts';

const model = readModel(ilkeston).model as Model;
const { LEAVE, MOVE, READY, ASK } = verbNumbers;

const runOf = (seed: number, option = 'today') => {
  const program = compile(model, { option });
  const { trace, people } = watch(program, seed, 0);
  const timeline = buildTimeline({ trace, network: program.network, people: people.need.length });
  return { program, trace, timeline, id: (name: string) => program.network.stationIds.indexOf(name) };
};

test('the days waited since the start date are those of every person, at any day, however it is reached', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.array(fc.double({ min: 0, max: 365, noNaN: true }), { minLength: 3, maxLength: 6 }),
      (seed, days) => {
        const { trace, timeline, id } = runOf(seed);
        for (const day of days) {
          const seats = timeline.seatsAt(day);
          const hospital = id('acute');
          const delayed = daysUntil(seats.delayedDays, day)[hospital] - timeline.delayedDaysBefore[hospital];
          expect(delayed).toBeCloseTo(daysByPerson(trace, hospital, READY, day), 6);
          for (const station of ['p1', 'p2', 'p3'].map(id)) {
            const waiting = daysUntil(seats.waitingDays, day)[station] - timeline.waitingDaysBefore[station];
            expect(waiting).toBeCloseTo(daysByPerson(trace, station, ASK, day), 6);
          }
        }
        // To the last bit the same when it is come to from the other side.
        const [first] = days;
        const before = daysUntil(timeline.seatsAt(first!).delayedDays, first!);
        timeline.seatsAt(365);
        expect(daysUntil(timeline.seatsAt(first!).delayedDays, first!)).toEqual(before);
      },
    ),
    { numRuns: cases(8) },
  );
});

test('in the wrong place is whoever was given a bed for want of what they asked for, and nobody else', () => {
  const { program, trace, timeline, id } = runOf(2019);
  const isElsewhere = elsewhereIn(model, program.network);
  let most = 0;
  for (const day of [40, 118, 200, 301]) {
    const { world, askedFirst } = timeline.seatsAt(day);
    const wrong: number[] = [];
    for (const [person, records] of byPerson(trace).entries()) {
      const last = records.findLast((r) => trace.day[r] <= day && (trace.verb[r] === MOVE || trace.verb[r] === LEAVE));
      if (last === undefined || trace.verb[last] === LEAVE) continue;
      // In Ilkeston only the ward takes people who asked for something else.
      if (trace.other[last] === id('p3') && trace.value[last] !== id('p3')) wrong.push(person);
    }
    const found = [...world.station.entries()].flatMap(([person, station]) =>
      station >= 0 && isElsewhere(world.need[person], station, askedFirst[person]) ? [person] : [],
    );
    expect(found).toEqual(wrong);
    const counted = elsewhereOn({ model, network: program.network, trace }, id('p3'), day);
    expect([...counted.values()].reduce((sum, people) => sum + people, 0)).toBe(wrong.length);
    most = Math.max(most, wrong.length);
  }
  expect(most).toBeGreaterThan(3);
});
