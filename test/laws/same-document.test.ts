// What a document means does not hang on how it is written: order of keys and ways, labels, and stations nobody goes to.
import { describe, expect, it } from 'vitest';
import { compile, replicate, rowKeys, type Model, type RunRequest } from '../../engine/index.ts';
import { changed, overModels, readable, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

/** The same JSON with the keys of every object the other way round, and every list of ways too. */
function turned(piece: unknown, key = ''): unknown {
  if (Array.isArray(piece)) {
    const parts = piece.map((part) => turned(part));
    return key === 'next' ? parts.toReversed() : parts;
  }
  if (typeof piece !== 'object' || piece === null) return piece;
  return Object.fromEntries(Object.entries(piece).toReversed().map(([name, part]) => [name, turned(part, name === 'else' || key === 'next' ? 'next' : name)]));
}

function relabelled(piece: unknown): unknown {
  if (Array.isArray(piece)) return piece.map(relabelled);
  if (typeof piece !== 'object' || piece === null) return piece;
  return Object.fromEntries(
    Object.entries(piece).map(([name, part]) => [name, name === 'label' || name === 'title' ? `Zz ${String(part)} aa` : relabelled(part)]),
  );
}

/** Every row by its key, so that rows may stand in any order. */
function rows(model: Model, request: RunRequest, seed: number): Map<string, number> {
  const program = compile(model, request);
  const values = replicate(program, seed, 3);
  return new Map(rowKeys(program).map((key, at) => [[key.station, key.measure, key.statistic, key.who, key.day].join(' | '), values[at]]));
}

describe('the same document', () => {
  it('written in another order gives the same numbers and the same trace, to the last bit', () => {
    overModels({ count: 150 }, {}, (document, model, seed) => {
      const other = readable(turned(document));
      for (const request of [today, changed]) {
        expect(rows(other, request, seed)).toEqual(rows(model, request, seed));
        expect(watched(other, request, seed).trace).toEqual(watched(model, request, seed).trace);
      }
    });
  });

  it('under other labels gives the same numbers', () => {
    overModels({ from: 300, count: 60 }, {}, (document, model, seed) => {
      expect(rows(readable(relabelled(document)), today, seed)).toEqual(rows(model, today, seed));
    });
  });

  it('with a station, a need and a stream that nobody uses gives the same numbers', () => {
    overModels({ from: 400, count: 100 }, {}, (document, model, seed) => {
      const stations = document.stations as Piece;
      const streams = document.streams as Piece;
      const needs = document.needs as Piece;
      const wider = readable({
        ...document,
        needs: { ...needs, another: { label: 'Another need', goesTo: 'chapel' } },
        streams: { ...streams, nobody: { label: 'Nobody', arrivalsPerDay: 0, shares: { another: 1 } } },
        stations: { ...stations, chapel: { kind: 'ward', label: 'Chapel', beds: 2, stay: { shape: 'fixed', days: 1 }, next: [{ to: 'home' }] } },
      });
      const found = rows(wider, today, seed);
      for (const [key, value] of rows(model, today, seed)) expect(found.get(key), key).toBe(value);
    });
  });

  it('with a million places in place of unlimited gives the same trace, but for that number', () => {
    overModels({ from: 600, count: 100 }, {}, (document, model, seed) => {
      const stations = document.stations as Record<string, Piece>;
      if (stations.door?.beds !== 'unlimited') return;
      const many = readable({ ...document, stations: { ...stations, door: { ...stations.door, beds: 100_000 } } });
      expect(watched(many, today, seed).trace).toEqual(watched(model, today, seed).trace);
    });
  });
});
