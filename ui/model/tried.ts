// Numbers tried together: which, and from where to where in which steps; every combination of them is simulated.
import type { Control } from '../../engine/index.ts';

export interface Tried {
  readonly path: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** Two make a picture, and three several beside each other; more nobody takes in. */
export const MOST_TRIED = 3;
/** More take longer than somebody at a screen waits. */
export const MOST_COMBINATIONS = 400;
const MOST_VALUES = 9;

/** How many values a number has. */
export const valuesOf = ({ least, most, step }: Tried): number => Math.floor((most - least) / step + 1e-9) + 1;

export const combinationsOf = (tried: readonly Tried[]): number =>
  tried.reduce((product, one) => product * valuesOf(one), 1);

/** From the low to the high end, in as many of its own steps as leave nine values at most. */
export function usualTried(path: string, low: number, high: number, ownStep: number): Tried {
  const steps = Math.max(1, Math.floor((high - low) / ownStep + 1e-9));
  const times = Math.ceil(steps / (MOST_VALUES - 1));
  const exact = (value: number) => Number(value.toPrecision(12));
  const step = exact(times * ownStep);
  return { path, least: low, most: exact(low + Math.floor(steps / times) * step), step };
}

/** Why it cannot be tried, in a sentence; undefined where it can. */
export function triedProblem({ least, most, step }: Tried, { least: first, most: last }: Control): string | undefined {
  if (!(least < most)) return 'it should go from the lower to the higher value.';
  if (!(step > 0 && least + step <= most + 1e-9)) return 'its step should fit between its ends.';
  return least >= first && most <= last ? undefined : `it should lie between ${first} and ${last}.`;
}
