// The portable functions against the built-in ones (allowed in tests only) and against published values.
import { expect, test } from 'vitest';
import { incompleteBeta, incompleteGamma, logGamma } from '../../engine/ground/gamma-and-beta.ts';
import { normalCdf, normalQuantile } from '../../engine/ground/normal.ts';
import { exp, expm1, log, log1p, pow } from '../../engine/ground/portable.ts';
import { uniformAt } from '../../engine/ground/random.ts';

/** The greatest relative difference of two functions over 50 000 fixed points made from uniforms. */
function worst(
  ours: (x: number) => number,
  theirs: (x: number) => number,
  point: (u: number, v: number) => number,
): number {
  let most = 0;
  for (let n = 0; n < 50_000; n++) {
    const x = point(uniformAt(1, 2, n, 0), uniformAt(1, 2, n, 1));
    const wanted = theirs(x);
    if (ours(x) !== wanted) most = Math.max(most, Math.abs(ours(x) - wanted) / Math.abs(wanted));
  }
  return most;
}

test('log, exp, log1p and expm1 agree with the built-in ones to the last place or two, over the whole range', () => {
  expect(worst(log, Math.log, (u) => Math.pow(10, 600 * (u - 0.5)))).toBeLessThan(4e-16);
  expect(worst(log, Math.log, (u) => 1 + 0.1 * (u - 0.5))).toBeLessThan(4e-16);
  expect(worst(log, Math.log, (u) => u)).toBeLessThan(4e-16);
  expect(worst(exp, Math.exp, (u) => 1400 * (u - 0.5))).toBeLessThan(4e-16);
  expect(worst(exp, Math.exp, (u, v) => 2 * (u - 0.5) * Math.pow(10, -15 * v))).toBeLessThan(4e-16);
  expect(worst(log1p, Math.log1p, (u, v) => 1.99 * (u - 0.5) * Math.pow(10, -20 * v))).toBeLessThan(4e-16);
  expect(worst(log1p, Math.log1p, (u) => Math.pow(10, 300 * u))).toBeLessThan(4e-16);
  expect(worst(expm1, Math.expm1, (u, v) => 2 * (u - 0.5) * Math.pow(10, -20 * v))).toBeLessThan(4.5e-16);
  expect(worst(expm1, Math.expm1, (u) => 60 * (u - 0.5))).toBeLessThan(4.5e-16);
  expect(
    worst(
      (x) => pow(x, 0.37),
      (x) => Math.pow(x, 0.37),
      (u) => 100 * u,
    ),
  ).toBeLessThan(1e-15);
});

test('the ends of the ranges', () => {
  expect([log(0), log(1), log(Infinity), exp(-Infinity), exp(-800), exp(0), exp(710), exp(Infinity)]).toEqual([
    -Infinity,
    0,
    Infinity,
    0,
    0,
    1,
    Infinity,
    Infinity,
  ]);
  expect([log(-1), log(NaN), exp(NaN), log1p(-2)]).toEqual([NaN, NaN, NaN, NaN]);
  expect([log1p(-1), log1p(0), expm1(0), pow(0, 2), pow(5, 0), pow(1, 1e300)]).toEqual([-Infinity, 0, 0, 0, 1, 1]);
  expect(log(5e-324)).toBeCloseTo(Math.log(5e-324), 12);
  for (const x of [-708.5, -740, -744.9, -745.1, -745.13]) expect(exp(x)).toBe(Math.exp(x));
  expect(exp(709.7) / Math.exp(709.7)).toBeCloseTo(1, 15);
  // Where the powers of two themselves run out, above and below.
  for (let x = 708; x < 709.78; x += 0.01) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 14);
  expect(exp(709.782712893384) / Number.MAX_VALUE).toBeCloseTo(1, 11);
  for (let x = -743; x > -745.1; x -= 0.01) expect(exp(x)).toBe(Math.exp(x));
  expect(log1p(Infinity)).toBe(Infinity);
  for (const x of [-0, 5e-324, -5e-324, 1e-17, -1e-17]) expect(log1p(x)).toBe(x);
  expect([pow(0, 0), pow(Infinity, 0), pow(1, Infinity), pow(0, 1)]).toEqual([1, 1, 1, 0]);
});

