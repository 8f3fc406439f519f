// Stays are drawn from tables: how near these are to the quantile itself, that more is never less, and what they share. Long because each shape
// goes to its limits, and quantiles are worked out a second time, from other formulas.
import { describe, expect, test } from 'vitest';
import { daysAt, samplerOf, type Stay, type StaySampler } from '../../engine/distributions/index.ts';
import { stayTable, type StayTable } from '../../engine/distributions/stay-table.ts';
import { threefry, uniform53, word } from '../../engine/ground/random.ts';
import { momentsOf } from './moments.ts';

/** How far a stay may be from its quantile, as a share of it. */
const WITHIN = 1e-9;

const mixture = (...parts: [share: number, stay: Stay][]): Stay => ({
  shape: 'mixture',
  of: parts.map(([share, stay]) => ({ share, stay })),
});
const of = (shape: string, meanDays: number, sdDays: number): Stay => ({ shape, meanDays, sdDays });
const erlang = (phases: number): Stay => ({ shape: 'erlang', meanDays: 12, phases });

const STAYS: readonly Stay[] = [
  { shape: 'exponential', meanDays: 3 },
  { shape: 'exponential', meanHours: 2 },
  ...[1e-8, 1e-3, 14, 200].map((sd) => of('lognormal', 10, sd)),
  { shape: 'lognormal', meanHours: 30, sdHours: 0.5 },
  ...[1e-4, 0.49, 0.51, 4, 10, 50].map((sd) => of('gamma', 10, sd)),
  ...[0.01, 3, 10, 200].map((sd) => of('weibull', 10, sd)),
  ...[1, 2, 7, 400, 1000].map(erlang),
  mixture([0.7, of('lognormal', 10, 5)], [0.3, of('lognormal', 60, 40)]),
  mixture([0.6, of('gamma', 10, 4)], [0.4, of('weibull', 40, 50)]),
  { shape: 'uniform', leastDays: 0.1, mostDays: 0.7 },
  { shape: 'triangular', leastDays: 0.1, likelyDays: 0.3, mostDays: 0.7 },
  { shape: 'empirical', valuesDays: [4, 1, 10, 2.5], weights: [1, 0, 3, 1] },
  // Nearly a jump, and a few far away.
  mixture([0.7, of('lognormal', 1, 0.001)], [0.3, of('lognormal', 60, 0.4)]),
  mixture([0.999, of('lognormal', 1, 0.05)], [0.001, of('gamma', 100, 5)]),
  // Jumps and kinks.
  mixture([0.3, { shape: 'fixed', days: 1 }], [0.7, of('gamma', 10, 4)]),
  mixture(
    [0.5, { shape: 'fixed', hours: 24 }],
    [0.25, { shape: 'uniform', leastDays: 2, mostDays: 3 }],
    [0.25, { shape: 'triangular', leastDays: 2, likelyDays: 4, mostDays: 5 }],
  ),
  mixture(
    [0.5, { shape: 'empirical', valuesDays: [0, 2, 9] }],
    [0.5, mixture([0.5, { shape: 'exponential', meanHours: 6 }], [0.5, erlang(4)])],
  ),
  mixture([0.5, { shape: 'fixed', days: 2 }], [0.5, { shape: 'fixed', days: 5 }]),
];

const NUMBERS = 2 ** 52;
/** The n-th of the uniform numbers, n + ½ over 2^52, as the two words that mean it. */
const wordsOf = (n: number): [number, number] => [(Math.floor(n / 2 ** 26) << 6) | 0, ((n % 2 ** 26) << 6) | 0];
const drawn = (stay: StaySampler, n: number): number => daysAt(stay, ...wordsOf(n));
const uOf = (n: number): number => (n + 0.5) / NUMBERS;

/** Random numbers of 52 bits; every second one lies anywhere in the logarithm of u or of 1 - u. */
function* someNumbers(count: number, seed: number): Generator<number> {
  for (let n = 0; n < count; n++) {
    threefry(seed, 5, n, 0);
    let at = (word[0] >>> 6) * 2 ** 26 + (word[1] >>> 6);
    if (n % 2 === 1) {
      threefry(seed, 6, n, 0);
      at = Math.floor(at / 2 ** ((word[0] >>> 0) % 52));
      if (word[1] < 0) at = NUMBERS - 1 - at;
    }
    yield at;
  }
}

