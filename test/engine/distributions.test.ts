// Every distribution of the family, tested by going round the list. Long because each has its own theory beside it.
import { expect, test, describe } from 'vitest';
import {
  meanings,
  daysAt,
  distributions,
  documentKey,
  residualOf,
  samplerOf,
  stayProblem,
  timeKeys,
  type Stay,
} from '../../engine/distributions/index.ts';
import { residualTable } from '../../engine/distributions/residual.ts';
import { staySchema } from '../../engine/model/document/stay.ts';
import { threefry, uniform53, uniformAt, word } from '../../engine/ground/random.ts';
import { momentsOf } from './moments.ts';

/** At least one example of each shape; the closed ones scale to the bit, the rest to a part in a billion. */
const EXAMPLES: Record<string, Stay[]> = {
  exponential: [
    { shape: 'exponential', meanDays: 3 },
    { shape: 'exponential', meanHours: 2 },
  ],
  lognormal: [
    { shape: 'lognormal', meanDays: 21, sdDays: 14 },
    { shape: 'lognormal', meanDays: 9, medianDays: 5 },
    { shape: 'lognormal', meanHours: 30, sdHours: 0.5 },
  ],
  gamma: [0.01, 0.0499, 0.0501, 0.1, 0.5, 1, 1.4, 2, 4.9].map((variation) => ({
    shape: 'gamma',
    meanDays: 10,
    sdDays: 10 * variation,
  })),
  weibull: [0.001, 0.01, 0.3, 1, 3].map((variation) => ({ shape: 'weibull', meanDays: 8, sdDays: 8 * variation })),
  erlang: [1, 2, 7, 399].map((phases) => ({ shape: 'erlang', meanDays: 12, phases })),
  triangular: [
    { shape: 'triangular', leastDays: 1, likelyDays: 2, mostDays: 7 },
    { shape: 'triangular', leastHours: 0, likelyHours: 0, mostHours: 5 },
    { shape: 'triangular', leastDays: 1, likelyDays: 4, mostDays: 4 },
  ],
  uniform: [{ shape: 'uniform', leastDays: 1, mostDays: 7 }],
  fixed: [
    { shape: 'fixed', days: 4 },
    { shape: 'fixed', hours: 36 },
  ],
  empirical: [
    { shape: 'empirical', valuesDays: [4, 1, 10, 2.5] },
    { shape: 'empirical', valuesHours: [5, 9, 30, 7], weights: [2, 0, 1, 5] },
  ],
  mixture: [
    {
      shape: 'mixture',
      of: [
        { share: 0.7, stay: { shape: 'lognormal', meanDays: 10, sdDays: 5 } },
        { share: 0.3, stay: { shape: 'lognormal', meanDays: 60, sdDays: 40 } },
      ],
    },
    {
      shape: 'mixture',
      of: [
        { share: 0.3, stay: { shape: 'fixed', days: 1 } },
        { share: 0.7, stay: { shape: 'gamma', meanDays: 10, sdDays: 4 } },
      ],
    },
    {
      shape: 'mixture',
      of: [
        { share: 0.5, stay: { shape: 'fixed', days: 1 } },
        { share: 0.25, stay: { shape: 'uniform', leastDays: 2, mostDays: 3 } },
        { share: 0.25, stay: { shape: 'triangular', leastDays: 2, likelyDays: 4, mostDays: 5 } },
      ],
    },
    {
      shape: 'mixture',
      of: [
        { share: 0.5, stay: { shape: 'empirical', valuesDays: [0, 2, 9] } },
        {
          share: 0.5,
          stay: {
            shape: 'mixture',
            of: [
              { share: 0.5, stay: { shape: 'exponential', meanHours: 6 } },
              { share: 0.5, stay: { shape: 'erlang', meanDays: 30, phases: 4 } },
            ],
          },
        },
      ],
    },
  ],
};

/** The same stay with every time twice as long. */
/** Shapes that other means do not share a table with. */
const ONE_TABLE_EACH = ['mixture'];

function doubled(stay: Stay): Stay {
  const twice = (key: string, value: unknown): unknown => {
    if (timeKeys.has(key)) return Array.isArray(value) ? value.map((each) => 2 * each) : 2 * (value as number);
    return key === 'of'
      ? (value as { share: number; stay: Stay }[]).map((part) => ({ ...part, stay: doubled(part.stay) }))
      : value;
  };
  return Object.fromEntries(Object.entries(stay).map(([key, value]) => [key, twice(key, value)])) as Stay;
}

