// What the witness adds up while it reads a trace: the basis of every measure, recorded in the plainest way.
import type { Network } from '../../engine/network/network.ts';

/** The day of the first anniversary of the start, by the clock of the language. */
export function firstAnniversary(startDayNumber: number): number {
  const start = new Date(startDayNumber * 864e5);
  return Date.UTC(start.getUTCFullYear() + 1, start.getUTCMonth(), start.getUTCDate()) / 864e5 - startDayNumber;
}

export interface Days {
  people: number;
  days: number;
  aboveZero: number;
}

const rows = (length: number): number[] => Array<number>(length).fill(0);
const lists = (length: number): Days[] => Array.from({ length }, () => ({ people: 0, days: 0, aboveZero: 0 }));

export function note(to: Days, days: number): void {
  to.people++;
  to.days += days;
  if (days > 0) to.aboveZero++;
}

/** By station S, kind K, from F = S + 1 (0 outside), stream T + 1 (the last: there at the start), cause. */
export function makeSeen(network: Network) {
  const S = network.stationIds.length;
  const K = network.kinds;
  const F = S + 1;
  return {
    occupancy: rows(S * K),
    delayed: rows(S * K),
    waiting: rows(S * K),
    open: rows(S),
    free: rows(S),
    full: rows(S),
    causes: rows(6 * F * S),
    startsByKind: rows(S * K),
    startsByFrom: rows(S * F),
    startsByStream: rows(S * (network.streamIds.length + 1)),
    leaves: rows(S),
    gaveUp: rows(S),
    turnedAway: rows(S),
    stays: lists(S),
    delays: lists(S),
    delaysByKind: lists(S * K),
    delaysByFrom: lists(S * F),
    journeys: lists(S),
    placed: rows(network.needIds.length),
    placedRight: rows(network.needIds.length),
    rings: 0,
    /** By year since the start, by station: place-days, of them free, person-days, starts, delayed days. */
    years: [0, 1].map(() => ({ places: rows(S), free: rows(S), people: rows(S), starts: rows(S), delayed: rows(S) })),
  };
}

export type Seen = ReturnType<typeof makeSeen>;
