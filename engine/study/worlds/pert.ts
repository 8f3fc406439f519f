// PERT: a number between a least and a greatest value with a likeliest one, as the beta distribution of weight 4 (Clark, 1962).
import { incompleteBeta, logGamma } from '../../ground/gamma-and-beta.ts';
import { exp, log, log1p } from '../../ground/portable.ts';

/** How much the likeliest value counts, beside 1 for either end: the mean is (low + 4 value + high) / 6. */
const WEIGHT = 4;

/** A likeliest value outside the ends counts as the nearer of them. */
export interface Pert {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** The value that a share u of worlds stay below, in the unit of the ends; it rises with u. u: inside (0, 1); low below high. */
export function pertQuantile({ low, value, high }: Pert, u: number): number {
  const mode = (Math.min(Math.max(value, low), high) - low) / (high - low);
  const x = betaQuantile(1 + WEIGHT * mode, 1 + WEIGHT * (1 - mode), u);
  return Math.min(high, low + x * (high - low));
}

/** Newton's steps kept within what is known: where a step leaves it, half of it is tried instead. a and b: 1 or more. */
function betaQuantile(a: number, b: number, u: number): number {
  // From the nearer end, where shares are exact; u and 1 − u both are.
  if (u > 0.5) return 1 - betaQuantile(b, a, 1 - u);
  const ofDensity = logGamma(a + b) - logGamma(a) - logGamma(b);
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const excess = incompleteBeta(a, b, x) - u;
    if (excess === 0) return x;
    if (excess < 0) low = x;
    else high = x;
    const density = exp(ofDensity + (a - 1) * log(x) + (b - 1) * log1p(-x));
    const next = x - excess / density;
    const before = x;
    x = next > low && next < high ? next : 0.5 * (low + high);
    if (Math.abs(x - before) <= 1e-15 * x) return x;
  }
  return x;
}
