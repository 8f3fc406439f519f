// Why people wait, read off a trace: the causes add up to the engine's own account of them, and what is said of a person is true.
import { describe, expect, it } from 'vitest';
import { causes, rowKeys, type Program } from '../../engine/index.ts';
import { gatesOf } from '../../engine/network/gate-outline.ts';
import { waitAt } from '../../engine/trace/waits.ts';
import { WaitState } from '../../engine/trace/wait-state.ts';
import { waitIn } from '../../engine/trace/waits.ts';
import { busy, overModels, today, watched, type Watched } from './over-models.ts';

const DELAYED = 3;
const OUTSIDE = 1;

const waitsOf = ({ program, trace, people }: Watched) => ({
  trace,
  people,
  network: program.network,
  gates: gatesOf(program),
});

/** Moments at which anything may change, from the start date on: whatever does leaves a record. */
function moments({ trace, program }: Watched): number[] {
  const { runDays } = program.network;
  const days = new Set([0, ...trace.day].filter((day) => day >= 0 && day < runDays));
  return [...days].sort((a, b) => a - b);
}

const inForce = ({ network, later }: Program, day: number) =>
  later.findLast(({ fromDay }) => fromDay <= day)?.network ?? network;

/** By cause and station: people × days. */
function causeDays(run: Watched): Map<string, number> {
  const { program } = run;
  const { runDays, stationIds } = program.network;
  const state = new WaitState(waitsOf(run));
  const found = new Map<string, number>();
  const days = moments(run);
  days.forEach((day, i) => {
    state.advance(day);
    const lasts = (days[i + 1] ?? runDays) - day;
    const { world } = state;
    for (let person = 0; person < world.state.length; person++) {
      const cause = state.causeOf(person);
      if (cause < 0) continue;
      const to = world.team[person] >= 0 ? world.team[person] : world.askedFor[person];
      const key = `${stationIds[to]} ${causes[cause]}`;
      found.set(key, (found.get(key) ?? 0) + lasts);
    }
  });
  return found;
}

describe('why people wait', () => {
  it('adds up to the engine’s own causes, by station', () => {
    let compared = 0;
    overModels({ count: 40 }, {}, (_, model, seed) => {
      const run = watched(model, busy(model), seed);
      const found = causeDays(run);
      const expected = new Map<string, number>();
      rowKeys(run.program).forEach(({ measure, station, statistic, who }, at) => {
        if (measure === 'delayCause' && who === 'all' && !Number.isNaN(run.values[at]))
          expected.set(`${station} ${statistic}`, run.values[at] * run.program.network.runDays);
      });
      for (const key of new Set([...found.keys(), ...expected.keys()])) {
        expect(found.get(key) ?? 0, key).toBeCloseTo(expected.get(key) ?? 0, 6);
        compared++;
      }
    });
    expect(compared).toBeGreaterThan(300);
  });

  it('says of everybody who waits what holds, and of nobody else anything', () => {
    const seen = new Set<number>();
    overModels({ from: 440, count: 60 }, {}, (_, model, seed) => {
      const run = watched(model, today, seed);
      const waits = waitsOf(run);
      const state = new WaitState(waits);
      const { runDays } = run.program.network;
      for (let day = 1.3; day < runDays; day += 5.7) {
        state.advance(day);
        const { world } = state;
        for (let person = 0; person < world.state.length; person++) {
          const wait = waitIn(state, waits, person);
          const isWaiting = [OUTSIDE, DELAYED].includes(world.state[person]);
          expect(wait !== null, `person ${person} on day ${day}`).toBe(isWaiting);
          if (!wait) continue;
          seen.add(wait.cause);
          expect(wait.ahead).toBeGreaterThanOrEqual(0);
          expect(wait.ahead).toBeLessThan(Math.max(1, world.waiting[world.askedFor[person]] ?? 1));
          expect(wait.sinceDay).toBeLessThanOrEqual(day);
          for (const next of [wait.nextPlaceDay, wait.assessedDay, wait.ends?.day ?? null, wait.nextMonthDay])
            if (next !== null) expect(next).toBeGreaterThan(day);
          if (wait.closed) expect(wait.opensDay).toBeGreaterThan(day);
          if (causes[wait.cause] === 'no place')
            expect(wait.inUse + wait.promised + wait.turning).toBeGreaterThanOrEqual(wait.places);
          if (causes[wait.cause] === 'starts limit')
            expect(wait.startsPerMonth).toBe(inForce(run.program, day).startsPerMonth[wait.station]);
          if (causes[wait.cause] === 'closed hours') expect(wait.closed, `person ${person}, day ${day}`).not.toBeNull();
          // Nobody gets into the station they wait for before its next place comes.
          if (wait.ends?.station === wait.station && wait.promised === 0 && wait.nextPlaceDay !== null)
            expect(wait.ends.day).toBeGreaterThanOrEqual(wait.nextPlaceDay);
        }
      }
    });
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('tells the same whether it is read to the moment or from the beginning', () => {
    overModels({ from: 500, count: 6 }, {}, (_, model, seed) => {
      const run = watched(model, today, seed);
      const waits = waitsOf(run);
      const state = new WaitState(waits);
      for (const day of [4, 11.5, 30]) {
        state.advance(day);
        for (let person = 0; person < state.world.state.length; person += 7)
          expect(waitAt(waits, person, day)).toEqual(waitIn(state, waits, person));
      }
    });
  });
});
