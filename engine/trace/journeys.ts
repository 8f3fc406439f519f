// Journeys: what happened to each person and when, in a form in which two engines can be compared.
import type { Network } from '../network/network.ts';
import {
  ARRIVE,
  ASK,
  GAVE_UP,
  LEAVE,
  MOVE,
  READY,
  RESERVE,
  RISE,
  STAYS_HERE,
  TURNED_AWAY,
  type Trace,
} from './trace.ts';

/** `where`: the need they came with or rose to, the station asked for first, the one that took them, the exit, or the place kept by whoever gave up. */
export interface Step {
  readonly day: number;
  readonly what:
    | 'arrived'
    | 'asked'
    | 'reserved'
    | 'moved in'
    | 'ready'
    | 'left'
    | 'gave up'
    | 'turned away'
    | 'needs more';
  readonly where: string;
}

/** By `personKey`, everything one person did, in order. */
export type Journeys = Map<string, Step[]>;

/** The 64 bits that identify a person, whichever engine simulates them. */
export const personKey = (high: number, low: number): string =>
  (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');

export function note(journeys: Journeys, person: string, step: Step): void {
  const journey = journeys.get(person);
  if (journey === undefined) journeys.set(person, [step]);
  else journey.push(step);
}

type Ids = Pick<Network, 'stationIds' | 'needIds'>;

/** The journeys in a trace; `people` are those of the same watched run. */
export function journeysOf(
  trace: Trace,
  people: { readonly keyHigh: Uint32Array; readonly keyLow: Uint32Array },
  { stationIds, needIds }: Ids,
): Journeys {
  const journeys: Journeys = new Map();
  const keys = Array.from(people.keyHigh, (high, person) => personKey(high, people.keyLow[person]));
  for (let i = 0; i < trace.length; i++) {
    const what = stepOf(trace.verb[i], trace.value[i]);
    if (what === null) continue;
    const isNeed = what === 'arrived' || what === 'needs more';
    const at = what === 'ready' ? trace.station[i] : trace.other[i];
    const where = (isNeed ? needIds[at] : stationIds[at]) ?? '';
    note(journeys, keys[trace.patient[i]], { day: trace.day[i], what, where });
  }
  return journeys;
}

/** Null for what does not happen to one person, and for rings, whose moves have records of their own. */
function stepOf(verb: number, value: number): Step['what'] | null {
  if (verb === ARRIVE) return 'arrived';
  if (verb === ASK) return value === STAYS_HERE ? 'gave up' : 'asked';
  if (verb === RESERVE) return 'reserved';
  if (verb === MOVE) return 'moved in';
  if (verb === READY) return 'ready';
  if (verb === RISE) return 'needs more';
  if (verb !== LEAVE) return null;
  return value === GAVE_UP ? 'gave up' : value === TURNED_AWAY ? 'turned away' : 'left';
}
