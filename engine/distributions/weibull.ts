// Weibull stay: the chance of leaving rises or falls steadily with the time already spent.
import { logGamma } from '../ground/gamma-and-beta.ts';
import { exp, expm1, log, pow } from '../ground/portable.ts';
import { SPREAD, scaled, timeParameter, type Distribution, type Sampler } from './distribution.ts';
import { kept } from './kept.ts';

/** ln(1 + (sd/mean)^2) of a Weibull whose shape is 1/h: lnGamma(1 + 2h) - 2 lnGamma(1 + h). Rises with h. */
function logVariation(h: number): number {
  if (h > 0.01) return logGamma(1 + 2 * h) - 2 * logGamma(1 + h);
  // The two logarithms nearly cancel; their series in zeta(2), zeta(3) ... does not.
  return (
    h *
    h *
    (1.6449340668482264 -
      h * (2.4041138063191886 - h * (3.7881313179956537 - h * (6.221566530860218 - h * 10.511583937866))))
  );
}

/** 1 over the shape that gives this sd/mean, by bisection in its logarithm. */
function inverseShape(variation: number): number {
  const wanted = 1 + variation * variation > 1.0000001 ? log(1 + variation * variation) : variation * variation;
  let [low, high] = [1e-9, 60];
  for (let n = 0; n < 100 && high / low > 1 + 4e-16; n++) {
    const middle = Math.sqrt(low * high);
    if (logVariation(middle) < wanted) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** By sd/mean, the Weibull of mean 1. */
const ofMeanOne = kept(64, (variation: number): Sampler => {
  const power = inverseShape(variation);
  const shape = 1 / power;
  const scale = 1 / exp(logGamma(1 + power));
  return {
    meanDays: 1,
    sdDays: variation,
    quantile: (u) => scale * pow(-log(1 - u), power),
    shareWithin: (days) => (days > 0 ? -expm1(-pow(days / scale, shape)) : 0),
    shareBeyond: (days) => (days > 0 ? exp(-pow(days / scale, shape)) : 1),
  };
});

export const weibull: Distribution = {
  shape: 'weibull',
  label: 'Weibull',
  parameters: [timeParameter('mean', 'mean'), SPREAD],
  problem: ({ mean, sd }) => (sd > 20 * mean ? 'sd must be at most 20 times the mean' : null),
  sampler: ({ mean, sd }) => ({ ...scaled(ofMeanOne(sd / mean), mean), sdDays: sd }),
};
