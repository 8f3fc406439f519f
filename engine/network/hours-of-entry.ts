// When in the week people come to each station, where a stay has hours: the streams' own hours, carried from stay to stay.
import { peopleByHour } from './expected-arrivals.ts';
import type { Windows } from '../ground/hours.ts';
import type { Network } from './network.ts';
import { finenessFor } from './open-bins.ts';
import { endsThrough, noMoments, onceOpen, type Moments } from './stay-in-hours.ts';

/** By then, people who come back again and again have come at every hour. */
const MOST_ROUNDS = 40;

export interface EntriesByHour {
  readonly perDay: number;
  /** People of one kind by the moment at which they enter each station; `total` people a day come to each. */
  of(kind: number, total: Float64Array, fromStream: (stream: number) => number): readonly (Moments | null)[];
}

/** Null where no stay has hours: then it does not matter when people come. */
export function entriesByHour(network: Network, fromDay: number, toDay: number): EntriesByHour | null {
  const { kinds, stationIds, admits, releases, progresses, keepsPlace } = network;
  if (progresses.every((windows) => windows === null)) return null;
  const perDay = finenessFor([...admits, ...releases, ...progresses]);
  const stations = stationIds.length;
  const streams = network.streams.map((stream) => {
    const hours = peopleByHour(stream, network, fromDay, toDay);
    const everyone = hours.reduce((sum, people) => sum + people, 0);
    const { within, at } = noMoments(perDay);
    return {
      within: within.map((_, bin) =>
        everyone > 0 ? (hours[Math.floor((bin * 24) / perDay)] * 24) / perDay / everyone : 0,
      ),
      at,
    };
  });

  /** People who ask for stations at these moments enter as the doors there, and of where they are, open. */
  const send = (
    ask: number,
    from: number,
    moments: Moments,
    people: number,
    into: readonly (Moments | null)[],
  ): void => {
    const [first, end] = [network.askFrom[ask], network.askFrom[ask + 1]];
    for (let t = first; t < end; t++) {
      const to = network.targets[t];
      const there = into[to];
      if (there === null) continue;
      const door = from < 0 || keepsPlace[from] || keepsPlace[to] ? null : releases[from];
      const enters = onceOpen(bothOpen(admits[to], door), moments, perDay);
      addShare(there.within, enters.within, people, end - first);
      addShare(there.at, enters.at, people, end - first);
    }
  };

  const of: EntriesByHour['of'] = (kind, total, fromStream) => {
    const matters = upstreamOf(network, kind, total);
    const settled: { came: Moments; left: Moments }[] = [];
    let entries: readonly (Moments | null)[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const next = Array.from({ length: stations }, (_, s) => (matters.there[s] ? noMoments(perDay) : null));
      network.streams.forEach((_, stream) => {
        if (fromStream(stream) > 0)
          send(network.streamAsk[stream * kinds + kind], -1, streams[stream], fromStream(stream), next);
      });
      entries.forEach((moments, s) => {
        const row = s * kinds + kind;
        const stay = network.stay[row];
        if (moments === null || !matters.onward[s] || !stay || sumOf(moments) === 0) return;
        // Near the beginning of everybody's way nothing changes any more after a round or two.
        if (settled[s] === undefined || apart(moments, settled[s].came) > 0)
          settled[s] = { came: moments, left: endsThrough(progresses[s], stay, moments, perDay) };
        for (let way = network.wayFrom[row]; way < network.wayTo[row]; way++)
          send(network.wayAsk[way * kinds + kind], s, settled[s].left, network.wayShare[way], next);
      });
      const moved = next.some((moments, s) => {
        const before = entries[s];
        return moments !== null && (!before || apart(moments, before) > 1e-6 * total[s]);
      });
      entries = next;
      if (!moved) break;
    }
    return entries.map((moments) => (moments !== null && sumOf(moments) > 0 ? moments : null));
  };
  return { perDay, of };
}

/** Stations from which somebody comes to a stay with hours (`onward`), and those or the ones with hours themselves (`there`). */
function upstreamOf(
  { kinds, progresses, wayFrom, wayTo, wayAsk, askFrom, targets }: Network,
  kind: number,
  total: Float64Array,
) {
  const there = Uint8Array.from(progresses, (windows, s) => (windows !== null && total[s] > 0 ? 1 : 0));
  const onward = new Uint8Array(there.length);
  for (let found = true; found;) {
    found = false;
    for (let s = 0; s < there.length; s++) {
      if (onward[s] || !(total[s] > 0)) continue;
      for (let way = wayFrom[s * kinds + kind]; way < wayTo[s * kinds + kind]; way++) {
        const ask = wayAsk[way * kinds + kind];
        if (targets.subarray(askFrom[ask], askFrom[ask + 1]).some((to) => there[to] === 1)) {
          onward[s] = there[s] = 1;
          found = true;
        }
      }
    }
  }
  return { there, onward };
}

function addShare(to: Float64Array, moments: Float64Array, people: number, targets: number): void {
  for (let bin = 0; bin < moments.length; bin++) to[bin] += (moments[bin] * people) / targets;
}

function bothOpen(a: Windows | null, b: Windows | null): Windows | null {
  if (a === null || b === null) return a ?? b;
  const both: number[] = [];
  const [one, other] = [a.week, b.week];
  for (let i = 0; i < one.length; i += 2)
    for (let j = 0; j < other.length; j += 2) {
      const [from, to] = [Math.max(one[i], other[j]), Math.min(one[i + 1], other[j + 1])];
      if (to > from) both.push(from, to);
    }
  return { week: Float64Array.from(both), holidays: a.holidays };
}

// Loops, because there are a hundred thousand of these sums in a county, and a call for each number costs more than the sum.

function sumOf({ within, at }: Moments): number {
  let [sumWithin, sumAt] = [0, 0];
  for (let bin = 0; bin < within.length; bin++) {
    sumWithin += within[bin];
    sumAt += at[bin];
  }
  return sumWithin + sumAt;
}

function apart(a: Moments, b: Moments): number {
  let sum = 0;
  for (let bin = 0; bin < a.within.length; bin++)
    sum = sum + Math.abs(a.within[bin] - b.within[bin]) + Math.abs(a.at[bin] - b.at[bin]);
  return sum;
}
