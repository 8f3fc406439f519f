// The gamma and beta functions, whole and incomplete, the same bits on every machine.
import { exp, log, log1p } from './portable.ts';

const HALF_LN_TWO_PI = 0.91893853320467274178;

/** ln of the gamma function, x above 0. Absolute error about 1e-15 times the larger of 1 and the answer. */
export function logGamma(x: number): number {
  let product = 1;
  while (x < 10) {
    product *= x;
    x += 1;
  }
  const s = 1 / (x * x);
  const series =
    (1 / 12 +
      s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * (1 / 1188 + s * (-691 / 360360 + s * (1 / 156))))))) /
    x;
  return (x - 0.5) * log(x) - x + HALF_LN_TWO_PI + series - log(product);
}

/** P(a, x) and Q(a, x) = 1 - P: the shares of a gamma of shape a and scale 1 below and above x, each exact in its own tail. */
export function incompleteGamma(a: number, x: number, logGammaOfA = logGamma(a)): { below: number; above: number } {
  if (!(x > 0)) return { below: 0, above: 1 };
  const front = exp(a * log(x) - x - logGammaOfA);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = a + 1; term > sum * 1e-17; n++) {
      term *= x / n;
      sum += term;
    }
    const below = Math.min(1, sum * front);
    return { below, above: 1 - below };
  }
  const above = Math.min(1, front * gammaFraction(a, x));
  return { below: 1 - above, above };
}

/** ln Q(a, x), also where Q itself is too small to be a number. */
export function logGammaAbove(a: number, x: number, logGammaOfA = logGamma(a)): number {
  if (!(x > 0)) return 0;
  if (x < a + 1) return log1p(-incompleteGamma(a, x, logGammaOfA).below);
  return Math.min(0, a * log(x) - x - logGammaOfA + log(gammaFraction(a, x)));
}

/** Q(a, x) over x^a e^-x / gamma(a), for x of a + 1 and above. */
const gammaFraction = (a: number, x: number): number =>
  continuedFraction(
    (n) => (n === 0 ? 1 : -n * (n - a)),
    (n) => x + 1 - a + 2 * n,
  );

/** Share of a beta(a, b) below x: the regularised incomplete beta function. x: 0 to 1. */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a;
  return (
    front *
    continuedFraction(
      (n) => {
        const m = n >> 1;
        if (n === 0) return 1;
        return (n & 1) === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
      },
      () => 1,
    )
  );
}

/** numerator(0)/(denominator(0) + numerator(1)/(denominator(1) + ...)), by Lentz's method. */
function continuedFraction(numerator: (n: number) => number, denominator: (n: number) => number): number {
  let d = 1 / denominator(0);
  let c = 1e300;
  let value = numerator(0) * d;
  for (let n = 1; n < 5000; n++) {
    const top = numerator(n);
    const bottom = denominator(n);
    d = 1 / (bottom + top * d);
    c = bottom + top / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return value;
}
