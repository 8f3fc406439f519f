// The shapes of stay that are fitted: how likely the records are under each, by its mean and one number for its shape.
import { logGamma, logGammaAbove } from '../../ground/gamma-and-beta.ts';
import { logNormalAbove } from '../../ground/normal.ts';
import { exp, expm1, log } from '../../ground/portable.ts';
import type { Weighed } from './weighed.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

export interface Family {
  /** The word in the document. */
  readonly shape: 'exponential' | 'gamma' | 'lognormal' | 'weibull';
  /** How many numbers are chosen to suit the records. */
  readonly numbers: 1 | 2;
  /** Standard deviation over mean, which rises or falls steadily with the shape. */
  variation(logShape: number): number;
  /** With densities a day. logMean: ln of days. */
  logLikelihood(records: Weighed, logMean: number, logShape: number): number;
  /** By the names that statistics packages use. */
  usualNumbers(mean: number, logShape: number): Readonly<Record<string, number>>;
}

const exponential: Family = {
  shape: 'exponential',
  numbers: 1,
  variation: () => 1,
  logLikelihood: ({ totals }, logMean) => -totals.ended * logMean - totals.watchedDays / exp(logMean),
  usualNumbers: (mean) => ({ rate: 1 / mean }),
};

const gamma: Family = {
  shape: 'gamma',
  numbers: 2,
  variation: (logShape) => exp(-0.5 * logShape),
  logLikelihood({ days, beyond, totals }, logMean, logShape) {
    const shape = exp(logShape);
    const logScale = logMean - logShape;
    const perScale = exp(-logScale);
    const norm = logGamma(shape);
    let sum = (shape - 1) * totals.logDays - totals.endedDays * perScale - totals.ended * (shape * logScale + norm);
    for (let n = 0; n < days.length; n++)
      if (beyond[n] !== 0) sum += beyond[n] * logGammaAbove(shape, days[n] * perScale, norm);
    return sum;
  },
  usualNumbers: (mean, logShape) => ({ shape: exp(logShape), rate: exp(logShape) / mean }),
};

const lognormal: Family = {
  shape: 'lognormal',
  numbers: 2,
  variation: (logShape) => Math.sqrt(expm1(exp(2 * logShape))),
  logLikelihood({ logDays, ended, beyond, totals }, logMean, logShape) {
    const sd = exp(logShape);
    const middle = logMean - 0.5 * sd * sd;
    let sum = -totals.logDays - totals.ended * (HALF_LOG_TWO_PI + logShape);
    for (let n = 0; n < logDays.length; n++) {
      const z = (logDays[n] - middle) / sd;
      if (ended[n] !== 0) sum -= 0.5 * ended[n] * z * z;
      if (beyond[n] !== 0) sum += beyond[n] * logNormalAbove(z);
    }
    return sum;
  },
  usualNumbers: (mean, logShape) => ({ meanlog: log(mean) - 0.5 * exp(2 * logShape), sdlog: exp(logShape) }),
};

/** ln of the mean of a Weibull of scale 1. */
const weibullLogMean = (logShape: number): number => logGamma(1 + exp(-logShape));

const weibull: Family = {
  shape: 'weibull',
  numbers: 2,
  variation(logShape) {
    const h = exp(-logShape);
    return Math.sqrt(expm1(logGamma(1 + 2 * h) - 2 * logGamma(1 + h)));
  },
  logLikelihood({ logDays, ended, beyond, totals }, logMean, logShape) {
    const shape = exp(logShape);
    const logScale = logMean - weibullLogMean(logShape);
    let sum = totals.ended * (logShape - shape * logScale) + (shape - 1) * totals.logDays;
    for (let n = 0; n < logDays.length; n++) sum -= (ended[n] + beyond[n]) * exp(shape * (logDays[n] - logScale));
    return sum;
  },
  usualNumbers: (mean, logShape) => ({ shape: exp(logShape), scale: mean / exp(weibullLogMean(logShape)) }),
};

export const families: readonly Family[] = [exponential, lognormal, gamma, weibull];
