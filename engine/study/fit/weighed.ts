// Lengths of stay as weighed points, which is all that a likelihood needs: equal ones together, and very many as few that say the same.
import { exp, log } from '../../ground/portable.ts';

/** In days, above 0 and in any order. Nobody stands in two of the first two lists. */
export interface Lengths {
  /** Of those who have left. */
  readonly ended: Float64Array;
  /** So far, of those still there: all that is known is that theirs is longer. */
  readonly stillThere: Float64Array;
  /** Already spent, of those who are only in the records because they were there on some day. */
  readonly before: Float64Array;
}

/** At each length, how many stays ended there and how many are known to go beyond it (fewer than none: whoever came too late to be seen ending). */
export interface Weighed {
  readonly days: Float64Array;
  readonly logDays: Float64Array;
  readonly ended: Float64Array;
  readonly beyond: Float64Array;
  readonly totals: {
    readonly ended: number;
    /** Σ ln days of those that ended. */
    readonly logDays: number;
    /** Σ days of those that ended. */
    readonly endedDays: number;
    /** Days that were watched, of all together. */
    readonly watchedDays: number;
  };
}

/** More different lengths than this are gathered into classes; the answers then agree to eight figures. */
const MOST_POINTS = 2_000;
/** Of a class, in the logarithm of the length. */
const CLASS_WIDTH = 0.02;

interface Points {
  readonly logDays: number[];
  readonly weights: number[];
}

export function weighed({ ended, stillThere, before }: Lengths): Weighed {
  const [left, going, earlier] = [pointsOf(ended), pointsOf(stillThere), pointsOf(before)];
  const at = Float64Array.from([...left.logDays, ...going.logDays, ...earlier.logDays]);
  const endedAt = new Float64Array(at.length);
  const beyondAt = new Float64Array(at.length);
  endedAt.set(left.weights);
  beyondAt.set(going.weights, left.weights.length);
  beyondAt.set(
    earlier.weights.map((weight) => -weight),
    left.weights.length + going.weights.length,
  );
  const days = at.map(exp);
  let [logDays, endedDays, watchedDays] = [0, 0, 0];
  for (let n = 0; n < at.length; n++) {
    logDays += endedAt[n] * at[n];
    endedDays += endedAt[n] * days[n];
    watchedDays += (endedAt[n] + beyondAt[n]) * days[n];
  }
  const totals = { ended: ended.length, logDays, endedDays, watchedDays };
  return { days, logDays: at, ended: endedAt, beyond: beyondAt, totals };
}

function pointsOf(lengths: Float64Array): Points {
  const sorted = lengths.toSorted();
  const points: Points = { logDays: [], weights: [] };
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (points.weights.push(to - from) > MOST_POINTS) return classesOf(sorted);
    points.logDays.push(log(sorted[from]));
    from = to;
  }
  return points;
}

function classesOf(sorted: Float64Array): Points {
  const points: Points = { logDays: [], weights: [] };
  const logs = sorted.map(log);
  for (let from = 0; from < logs.length;) {
    let to = from + 1;
    while (to < logs.length && logs[to] < logs[from] + CLASS_WIDTH) to++;
    twoPoints(logs.subarray(from, to), points);
    from = to;
  }
  return points;
}

/** Two points with the count, mean, spread and skew of all (Gauss's rule): a smooth sum over them differs in the fourth power of the width. */
function twoPoints(logs: Float64Array, points: Points): void {
  const n = logs.length;
  const mean = logs[0] + logs.reduce((sum, each) => sum + (each - logs[0]), 0) / n;
  let [square, cube] = [0, 0];
  for (const each of logs) {
    const apart = each - mean;
    square += (apart * apart) / n;
    cube += (apart * apart * apart) / n;
  }
  // Closer than rounding: one place.
  if (!(square > 1e-24)) {
    points.logDays.push(mean);
    points.weights.push(n);
    return;
  }
  const skew = cube / square;
  const root = Math.sqrt(square + 0.25 * skew * skew);
  const [less, more] = [0.5 * skew - root, 0.5 * skew + root];
  points.logDays.push(mean + less, mean + more);
  points.weights.push((n * more) / (more - less), (-n * less) / (more - less));
}
