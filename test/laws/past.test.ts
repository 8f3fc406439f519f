// The past does not change: what happens on a day leaves every record before that day alone.
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../engine/index.ts';
import { columns, firstDifference, overModels, readable, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

/** The records before a day. */
function before(trace: Trace, day: number): Trace {
  let end = 0;
  while (end < trace.length && trace.day[end] < day) end++;
  const cut = Object.fromEntries(columns.map((column) => [column, trace[column].slice(0, end)]));
  return { ...(cut as unknown as Trace), length: end };
}

function expectSameBefore(day: number, one: Trace, other: Trace): void {
  expect(firstDifference(before(one, day), before(other, day))).toBe(null);
}

const placesPath = (document: Piece): string | undefined => {
  const stations = document.stations as Record<string, Piece>;
  const name = Object.keys(stations).find((id) => typeof (stations[id].beds ?? stations[id].places) === 'number');
  return name && `stations.${name}.${stations[name].kind === 'ward' ? 'beds' : 'places'}`;
};

describe('the past', () => {
  it('a dated change leaves every record before its day alone', () => {
    overModels({ count: 100 }, {}, (document, model, seed) => {
      const path = placesPath(document);
      if (!path) return;
      const atDay = 5 + (seed % 30) + (seed % 4) / 4;
      const alone = watched(model, today, seed);
      const moved = watched(model, { ...today, changes: [{ atDay, path, value: 6 }] }, seed);
      expectSameBefore(atDay, moved.trace, alone.trace);
    });
  });

  it('a change of demand on a day, too', () => {
    overModels({ from: 500, count: 100 }, {}, (document, model, seed) => {
      const streams = document.streams as Record<string, Piece>;
      const id = Object.keys(streams).find((name) => streams[name].arrivalsPerDay !== undefined);
      if (!id) return;
      const atDay = 17.25;
      const alone = watched(model, today, seed);
      const moved = watched(
        model,
        { ...today, changes: [{ atDay, path: `streams.${id}.arrivalsPerDay`, value: 3 }] },
        seed,
      );
      expectSameBefore(atDay, moved.trace, alone.trace);
    });
  });

  it('a longer run begins with the shorter one', () => {
    overModels({ count: 100 }, {}, (document, model, seed) => {
      const calendar = document.calendar as { runDays: number };
      const longer = readable({ ...document, calendar: { ...calendar, runDays: calendar.runDays + 20 } });
      expectSameBefore(calendar.runDays, watched(longer, today, seed).trace, watched(model, today, seed).trace);
    });
  });
});
