// Integrals by Simpson's rule, and the share of lognormal stays that last longer than some days: the parts of courses over time.
import { exp, log } from '../ground/portable.ts';

const HALF_LN_TWO_PI = 0.9189385332046727;

/** The integral of a smooth function; steps: even. */
export function integral(of: (x: number) => number, from: number, to: number, steps = 400): number {
  const width = (to - from) / steps;
  let sum = of(from) + of(to);
  for (let step = 1; step < steps; step++) sum += of(from + step * width) * (step % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

/** Share of a standard normal below z, by Marsaglia's series (Journal of Statistical Software 11, 2004): not what stays are drawn with. */
export function normalShare(z: number): number {
  if (z < -9) return 0;
  if (z > 9) return 1;
  let term = z;
  let sum = z;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return 0.5 + sum * exp(-0.5 * z * z - HALF_LN_TWO_PI);
}

/** How much of a lognormal stay is still to come: its own survival, and that of what is left of one caught at a random moment. */
export function lognormalSurvival(meanDays: number, sdDays: number) {
  const sigma = Math.sqrt(log(1 + (sdDays / meanDays) * (sdDays / meanDays)));
  const mu = log(meanDays) - 0.5 * sigma * sigma;
  const beyond = (days: number): number => (days <= 0 ? 1 : normalShare((mu - log(days)) / sigma));
  return {
    beyond,
    /** The mean of what exceeds t, over the mean: (m Φ(d + σ) − t Φ(d)) / m, as in a call option's price. */
    leftBeyond: (days: number): number =>
      days <= 0 ? 1 : normalShare((mu - log(days)) / sigma + sigma) - (days / meanDays) * beyond(days),
  };
}
