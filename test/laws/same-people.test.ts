// The same people come in every option: same keys, same moments, same needs; more demand only adds people.
import { describe, expect, it } from 'vitest';
import { ARRIVE, MOVE, READY } from '../../engine/trace/trace.ts';
import { changed, overModels, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

/** Everyone who came: key → moment, need and stream. An endless backlog comes as it is taken, so it is left out. */
function whoCame({ trace, people, program }: ReturnType<typeof watched>): Map<string, string> {
  const came = new Map<string, string>();
  for (let i = 0; i < trace.length; i++) {
    if (trace.verb[i] !== ARRIVE) continue;
    const who = trace.patient[i];
    if (program.network.streams[trace.value[i]]?.alwaysWaiting > 0) continue;
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

  it('stay as long in every option, wherever they were before and however long they waited', () => {
    let compared = 0;
    overModels({ count: 80 }, { calm: true }, (_, model, seed) => {
      const before = howLong(watched(model, today, seed));
      for (const [stay, days] of howLong(watched(model, changed, seed))) {
        const other = before.get(stay);
        if (other === undefined) continue;
        compared++;
        if (Math.abs(other - days) > 1e-9) expect.fail(`${stay}: ${other} days become ${days}`);
      }
    });
    expect(compared).toBeGreaterThan(1000);
  });
});

/**
 * Stays by person, station asked for first, how many-th of those, and the station that had room. Where the stay stands still in
 * some hours it takes longer or shorter by when it begins, and people there at the start have stayed before: both are left out.
 */
function howLong({ trace, people, program }: ReturnType<typeof watched>): Map<string, number> {
  const { progresses, altFrom, altTargets, altStayFactor } = program.network;
  /** Stations where somebody may get the care of another. */
  const elsewhere = new Set<number>();
  altStayFactor.forEach((factor, one) => {
    if (Number.isNaN(factor)) return;
    for (let t = altFrom[one]; t < altFrom[one + 1]; t++) elsewhere.add(altTargets[t]);
  });
  const stays = new Map<string, number>();
  const times = new Map<string, number>();
  const begun = new Map<number, { stay: string; day: number; station: number }>();
  for (let i = 0; i < trace.length; i++) {
    const who = trace.patient[i];
    if (who < 0 || people.stream[who] < 0) continue;
    if (trace.verb[i] === MOVE) {
      const moved = begun.delete(who);
      const asked = `${people.keyHigh[who]}:${people.keyLow[who]} asks for ${trace.value[i]}`;
      // People who move on without having been ready continue the same stay.
      if (moved) continue;
      times.set(asked, (times.get(asked) ?? 0) + 1);
      const station = trace.other[i];
      begun.set(who, { stay: `${asked} (${times.get(asked)}), in ${station}`, day: trace.day[i], station });
    } else if (trace.verb[i] === READY) {
      const one = begun.get(who);
      begun.delete(who);
      if (one && progresses[one.station] === null && !elsewhere.has(one.station))
        stays.set(one.stay, trace.day[i] - one.day);
    }
  }
  return stays;
}
