// Percentiles (quantiles) of values and of counts over time.

/**
 * Moves the value of rank k (0 the least) of the first n to place k, nothing greater before it and nothing less after it: quickselect
 * (Hoare 1961), in place. Nothing before `from` may be greater than anything from there on.
 */
export function orderStatistic(values: Float64Array, n: number, k: number, from = 0): number {
  let to = n - 1;
  while (from < to) {
    // The median of three keeps sorted input, the common case, from being the worst one.
    const [a, b, c] = [values[from], values[(from + to) >> 1], values[to]];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    const first = lessFirst(values, from, to, pivot);
    if (k < first) to = first - 1;
    else if (first > from) from = first;
    else {
      // The pivot is the least: all that equal it go first, so that equal values come to an end too.
      from = equalFirst(values, from, to, pivot);
      if (k < from) break;
    }
  }
  return values[k];
}

/** Those less than the pivot first; where the others begin. It adds comparisons where a branch would be guessed wrong half of the time. */
function lessFirst(values: Float64Array, from: number, to: number, pivot: number): number {
  let next = from;
  for (let at = from; at <= to; at++) {
    const value = values[at];
    values[at] = values[next];
    values[next] = value;
    next += +(value < pivot);
  }
  return next;
}

/** The same, with those that equal the pivot. */
function equalFirst(values: Float64Array, from: number, to: number, pivot: number): number {
  let next = from;
  for (let at = from; at <= to; at++) {
    const value = values[at];
    values[at] = values[next];
    values[next] = value;
    next += +(value <= pivot);
  }
  return next;
}

/**
 * Hyndman and Fan's type 7 percentile (1996) of the first n values, sorted or not; p: 0 to 1. Reorders them in place. No value may
 * be NaN. NaN when n is 0.
 */
export function quantileType7(values: Float64Array, n: number, p: number): number {
  if (n === 0) return NaN;
  const position = (n - 1) * Math.min(1, Math.max(0, p));
  const rank = Math.floor(position);
  const below = orderStatistic(values, n, rank);
  if (rank === position) return below;
  // Everything after the rank is at least as great, so the next in order is the least of it.
  let above = Infinity;
  for (let at = rank + 1; at < n; at++) if (values[at] < above) above = values[at];
  return below + (position - rank) * (above - below);
}

/** The least count not exceeded for a share p of the time. timeAtCount: days spent at each count from 0; total: their sum in days. */
export function levelQuantile(timeAtCount: Float64Array, total: number, p: number): number {
  if (!(total > 0)) return NaN;
  const wanted = p * total;
  let [running, last] = [0, 0];
  for (let count = 0; count < timeAtCount.length; count++) {
    if (timeAtCount[count] <= 0) continue;
    running += timeAtCount[count];
    last = count;
    // The sum may fall short of the total by its own rounding.
    if (running >= wanted * (1 - 1e-12)) return count;
  }
  return last;
}
