// The plan: what an event reads of a network's asks and ways, as a row of whole numbers each, so that it looks into one array and not into six.
import type { Network } from '../network/network.ts';

const BITS = 3;
const AN_ASK = 1 << BITS;

/** Where the row of an ask begins in `asks`. */
export const askRow = (ask: number): number => ask << BITS;

/** The station asked for first; all of them in order of choice are `targets` from … to − 1. */
export const FIRST_TARGET = 0;
export const TARGETS_FROM = 1;
export const TARGETS_TO = 2;
export const PRIORITY_CLASS = 3;
/** 1 where it came from a need, so that the place it leads to is right or not. */
export const FOR_NEED = 4;
/** 1 where people get ready once a place is reserved. */
export const PREPARES = 5;
export const ALTERNATIVES_FROM = 6;
export const ALTERNATIVES_TO = 7;

const A_STAY = 2;

/** Where the row of a kind of people with the care of a station begins in `stays`. */
export const stayRow = (kinds: number, care: number, kind: number): number => (care * kinds + kind) * A_STAY;

/** Ways onward are the one to the other − 1. */
export const WAYS_FROM = 0;
export const WAYS_TO = 1;

export interface Plan {
  readonly asks: Int32Array;
  readonly stays: Int32Array;
}

const plans = new WeakMap<Network, Plan>();

/** Made once for a network. */
export function planOf(network: Network): Plan {
  let plan = plans.get(network);
  if (plan === undefined) plans.set(network, (plan = { asks: asksOf(network), stays: staysOf(network) }));
  return plan;
}

function asksOf({ targets, askFrom, askClass, askForNeed, askPrepare, askAltFrom }: Network): Int32Array {
  const count = askFrom.length - 1;
  const rows = new Int32Array(count * AN_ASK);
  for (let ask = 0; ask < count; ask++) {
    const row = askRow(ask);
    rows[row + FIRST_TARGET] = targets[askFrom[ask]];
    rows[row + TARGETS_FROM] = askFrom[ask];
    rows[row + TARGETS_TO] = askFrom[ask + 1];
    rows[row + PRIORITY_CLASS] = askClass[ask];
    rows[row + FOR_NEED] = askForNeed[ask];
    rows[row + PREPARES] = askPrepare[ask] === null ? 0 : 1;
    rows[row + ALTERNATIVES_FROM] = askAltFrom[ask];
    rows[row + ALTERNATIVES_TO] = askAltFrom[ask + 1];
  }
  return rows;
}

function staysOf({ wayFrom, wayTo }: Network): Int32Array {
  const rows = new Int32Array(wayFrom.length * A_STAY);
  for (let at = 0; at < wayFrom.length; at++) {
    const row = at * A_STAY;
    rows[row + WAYS_FROM] = wayFrom[at];
    rows[row + WAYS_TO] = wayTo[at];
  }
  return rows;
}
