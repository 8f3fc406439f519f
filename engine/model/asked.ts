// What a study asks for besides the usual rows: percentiles, and shares over thresholds.
import type { Model } from './document.ts';
import type { RunRequest } from './option.ts';

/** Each list in rising order, no number twice. */
export interface Asked {
  /** Percentiles, from 0.01 to 99.99: of days per person, and of people over time. */
  readonly percentiles: readonly number[];
  /** Days, or people: the share of people above that many days, and of the time with more than that many people. */
  readonly over: readonly number[];
}

export const NOTHING_ASKED: Asked = { percentiles: [], over: [] };

/** What the request asks for, and where it says nothing, the document. */
export const askedOf = ({ experiment }: Model, request: RunRequest): Asked => ({
  percentiles: inOrder(request.percentiles ?? experiment.percentiles),
  over: inOrder(request.over ?? experiment.over),
});

const inOrder = (numbers: readonly number[] = []): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** What the name of a statistic would have to be asked for: `p75` a percentile, `shareOver21` a threshold. */
export function askedBy(statistic: string): Asked {
  const [, percentile, over] = /^(?:p(\d+(?:\.\d+)?)|shareOver(\d+(?:\.\d+)?))$/.exec(statistic) ?? [];
  const isPercentile = percentile !== undefined && Number(percentile) >= 0.01 && Number(percentile) <= 99.99;
  return {
    percentiles: isPercentile ? [Number(percentile)] : [],
    over: over === undefined ? [] : [Number(over)],
  };
}
