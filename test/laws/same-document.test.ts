// What a document means does not depend on how it is written: order of keys and ways, labels, and stations nobody goes to.
import { describe, expect, it } from 'vitest';
import { compile, replicate, rowKeys, type Model, type RunRequest } from '../../engine/index.ts';
import { changed, firstDifference, overModels, readable, sameBytes, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

/** The same JSON with the keys of every object the other way round, and every list of ways too. */
function turned(piece: unknown, key = ''): unknown {
  if (Array.isArray(piece)) {
    const parts = piece.map((part) => turned(part));
    return key === 'next' ? parts.toReversed() : parts;
  }
  if (typeof piece !== 'object' || piece === null) return piece;
  return Object.fromEntries(
    Object.entries(piece)
      .toReversed()
      .map(([name, part]) => [name, turned(part, key === 'next' ? 'next' : name)]),
  );
}

function relabelled(piece: unknown): unknown {
  if (Array.isArray(piece)) return piece.map(relabelled);
  if (typeof piece !== 'object' || piece === null) return piece;
  return Object.fromEntries(
    Object.entries(piece).map(([name, part]) => [
      name,
      name === 'label' || name === 'title' ? `Zz ${String(part)} aa` : relabelled(part),
    ]),
  );
}

/** Every row by its key, so that rows may be in any order. */
function rows(model: Model, request: RunRequest, seed: number): Map<string, number> {
  const program = compile(model, request);
  const values = replicate(program, seed, 3);
  return new Map(
    rowKeys(program).map((key, at) => [
      [key.station, key.measure, key.statistic, key.who, key.day].join(' | '),
      values[at],
    ]),
  );
}

describe('the same document', () => {
  it('written in another order gives the same numbers and the same trace, to the last bit', () => {
    overModels({ count: 80 }, {}, (document, model, seed) => {
      const other = readable(turned(document));
      for (const request of [today, changed]) {
        const one = watched(model, request, seed);
        const two = watched(other, request, seed);
        expect(firstDifference(two.trace, one.trace)).toBe(null);
        expect(JSON.stringify(rowKeys(two.program))).toBe(JSON.stringify(rowKeys(one.program)));
        expect(sameBytes(two.values, one.values)).toBe(true);
      }
    });
  });

  it('under other labels gives the same numbers', () => {
    overModels({ from: 300, count: 60 }, {}, (document, model, seed) => {
      expect(
        sameBytes(watched(readable(relabelled(document)), today, seed).values, watched(model, today, seed).values),
      ).toBe(true);
    });
  });

  const chapel = { kind: 'ward', label: 'Chapel', beds: 2, stay: { shape: 'fixed', days: 1 }, next: [{ to: 'home' }] };
  const wider: Record<string, (document: Piece) => Piece> = {
    'with a station that nobody goes to': ({ stations }) => ({ stations: { ...(stations as Piece), chapel } }),
    'with a stream that brings nobody': ({ streams, needs }) => ({
      streams: {
        ...(streams as Piece),
        nobody: { label: 'Nobody', arrivalsPerDay: 0, shares: { [Object.keys(needs as Piece)[0]]: 1 } },
      },
    }),
    'with a need that no stream speaks of': ({ stations, needs }) => ({
      needs: { ...(needs as Piece), unspoken: { label: 'Another need', goesTo: 'chapel' } },
      stations: { ...(stations as Piece), chapel },
    }),
  };
  for (const [title, widen] of Object.entries(wider)) {
    it(`${title} gives the same numbers`, () => {
      overModels({ from: 400, count: 60 }, {}, (document, model, seed) => {
        const found = rows(readable({ ...document, ...widen(document) }), today, seed);
        for (const [key, value] of rows(model, today, seed)) {
          if (!Object.is(found.get(key), value)) expect.fail(`${key}: ${value} becomes ${found.get(key)}`);
        }
      });
    });
  }

  it('with a million places in place of unlimited gives the same trace, except for that number', () => {
    overModels({ from: 600, count: 100 }, {}, (document, model, seed) => {
      const stations = document.stations as Record<string, Piece>;
      if (stations.door?.beds !== 'unlimited') return;
      const many = readable({ ...document, stations: { ...stations, door: { ...stations.door, beds: 100_000 } } });
      expect(firstDifference(watched(many, today, seed).trace, watched(model, today, seed).trace)).toBe(null);
    });
  });
});
