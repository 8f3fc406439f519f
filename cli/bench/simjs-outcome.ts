// What a SimJS run of the bench returns, and the stays that both of its programs draw.
import type { loadSimJs } from '../../engine/index.ts';

export type SimJs = Awaited<ReturnType<typeof loadSimJs>>;

export interface Outcome {
  /** Arrivals and completed stays. */
  readonly events: number;
  /** By station: people in places, people waiting for one, mean days waited and the 95th centile. */
  readonly occupancy: number[];
  readonly waiting: number[];
  readonly delayDays: number[];
  readonly p95DelayDays: number[];
}

/** Simulates so many days from empty. */
export type SimjsRun = (days: number, seed: number) => Outcome;

/** Mean and sd of the logarithm of a lognormal stay with this mean and sd. */
export function logNormal(mean: number, sd: number): { mu: number; sigma: number } {
  const variance = Math.log(1 + (sd / mean) ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}
