// The rest of a stay for someone found in the middle of it: the equilibrium residual, made from the stay's own functions.
// Its share below x is (1/mean) * the integral from 0 to x of the share of people who stay longer; its mean is (sd^2 + mean^2)/(2 mean).
import type { Sampler } from './distribution.ts';
import { LEAST_W, lookup, type Leaf } from './cubics.ts';

/** Nodes in each halving of u (and of 1 - u) towards 0: many where most people are, few far out. */
const nodesAt = (w: number) => (w > 0.0005 ? 6 : 1);

/** Lengths (days) at which the residual is worked out: the stay's own quantiles, close in both tails, each once. */
function nodesOf(sampler: Sampler): number[] {
  const days = [0];
  const add = (u: number) => {
    const x = sampler.quantile(u);
    // Steps much smaller than the length itself would only add rounding.
    if (x > days[days.length - 1] * (1 + 1e-12)) days.push(x);
  };
  for (let w = LEAST_W; w < 0.5; w *= 2) for (let n = 0; n < nodesAt(w); n++) add(w * (1 + n / nodesAt(w)));
  for (let w = 0.25; w >= LEAST_W; w /= 2) for (let n = nodesAt(w); n > 0; n--) add(1 - w * (1 + n / nodesAt(w)));
  add(1 - LEAST_W);
  return days;
}

/** Integral of `longer` over a width, by Gauss and Legendre's rule of three points, which never falls on a jump at an end. */
function areaOf(longer: (days: number) => number, from: number, width: number): number {
  return (
    (width *
      (5 * longer(from + width * 0.1127016653792583) +
        8 * longer(from + width * 0.5) +
        5 * longer(from + width * 0.8872983346207417))) /
    18
  );
}

/** Quantile (days) of the equilibrium residual of any sampler, as a table whose mean is true to better than one part in 10 000. */
export function residualTable(sampler: Sampler): (u: number) => number {
  if (sampler.meanDays === 0) return () => 0;
  const { shareBeyond } = sampler;
  const x: number[] = [0];
  const area: number[] = [];
  /** A cell is halved until its halves say what it said: that finds the kinks and jumps that no quantile fell on. */
  const cut = (from: number, to: number, whole: number, depth: number): void => {
    const middle = 0.5 * (from + to);
    const [first, second] = [areaOf(shareBeyond, from, middle - from), areaOf(shareBeyond, middle, to - middle)];
    if (depth === 0 || Math.abs(first + second - whole) < 1e-8 * sampler.meanDays) {
      x.push(middle, to);
      area.push(first, second);
    } else {
      cut(from, middle, first, depth - 1);
      cut(middle, to, second, depth - 1);
    }
  };
  const nodes = nodesOf(sampler);
  for (let n = 1; n < nodes.length; n++)
    cut(nodes[n - 1], nodes[n], areaOf(shareBeyond, nodes[n - 1], nodes[n] - nodes[n - 1]), 24);
  const cells = area.length;
  const slope = new Float64Array(2 * cells);
  for (let n = 0; n < cells; n++) {
    slope[2 * n] = shareBeyond(x[n]);
    slope[2 * n + 1] = shareBeyond(x[n + 1] - 1e-9 * (x[n + 1] - x[n]));
  }
  const total = area.reduce((sum, each) => sum + each, 0);
  const above = new Float64Array(cells + 1);
  for (let n = cells - 1; n >= 0; n--) above[n] = above[n + 1] + area[n] / total;
  const lower: Leaf[] = [];
  const upper: Leaf[] = [];
  let below = 0;
  for (let n = 0; n < cells; n++) {
    const share = area[n] / total;
    const rise = x[n + 1] - x[n];
    if (share > 0) {
      // A share of the people per day is the slope of the cdf; where it is steeper than three mean slopes a cubic could turn back.
      const limit = 3 * rise;
      const [first, last] = [0, 1].map((end) => {
        const longer = slope[2 * n + end];
        return longer > 0 ? Math.min(limit, (share * total) / longer) : limit;
      }) as [number, number];
      if (below < 0.5) lower.push(hermite(below, share, x[n], rise, first, last));
      if (above[n] > LEAST_W && above[n + 1] <= 0.5)
        upper.unshift(hermite(above[n + 1], share, x[n + 1], -rise, -last, -first));
    }
    below += share;
  }
  return lookup(lower, upper);
}

function hermite(start: number, width: number, value: number, rise: number, first: number, last: number): Leaf {
  return { start, width, c0: value, c1: first, c2: 3 * rise - 2 * first - last, c3: first + last - 2 * rise };
}
