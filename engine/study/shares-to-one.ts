// Amounts as short shares that together are exactly one: what rounding leaves over goes to the largest.

/** Figures behind the point. */
const DIGITS = 6;

/** Of amounts of which one at least is above 0. */
export function sharesToOne(amounts: readonly number[]): number[] {
  const all = amounts.reduce((sum, each) => sum + each, 0);
  const short = amounts.map((each) => Number((each / all).toFixed(DIGITS)));
  const most = short.indexOf(Math.max(...short));
  const others = short.reduce((sum, share, at) => (at === most ? sum : sum + share), 0);
  return short.with(most, Number((1 - others).toFixed(DIGITS)));
}
