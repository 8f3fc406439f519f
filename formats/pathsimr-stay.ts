// R's distributions as lengths of stay: exp, lnorm (on the scale of the logarithm), unif, weibull and gamma.
import { logGamma } from '../engine/index.ts';
import { rounded, stayOf } from './ipacs-parts.ts';
import type { RTime } from './pathsimr-parts.ts';

interface Shape {
  /** As R calls them, in their order. */
  readonly parameters: readonly string[];
  /** What single values must be; null: sound. */
  wrong(...values: number[]): string | null;
  /** `unit`: days in the unit of the file. */
  stay(unit: number, ...values: number[]): object;
}

const above0 = (...values: number[]): string | null => (values.every((value) => value > 0) ? null : 'numbers above 0');

export const SHAPES: Readonly<Record<string, Shape>> = {
  exp: {
    parameters: ['rate'],
    wrong: above0,
    stay: (unit, rate) => ({ shape: 'exponential', meanDays: rounded(unit / rate) }),
  },
  lnorm: {
    parameters: ['meanlog', 'sdlog'],
    wrong: (_mu, sigma) => (sigma >= 0 ? null : 'an sdlog of 0 or more'),
    stay: (unit, mu, sigma) => (sigma === 0 ? fixed(unit * Math.exp(mu)) : stayOf(mu + Math.log(unit), sigma)),
  },
  unif: {
    parameters: ['min', 'max'],
    wrong: (least, most) => (least >= 0 && most >= least ? null : 'a min of 0 or more, and a max that is not below it'),
    stay: (unit, least, most) =>
      least === most
        ? fixed(unit * least)
        : { shape: 'uniform', leastDays: rounded(unit * least), mostDays: rounded(unit * most) },
  },
  weibull: {
    parameters: ['shape', 'scale'],
    wrong: above0,
    stay(unit, shape, scale) {
      const [once, twice] = [logGamma(1 + 1 / shape), logGamma(1 + 2 / shape)];
      return spread('weibull', unit * scale * Math.exp(once), Math.sqrt(Math.expm1(twice - 2 * once)));
    },
  },
  gamma: {
    parameters: ['shape', 'rate'],
    wrong: above0,
    stay: (unit, shape, rate) => spread('gamma', (unit * shape) / rate, 1 / Math.sqrt(shape)),
  },
};

const fixed = (days: number) => ({ shape: 'fixed', days: rounded(days) });
const spread = (shape: string, meanDays: number, variation: number) => ({
  shape,
  meanDays: rounded(meanDays),
  sdDays: rounded(meanDays * variation),
});

export const stayIn = ({ name, parameters }: RTime, unit: number): object => SHAPES[name].stay(unit, ...parameters);
