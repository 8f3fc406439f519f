// How far two years are from each other in the spread that chance alone gives (Mahalanobis, 1936), with the covariance drawn towards its diagonal.

/** Symmetric, row by row. */
export interface Square {
  readonly size: number;
  readonly cells: Float64Array;
}

/**
 * The covariance of rows that vary around nothing; `towardsDiagonal` of it is the diagonal alone (Ledoit and Wolf, 2004). `least` is added to
 * each variance: what never changes would have none, and a distance in units of nothing is no number.
 */
export function covarianceOf(
  rows: readonly (readonly number[])[],
  towardsDiagonal: number,
  least: (at: number) => number = () => 0,
): Square {
  const size = rows[0].length;
  const cells = new Float64Array(size * size);
  for (const row of rows)
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) cells[i * size + j] += row[i] * row[j];
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const cell = (cells[i * size + j] / rows.length) * (i === j ? 1 : 1 - towardsDiagonal);
      cells[i * size + j] = cell;
      cells[j * size + i] = cell;
    }
  for (let i = 0; i < size; i++) cells[i * size + i] += least(i);
  return { size, cells };
}

/** Of a positive definite one, by Cholesky's factors. */
export function inverseOf({ size, cells }: Square): Square {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = cells[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j];
    }
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    for (let i = 0; i < size; i++) {
      let sum = i === unit ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= lower[i * size + k] * column[k];
      column[i] = sum / lower[i * size + i];
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = column[i];
      for (let k = i + 1; k < size; k++) sum -= lower[k * size + i] * column[k];
      column[i] = sum / lower[i * size + i];
    }
    for (let i = 0; i < size; i++) inverse[i * size + unit] = column[i];
  }
  return { size, cells: inverse };
}

export function times({ size, cells }: Square, vector: readonly number[]): number[] {
  return Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += cells[i * size + j] * vector[j];
    return sum;
  });
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, at) => sum + one * b[at], 0);

export const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((one, at) => one - b[at]);

/** Squared, in the spread of chance. */
export const distance = (inverse: Square, a: readonly number[], b: readonly number[]): number => {
  const apart = minus(a, b);
  return dot(apart, times(inverse, apart));
};

export function meanRow(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length);
}

/** The least of the values that so large a share of them does not exceed, counting one more that is not there. */
export function exceededBy(share: number, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((1 - share) * (sorted.length + 1)) - 1)];
}
