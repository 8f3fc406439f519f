// One number at a time to the ends of its range, on a ward whose answers are known: M/M/c. Each swing is what Erlang C says, and so
// is their order. Occupancy is arrivals × mean stay, whatever the beds (Little 1961). Steady state, as in several-beds.test.ts.
import { describe, expect, it } from 'vitest';
import { bySize, endsOf, swingLevel, swingOf, type Ends } from '../../engine/index.ts';
import { erlangC } from './oracles/erlang.ts';
import { oneWard, study } from './study.ts';

const REPLICATIONS = 30;
const SEED = 5;
const start = { beds: 5, arrivals: 10, meanDays: 0.3 };
type Number = keyof typeof start;
const ranges: Readonly<Record<Number, { low: number; high: number }>> = {
  beds: { low: 4, high: 7 },
  arrivals: { low: 9, high: 12 },
  meanDays: { low: 0.29, high: 0.31 },
};

const ends = endsOf(ranges, (path) => start[path as Number]);
const ward = ({ beds, arrivals, meanDays }: typeof start) =>
  study(
    oneWard({ beds, stay: { shape: 'exponential', meanDays } }, arrivals, { warmUpDays: 30, runDays: 800 }),
    REPLICATIONS,
    SEED,
  );
const base = ward(start);
const tried = ends.map((one) => ({
  ...one,
  atLow: ward({ ...start, [one.path]: one.low }),
  atHigh: ward({ ...start, [one.path]: one.high }),
}));
const swings = (measure: string, level: number) =>
  tried.map(({ path, atLow, atHigh }) => {
    const numbers = (from: typeof base) => from.numbers({ station: 'ward', measure });
    return { path, swing: swingOf(numbers(base), numbers(atLow), numbers(atHigh), level) };
  });

const waiting = (of: typeof start) => erlangC(of.beds, of.arrivals, of.meanDays).meanWaiting;
const occupied = ({ arrivals, meanDays }: typeof start) => arrivals * meanDays;
/** What theory says: the low end and the high end less the start, and one end less the other. */
const theory = (one: Ends, result: (of: typeof start) => number) => {
  const at = (value: number) => result({ ...start, [one.path]: value });
  return { low: at(one.low) - result(start), high: at(one.high) - result(start), apart: at(one.high) - at(one.low) };
};

describe.each([
  ['waiting', waiting],
  ['occupancy', occupied],
] as const)('%s', (measure, result) => {
  const found = swings(measure, 0.999);

  it.each(ends)('moves with $path as theory says, to either end and across', (one) => {
    const { swing } = found.find(({ path }) => path === one.path)!;
    const exact = theory(one, result);
    for (const side of ['low', 'high', 'apart'] as const) {
      const { low, high } = swing[side];
      const said = `${side}: 99.9 % interval ${low} to ${high}, exact ${exact[side]}`;
      expect(low, said).toBeLessThanOrEqual(exact[side] + 1e-12);
      expect(high, said).toBeGreaterThanOrEqual(exact[side] - 1e-12);
    }
  });

  it('is in the order of theory', () => {
    const moving = ends.filter((one) => Math.abs(theory(one, result).apart) > 1e-9);
    const inOrder = moving.toSorted((a, b) => Math.abs(theory(b, result).apart) - Math.abs(theory(a, result).apart));
    const order = bySize(swings(measure, swingLevel(ends.length))).map(({ path }) => path);
    expect(order.slice(0, inOrder.length)).toEqual(inOrder.map(({ path }) => path));
  });
});

it('what does not matter is not made out to: beds move nobody’s stay', () => {
  const beds = swings('occupancy', swingLevel(ends.length)).find(({ path }) => path === 'beds')!.swing;
  expect(beds.isClear).toBe(false);
  expect(swings('waiting', swingLevel(ends.length)).every(({ swing }) => swing.isClear)).toBe(true);
});

it('beside the same people the swing is far surer than either end by itself', () => {
  const [first] = tried;
  const numbers = (from: typeof base) => from.numbers({ station: 'ward', measure: 'waiting' });
  const paired = swingOf(numbers(base), numbers(first.atLow), numbers(first.atHigh), 0.95).apart;
  // The same numbers with their partners changed: what it would be with other people at either end.
  const others = numbers(first.atHigh).map((_, at, all) => all[(at + 1) % all.length]);
  const unpaired = swingOf(numbers(base), numbers(first.atLow), others, 0.95).apart;
  expect(paired.mean).toBeCloseTo(unpaired.mean, 10);
  expect(paired.high - paired.low).toBeLessThan(unpaired.high - unpaired.low);
});

describe('what can be tried', () => {
  const at = (values: Record<string, number | 'unlimited'>) => (path: string) => values[path];
  it('is a number with a range; an end that is not given is the value', () => {
    expect(endsOf({ a: { low: 1, high: 3 }, b: { low: 2 }, c: { high: 9 } }, at({ a: 2, b: 5, c: 4 }))).toEqual([
      { path: 'a', value: 2, low: 1, high: 3 },
      { path: 'b', value: 5, low: 2, high: 5 },
      { path: 'c', value: 4, low: 4, high: 9 },
    ]);
  });
  it('is not a part that holds several numbers, places without limit, or a range of one value', () => {
    const ranges = { whole: { low: 1, high: 2 }, many: { low: 1, high: 2 }, one: { low: 3, high: 3 }, none: {} };
    expect(endsOf(ranges, at({ many: 'unlimited', one: 3, none: 4 }))).toEqual([]);
  });
  it('a value outside its range is still taken to both ends', () => {
    expect(endsOf({ a: { low: 1, high: 3 } }, at({ a: 7 }))).toEqual([{ path: 'a', value: 7, low: 1, high: 3 }]);
  });
});

it('together the intervals hold with 95 %: each by as much more as there are of them', () => {
  expect(swingLevel(1)).toBeCloseTo(0.95, 12);
  expect(swingLevel(10)).toBeCloseTo(0.995, 12);
  expect(swingLevel(0)).toBeCloseTo(0.95, 12);
});
