// A run is a pure function: replications do not affect one another, in whatever order or number they are run.
import { describe, expect, it } from 'vitest';
import { compile, replicate } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { changed, firstDifference, overModels, sameBytes } from './over-models.ts';

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
