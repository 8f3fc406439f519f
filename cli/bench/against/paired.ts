// The arithmetic of sides that take turns: what one did beside the other in the same round, and the middle of that.
import { quantileType7 } from '../../../engine/index.ts';

export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export function quartiles(values: readonly number[]): Quartiles {
  const at = (share: number) => quantileType7(Float64Array.from(values), values.length, share);
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

/** "1.18 (1.12 to 1.25)" */
export const sayQuartiles = ({ lower, median, upper }: Quartiles, digits: number): string =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;

/** Round by round first: what a round had to share with other programs, both sides of it had to. */
export const pairedRatio = (ours: readonly number[], theirs: readonly number[]): Quartiles =>
  quartiles(ours.map((value, round) => value / theirs[round]));

/** One slice of every side in each round; the one that was last is first in the next. What they did, side by side. */
export async function takeTurns<T>(rounds: number, sides: readonly ((round: number) => Promise<T>)[]): Promise<T[][]> {
  const done: T[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = [...sides.keys()];
    if (round % 2 === 1) order.reverse();
    for (const side of order) done[side].push(await sides[side](round));
  }
  return done;
}
