// A run is a pure function: replications do not affect one another, in whatever order or number they are run.
import { describe, expect, it } from 'vitest';
import { compile, replicate, rowKeys, type Program } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { startRun, type Run } from '../../engine/run/native.ts';
import { d2aDocument } from '../../cli/bench/d2a.ts';
import { changed, firstDifference, overModels, readable, sameBytes, today } from './over-models.ts';

/** The first row that the short ways count otherwise: a call is missing in `engine/run/short-way.ts` or `passThrough`. */
function rowApart(program: Program, byTheRules: Float64Array, byShortWays: Float64Array): string | null {
  const at = byTheRules.findIndex((value, row) => !Object.is(value, byShortWays[row]));
  if (at < 0) return null;
  const { station, measure, statistic, who } = rowKeys(program)[at];
  return `${station} ${measure} ${statistic} ${who}: ${byTheRules[at]} by the rules, ${byShortWays[at]} by the short ways`;
}

describe('a replication', () => {
  it('is the same made first or last, alone or among others, watched or not', () => {
    overModels({ count: 30 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const ten = Array.from({ length: 10 }, (_r, replication) => replicate(program, seed, replication));
      const backwards = Array.from({ length: 20 }, (_r, i) => replicate(program, seed, 19 - i)).reverse();
      expect(ten.every((values, i) => sameBytes(values, backwards[i]))).toBe(true);
      const fresh = compile(model, changed);
      expect(sameBytes(replicate(fresh, seed, 7), ten[7])).toBe(true);
      expect(sameBytes(watch(fresh, seed, 7).values, ten[7])).toBe(true);
      expect(firstDifference(watch(fresh, seed, 7).trace, watch(program, seed, 7).trace)).toBe(null);
    });
  });

  // Whoever is watched goes by the rules, and nobody watched by their short ways.
  it('comes to the same by the short ways, as it is and under its condition', () => {
    for (const request of [today, changed])
      overModels({ from: 400, count: 40 }, {}, (_, model, seed) => {
        const program = compile(model, request);
        for (const replication of [0, 1, ~0])
          expect(
            rowApart(program, watch(program, seed, replication).values, replicate(program, seed, replication)),
          ).toBe(null);
      });
  });

  it('comes to the same where half of the people leave on arrival', () => {
    const program = compile(readable(d2aDocument(200)), today);
    for (const replication of [0, 1, ~0])
      expect(rowApart(program, watch(program, 3, replication).values, replicate(program, 3, replication))).toBe(null);
  });

  it('has a state of its own while it is open, and reports its end when another has taken that over', () => {
    overModels({ from: 500, count: 20 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const { runDays } = program.network;
      const start = (replication: number) => startRun(program, seed, replication, null, null);
      const seen = (run: Run) => ({ ...run.census(), events: run.events() });
      const alone = [0, 1].map((replication) => {
        const run = start(replication);
        const days = [0.25, 0.5, 0.75].map((part) => (run.runTo(part * runDays), seen(run)));
        run.finish();
        return [...days, seen(run)];
      });
      const both = [0, 1].map(start);
      const days = [0.25, 0.5, 0.75].map((part) => both.map((run) => (run.runTo(part * runDays), seen(run))));
      for (const run of both) run.finish();
      const later = [2, 3].map(start);
      for (const run of later) run.runTo(runDays / 2);
      for (const run of both) run.runTo(runDays);
      const ends = both.map(seen);
      expect([0, 1].map((which) => [...days.map((day) => day[which]), ends[which]])).toEqual(alone);
    });
  });

  it('differs from the next, and from the same one of another seed', () => {
    let differ = 0;
    overModels({ count: 20 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const one = JSON.stringify([...replicate(program, seed, 0)]);
      if (
        one !== JSON.stringify([...replicate(program, seed, 1)]) &&
        one !== JSON.stringify([...replicate(program, seed + 1, 0)])
      )
        differ++;
    });
    expect(differ).toBeGreaterThan(17);
  });
});
