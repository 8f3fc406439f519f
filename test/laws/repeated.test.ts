// A run is a pure function: replications do not know of one another, in whatever order or number they are made.
import { describe, expect, it } from 'vitest';
import { compile, replicate, watch } from '../../engine/index.ts';
import { changed, overModels } from './over-models.ts';

describe('a replication', () => {
  it('is the same made first or last, alone or among others, watched or not', () => {
    overModels({ count: 60 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const ten = Array.from({ length: 10 }, (_r, replication) => replicate(program, seed, replication));
      const backwards = Array.from({ length: 20 }, (_r, i) => replicate(program, seed, 19 - i)).reverse();
      expect(backwards.slice(0, 10)).toEqual(ten);
      const fresh = compile(model, changed);
      expect(replicate(fresh, seed, 7)).toEqual(ten[7]);
      expect(watch(fresh, seed, 7).values).toEqual(ten[7]);
      expect(watch(fresh, seed, 7).trace).toEqual(watch(program, seed, 7).trace);
    });
  });

  it('differs from the next, and from the same one of another seed', () => {
    let differ = 0;
    overModels({ count: 20 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const one = JSON.stringify([...replicate(program, seed, 0)]);
      if (one !== JSON.stringify([...replicate(program, seed, 1)]) && one !== JSON.stringify([...replicate(program, seed + 1, 0)])) differ++;
    });
    expect(differ).toBeGreaterThan(17);
  });
});
