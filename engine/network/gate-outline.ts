// Tells why somebody waits what no trace holds, and can cross threads: the order of each list, and the hours.
import type { Program } from './compile.ts';
import type { Windows } from '../ground/hours.ts';
import type { Network } from './network.ts';

/** In force from a day on, by station. Null: at any hour. */
export interface HoursFrom {
  readonly fromDay: number;
  readonly admits: readonly (Windows | null)[];
  readonly releases: readonly (Windows | null)[];
}

export interface GateOutline {
  /** Of day 0, counted from 1970-01-01. */
  readonly startDayNumber: number;
  /** By station, the id of its order of service. */
  readonly orders: readonly string[];
  /** By station, 1 where a person may be on the list who asked for another station first, or who keeps a turn there while cared for elsewhere. */
  readonly joinedOtherwise: Uint8Array;
  /** In order of their days; the first holds from the beginning. */
  readonly stretches: readonly HoursFrom[];
}

export function gatesOf({ network, later }: Program): GateOutline {
  const networks = [{ fromDay: -Infinity, network }, ...later];
  const joinedOtherwise = new Uint8Array(network.stationIds.length);
  for (const each of new Set(networks.map((one) => one.network)))
    for (const station of joined(each)) joinedOtherwise[station] = 1;
  return {
    startDayNumber: network.startDayNumber,
    orders: network.orders,
    joinedOtherwise,
    stretches: networks.map(({ fromDay, network: { admits, releases } }) => ({ fromDay, admits, releases })),
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
