// A small continuous-time Markov chain: states found by walking, then its steady state and its course from a start.

/** Where a state may go next, and how often a day. A state is a short list of whole numbers. */
export type Moves = (state: readonly number[]) => { to: readonly number[]; perDay: number }[];

export interface Chain {
  readonly states: readonly (readonly number[])[];
  /** For each state, the moves into it: from which state, how often. */
  readonly into: readonly { from: number; perDay: number }[][];
  readonly leavingPerDay: Float64Array;
}

/** Every state that can be reached from the first, breadth first. */
export function walkChain(first: readonly number[], moves: Moves): Chain {
  const states: (readonly number[])[] = [first];
  const number = new Map([[first.join(), 0]]);
  const into: { from: number; perDay: number }[][] = [[]];
  const leaving: number[] = [];
  for (let from = 0; from < states.length; from++) {
    leaving.push(0);
    for (const { to, perDay } of moves(states[from])) {
      if (perDay <= 0) continue;
      let index = number.get(to.join());
      if (index === undefined) {
        index = states.length;
        number.set(to.join(), index);
        states.push(to);
        into.push([]);
      }
      into[index].push({ from, perDay });
      leaving[from] += perDay;
    }
  }
  return { states, into, leavingPerDay: Float64Array.from(leaving) };
}

/** π with πQ = 0 and Σπ = 1, by Gauss-Seidel until no probability moves by more than one part in 1e13. */
export function steadyState(chain: Chain): Float64Array {
  const size = chain.states.length;
  const share = new Float64Array(size).fill(1 / size);
  for (let sweep = 0; sweep < 100_000; sweep++) {
    let moved = 0;
    for (let i = 0; i < size; i++) {
      let inflow = 0;
      for (const { from, perDay } of chain.into[i]) inflow += share[from] * perDay;
      const next = inflow / chain.leavingPerDay[i];
      moved = Math.max(moved, Math.abs(next - share[i]));
      share[i] = next;
    }
    const total = share.reduce((sum, p) => sum + p, 0);
    for (let i = 0; i < size; i++) share[i] /= total;
    if (moved < 1e-15) return share;
  }
  throw new Error('The chain has not settled.');
}

/** The distribution after some days from one state, by uniformisation: a Poisson number of steps of the chain sampled at its fastest rate. */
export function afterDays(chain: Chain, start: number, days: number): Float64Array {
  const size = chain.states.length;
  const fastest = Math.max(...chain.leavingPerDay) * 1.01;
  let share = new Float64Array(size);
  share[start] = 1;
  const result = new Float64Array(size);
  let weight = Math.exp(-fastest * days);
  if (weight === 0) throw new Error('Too long a time for one go; take it in parts.');
  let counted = 0;
  for (let step = 0; counted < 1 - 1e-12 && step < 100_000; step++) {
    for (let i = 0; i < size; i++) result[i] += weight * share[i];
    counted += weight;
    const next = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      next[i] = share[i] * (1 - chain.leavingPerDay[i] / fastest);
      for (const { from, perDay } of chain.into[i]) next[i] += (share[from] * perDay) / fastest;
    }
    share = next;
    weight *= (fastest * days) / (step + 1);
  }
  return result;
}

/** The mean of a number read off the state. */
export function chainMean(chain: Chain, share: Float64Array, of: (state: readonly number[]) => number): number {
  return chain.states.reduce((sum, state, i) => sum + share[i] * of(state), 0);
}
