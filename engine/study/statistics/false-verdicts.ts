// Many verdicts at once: how many would be clear by chance alone, and which stay clear when all are judged together.
import { studentQuantile } from './confidence.ts';
import type { DifferenceRow } from '../experiment.ts';
import { incompleteBeta } from '../../ground/gamma-and-beta.ts';

export interface JudgedTogether {
  /** Verdicts that chance has a part in: rows with an interval of some width. */
  readonly verdicts: number;
  /** How many of them would be clear on average if no option differed from the baseline: 1 − level of each. */
  readonly expectedFalse: number;
  /** Verdicts that are clear each by itself. */
  readonly clear: number;
  /** By row as given: clear also when all are judged together, with a chance of at most 1 − level that any one is false. */
  readonly staysClear: readonly boolean[];
}

/** Holm (1979): adjusted chances of a step-down test, each the least level at which its hypothesis falls with all the others tested. */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, at) => at).sort((a, b) => chances[a] - chances[b] || a - b);
  const adjusted = Array.from(chances, () => 1);
  let most = 0;
  order.forEach((at, rank) => {
    most = Math.max(most, Math.min(1, (chances.length - rank) * chances[at]));
    adjusted[at] = most;
  });
  return adjusted;
}

/** The two-sided chance of a difference as far from none as this one if there were none, read back from its row's interval. */
export function chanceOf(
  row: Pick<DifferenceRow, 'value' | 'ciLow' | 'ciHigh' | 'replications'>,
  level = 0.95,
): number {
  const { value, ciLow, ciHigh, replications } = row;
  if (value === null || ciLow === null || ciHigh === null) return NaN;
  const freedom = replications - 1;
  // The end nearer to no difference is never one that was cut at what is possible.
  const isClear = ciLow > 0 || ciHigh < 0;
  const half = ciLow > 0 ? value - ciLow : ciHigh < 0 ? ciHigh - value : Math.max(ciHigh - value, value - ciLow);
  const error = half / studentQuantile(0.5 + level / 2, freedom);
  const t = value / error;
  if (!(error > 0)) return value === 0 ? 1 : 0;
  const chance = incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
  return isClear ? chance : Math.max(chance, 1 - level);
}

/**
 * Judges the verdicts of rows together, at the level of their intervals. A difference without any spread is no matter of chance:
 * it is not counted, and stays clear if it is there at all.
 */
export function judgeTogether(rows: readonly DifferenceRow[], level = 0.95): JudgedTogether {
  const byChance = rows.map(hasSpread);
  const counted = rows.filter((_, at) => byChance[at]);
  const adjusted = holm(counted.map((row) => chanceOf(row, level)));
  let next = 0;
  const staysClear = rows.map((row, at) =>
    byChance[at] ? adjusted[next++] < 1 - level : row.ciLow !== null && row.value !== 0,
  );
  return {
    verdicts: counted.length,
    expectedFalse: (1 - level) * counted.length,
    clear: counted.filter((row) => row.verdict !== null && row.verdict !== 'no clear difference').length,
    staysClear,
  };
}

/** More than what rounding leaves of a difference that is the same in every replication. */
const hasSpread = ({ ciLow, ciHigh }: DifferenceRow): boolean =>
  ciLow !== null && ciHigh !== null && ciHigh - ciLow > 1e-12 * (Math.abs(ciLow) + Math.abs(ciHigh));
