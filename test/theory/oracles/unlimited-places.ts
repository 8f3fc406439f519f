// M(t)/G/∞: the mean number of people in a service with room for all, day by day from a start that is not empty.

export interface UnlimitedStart {
  readonly people: number;
  /** P(what is left of a first person's stay > t). */
  readonly leftSurvival: (days: number) => number;
}

/** Simpson's rule over [from, to] in an even number of steps. */
export function integral(of: (x: number) => number, from: number, to: number, steps = 2000): number {
  const width = (to - from) / steps;
  let sum = of(from) + of(to);
  for (let i = 1; i < steps; i++) sum += of(from + i * width) * (i % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

/**
 * E N(t) = n0 L(t) + ∫ λ(u) S(t - u) du; Eick, Massey and Whitt, Operations Research 41 (1993) 731-742. The rate is one number for
 * each whole day, so each day is integrated by itself and Simpson meets no jump.
 */
export function meanPeopleAt(
  day: number,
  ratePerDay: (wholeDay: number) => number,
  survival: (days: number) => number,
  start: UnlimitedStart,
): number {
  let mean = start.people * start.leftSurvival(day);
  for (let from = 0; from < day; from++) {
    const to = Math.min(day, from + 1);
    mean += ratePerDay(from) * integral((u) => survival(day - u), from, to, 200);
  }
  return mean;
}

/** What is left of a stay caught at a random moment: P(left > t) = ∫ from t to ∞ of S / mean. */
export function equilibriumSurvival(survival: (days: number) => number, meanDays: number): (days: number) => number {
  return (days) => 1 - integral(survival, 0, days, 2000) / meanDays;
}

/** P(a lognormal stay of that mean and sd > t), by the complementary error function. */
export function lognormalSurvival(meanDays: number, sdDays: number): (days: number) => number {
  const variance = Math.log(1 + (sdDays / meanDays) ** 2);
  const mu = Math.log(meanDays) - variance / 2;
  return (days) => (days <= 0 ? 1 : normalTail((Math.log(days) - mu) / Math.sqrt(variance)));
}

/** P(Z > z): the series for small z, the continued fraction of Laplace for large; good to about 1e-12. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let n = 1; n < 200; n++) {
      term *= (z * z) / (2 * n + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = 0;
  for (let n = 200; n >= 1; n--) fraction = n / (z + fraction);
  return density / (z + fraction);
}
