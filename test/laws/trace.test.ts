// What no trace may say, whatever the model: nobody in two places, no place given twice, nobody lost, nobody overtaken.
import { describe, expect, it } from 'vitest';
import { ARRIVE, CLOSE, LEAVE, MOVE, OPEN, RING, type Trace } from '../../engine/trace.ts';
import { UNLIMITED } from '../../engine/network.ts';
import type { Program } from '../../engine/index.ts';
import { journeysOf, type Ask } from './journeys.ts';
import { changed, overModels, today, watched } from './over-models.ts';

const requests = [today, changed];

/** Folds a trace record by record: `before` sees each record with the state it meets, `settled` the state when an instant is over. */
function fold(
  trace: Trace,
  program: Program,
  look: {
    before?: (i: number, occupancy: readonly number[], places: readonly number[]) => void;
    settled?: (day: number, occupancy: readonly number[], places: readonly number[]) => void;
  },
): void {
  const places = [...program.network.places];
  const occupancy = places.map(() => 0);
  for (let i = 0; i < trace.length; i++) {
    look.before?.(i, occupancy, places);
    const verb = trace.verb[i];
    const station = trace.station[i];
    if (verb === OPEN || verb === CLOSE) places[station] = trace.value[i];
    if (verb === MOVE || verb === LEAVE) {
      if (station >= 0) occupancy[station]--;
      if (verb !== LEAVE) occupancy[trace.other[i]]++;
    }
    if (i + 1 === trace.length || trace.day[i + 1] !== trace.day[i]) look.settled?.(trace.day[i], occupancy, places);
  }
}

/** How many wait for each station first when the events of a day are over; to be asked of days that only go forward. */
function countWaiting(asks: readonly Ask[], program: Program): (day: number) => readonly number[] {
  const waiting = program.network.stationIds.map(() => 0);
  const begun = asks.toSorted((a, b) => a.from - b.from);
  const over = asks.toSorted((a, b) => a.to - b.to);
  let nextBegun = 0;
  let nextOver = 0;
  return (day) => {
    while (nextBegun < begun.length && begun[nextBegun].from <= day) waiting[begun[nextBegun++].first]++;
    while (nextOver < over.length && over[nextOver].to <= day) waiting[over[nextOver++].first]--;
    return waiting;
  };
}

const first = (trace: Trace): Set<number> => {
  const people = new Set<number>();
  for (let i = 0; i < trace.length; i++)
    if (trace.verb[i] === ARRIVE && trace.value[i] < 0) people.add(trace.patient[i]);
  return people;
};

const month = (program: Program, day: number): string => {
  const date = new Date(`${program.network.startDate}T00:00:00Z`);
  date.setTime(date.getTime() + Math.floor(day) * 86_400_000);
  return date.toISOString().slice(0, 7);
};

describe('any trace', () => {
  it('puts nobody in two places, and nobody acts before arriving, leaves before being ready or comes back', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      for (const request of requests) {
        const { trace } = watched(model, request, seed);
        expect(journeysOf(trace).faults).toEqual([]);
      }
    });
  });

  it('gives no place that is not there: a place is given only while fewer are held than are in force', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      for (const request of requests) {
        const { trace, program } = watched(model, request, seed);
        const alreadyThere = first(trace);
        const ringed = new Set<number>();
        fold(trace, program, {
          before(i, occupancy, places) {
            const to = trace.other[i];
            if (trace.verb[i] === RING) ringed.add(trace.patient[i]);
            // In a ring everyone lets go and takes at one moment, so no place is given twice.
            if (trace.verb[i] !== MOVE || trace.station[i] === to || ringed.delete(trace.patient[i])) return;
            if (trace.day[i] === -program.network.warmUpDays && alreadyThere.has(trace.patient[i])) return;
            if (occupancy[to] >= places[to])
              expect.fail(`record ${i}, day ${trace.day[i]}: ${occupancy[to]} of ${places[to]} places were held`);
          },
        });
      }
    });
  });

  it('loses nobody: whoever came has left, or holds a place, or is waiting outside', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      const { trace } = watched(model, today, seed);
      const { arrived, left, spans, asks } = journeysOf(trace);
      const here = new Set(spans.filter((span) => span.to === Infinity).map((span) => span.person));
      const waiting = new Set(asks.filter((ask) => ask.to === Infinity && ask.held < 0).map((ask) => ask.person));
      for (const person of arrived.keys()) {
        const states = [left.has(person), here.has(person), waiting.has(person)].filter(Boolean);
        if (states.length !== 1) expect.fail(`person ${person} is in ${states.length} states`);
      }
    });
  });

  it('lets nobody be overtaken: of those who asked for a station first, smaller priority goes before, then earlier asking', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      for (const request of requests) {
        const { trace } = watched(model, request, seed);
        const { asks } = journeysOf(trace);
        for (const station of new Set(asks.map((ask) => ask.first))) {
          const list = asks.filter((ask) => ask.first === station && ask.to > ask.from);
          const moved = (ask: Ask): boolean => ask.how === 'move' && ask.took === station && ask.held !== station;
          for (const taken of asks.filter((ask) => ask.first === station && !ask.afterRise && moved(ask))) {
            const overtaken = (other: Ask): boolean =>
              other !== taken &&
              other.from < taken.to &&
              other.to > taken.to &&
              (other.priority < taken.priority || (other.priority === taken.priority && other.from < taken.from));
            const who = list.find(overtaken);
            if (who)
              expect.fail(
                `on day ${taken.to} person ${taken.person} goes before person ${who.person}, who asked on day ${who.from}`,
              );
          }
        }
      }
    });
  });

  it('leaves no place idle: when an instant is over, nobody waits for a station that has a free place and may start people', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      for (const request of requests) {
        const { trace, program } = watched(model, request, seed);
        const { startsPerMonth, stationIds } = program.network;
        const waitingAt = countWaiting(journeysOf(trace).asks, program);
        fold(trace, program, {
          settled(day, occupancy, places) {
            waitingAt(day).forEach((people, station) => {
              if (people === 0 || startsPerMonth[station] >= 0) return;
              const free = places[station] === UNLIMITED || occupancy[station] < places[station];
              if (free) expect.fail(`day ${day}: ${people} wait for ${stationIds[station]}, where a place is free`);
            });
          },
        });
      }
    });
  });

  it('keeps to the starts of each calendar month', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      const { trace, program } = watched(model, today, seed);
      const alreadyThere = first(trace);
      const starts = new Map<string, number>();
      for (let i = 0; i < trace.length; i++) {
        const to = trace.other[i];
        if (trace.verb[i] !== MOVE || trace.station[i] === to || program.network.startsPerMonth[to] < 0) continue;
        if (trace.day[i] === -program.network.warmUpDays && alreadyThere.has(trace.patient[i])) continue;
        const key = `${to} ${month(program, trace.day[i])}`;
        starts.set(key, (starts.get(key) ?? 0) + 1);
        if (starts.get(key)! > program.network.startsPerMonth[to]) expect.fail(`${key}: ${starts.get(key)} starts`);
      }
    });
  });

  it('keeps waiting rooms: when an instant is over, no more wait from outside than there is room for', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      const { trace, program } = watched(model, today, seed);
      const outside = journeysOf(trace).asks.filter((ask) => ask.held < 0);
      const waitingAt = countWaiting(outside, program);
      fold(trace, program, {
        settled(day) {
          waitingAt(day).forEach((people, station) => {
            const room = program.network.waitingRoom[station];
            if (room >= 0 && people > room)
              expect.fail(`day ${day}: ${people} wait outside ${program.network.stationIds[station]}`);
          });
        },
      });
    });
  });
});
