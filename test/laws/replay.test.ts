// The trace is complete: replayed to any day it gives the counts that the engine itself held on that day.
import { describe, expect, it } from 'vitest';
import { advanceWorld, copyWorld, startWorld } from '../../engine/index.ts';
import { censusAt } from '../../engine/study/replication.ts';
import { ARRIVE } from '../../engine/trace/trace.ts';
import { journeysOf } from './journeys.ts';
import { changed, overModels, watched } from './over-models.ts';

describe('replay', () => {
  it('agrees with the engine, and with the journeys read from the same trace, on days of all kinds', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      const { program, trace } = watched(model, changed, seed);
      const { runDays, warmUpDays, stationIds, isExit } = program.network;
      const journeys = journeysOf(trace, program.network.keepsPlace);
      const people = journeys.arrived.size;
      let world = startWorld(program.network, people);
      const middle = trace.day[Math.floor(trace.length / 2)] ?? 0;
      // A moment of an event, a quarter day on the grid, days between, and the beginning and end.
      const days = [-warmUpDays, -warmUpDays / 3, 0, middle, 10.25, (seed * 7.13) % runDays, runDays * 0.9].sort(
        (a, b) => a - b,
      );
      for (const day of days) {
        world = copyWorld(world);
        advanceWorld(world, trace, day);
        const census = censusAt(program, seed, 0, day);
        const context = `day ${day}`;
        expect([...world.places], context).toEqual([...census.places]);
        stationIds.forEach((id, station) => {
          if (isExit[station]) return;
          const here = journeys.spans.filter((span) => span.station === station && span.from <= day && span.to > day);
          const delayed = here.filter((span) => span.ready <= day).length;
          const waiting = journeys.asks.filter(
            (ask) => ask.first === station && ask.from <= day && ask.to > day,
          ).length;
          expect(
            [world.occupancy[station], world.delayed[station], world.waiting[station]],
            `${context} ${id}, replay and engine`,
          ).toEqual([census.occupancy[station], census.delayed[station], census.waiting[station]]);
          expect(
            [census.occupancy[station], census.delayed[station], census.waiting[station]],
            `${context} ${id}, engine and journeys`,
          ).toEqual([here.length, delayed, waiting]);
        });
      }
      expect(trace.verb.filter((verb) => verb === ARRIVE).length).toBe(people);
    });
  });
});
