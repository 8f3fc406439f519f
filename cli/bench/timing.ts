// How the bench times: CPU seconds of this process, and the median of several rounds.

export interface Stretch {
  /** What was done, in whatever the pieces count: events, mostly. */
  readonly amount: number;
  readonly cpuSeconds: number;
}

export const perSecond = ({ amount, cpuSeconds }: Stretch): number => amount / cpuSeconds;

/** Runs one numbered piece after another until that many CPU seconds are used; CPU, because others share the machine. */
export function stretch(seconds: number, piece: (number: number) => number): Stretch {
  const start = process.cpuUsage();
  let amount = 0;
  let cpuSeconds = 0;
  for (let number = 0; cpuSeconds < seconds; number++) {
    amount += piece(number);
    const { user, system } = process.cpuUsage(start);
    cpuSeconds = (user + system) / 1e6;
  }
  return { amount, cpuSeconds };
}

/** The value below which this share of them lies; the nearest of those measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
/** Standard deviation (n − 1). */
export function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1));
}