/** Rising u: both tails, a fine grid, and close neighbours. */
const RISING = [
  ...Array.from({ length: 50 }, (_, n) => Math.pow(2, n - 53)),
  ...Array.from({ length: 4000 }, (_, n) => (n + 0.5) / 4000),
  ...Array.from({ length: 2000 }, (_, n) => 0.3 + n / Math.pow(2, 40)),
  ...Array.from({ length: 53 }, (_, n) => 1 - Math.pow(2, -n - 1)),
].sort((a, b) => a - b);

describe.each(distributions.map((each) => [each.shape, each] as const))('%s', (shape, distribution) => {
  const examples = EXAMPLES[shape] ?? [];

  test('has an example, a label, a meaning of one sentence, and described parameters', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(distribution.label.length * distribution.parameters.length).toBeGreaterThan(0);
    expect(meanings[shape]).toMatch(/^[A-Z][^.]*\.$/);
    for (const parameter of distribution.parameters) expect(parameter.label).not.toBe('');
  });

  test.each(examples.map((stay) => [JSON.stringify(stay), stay] as const))('%s', (_, stay) => {
    expect(staySchema.parse(stay)).toEqual(stay);
    expect(stayProblem(stay)).toBeNull();
    const sampler = samplerOf(stay);
    expect(samplerOf(structuredClone(stay))).toBe(sampler);

    const { mean, sd } = momentsOf(sampler.quantile);
    expect(Math.abs(mean - sampler.meanDays) / sampler.meanDays).toBeLessThan(1e-6);
    if (sampler.sdDays === 0) expect(sd).toBeLessThan(1e-9 * mean);
    else expect(Math.abs(sd / sampler.sdDays - 1)).toBeLessThan(1e-6);
    const hours = stay['meanHours'] as number | undefined;
    const wantedMean = stay['meanDays'] ?? (hours === undefined ? undefined : hours / 24);
    if (wantedMean !== undefined) expect(sampler.meanDays).toBeCloseTo(wantedMean as number, 12);
    if (stay['sdDays'] !== undefined) expect(sampler.sdDays).toBeCloseTo(stay['sdDays'] as number, 12);

    // Never falls (a rounding of the last place apart), never negative; the cdf agrees with it.
    const wrong: string[] = [];
    let before = 0;
    for (const u of RISING) {
      const days = sampler.quantile(u);
      if (!(days >= before * (1 - 1e-15))) wrong.push(`falls at ${u}`);
      before = days;
      if (Math.abs(sampler.shareWithin(days) + sampler.shareBeyond(days) - 1) > 1e-12) wrong.push(`shares at ${days}`);
      // Just below a quantile of u at most u of the people are.
      if (days === 0) continue;
      if (sampler.shareWithin(days * (1 - 1e-9)) - u > 1e-11 || sampler.shareWithin(days * (1 + 1e-9)) - u < -1e-11)
        wrong.push(`cdf at ${u}`);
    }

    // What is drawn is the quantile, from a table or not.
    for (let n = 0; n < 500; n++) {
      threefry(5, 1, n, 2);
      const exact = sampler.quantile(uniform53(word[0], word[1]));
      const days = daysAt(sampler, word[0], word[1]);
      if (!(Math.abs(days - exact) <= 1e-9 * exact)) wrong.push(`${days} drawn for ${exact}`);
    }

    const twice = samplerOf(doubled(stay));
    // `scaledFrom` (by `scaled`) gives all means of a shape one table; shapes of given lengths, and mixtures, have one each.
    if (!ONE_TABLE_EACH.includes(stay.shape))
      expect(twice.table, 'doubled, it has another table').toBe(samplerOf(stay).table);
    for (let n = 0; n < 500; n++) {
      const u = uniformAt(3, 1, n, 4);
      if (Math.abs(twice.quantile(u) - 2 * sampler.quantile(u)) > (shape === 'mixture' ? 1e-9 * twice.quantile(u) : 0))
        wrong.push(`doubling at ${u}`);
    }

    const wanted = (sampler.sdDays * sampler.sdDays + sampler.meanDays * sampler.meanDays) / (2 * sampler.meanDays);
    for (const residual of [residualOf(stay).quantile, residualTable(sampler)]) {
      expect(Math.abs(momentsOf(residual).mean / wanted - 1)).toBeLessThan(1e-4);
      let last = 0;
      for (const u of RISING) {
        if (!(residual(u) >= last * (1 - 1e-14))) wrong.push(`residual falls at ${u}`);
        last = residual(u);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('the residual of an exponential is itself, of a fixed stay uniform; a stay of 0 leaves nothing', () => {
  const table = residualTable(samplerOf({ shape: 'exponential', meanDays: 3 }));
  for (const u of [1e-9, 0.01, 0.3, 0.5, 0.9, 0.9999]) {
    expect(residualOf({ shape: 'exponential', meanDays: 3 }).quantile(u)).toBe(
      samplerOf({ shape: 'exponential', meanDays: 3 }).quantile(u),
    );
    expect(table(u) / (-3 * Math.log1p(-u))).toBeCloseTo(1, 4);
    expect(residualOf({ shape: 'fixed', days: 4 }).quantile(u)).toBeCloseTo(4 * u, 14);
    expect(residualTable(samplerOf({ shape: 'fixed', days: 4 }))(u)).toBeCloseTo(4 * u, 10);
    expect(residualOf({ shape: 'fixed', days: 0 }).quantile(u)).toBe(0);
    // Uniform(0, 6): share below x is (6x - x*x/2)/18.
    expect(residualOf({ shape: 'uniform', leastDays: 0, mostDays: 6 }).quantile(u)).toBeCloseTo(
      6 - 6 * Math.sqrt(1 - u),
      4,
    );
  }
});

test('hours are days over 24, and time keys know their unit', () => {
  expect(samplerOf({ shape: 'exponential', meanHours: 48 }).meanDays).toBe(2);
  expect([
    timeKeys.get('meanDays'),
    timeKeys.get('sdHours'),
    timeKeys.get('hours'),
    timeKeys.get('valuesDays'),
    timeKeys.get('phases'),
    timeKeys.get('weights'),
  ]).toEqual(['days', 'hours', 'hours', 'days', undefined, undefined]);
  expect(documentKey(distributions.find(({ shape }) => shape === 'fixed')!.parameters[0], 'days')).toBe('days');
});

test.each<[string, unknown]>([
  ['unknown shape', { shape: 'normal', meanDays: 3 }],
  ['unknown key', { shape: 'exponential', meanDays: 3, sdDays: 3 }],
  ['no parameters', { shape: 'exponential' }],
  ['two units of one parameter', { shape: 'exponential', meanDays: 3, meanHours: 72 }],
  ['two units of two parameters', { shape: 'lognormal', meanDays: 3, sdHours: 5 }],
  ['sd and median', { shape: 'lognormal', meanDays: 3, sdDays: 1, medianDays: 2 }],
  ['neither sd nor median', { shape: 'lognormal', meanDays: 3 }],
  ['not finite', { shape: 'exponential', meanDays: Infinity }],
  ['not a number', { shape: 'exponential', meanDays: '3' }],
  ['a mean of 0', { shape: 'exponential', meanDays: 0 }],
  ['a negative length', { shape: 'fixed', days: -1 }],
  ['half a phase', { shape: 'erlang', meanDays: 3, phases: 1.5 }],
  ['no lengths', { shape: 'empirical', valuesDays: [] }],
  ['a bad part of a mixture', { shape: 'mixture', of: [{ share: 1, stay: { shape: 'exponential' } }] }],
  ['an unknown key in a part', { shape: 'mixture', of: [{ share: 1, stay: { shape: 'fixed', days: 1 }, weight: 2 }] }],
])('the schema refuses %s', (_, stay) => expect(staySchema.safeParse(stay).success).toBe(false));

test.each<[string, Stay]>([
  ['sd must be above 0; for a stay that never varies use fixed', { shape: 'lognormal', meanDays: 3, sdDays: 0 }],
  ['sd must be above 0; for a stay that never varies use fixed', { shape: 'gamma', meanDays: 3, sdDays: -1 }],
  ['the median must be below the mean', { shape: 'lognormal', meanDays: 3, medianDays: 3 }],
  ['the likeliest must lie between', { shape: 'triangular', leastDays: 1, likelyDays: 9, mostDays: 5 }],
  ['the least must be below the most', { shape: 'triangular', leastDays: 5, likelyDays: 5, mostDays: 5 }],
  ['the least must be below the most', { shape: 'uniform', leastDays: 5, mostDays: 4 }],
  ['there are 2 lengths but 1 weights', { shape: 'empirical', valuesDays: [1, 2], weights: [1] }],
  ['at least one weight', { shape: 'empirical', valuesDays: [1, 2], weights: [0, 0] }],
  ['the shares must add to one', { shape: 'mixture', of: [{ share: 0.5, stay: { shape: 'fixed', days: 1 } }] }],
  [
    'the median must be below',
    { shape: 'mixture', of: [{ share: 1, stay: { shape: 'lognormal', meanDays: 3, medianDays: 4 } }] },
  ],
  ['at most 5 times the mean', { shape: 'gamma', meanDays: 1, sdDays: 9 }],
  ['there is no shape', { shape: 'normal', meanDays: 3 }],
  ['meanDays (or meanHours) is missing', { shape: 'exponential' }],
])('says: %s', (words, stay) => expect(stayProblem(stay)).toContain(words));
