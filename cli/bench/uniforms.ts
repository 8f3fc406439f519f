// Random numbers of benches, which are no part of what they measure.

/** Marsaglia's xorshift: the same numbers on every computer. */
export function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4_294_967_296;
  };
}
