// A design of experiments: which combinations of some numbers are simulated. Each is made when it is asked for, so a million take no room.
import { decimalsOf } from '../solve.ts';

/** A number of the model and what it may be: `least`, `least + step`, … up to `most`; without a step, anything from one to the other. */
export interface Lever {
  readonly path: string;
  readonly least: number;
  readonly most: number;
  readonly step: number | null;
}

export interface Design {
  readonly count: number;
  /** The values of a combination, in the order of the levers; the same whichever was asked for before. */
  at(combination: number): number[];
}

export interface DesignKind {
  /** The word of `--design`. */
  readonly id: string;
  /** In one sentence for a planner. */
  readonly meaning: string;
  /** Whether somebody says how many combinations; otherwise the levers do. */
  readonly isGivenPoints: boolean;
  readonly mostLevers: number;
  /** Combinations there would be; a design of too many is never made. */
  count(levers: readonly Lever[], points: number): number;
  make(levers: readonly Lever[], points: number, seed: number): Design;
}

/** How many values a lever has; Infinity without a step. */
export const valuesOf = ({ least, most, step }: Lever): number =>
  step === null ? Infinity : Math.floor((most - least) / step + 1e-9) + 1;

/** The value of that number from 0, without the dust that adding 0.1 again and again leaves behind. */
export function valueNumbered({ least, step }: Lever, number: number): number {
  const by = step ?? 0;
  return Number((least + number * by).toFixed(Math.min(100, Math.max(decimalsOf(least), decimalsOf(by)))));
}

/** The value at a share u of the way (0 or more, below 1): each of several values has an equally wide part of it. */
export function valueAlong(lever: Lever, u: number): number {
  const { least, most, step } = lever;
  if (step === null) return Math.min(most, least + u * (most - least));
  const values = valuesOf(lever);
  return valueNumbered(lever, Math.min(values - 1, Math.floor(u * values)));
}
