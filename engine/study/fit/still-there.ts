// The share of people still there after each length of stay, from the records alone: Kaplan and Meier's estimate (1958).
import type { Lengths } from './weighed.ts';

/** The lengths at which stays ended, rising, and the share still there just after each. */
export interface StillThere {
  readonly days: Float64Array;
  readonly share: Float64Array;
}

/** Whoever is still there is counted up to the length so far; whoever was only seen later, from there on. */
export function stillThereAfter({ ended, stillThere, before }: Lengths): StillThere {
  const [left, going, earlier] = [ended.toSorted(), stillThere.toSorted(), before.toSorted()];
  const [days, shares]: number[][] = [[], []];
  let [share, gone, cut, seen] = [1, 0, 0, 0];
  for (let from = 0; from < left.length;) {
    const length = left[from];
    let to = from + 1;
    while (to < left.length && left[to] === length) to++;
    while (cut < going.length && going[cut] < length) cut++;
    while (seen < earlier.length && earlier[seen] < length) seen++;
    const watched = left.length - gone + going.length - cut - (earlier.length - seen);
    share *= 1 - (to - from) / watched;
    days.push(length);
    shares.push(share);
    gone = to;
    from = to;
  }
  return { days: Float64Array.from(days), share: Float64Array.from(shares) };
}
