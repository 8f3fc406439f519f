// The same people come in every option: same keys, same moments, same needs; more demand only adds people.
import { describe, expect, it } from 'vitest';
import { ARRIVE } from '../../engine/trace.ts';
import { changed, overModels, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

/** Everyone who came: key → moment, need and stream. */
function whoCame({ trace, people }: ReturnType<typeof watched>): Map<string, string> {
  const came = new Map<string, string>();
  for (let i = 0; i < trace.length; i++) {
    if (trace.verb[i] !== ARRIVE) continue;
    const who = trace.patient[i];
    const key = `${people.keyHigh[who] >>> 0}:${people.keyLow[who] >>> 0}`;
    if (came.has(key)) expect.fail(`two people with key ${key}`);
    came.set(key, `day ${trace.day[i]}, need ${trace.other[i]}, stream ${trace.value[i]}`);
  }
  return came;
}

describe('the same people', () => {
  it('come in every option, with the same needs at the same moments', () => {
    overModels({ count: 80 }, {}, (document, model, seed) => {
      const stations = document.stations as Record<string, Piece>;
      const set = Object.fromEntries(
        Object.keys(stations)
          .filter((id) => typeof (stations[id].beds ?? stations[id].places) === 'number')
          .map((id) => [`stations.${id}.${stations[id].kind === 'ward' ? 'beds' : 'places'}`, 1 + (seed % 5)]),
      );
      const came = whoCame(watched(model, today, seed));
      const told = (who: Map<string, string>): string => JSON.stringify([...who].toSorted());
      expect(told(whoCame(watched(model, changed, seed)))).toBe(told(came));
      expect(told(whoCame(watched(model, { ...today, set }, seed)))).toBe(told(came));
    });
  });

  it('more demand only adds people; everyone else comes when they did', () => {
    let compared = 0;
    overModels({ count: 80 }, {}, (document, model, seed) => {
      const streams = document.streams as Record<string, Piece>;
      const rates = Object.entries(streams).filter(([, stream]) => stream.arrivalsPerDay !== undefined);
      if (rates.length === 0) return;
      const set = Object.fromEntries(
        rates.map(([id, stream]) => [`streams.${id}.arrivalsPerDay`, (stream.arrivalsPerDay as number) * 1.7]),
      );
      const few = whoCame(watched(model, today, seed));
      const many = whoCame(watched(model, { ...today, set }, seed));
      for (const [key, how] of few) if (many.get(key) !== how) expect.fail(`${key}: ${how} becomes ${many.get(key)}`);
      expect(many.size).toBeGreaterThanOrEqual(few.size);
      compared += many.size - few.size;
    });
    expect(compared).toBeGreaterThan(50);
  });

  it('changing one share moves people only to it or from it', () => {
    overModels({ count: 80 }, {}, (document, model, seed) => {
      const streams = document.streams as Record<string, Piece>;
      const id = Object.keys(streams)[0];
      const shares = streams[id].shares as Record<string, number>;
      if (shares.high === undefined) return;
      const set = { [`streams.${id}.shares.high`]: Math.min(1, shares.high + 0.2) };
      const needs = model.needs ? Object.keys(model.needs).sort() : [];
      const high = needs.indexOf('high');
      const few = whoCame(watched(model, today, seed));
      const more = whoCame(watched(model, { ...today, set }, seed));
      for (const [key, how] of few) {
        const now = more.get(key)!;
        if (now === how) continue;
        if (!now.includes(`need ${high},`)) expect.fail(`${key}: ${how} becomes ${now}`);
      }
    });
  });
});
