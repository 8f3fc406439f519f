// Dice of their own (mulberry32), so that a law's models do not depend on the engine's random numbers.

export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  chance: (p: number) => boolean;
  pick: <T>(of: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { between, chance: (p) => next() < p, pick: (of) => of[between(0, of.length - 1)] };
}
