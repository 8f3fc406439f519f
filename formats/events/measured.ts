// The evidence of a number that was counted in a file: which file, how many it rests on, and between what it lies.
import type { FittedNumber } from '../../engine/index.ts';

export interface Evidence {
  readonly status: 'measured' | 'estimated' | 'illustrative';
  readonly source: string;
  readonly low?: number;
  readonly high?: number;
  readonly note?: string;
}

/** Akaike's criterion: so much less is decisive. */
export const CLEARLY = 10;

/** With its 95 % interval, where it has two ends. */
export function measured(file: string, n: number, within?: FittedNumber): Evidence {
  const isBounded = within !== undefined && within.low !== null && within.high !== null;
  return {
    status: 'measured',
    source: `Measured from ${file}, n = ${n}`,
    ...(isBounded ? { low: inShort(within.low!), high: inShort(within.high!) } : {}),
  };
}

export const chosen = (note: string): Evidence => ({ status: 'illustrative', source: 'Chosen on import', note });

/** Five figures: more than any log knows. */
const inShort = (value: number): number => Number(value.toPrecision(5));
