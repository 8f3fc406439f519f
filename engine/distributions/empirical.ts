// Empirical stay: observed lengths of stay, drawn again as they are.
import { timeParameter, type Distribution } from './distribution.ts';

const CELLS = 1024;

/** The first place where share `u` is not yet passed in a rising list of cumulative shares, looking from `from`. */
function placeOf(cumulative: Float64Array, u: number, from: number): number {
  const last = cumulative.length - 1;
  while (from < last && u >= cumulative[from]) from++;
  return from;
}

export const empirical: Distribution = {
  shape: 'empirical',
  label: 'Empirical',
  parameters: [
    timeParameter('values', 'lengths', { exclusive: false, list: true }),
    { key: 'weights', label: 'weights', unit: 'weights', least: 0, list: true, optional: true },
  ],
  problem: ({ values, weights }) => {
    if (values.length === 0) return 'at least one length is needed';
    if (weights === undefined) return null;
    if (weights.length !== values.length) return `there are ${values.length} lengths but ${weights.length} weights`;
    return weights.some((weight: number) => weight > 0) ? null : 'at least one weight must be above 0';
  },
  sampler({ values, weights }) {
    const order = Array.from(values as number[], (_, at) => at)
      .filter((at) => weights === undefined || weights[at] > 0)
      .sort((a, b) => values[a] - values[b] || a - b);
    const lengths = Float64Array.from(order, (at) => values[at]);
    const shares = Float64Array.from(order, (at) => weights?.[at] ?? 1);
    const total = shares.reduce((sum, share) => sum + share, 0);
    const cumulative = new Float64Array(lengths.length);
    let [running, meanDays, variance] = [0, 0, 0];
    for (let at = 0; at < lengths.length; at++) {
      running += shares[at];
      cumulative[at] = running / total;
      meanDays += (lengths[at] * shares[at]) / total;
    }
    for (let at = 0; at < lengths.length; at++)
      variance += ((lengths[at] - meanDays) * (lengths[at] - meanDays) * shares[at]) / total;
    const firstOfCell = new Int32Array(CELLS);
    for (let cell = 1; cell < CELLS; cell++)
      firstOfCell[cell] = placeOf(cumulative, cell / CELLS, firstOfCell[cell - 1]);
    const shareWithin = (days: number) => {
      let [low, high] = [0, lengths.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (lengths[middle] <= days) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? 0 : cumulative[low - 1];
    };
    return {
      meanDays,
      sdDays: Math.sqrt(variance),
      quantile: (u) => lengths[placeOf(cumulative, u, firstOfCell[(u * CELLS) | 0])],
      shareWithin,
      shareBeyond: (days) => 1 - shareWithin(days),
      jumps: order.map((at, n) => ({ days: values[at], share: shares[n] / total })),
      isQuick: true,
    };
  },
};
