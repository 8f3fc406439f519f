// A network's Markov chain, built and solved by itself: states are found by going everywhere, their shares of time by repeated sweeps.

export interface Step {
  readonly to: readonly number[];
  /** A day. */
  readonly rate: number;
  /** What happens, to be counted. */
  readonly what?: string;
}

/** How often each thing happens, a day, in the long run. */
export function ratesOf(start: readonly number[], steps: (state: readonly number[]) => Step[]): Map<string, number> {
  const states = [start];
  const at = new Map([[start.join(), 0]]);
  const into: { from: number; rate: number }[][] = [[]];
  const leaves: number[] = [];
  const counted: { what: string; from: number; rate: number }[] = [];
  for (let from = 0; from < states.length; from++) {
    leaves[from] = 0;
    for (const { to, rate, what } of steps(states[from])) {
      if (rate === 0) continue;
      const key = to.join();
      let next = at.get(key);
      if (next === undefined) {
        next = states.length;
        at.set(key, next);
        states.push(to);
        into.push([]);
      }
      if (what !== undefined) counted.push({ what, from, rate });
      if (next === from) continue;
      leaves[from] += rate;
      into[next].push({ from, rate });
    }
  }
  const share = new Float64Array(states.length).fill(1 / states.length);
  for (let sweep = 0, moved = 1; moved > 1e-13; sweep++) {
    if (sweep > 200_000) throw new Error('the chain does not settle');
    moved = 0;
    let sum = 0;
    for (let state = 0; state < states.length; state++) {
      let flow = 0;
      for (const { from, rate } of into[state]) flow += share[from] * rate;
      const next = flow / leaves[state];
      moved = Math.max(moved, Math.abs(next - share[state]));
      share[state] = next;
      sum += next;
    }
    for (let state = 0; state < states.length; state++) share[state] /= sum;
  }
  const rates = new Map<string, number>();
  for (const { what, from, rate } of counted) rates.set(what, (rates.get(what) ?? 0) + share[from] * rate);
  return rates;
}
