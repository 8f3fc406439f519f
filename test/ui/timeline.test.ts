// The timeline: any day looks the same whether the map played to it or jumped to it, and agrees with the engine.
import { describe, expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { compile, readModel, type Model } from '../../engine/index.ts';
import { censusAt, watch } from '../../engine/study/replication.ts';
import ilkeston from '../../models/ilkeston-2019.json?raw';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import type { Seats } from '../../ui/playback/seating.ts';
import { HOME, HOSPITAL, WARD, outline, story, storyPeople } from './story.ts';

const told = () => buildTimeline({ trace: story, network: outline, people: storyPeople });
const cellsOf = (seats: Seats) => [...seats.cell];

describe('cells', () => {
  test('a person keeps the lowest cell that was free when they came', () => {
    const timeline = told();
    expect(cellsOf(timeline.seatsAt(4))).toEqual([0, 1, 0, 1, -1]);
    // Person 2 takes the bed that 0 left; 3 stays in the second cell of the hospital.
    expect(cellsOf(timeline.seatsAt(5))).toEqual([-1, 1, 0, 1, -1]);
    expect([...timeline.seatsAt(9).room]).toEqual([-1, WARD, WARD, HOSPITAL, 3 + WARD]);
    expect(cellsOf(timeline.seatsAt(40))).toEqual([-1, -1, 0, 2, 1]);
  });

  test('who passes through the hospital at once is seen coming out of it', () => {
    const seats = told().seatsAt(1);
    expect([seats.cameFrom[1], seats.cameFromCell[1], seats.cameDay[1]]).toEqual([HOSPITAL, -1, 1]);
  });
});

test('what the map needs to know of the whole run', () => {
  const timeline = told();
  expect([timeline.minDay, timeline.maxDay]).toEqual([0, 100]);
  expect(timeline.mostPlaces[WARD]).toBe(3);
  // All pass through the hospital at once, and one leaves the ward for home the moment that they ask.
  expect([...timeline.isWaitedFor]).toEqual([0, 0, 1]);
  expect([...timeline.mostCells]).toEqual([0, 2, 3, 0, 0, 1]);
  expect(timeline.flow[(HOSPITAL + 1) * 3 + WARD]).toBe(3);
  expect(timeline.flow[(WARD + 1) * 3 + HOME]).toBe(2);
  expect([...timeline.leftBefore]).toEqual([0, 0, 0]);
});

test('days outside the run are its ends', () => {
  const timeline = told();
  expect(timeline.worldAt(-50).day).toBe(0);
  expect(timeline.worldAt(5000).day).toBe(100);
});

describe('a real run', () => {
  const model = readModel(ilkeston).model as Model;
  const run = { option: 'today', set: { 'streams.acute.arrivalsPerDay': 2.6 } };
  const program = compile(model, run);
  const { trace, people } = watch(program, 7, 0);
  const timeline = () => buildTimeline({ trace, network: program.network, people: people.need.length });
  const { runDays } = program.network;
  const days = fc.array(fc.double({ min: 0, max: runDays, noNaN: true }), { minLength: 1, maxLength: 12 });

  test('scrubbing to a day shows what playing to it shows', () => {
    const scrubbed = timeline();
    fc.assert(
      fc.property(days, (some) => {
        const played = timeline();
        const inOrder = new Map(some.toSorted((a, b) => a - b).map((day) => [day, snapshot(played.seatsAt(day))]));
        for (const day of some) expect(snapshot(scrubbed.seatsAt(day))).toEqual(inOrder.get(day));
      }),
      { numRuns: cases(8) },
    );
  });

  test('the world at a day is the one the engine had', () => {
    const shown = timeline();
    for (const day of [0, 27.9, 28, 83.25, 200, runDays]) {
      const { occupancy, delayed, waiting, places } = shown.worldAt(day);
      expect({ occupancy, delayed, waiting, places }).toEqual(censusAt(program, 7, 0, day));
    }
  });
});

function snapshot({ world, room, cell, cameFrom, cameFromCell, cameDay }: Seats) {
  const { day, records, state, occupancy } = world;
  return structuredClone({ day, records, state, occupancy, room, cell, cameFrom, cameFromCell, cameDay });
}
