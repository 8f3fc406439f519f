// Which uncertain number, moved to which value within its range, brings the model's years nearest to a year; and two of them together.
import type { UncertainNumber } from '../worlds/uncertain.ts';
import type { Chance } from './chance.ts';

/** Where a number moves the years to: by value from its low end to its high one, the value in force among them. */
export interface Curve extends UncertainNumber {
  readonly values: readonly number[];
  /** Of the marks at each value, in units of chance. */
  readonly shifts: readonly (readonly number[])[];
}

export interface Seen {
  readonly curves: readonly Curve[];
  readonly steps: Chance;
}

export interface Moved {
  readonly path: string;
  readonly value: number;
}

export interface Nearest {
  readonly moved: readonly Moved[];
  /** By how much of the squared distance. */
  readonly nearer: number;
}

/** Steps between the ends of a range. */
const STEPS = 40;

/** Each number alone, the one that brings them nearest first. */
export function nearest({ curves, steps }: Seen, seen: readonly number[]): Nearest[] {
  const from = steps.apart(
    seen,
    seen.map(() => 0),
  );
  return curves
    .map((curve): Nearest => {
      const tried = tries(curve).map((value) => ({ value, left: steps.apart(seen, at(curve, value)) }));
      const best = tried.reduce((least, one) => (one.left < least.left ? one : least));
      return { moved: [{ path: curve.path, value: best.value }], nearer: from - best.left };
    })
    .sort((a, b) => b.nearer - a.nearer);
}

/** The best values of two numbers together, as if neither changed what the other does. */
export function nearestOfTwo(
  { steps }: Pick<Seen, 'steps'>,
  [one, other]: readonly [Curve, Curve],
  seen: readonly number[],
): Nearest {
  const from = steps.apart(
    seen,
    seen.map(() => 0),
  );
  let best: Nearest = { moved: [], nearer: -Infinity };
  const others = tries(other).map((value) => ({ value, shift: at(other, value) }));
  for (const value of tries(one)) {
    const its = at(one, value);
    for (const second of others) {
      const nearer =
        from -
        steps.apart(
          seen,
          its.map((shift, mark) => shift + second.shift[mark]),
        );
      if (nearer > best.nearer)
        best = {
          moved: [
            { path: one.path, value },
            { path: other.path, value: second.value },
          ],
          nearer,
        };
    }
  }
  return best;
}

function tries({ low, high, isWhole }: Curve): number[] {
  const all = Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS);
  return isWhole ? [...new Set(all.map(Math.round))] : all;
}

/** Between two values that were simulated, along the straight line. */
function at({ values, shifts }: Curve, value: number): readonly number[] {
  const above = Math.min(
    values.length - 1,
    Math.max(
      1,
      values.findIndex((one) => one >= value),
    ),
  );
  const [from, to] = [values[above - 1], values[above]];
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return shifts[above].map((shift, mark) => shifts[above - 1][mark] * (1 - share) + shift * share);
}
