// M/G/1: one place and stays of any shape; only the mean and the spread of the stay matter to the mean wait.

/** W = λE[S²] / (2(1 - ρ)), Pollaczek 1930 and Khinchine 1932; `sdDays` is the standard deviation of a stay. */
export function meanWaitOnePlace(arrivalsPerDay: number, meanDays: number, sdDays: number): number {
  const secondMoment = meanDays * meanDays + sdDays * sdDays;
  return (arrivalsPerDay * secondMoment) / (2 * (1 - arrivalsPerDay * meanDays));
}

/** Mean and standard deviation of a mixture of exponential stays (hyperexponential): E[S²] = Σ share × 2mean². */
export function hyperexponential(parts: readonly { share: number; meanDays: number }[]): {
  meanDays: number;
  sdDays: number;
} {
  const meanDays = parts.reduce((sum, part) => sum + part.share * part.meanDays, 0);
  const secondMoment = parts.reduce((sum, part) => sum + part.share * 2 * part.meanDays * part.meanDays, 0);
  return { meanDays, sdDays: Math.sqrt(secondMoment - meanDays * meanDays) };
}
