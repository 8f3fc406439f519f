// An experiment's answer: replications of options become tidy rows with intervals, and paired differences with verdicts.
import { difference, interval, verdict, type Verdict } from './statistics/confidence.ts';
import { apart, limitsIn, within, type Limits } from './statistics/possible.ts';
import { measures } from '../account/measures/index.ts';
import type { RowKey } from './replication.ts';

/** One tidy row. Null means that there was nobody to measure (for an interval: fewer than two replications), or that the run does not settle. */
export interface Row extends RowKey {
  readonly option: string;
  readonly value: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Replications in which there was somebody to measure. */
  readonly replications: number;
  /** False where the run does not settle, so that there is no average; see `withAverages`. */
  readonly settles?: false;
  /** Then, what was counted over this very period, which a document for machines gives; see `asCounted`. */
  readonly overThisPeriod?: Pick<Row, 'value' | 'ciLow' | 'ciHigh'>;
}

/** The option minus the baseline, paired replication by replication. */
export interface DifferenceRow extends Row {
  readonly baseline: string;
  /** Null without an interval: one replication says nothing of chance. */
  readonly verdict: Verdict | null;
}

const betterWhen = new Map<string, 'less' | 'more' | null>(measures.map((measure) => [measure.id, measure.betterWhen]));
const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** Rows of one option, reduced in the order of replications whatever the order in which they came. */
export function summarise(
  option: string,
  keys: readonly RowKey[],
  replications: readonly Float64Array[],
  limits: (row: number) => Limits = limitsIn(keys, replications),
): Row[] {
  const column = new Float64Array(replications.length);
  return keys.map((key, k) => {
    for (let r = 0; r < replications.length; r++) column[r] = replications[r][k];
    const { mean, low, high, n } = within(interval(column), limits(k));
    return { option, ...key, value: orNull(mean), ciLow: orNull(low), ciHigh: orNull(high), replications: n };
  });
}

/** Paired differences of one option from a baseline; both in the order of replications. */
export function differences(
  option: string,
  baseline: string,
  keys: readonly RowKey[],
  replications: readonly Float64Array[],
  base: readonly Float64Array[],
): DifferenceRow[] {
  const pairs = Math.min(replications.length, base.length);
  const [ofOne, ofOther] = [limitsIn(keys, replications), limitsIn(keys, base)];
  const one = new Float64Array(pairs);
  const other = new Float64Array(pairs);
  return keys.map((key, k) => {
    for (let r = 0; r < pairs; r++) {
      one[r] = replications[r][k];
      other[r] = base[r][k];
    }
    const { mean, low, high, n } = within(difference(one, other), apart(ofOne(k), ofOther(k)));
    return {
      option,
      ...key,
      value: orNull(mean),
      ciLow: orNull(low),
      ciHigh: orNull(high),
      replications: n,
      baseline,
      verdict: verdict(low, high, betterWhen.get(key.measure) ?? null),
    };
  });
}