/** The greatest share by which a table is off from a quantile, over a grid and over random numbers, and where. */
function worstOf(stay: StaySampler, quantile: (u: number) => number, count = 4000): { off: number; u: number } {
  const worst = { off: 0, u: NaN };
  const look = (n: number) => {
    const [days, exact] = [drawn(stay, n), quantile(uOf(n))];
    const off = days === exact ? 0 : Math.abs(days / exact - 1);
    if (off > worst.off || Number.isNaN(off)) Object.assign(worst, { off, u: uOf(n) });
  };
  for (let n = 0; n < count; n++) look(Math.floor(((n + 0.37) / count) * NUMBERS));
  for (const n of someNumbers(count, 1)) look(n);
  for (let n = 0; n < 20; n++) [n, NUMBERS - 1 - n].forEach(look);
  return worst;
}

/** Numbers on both sides of every place where two polynomials may meet: an octave in 32 parts, from either end. */
function* meetings(): Generator<number> {
  for (let octave = 1; octave < 52; octave++)
    for (let part = 0; part < 32; part++) {
      const at = Math.floor((NUMBERS * (1 + part / 32)) / 2 ** (octave + 1));
      for (let n = Math.max(0, at - 3); n < at + 3; n++) yield* [n, NUMBERS - 2 - n];
    }
}

/** The first pair of numbers of which the greater gives fewer days. */
function fallOf(stay: StaySampler, count: number): string | null {
  const falls = (n: number, more: number) =>
    n + more < NUMBERS && drawn(stay, n) > drawn(stay, n + more)
      ? `${drawn(stay, n)} at ${n}, ${drawn(stay, n + more)} at ${more} on`
      : null;
  for (const n of meetings()) {
    const fall = falls(n, 1);
    if (fall !== null) return fall;
  }
  for (const n of someNumbers(count, 2)) {
    const fall = falls(n, 1) ?? falls(n, 1 + (n % 8) * 2 ** (n % 40));
    if (fall !== null) return fall;
  }
  return null;
}

describe.each(STAYS.map((stay) => [JSON.stringify(stay), stay] as const))('%s', (_, stay) => {
  const sampler = samplerOf(stay);

  test('is drawn within a billionth of its quantile, far out in both tails too', () => {
    const { off, u } = worstOf(sampler, sampler.quantile);
    expect(off, `at ${u}`).toBeLessThan(WITHIN);
  });

  test('a greater number never gives fewer days, not even the next number', () => {
    expect(fallOf(sampler, 40_000)).toBeNull();
  });

  test('what is drawn has the mean and the sd that it says', () => {
    const { mean, sd } = momentsOf((u) => drawn(sampler, Math.floor(u * NUMBERS)));
    expect(Math.abs(mean / sampler.meanDays - 1)).toBeLessThan(1e-6);
    // Of a long tail some of the spread lies beyond the last number: there, that of the quantile itself at the same numbers.
    const last = sampler.quantile(uOf(NUMBERS - 1));
    const isCut = (last * last) / NUMBERS > 1e-8 * (sampler.meanDays ** 2 + sampler.sdDays ** 2);
    const wanted = isCut ? momentsOf((u) => sampler.quantile(uOf(Math.floor(u * NUMBERS)))).sd : sampler.sdDays;
    expect(Math.abs(sd / wanted - 1)).toBeLessThan(1e-6);
  });

  test('the same, made in another order', () => {
    const numbers = [...someNumbers(600, 3)];
    const [one, other] = [0, 1].map(() => ({ ...sampler, table: sampler.table && stayTable(sampler.table.quantile) }));
    const backwards = numbers.toReversed().map((n) => drawn(other, n));
    expect(numbers.map((n) => drawn(one, n))).toEqual(backwards.toReversed());
  });
});

/** The share of a standard normal beyond z, above 0: by Laplace's continued fraction where it is quick, or else by its series. */
function tailOf(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let rest = 0;
    for (let n = 200; n > 0; n--) rest = n / (z + rest);
    return density / (z + rest);
  }
  let [term, sum] = [z, z];
  for (let n = 1; n < 100; n++) sum += term *= (z * z) / (2 * n + 1);
  return 0.5 - density * sum;
}

