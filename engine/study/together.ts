// Several numbers moved as one: steps along the straight line from where each stands to the most of each, to be searched like one number.
import { decimalsOf, type Tries } from './solve.ts';

export interface Moved {
  readonly path: string;
  /** Where it stands before it is moved. */
  readonly from: number;
  readonly most: number;
  readonly step: number;
}

export interface Together {
  /** Of how far along the line: none of it to all of it. */
  readonly tries: Tries;
  /** The value of each number so far along. */
  at(along: number): Readonly<Record<string, number>>;
}

/** The number with the most steps of its own takes one at a time; the others keep pace, each to its nearest step. */
export function together(moved: readonly Moved[]): Together {
  const steps = ({ from, most, step }: Moved) => Math.max(0, (most - from) / step);
  const whole = Math.max(1, ...moved.map((one) => Math.floor(steps(one) + 1e-9)));
  const valueAt = (one: Moved, along: number): number => {
    const { from, most, step } = one;
    if (along === 0 || from >= most) return from;
    if (along === whole) return most;
    const value = from + Math.round((steps(one) * along) / whole) * step;
    return Math.min(most, Number(value.toFixed(Math.max(decimalsOf(from), decimalsOf(step)))));
  };
  return {
    tries: { least: 0, most: whole, step: 1 },
    at: (along) => Object.fromEntries(moved.map((one) => [one.path, valueAt(one, along)])),
  };
}
