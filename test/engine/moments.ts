// Mean and sd of a quantile function, by a rule that knows nothing of how it is made.

/** Five-point Gauss-Legendre on [-1, 1]: place, weight. */
const GAUSS = [
  [-0.906179845938664, 0.23692688505618908],
  [-0.5384693101056831, 0.47862867049936647],
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
] as const;

/** Mean and sd of a quantile function over u, integrated independently: halving towards both ends, and again wherever two rules disagree. */
export function momentsOf(quantile: (u: number) => number): { mean: number; sd: number } {
  const points: [value: number, weight: number][] = [];
  const rule = (from: number, to: number, upper: boolean) =>
    GAUSS.map(([place, weight]): [number, number] => {
      const w = 0.5 * (from + to) + 0.5 * (to - from) * place;
      return [quantile(upper ? 1 - w : w), (weight * (to - from)) / 2];
    });
  const sums = (list: readonly [number, number][]) =>
    [list.reduce((sum, [x, h]) => sum + x * h, 0), list.reduce((sum, [x, h]) => sum + x * x * h, 0)] as const;
  const rough = sums([...rule(0, 0.5, false), ...rule(0, 0.5, true)]);
  const integrate = (from: number, to: number, upper: boolean, depth: number): void => {
    const middle = 0.5 * (from + to);
    const whole = rule(from, to, upper);
    const halves = [...rule(from, middle, upper), ...rule(middle, to, upper)];
    const [a, b] = [sums(whole), sums(halves)];
    if (depth > 40 || (Math.abs(a[0] - b[0]) <= 1e-10 * rough[0] && Math.abs(a[1] - b[1]) <= 1e-10 * rough[1]))
      points.push(...halves);
    else {
      integrate(from, middle, upper, depth + 1);
      integrate(middle, to, upper, depth + 1);
    }
  };
  for (let w = Math.pow(2, -53); w < 0.5; w *= 2)
    for (const upper of [false, true])
      for (let n = 0; n < 4; n++) integrate(w * (1 + n / 4), w * (1 + (n + 1) / 4), upper, 0);
  const mean = sums(points)[0];
  return { mean, sd: Math.sqrt(points.reduce((sum, [x, h]) => sum + (x - mean) * (x - mean) * h, 0)) };
}