/** Where a falling function of days comes down to w, by halving. */
function whereIs(beyond: (days: number) => number, w: number): number {
  let [low, high] = [0, 1e9];
  for (let n = 0; n < 200; n++) {
    const middle = low > 1e-3 * high ? 0.5 * (low + high) : Math.sqrt(Math.max(low, 1e-30) * high);
    if (beyond(middle) > w) low = middle;
    else high = middle;
  }
  return high;
}

/** Share of an Erlang of so many phases, each of mean 1, beyond x: that a Poisson count stays below. */
function erlangTail(phases: number, x: number): number {
  let [term, sum] = [Math.exp(-x), 0];
  for (let n = 0; n < phases; n++) {
    sum += term;
    term *= x / (n + 1);
  }
  return sum;
}

// Each by a formula of its own, in the upper half of u, where shares beyond keep all their places.
test.each<[string, Stay, (w: number) => number]>([
  ['exponential', { shape: 'exponential', meanDays: 3 }, (w) => -3 * Math.log(w)],
  ['lognormal', of('lognormal', 10, 14), (w) => lognormal(10, 14, w)],
  ['lognormal of a small sd', of('lognormal', 10, 1e-3), (w) => lognormal(10, 1e-3, w)],
  ['lognormal of a great sd', of('lognormal', 10, 200), (w) => lognormal(10, 200, w)],
  ['erlang', erlang(7), (w) => (12 / 7) * whereIs((x) => erlangTail(7, x), w)],
  ['erlang of 300 phases', erlang(300), (w) => (12 / 300) * whereIs((x) => erlangTail(300, x), w)],
  // The square of a normal deviate.
  ['gamma', of('gamma', 1, Math.SQRT2), (w) => whereIs((x) => 2 * tailOf(Math.sqrt(x)), w)],
  // Of shape 1/2: its sd is the square root of 5 times its mean, and its scale half its mean.
  ['weibull', of('weibull', 2, 2 * Math.sqrt(5)), (w) => Math.log(w) ** 2],
  [
    'mixture',
    mixture([0.75, { shape: 'exponential', meanDays: 2 }], [0.25, { shape: 'exponential', meanDays: 30 }]),
    (w) => whereIs((x) => 0.75 * Math.exp(-x / 2) + 0.25 * Math.exp(-x / 30), w),
  ],
  [
    'mixture with a jump',
    mixture([0.4, { shape: 'fixed', days: 2 }], [0.6, { shape: 'exponential', meanDays: 3 }]),
    (w) => whereIs((x) => (x < 2 ? 0.4 : 0) + 0.6 * Math.exp(-x / 3), w),
  ],
])('%s: what another formula says', (_, stay, exact) => {
  const sampler = samplerOf(stay);
  for (const n of someNumbers(300, 4)) {
    const upper = n < NUMBERS / 2 ? NUMBERS - 1 - n : n;
    const wanted = exact(1 - uOf(upper));
    expect(Math.abs(drawn(sampler, upper) / wanted - 1), `at ${uOf(upper)}`).toBeLessThan(WITHIN);
  }
});

function lognormal(mean: number, sd: number, w: number): number {
  const sigma = Math.sqrt(Math.log1p((sd / mean) ** 2));
  const deviate = w === 0.5 ? 0 : whereIs(tailOf, w);
  return mean * Math.exp(sigma * deviate - (sigma * sigma) / 2);
}

test('words with every bit turned are 1 - u', () => {
  for (const stay of [of('lognormal', 10, 14), { shape: 'uniform', leastDays: 1, mostDays: 3 }]) {
    const sampler = samplerOf(stay);
    for (const n of someNumbers(300, 7)) {
      const [word0, word1] = wordsOf(n);
      expect(uniform53(~word0, ~word1)).toBe(1 - uniform53(word0, word1));
      expect(daysAt(sampler, ~word0, ~word1)).toBe(drawn(sampler, NUMBERS - 1 - n));
    }
  }
});

test('the lowest six bits of a word mean nothing', () => {
  const sampler = samplerOf(of('gamma', 10, 4));
  for (const n of someNumbers(300, 8)) {
    const [word0, word1] = wordsOf(n);
    expect(daysAt(sampler, word0 | 63, word1 | 41)).toBe(drawn(sampler, n));
  }
});

