// Markov chains with few states, exactly: the states found by walking, the long run by elimination, the course by uniformisation.
import { exp } from '../ground/portable.ts';

/** A short list of whole numbers. */
export type State = readonly number[];
export type Move = { readonly to: State; readonly perDay: number };

export interface Chain {
  readonly states: readonly State[];
  /** By state: where it may go and how often a day. */
  readonly moves: readonly (readonly { readonly to: number; readonly perDay: number }[])[];
}

/** Every state that can be reached from the first ones, which come first. */
export function chainFrom(first: readonly State[], movesOf: (state: State) => readonly Move[]): Chain {
  const states: State[] = [...first];
  const places = new Map(first.map((state, at) => [state.join(), at]));
  const placeOf = (state: State): number => {
    const key = state.join();
    let at = places.get(key);
    if (at === undefined) {
      at = states.length;
      places.set(key, at);
      states.push(state);
    }
    return at;
  };
  const moves: { to: number; perDay: number }[][] = [];
  for (let at = 0; at < states.length; at++)
    moves.push(
      movesOf(states[at])
        .filter(({ perDay }) => perDay > 0)
        .map(({ to, perDay }) => ({ to: placeOf(to), perDay })),
    );
  return { states, moves };
}

/**
 * Shares of time in the long run: states are taken out one by one, their flow handed to the others, and put back in turn. Nothing
 * is ever subtracted, so nothing cancels. Grassmann, Taksar and Heyman, Operations Research 33 (1985) 1107-1116.
 */
export function longRun(
  size: number,
  flows: (from: number, put: (to: number, flow: number) => void) => void,
): Float64Array {
  const rows = Array.from({ length: size }, (_, from) => {
    const row = new Float64Array(size);
    flows(from, (to, flow) => (row[to] += flow));
    return row;
  });
  for (let last = size - 1; last > 0; last--) {
    const out = rows[last];
    let leaving = 0;
    for (let to = 0; to < last; to++) leaving += out[to];
    for (let from = 0; from < last; from++) {
      const row = rows[from];
      if (row[last] === 0) continue;
      row[last] /= leaving;
      for (let to = 0; to < last; to++) row[to] += row[last] * out[to];
    }
  }
  const share = new Float64Array(size);
  share[0] = 1;
  for (let at = 1; at < size; at++) for (let from = 0; from < at; from++) share[at] += share[from] * rows[from][at];
  const total = share.reduce((sum, each) => sum + each, 0);
  return share.map((each) => each / total);
}

export const longRunOf = ({ states, moves }: Chain): Float64Array =>
  longRun(states.length, (from, put) => moves[from].forEach(({ to, perDay }) => put(to, perDay)));

/** Steps of the uniformised chain taken at once, so that the chance of none stays far above the least number there is. */
const STEPS_AT_ONCE = 300;

/** Shares some days on: a Poisson number of steps of the chain watched at a rate no state exceeds (Jensen 1953). */
export function afterDays(chain: Chain, shares: Float64Array, days: number): Float64Array {
  const leaving = chain.moves.map((moves) => moves.reduce((sum, { perDay }) => sum + perDay, 0));
  const watched = Math.max(...leaving);
  const stretches = Math.max(1, Math.ceil((watched * days) / STEPS_AT_ONCE));
  const steps = (watched * days) / stretches;
  let now = shares;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const sum = new Float64Array(now.length);
    let weight = exp(-steps);
    // Twelve standard deviations on, what is left is far below a rounding error.
    const enough = steps + 12 * Math.sqrt(steps) + 40;
    for (let step = 0; step < enough; step++) {
      for (let at = 0; at < sum.length; at++) sum[at] += weight * now[at];
      const next = new Float64Array(now.length);
      for (let from = 0; from < next.length; from++) {
        if (now[from] === 0) continue;
        next[from] += now[from] * (1 - leaving[from] / watched);
        for (const { to, perDay } of chain.moves[from]) next[to] += (now[from] * perDay) / watched;
      }
      now = next;
      weight *= steps / (step + 1);
    }
    now = sum;
  }
  return now;
}

/** The mean of a number read off the state. */
export const meanOver = ({ states }: Chain, shares: Float64Array, of: (state: State) => number): number =>
  states.reduce((sum, state, at) => sum + shares[at] * of(state), 0);
