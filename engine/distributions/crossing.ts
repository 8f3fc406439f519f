// Where a function that never falls goes through 0, from a guess: it is shut in first, then found by false position.

/** The x between low and high where `excess` goes through 0; the nearer `near` is, the sooner. `high` may be Infinity. */
export function crossing(excess: (x: number) => number, low: number, high: number, near: number): number {
  let x = near > low && near < high ? near : high === Infinity ? 2 * low + 1 : 0.5 * (low + high);
  let at = excess(x);
  let stride = 1e-6 * x;
  let [end, atEnd] = [x, at];
  while (at !== 0 && at < 0 === atEnd < 0) {
    [x, at] = [end, atEnd];
    end = at < 0 ? Math.min(x + stride, high) : Math.max(x - stride, low);
    if (end === x) return x;
    atEnd = excess(end);
    // As far again as a straight line says, and a little further.
    stride *= Math.min(1000, Math.max(4, (-1.2 * atEnd) / (atEnd - at)));
  }
  if (at === 0) return x;
  return at < 0 ? between(excess, x, at, end, atEnd) : between(excess, end, atEnd, x, at);
}

/** The crossing, shut in by two places where `excess` is below and above 0. */
function between(excess: (x: number) => number, low: number, atLow: number, high: number, atHigh: number): number {
  let [x, at] = [low, atLow];
  let width = high - low;
  let stays: 'low' | 'high' | null = null;
  for (let step = 1; step < 200 && high - low > 1e-15 * high; step++) {
    const [before, atBefore] = [x, at];
    x = low - (atLow * (high - low)) / (atHigh - atLow);
    if (step % 3 === 0) {
      if (high - low > 0.5 * width) x = 0.5 * (low + high);
      width = high - low;
    }
    if (!(x > low && x < high)) x = 0.5 * (low + high);
    at = excess(x);
    // A last step along the line through the last two, when next to nothing is left.
    const left = at === 0 ? 0 : (at * (x - before)) / (at - atBefore);
    if (Math.abs(left) <= 1e-12 * x) return Math.min(Math.max(x - left, low), high);
    // An end that stays twice counts for half, or it would stay for ever.
    if (at > 0) {
      [high, atHigh] = [x, at];
      if (stays === 'low') atLow *= 0.5;
      stays = 'low';
    } else {
      [low, atLow] = [x, at];
      if (stays === 'high') atHigh *= 0.5;
      stays = 'high';
    }
  }
  return high;
}
