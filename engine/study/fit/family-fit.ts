// One shape fitted to lengths of stay by maximum likelihood, with intervals of its mean and spread from the profile of the likelihood.
// Source: Cox and Oakes, "Analysis of Survival Data", 1984, chapters 3 and 5.
import { exp, log } from '../../ground/portable.ts';
import type { Stay } from '../../distributions/index.ts';
import type { Family } from './families.ts';
import { crossing, peakOf } from './peak.ts';
import type { Weighed } from './weighed.ts';

/** Twice the fall of the log-likelihood is chi-squared with one degree of freedom, whose 95th percentile is 3.8415. */
export const HALF_CHI_SQUARED_95 = 1.9207294103470605;
/** ln of the ratio beyond which an end of an interval is not looked for. */
const WIDEST = 8;
/** Shapes beyond these are a stay that never varies, or that no mean describes. */
const [LEAST_LOG_SHAPE, MOST_LOG_SHAPE] = [-6, 12];

/** In days, with the 95 % interval; an end is null where the records set none. */
export interface FittedNumber {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FamilyFit {
  readonly shape: Family['shape'];
  readonly mean: FittedNumber;
  /** Standard deviation. */
  readonly sd: FittedNumber;
  readonly logLikelihood: number;
  /** Akaike's criterion: the smaller, the better the shape says what happened for as few numbers. */
  readonly aic: number;
  readonly usualNumbers: Readonly<Record<string, number>>;
  /** As a document has it. */
  readonly stay: Stay;
}

/** Null where no such shape fits best: the likelihood rises without end. */
export function fitFamily(family: Family, records: Weighed): FamilyFit | null {
  const { shape, numbers } = family;
  const likelihood = (logMean: number, logShape: number) => {
    const value = family.logLikelihood(records, logMean, logShape);
    return Number.isNaN(value) ? -Infinity : value;
  };
  const roughLogMean = log(records.totals.watchedDays / records.totals.ended);
  let nearMean = roughLogMean;
  const bestMean = (logShape: number) => {
    const peak = peakOf((logMean) => likelihood(logMean, logShape), nearMean, 0.1);
    nearMean = peak.at;
    return peak;
  };
  const logShape = numbers === 1 ? 0 : peakOf((each) => bestMean(each).height, 0, 0.3, 20).at;
  if (!(logShape > LEAST_LOG_SHAPE && logShape < MOST_LOG_SHAPE)) return null;
  const { at: logMean, height } = bestMean(logShape);
  if (!Number.isFinite(height) || Math.abs(logMean - roughLogMean) > WIDEST) return null;

  const [mean, variation] = [exp(logMean), family.variation(logShape)];
  /** The best that can be had where the mean follows from the shape so, less the best of all, and what makes an interval. */
  const profile = (logMeanOf: (logShape: number) => number, nearShape: number) => {
    if (numbers === 1) return likelihood(logMeanOf(0), 0) - height + HALF_CHI_SQUARED_95;
    const peak = peakOf((each) => likelihood(logMeanOf(each), each), nearShape, 0.05, 20, 1e-6);
    return peak.height - height + HALF_CHI_SQUARED_95;
  };
  const intervalOf = (value: number, curve: (logValue: number) => number): FittedNumber => {
    const end = (step: number) => {
      const at = exp(crossing(curve, log(value), step, WIDEST));
      return at > 0 && Number.isFinite(at) ? at : null;
    };
    const step = 1.5 / Math.sqrt(records.totals.ended);
    return { value, low: end(-step), high: end(step) };
  };
  const ofMean = intervalOf(mean, (each) => profile(() => each, logShape));
  // Another spread of the same mean has another shape; from any other place the search may climb a hill that is not the highest.
  const ofSpread = (each: number) =>
    profile((at) => each - log(family.variation(at)), shapeOf(family, exp(each - logMean)));
  const sd = mean * variation;
  return {
    shape,
    mean: ofMean,
    sd: numbers === 1 ? ofMean : intervalOf(sd, ofSpread),
    logLikelihood: height,
    aic: 2 * numbers - 2 * height,
    usualNumbers: family.usualNumbers(mean, logShape),
    stay: numbers === 1 ? { shape, meanDays: inShort(mean) } : { shape, meanDays: inShort(mean), sdDays: inShort(sd) },
  };
}

/** The shape that has this standard deviation over mean, roughly. */
function shapeOf({ variation }: Family, wanted: number): number {
  let [low, high] = [LEAST_LOG_SHAPE, MOST_LOG_SHAPE];
  const rises = variation(1) > variation(0);
  for (let n = 0; n < 30; n++) {
    const middle = 0.5 * (low + high);
    if (variation(middle) > wanted === rises) high = middle;
    else low = middle;
  }
  return low;
}

/** Five figures: more than any records know. */
const inShort = (days: number): number => Number(days.toPrecision(5));