test('another mean of the same shape is the same table times a factor', () => {
  for (const shapes of [
    [1, 3, 7].map((meanDays): Stay => ({ shape: 'exponential', meanDays })),
    [1, 2, 8].map((times) => of('lognormal', 3 * times, 2 * times)),
    [1, 2, 8].map((times) => of('gamma', 3 * times, 2 * times)),
    [1, 2, 8].map((times) => of('weibull', 3 * times, 2 * times)),
    [1, 3, 7].map((meanDays): Stay => ({ shape: 'erlang', meanDays, phases: 5 })),
  ]) {
    const [first, ...others] = shapes.map(samplerOf);
    for (const other of others) {
      expect(other.table).toBe(first.table);
      const factor = other.factorDays / first.factorDays;
      expect(factor).toBeCloseTo(other.meanDays / first.meanDays, 12);
      for (const n of someNumbers(50, 9))
        expect(drawn(other, n) / other.factorDays).toBeCloseTo(drawn(first, n) / first.factorDays, 12);
    }
  }
});

test('what is a few operations has no table', () => {
  for (const stay of [
    { shape: 'fixed', days: 4 },
    { shape: 'uniform', leastDays: 1, mostDays: 3 },
    { shape: 'triangular', leastDays: 1, likelyDays: 2, mostDays: 3 },
    { shape: 'empirical', valuesDays: [1, 4] },
  ]) {
    const sampler = samplerOf(stay);
    expect(sampler.table).toBeNull();
    for (const n of someNumbers(50, 10)) expect(drawn(sampler, n)).toBe(sampler.quantile(uOf(n)));
  }
});

test('an ordinary shape needs no piece smaller than a quarter of an octave', () => {
  for (const stay of [of('lognormal', 10, 8), of('gamma', 10, 8), of('weibull', 10, 8), erlang(3), erlang(500)]) {
    const { table } = samplerOf(stay);
    const own = { ...samplerOf(stay), table: stayTable(table!.quantile) };
    for (const n of someNumbers(3000, 12)) drawn(own, n);
    const near = own.table.pieces.subarray(0, 20 * 8);
    expect([...near].filter((piece) => piece <= 0)).toEqual([]);
  }
});

test('a jump of a mixture is one length to the bit', () => {
  const sampler = samplerOf(mixture([0.3, { shape: 'fixed', days: 1.1 }], [0.7, of('gamma', 10, 4)]));
  // Next to nobody of the gamma stays that short.
  const { shareWithin } = samplerOf(of('gamma', 10, 4));
  const before = 0.7 * shareWithin(1.1);
  expect(before).toBeLessThan(1e-3);
  for (let part = 1; part < 100; part++) {
    const n = Math.floor((before + (0.3 * part) / 100) * NUMBERS);
    expect(sampler.quantile(uOf(n))).toBe(1.1);
    expect(drawn(sampler, n)).toBe(1.1);
  }
});

/** 30 000 steps of equal width: as many jumps as no table has room for. */
const stairs = (u: number) => 1 + Math.floor(30_000 * u);
const drawnFrom = (table: StayTable): StaySampler => ({ ...samplerOf(erlang(2)), factorDays: 1, table });

test('a table without room begins again, and says the same', () => {
  const [short, long] = [drawnFrom(stayTable(stairs)), drawnFrom(stayTable(stairs))];
  const numbers = [...someNumbers(3000, 11)];
  for (const n of numbers) {
    expect(drawn(short, n)).toBe(stairs(uOf(n)));
    expect(short.table!.filled).toBeLessThanOrEqual(4096 * 8);
  }
  const filled = numbers.map((n) => {
    drawn(long, n);
    return long.table!.filled;
  });
  expect(filled.some((each, at) => at > 0 && each < filled[at - 1])).toBe(true);
  expect(fallOf(short, 1000)).toBeNull();
});

test('the test sees a spoilt coefficient', () => {
  const { quantile } = samplerOf(erlang(3)).table!;
  const table = stayTable(quantile);
  const spoilt = drawnFrom(table);
  expect(worstOf(spoilt, quantile).off).toBeLessThan(WITHIN);
  expect(fallOf(spoilt, 1000)).toBeNull();
  // The piece of the quarter that begins at u = 1/4: its second coefficient, then its first.
  const row = table.pieces[0];
  table.rows[row + 2] *= 1 + 1e-6;
  expect(worstOf(spoilt, quantile).off).toBeGreaterThan(WITHIN);
  table.rows[row + 2] /= 1 + 1e-6;
  table.rows[row] *= 1 + 1e-12;
  expect(fallOf(spoilt, 1000)).not.toBeNull();
});
