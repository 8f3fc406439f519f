// Poisson counts, and a limited number of people let in each period: the others wait for the next.
import { exp } from '../ground/portable.ts';

/** Shares of 0, 1, 2 … `most` people. */
export function poissonShares(mean: number, most: number): Float64Array {
  const shares = new Float64Array(most + 1);
  shares[0] = exp(-mean);
  for (let n = 1; n <= most; n++) shares[n] = (shares[n - 1] * mean) / n;
  return shares;
}

/** The chance that a Poisson count is above a number. */
export const shareAbove = (number: number, mean: number): number =>
  1 - poissonShares(mean, number).reduce((sum, share) => sum + share, 0);

/** The mean of what a Poisson count has over a number. */
export const meanExcess = (mean: number, number: number): number =>
  poissonShares(mean, number + Math.ceil(mean) + 200).reduce(
    (sum, share, n) => sum + Math.max(0, n - number) * share,
    0,
  );

/**
 * One period with `places` starts, before which `over` says how many wait (as shares of 0, 1, 2 …). Arrivals are Poisson, at random
 * moments. Returns the number waiting at its end, and the mean number waiting over it.
 */
export function afterPeriod(
  over: Float64Array,
  arrivals: number,
  places: number,
): { readonly over: Float64Array; readonly waiting: number } {
  const most = over.length - 1;
  const come = poissonShares(arrivals, most + places);
  const later = new Float64Array(come.length);
  for (let n = come.length - 2; n >= 0; n--) later[n] = later[n + 1] + come[n + 1];
  /** Mean over the period of those who came after the last place was taken: ∫ of Poisson shares are shares of later moments. */
  const overOf = Array.from({ length: places + 1 }, (_, free) =>
    later.reduce((sum, share, n) => sum + (n > free ? (n - free) * share : 0), 0),
  ).map((sum) => sum / arrivals);
  const after = new Float64Array(over.length);
  let waiting = 0;
  over.forEach((share, before) => {
    if (share === 0) return;
    waiting += share * (Math.max(0, before - places) + overOf[Math.max(0, places - before)]);
    for (let n = 0; n < come.length; n++) after[Math.min(most, Math.max(0, before + n - places))] += share * come[n];
  });
  return { over: after, waiting };
}