// Quantiles as printed in Wichura's paper (0.25, 0.001, 1e-20) and in any table (0.975).
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798408],
  [0.975, 1.959963984540054],
  [0.5, 0],
])('the normal quantile of %f is %f', (u, z) =>
  expect(Math.abs(normalQuantile(u) - z)).toBeLessThan(2e-15 * Math.max(1, Math.abs(z))),
);

test('the normal quantile has ends, and is no number beyond them', () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  for (const u of [-0.1, 1.1, NaN]) expect(normalQuantile(u)).toBeNaN();
});

/** The lower tail by Laplace's continued fraction and the density, with the square of z given exactly in two parts. */
function tailBelow(z: number): number {
  const wide = 134217729 * z;
  const [high, low] = [wide - (wide - z), z - (wide - (wide - z))];
  const square = z * z;
  const lost = high * high - square + 2 * high * low + low * low;
  let rest = 0;
  for (let n = 400; n > 0; n--) rest = n / (z + rest);
  return (Math.exp(-square / 2) * (1 - lost / 2)) / Math.sqrt(2 * Math.PI) / (z + rest);
}

test('the far tail of the normal cdf keeps all its digits', () => {
  for (let z = 4; z < 37; z += 0.137) expect(Math.abs(normalCdf(-z) / tailBelow(z) - 1)).toBeLessThan(3e-15);
});

test('the normal cdf undoes the quantile and keeps its relative accuracy in the tail', () => {
  for (let n = 1; n < 2000; n++) {
    const u = Math.pow(10, -n / 10);
    if (u < 1e-190) break;
    expect(Math.abs(normalCdf(normalQuantile(u)) / u - 1)).toBeLessThan(1e-15 * (2 + 4 * -Math.log(u)));
  }
  for (const z of [0.3, 0.67448975, 0.6745, 1.7, 5.6568, 5.6569, 6.5])
    expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 15);
  for (const z of [1.9, 3, 5.65, 5.66, 9, 20])
    expect(normalCdf(-z) / (incompleteGamma(0.5, (z * z) / 2).above / 2)).toBeCloseTo(1, 12);
  expect(normalCdf(-1)).toBeCloseTo(0.15865525393145707, 16);
});

test('logGamma gives factorials and the root of pi', () => {
  let factorial = 1;
  for (let n = 1; n < 25; n++) {
    expect(exp(logGamma(n)) / factorial).toBeCloseTo(1, 12);
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  // Near 0 it is -ln x - (Euler's constant) x + (pi squared over 12) x x.
  expect(logGamma(1e-5)).toBeCloseTo(-Math.log(1e-5) - 0.5772156649015329e-5 + ((Math.PI * Math.PI) / 12) * 1e-10, 13);
  expect(logGamma(1000)).toBeCloseTo(5905.220423209181, 9);
});

test('the incomplete gamma function is the Poisson sum for whole shapes and the exponential for shape 1', () => {
  for (const x of [0.01, 0.5, 2, 7.5, 30, 80]) {
    expect(incompleteGamma(1, x).above / Math.exp(-x)).toBeCloseTo(1, 12);
    for (const a of [2, 5, 20]) {
      let [term, sum] = [1, 1];
      for (let n = 1; n < a; n++) {
        term *= x / n;
        sum += term;
      }
      const { below, above } = incompleteGamma(a, x);
      expect(above).toBeCloseTo(Math.exp(-x) * sum, 12);
      expect(below + above).toBeCloseTo(1, 14);
    }
  }
  for (const x of [0, -1, NaN]) expect(incompleteGamma(2, x)).toEqual({ below: 0, above: 1 });
});

test('the incomplete beta function is the binomial sum for whole parameters, and symmetric', () => {
  expect(incompleteBeta(2, 3, 0.4)).toBeCloseTo(0.5248, 13);
  expect(incompleteBeta(1, 1, 0.3)).toBeCloseTo(0.3, 14);
  expect(incompleteBeta(0.5, 0.5, 0.5)).toBeCloseTo(0.5, 14);
  for (const x of [0.001, 0.2, 0.7, 0.99])
    expect(incompleteBeta(4.5, 0.5, x) + incompleteBeta(0.5, 4.5, 1 - x)).toBeCloseTo(1, 13);
  expect([-0.5, 0, 1, 1.5].map((x) => incompleteBeta(2, 3, x))).toEqual([0, 0, 1, 1]);
});
