// Whose turn it is among simulated years in one worker: first a few of every option, a pair at a time, then stretches that grow.

/** Years asked for under one option. */
export interface InTurn {
  /** Years simulated so far. */
  readonly taken: number;
  /** So many of them go before everything else: the first number on the screen waits for them. */
  readonly first: number;
}

/** More in a row would keep the number on the screen, which needs all options, from changing. */
const LONGEST_STRETCH = 4;

/** Of those who still lack first years, whoever has the fewest. */
export const nextOfFirst = <One extends InTurn>(queue: readonly One[]): One | undefined =>
  queue
    .filter(({ taken, first }) => taken < first)
    .reduce<One | undefined>((least, one) => (least && least.taken <= one.taken ? least : one), undefined);

/** Whether the turn passes on to the next option after a year: at each of the first, then after 1, 2 and 4 more, then after every 4. */
export function passesOn({ taken, first }: InTurn): boolean {
  let end = first;
  for (let stretch = 1; end < taken; stretch = Math.min(2 * stretch, LONGEST_STRETCH)) end += stretch;
  return taken <= first || taken === end;
}
