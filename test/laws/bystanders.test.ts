// What happens elsewhere at the same moment changes nobody's journey: no shortcut of the engine may decide who goes first.
import { describe, expect, it } from 'vitest';
import { journeysOf } from '../../engine/trace/journeys.ts';
import { overModels, readable, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';
import { tied } from './tied.ts';
import { Witness } from './witness.ts';

/** A kiosk with its own hours and its own entrance; somebody comes every eighth of a day and stays as long. */
function withKiosk(document: Piece): Piece {
  const { runDays } = document.calendar as { runDays: number };
  const [stream] = Object.values(document.streams as Record<string, Piece>);
  return {
    ...document,
    streams: {
      ...(document.streams as Piece),
      'zz-passers': {
        label: 'Passers-by',
        atDays: Array.from({ length: Math.floor(runDays * 8) }, (_, n) => n / 8),
        shares: stream.shares,
        startsAt: 'zz-kiosk',
      },
    },
    stations: {
      ...(document.stations as Piece),
      'zz-kiosk': {
        kind: 'ward',
        label: 'Kiosk',
        beds: 2,
        stay: { shape: 'fixed', days: 0.125 },
        releases: { days: 'Mon-Sat', fromHour: 3 },
        next: [{ to: 'zz-out' }],
      },
      'zz-out': { kind: 'exit', label: 'Out' },
    },
  };
}

/** Everything each person did, by who they are; without those of the kiosk. */
function told(document: Piece, seed: number): Map<string, string> {
  const { trace, people, program } = watched(readable(document), today, seed);
  const journeys = journeysOf(trace, people, program.network);
  const all = [...journeys].map(([person, steps]): [string, string] => [person, JSON.stringify(steps)]);
  return new Map(all.filter(([, steps]) => !steps.includes('"zz-')));
}

describe('where much happens at one moment', () => {
  for (const impatient of [false, true]) {
    const people = impatient ? 'people without patience' : 'people';
    it(`${people} do the same whatever else happens at that moment`, () => {
      overModels({ from: 700, count: 60 }, {}, (document, _model, seed) => {
        const plain = tied(document, impatient);
        const [alone, among] = [told(plain, seed), told(withKiosk(plain), seed)];
        for (const [person, steps] of alone) expect(among.get(person), person).toBe(steps);
        expect(among.size).toBe(alone.size);
      });
    });

    it(`${people} go in turn, and every other rule is kept`, () => {
      overModels({ from: 700, count: 60 }, {}, (document, _model, seed) => {
        const plain = tied(document, impatient);
        expect(new Witness(watched(readable(plain), today, seed), plain).faults).toEqual([]);
      });
    });
  }
});
