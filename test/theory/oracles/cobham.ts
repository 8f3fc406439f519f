// Cobham's formula: mean waits when some people go before others but nobody in a bed loses it.

export interface PriorityClass {
  readonly arrivalsPerDay: number;
  readonly meanDays: number;
  readonly sdDays: number;
}

/**
 * One place, classes in order of priority. With R = Σ λE[S²] / 2 the work found on arrival and σ(k) the load of classes 1 … k,
 * W(k) = R / ((1 - σ(k-1))(1 - σ(k))). Cobham, Operations Research 2 (1954) 70-76.
 */
export function meanWaitsByPriority(classes: readonly PriorityClass[]): number[] {
  const found = classes.reduce((sum, k) => sum + (k.arrivalsPerDay * (k.meanDays ** 2 + k.sdDays ** 2)) / 2, 0);
  let load = 0;
  return classes.map((k) => {
    const before = load;
    load += k.arrivalsPerDay * k.meanDays;
    return found / ((1 - before) * (1 - load));
  });
}

/**
 * The same for c places and one exponential stay for everyone: the work found is C/(cμ), C being Erlang's share who wait.
 * `waitShare` is that share for the whole stream of arrivals.
 */
export function meanWaitsByPrioritySharedStay(
  places: number,
  meanDays: number,
  arrivalsPerDay: readonly number[],
  waitShare: number,
): number[] {
  let load = 0;
  return arrivalsPerDay.map((rate) => {
    const before = load;
    load += (rate * meanDays) / places;
    return (waitShare * meanDays) / places / ((1 - before) * (1 - load));
  });
}
