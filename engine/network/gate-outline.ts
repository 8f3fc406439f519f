// What may keep people out of a station, in a form that can cross threads. A trace itself says whether places are free.
import type { Program } from './compile.ts';
import type { Windows } from '../ground/hours.ts';
import type { Network } from './network.ts';

/** In force from a day on. By station; visits a day by station × weekday (Monday first), −1 where there are none to count. */
export interface GatesFrom {
  readonly fromDay: number;
  /** −1: no limit. */
  readonly startsPerMonth: Int32Array;
  /** Null: at any hour. */
  readonly admits: readonly (Windows | null)[];
  readonly releases: readonly (Windows | null)[];
  readonly visitsPerDay: Float64Array;
  readonly takesAll: Uint8Array;
  /** Of a stay's first and last day; where they must fit they are the same for everybody. */
  readonly firstVisits: Float64Array;
  readonly lastVisits: Float64Array;
}

export interface GateOutline {
  /** Of day 0, counted from 1970-01-01. */
  readonly startDayNumber: number;
  /** By station, 1 where the person who has been ready longest goes first. */
  readonly byReadyDay: Uint8Array;
  /** By station, 1 where a person may be on the list who asked for another station first, or who keeps a turn there while cared for elsewhere. */
  readonly joinedOtherwise: Uint8Array;
  /** In order of their days; the first holds from the beginning. */
  readonly stretches: readonly GatesFrom[];
}

export function gatesOf({ network, later }: Program): GateOutline {
  const networks = [{ fromDay: -Infinity, network }, ...later];
  const stations = network.stationIds.length;
  const joinedOtherwise = new Uint8Array(stations);
  for (const each of new Set(networks.map((one) => one.network)))
    for (const station of joined(each)) joinedOtherwise[station] = 1;
  return {
    startDayNumber: network.startDayNumber,
    // Two days that differ show by which of them a list is ranked.
    byReadyDay: Uint8Array.from(network.rankDay, (rankDay) => (rankDay(1, 0) === 0 ? 1 : 0)),
    joinedOtherwise,
    stretches: networks.map((one) => ({ fromDay: one.fromDay, ...gatesIn(one.network) })),
  };
}

function gatesIn(network: Network): Omit<GatesFrom, 'fromDay'> {
  const { startsPerMonth, admits, releases, visitsPerDay, takesAll, kinds } = network;
  const ofAnybody = (visits: Float64Array) => visits.filter((_, at) => at % kinds === 0);
  return {
    startsPerMonth,
    admits,
    releases,
    visitsPerDay,
    takesAll,
    firstVisits: ofAnybody(network.firstVisits),
    lastVisits: ofAnybody(network.lastVisits),
  };
}

/** Stations named second or later in an ask, as an alternative, or first in an ask that may be moved on from elsewhere. */
function joined({ askFrom, targets, altTargets, askAltFrom, altMovesOn }: Network): Set<number> {
  const found = new Set<number>(altTargets);
  for (let ask = 0; ask + 1 < askFrom.length; ask++) {
    const [from, to] = [askFrom[ask], askFrom[ask + 1]];
    for (let t = from + 1; t < to; t++) found.add(targets[t]);
    for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++)
      if (altMovesOn[alt]) for (let t = from; t < to; t++) found.add(targets[t]);
  }
  return found;
}
