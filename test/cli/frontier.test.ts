// `onward frontier`: its averages are those of `onward run`, its files say the same as its JSON, and what it cannot use is refused by name.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const [HOME, BEDS] = ['stations.p1.places', 'stations.p2.beds'];
const controls = [
  { path: HOME, least: 10, most: 26, step: 1 },
  { path: BEDS, least: 4, most: 16, step: 1 },
];
const file = scratch.file('mixed.json', { ...smallModel, controls });
const source = { status: 'illustrative', source: 'Made up.' };
const { acute, p1, p2 } = smallModel.stations;
const priced = scratch.file('priced.json', {
  ...smallModel,
  controls,
  stations: {
    ...smallModel.stations,
    acute: { ...acute, costs: { personDayGbp: 400 } },
    p1: { ...p1, costs: { placeDayGbp: 60 } },
    p2: { ...p2, costs: { placeDayGbp: 150 } },
  },
  evidence: Object.fromEntries(
    ['acute.costs.personDayGbp', 'p1.costs.placeDayGbp', 'p2.costs.placeDayGbp'].map((path) => [
      `stations.${path}`,
      source,
    ]),
  ),
});
const few = ['--replications', '8', '--quiet'];

interface Point {
  readonly numbers: Readonly<Record<string, number>>;
  readonly edge: readonly string[];
  readonly waiting: { readonly mean: number };
  readonly empty: { readonly mean: number };
  readonly cost?: { readonly mean: number };
}

const beats = (a: Point, b: Point) => a.waiting.mean < b.waiting.mean && a.empty.mean < b.empty.mean;

describe('onward frontier', () => {
  it('shows mixes that no other of it beats, with the averages of onward run, whatever the number of workers', async () => {
    const args = ['frontier', file, '--json', ...few];
    const [{ code, stdout, stderr }, two] = await Promise.all([
      onward([...args, '--workers', '1']),
      onward([...args, '--workers', '2']),
    ]);
    expect([code, stderr, two.stdout]).toEqual([0, '', stdout]);
    const { frontier, of, options } = JSON.parse(stdout) as { frontier: Point[]; of: string[]; options: unknown[] };
    expect([of, options.length]).toEqual([[HOME, BEDS], 3]);
    expect(frontier.length).toBeGreaterThan(4);
    for (const one of frontier) expect(frontier.filter((other) => beats(other, one))).toEqual([]);
    const one = frontier[Math.floor(frontier.length / 2)];
    const set = Object.entries(one.numbers).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
    const { summary } = JSON.parse((await onward(['run', file, ...set, '--json', ...few])).stdout);
    const mean = (station: string, measure: string): number =>
      summary.find(
        (row: Record<string, string>) =>
          row.station === station && row.measure === measure && row.statistic === 'mean' && row.who === 'all',
      ).value;
    expect(one.waiting.mean).toBe(mean('all', 'delayed'));
    expect(one.empty.mean).toBeCloseTo(mean('p1', 'free') + mean('p2', 'free'), 9);
  });

  it('weighs against money where there are prices, and says so in words', async () => {
    const [json, words] = await Promise.all([
      onward(['frontier', priced, '--json', ...few]),
      onward(['frontier', priced, ...few]),
    ]);
    const said = JSON.parse(json.stdout);
    const onCost = (said.frontier as Point[]).filter(({ edge }) => edge.includes('cost'));
    expect(onCost.length).toBeGreaterThan(1);
    for (const one of onCost)
      expect(
        onCost.filter((other) => other.waiting.mean < one.waiting.mean && other.cost!.mean < one.cost!.mean),
      ).toEqual([]);
    expect(words.stdout).toContain('cost a year');
    expect(words.stdout.includes('The fewest people waiting is not the cheapest')).toBe(
      said.fewestWaitingIsNotCheapest,
    );
    expect(said.fewestWaitingIsNotCheapest).toBe(true);
  });

  it('writes the options and the mixes as a table', async () => {
    const out = `${scratch.folder}/mixes`;
    const { code } = await onward(['frontier', file, '--out', out, ...few]);
    expect(code).toBe(0);
    const [head, ...rows] = readFileSync(`${out}/frontier.csv`, 'utf8').trim().split(/\r?\n/);
    expect(head).toBe(`option,${HOME},${BEDS},waiting,waiting_low,waiting_high,empty,empty_low,empty_high,edge`);
    const { frontier } = JSON.parse((await onward(['frontier', file, '--json', ...few])).stdout);
    expect(rows.filter((row) => row.startsWith(',')).map((row) => row.split(',').slice(1, 4).join())).toEqual(
      (frontier as Point[]).map(({ numbers, waiting }) => [numbers[HOME], numbers[BEDS], waiting.mean].join()),
    );
  });

  it('refuses by name what it cannot use', async () => {
    const refused: [string[], RegExp][] = [
      [[scratch.file('plain.json', smallModel)], /--of\n +found +no slider of places/],
      [[file, '--of', 'stations.p9.beds'], /stations\.p9\.beds/],
      [[file, '--waiting', 'all.delayed'], /--waiting\n/],
      [[file, '--up-to', '0'], /--up-to\n +found +0/],
      [[file, '--set', `${BEDS}=9`], /a number of the mix/],
    ];
    const found = await Promise.all(refused.map(([args]) => onward(['frontier', ...args, ...few])));
    found.forEach(({ code, stdout, stderr }, at) => {
      expect([code, stdout, at]).toEqual([2, '', at]);
      expect(stderr).toMatch(refused[at][1]);
    });
  });
});

describe('onward solve where money is counted', () => {
  const of = ['--of', HOME, '--of', BEDS];

  /** Every mix from where both stand, with what it costs more than that. */
  async function everyMix() {
    const over = [
      '--over',
      `${HOME}=16:26`,
      '--over',
      `${BEDS}=8:16`,
      '--of',
      'all.delayed.mean',
      '--of',
      'all.cost.mean',
    ];
    const { stdout } = await onward(['sweep', priced, ...over, '--json', ...few]);
    const rows: { at: Record<string, number>; measure: string; value: number | null }[] = JSON.parse(stdout).sweep;
    const costs = rows.filter(({ measure }) => measure === 'cost');
    return rows
      .filter(({ measure }) => measure === 'delayed')
      .map(({ at, value }, n) => ({ at, delayed: value ?? NaN, cost: costs[n].value ?? NaN }));
  }

  it('finds the least money for a target, and the best within a budget, as every mix has them', async () => {
    const target = ['--so-that', 'all.delayed.mean <= 1', '--by', 'pounds'];
    const budget = ['--best', 'all.delayed.mean', '--budget', '£100000'];
    const [all, least, best] = await Promise.all([
      everyMix(),
      onward(['solve', priced, ...of, ...target, '--json', ...few]),
      onward(['solve', priced, ...of, ...budget, '--json', ...few]),
    ]);
    const found = JSON.parse(least.stdout).found;
    const cheapest = all.filter(({ delayed }) => delayed <= 1).toSorted((a, b) => a.cost - b.cost)[0];
    const its = all.find(({ at }) => at[HOME] === found.numbers[HOME] && at[BEDS] === found.numbers[BEDS])!;
    // Closer than a thousandth of what is spent today is equal.
    expect(its.delayed).toBeLessThanOrEqual(1);
    expect((its.cost - cheapest.cost) / cheapest.cost).toBeLessThan(0.001);
    const start = JSON.parse((await onward(['run', priced, '--json', ...few])).stdout).summary.find(
      (row: Record<string, string>) => row.station === 'all' && row.measure === 'cost' && row.statistic === 'mean',
    );
    const spent = start.value ?? start.overThisPeriod.value;
    const within = all.filter(({ cost }) => cost - spent <= 100_000);
    const wanted = within.toSorted((a, b) => a.delayed - b.delayed)[0];
    expect(JSON.parse(best.stdout).found).toMatchObject({ numbers: wanted.at, mean: wanted.delayed });
    expect(JSON.parse(best.stdout).found.moreGbpAYear).toBeLessThanOrEqual(100_000);
  });

  it('is refused where there are no prices', async () => {
    const { code, stderr } = await onward([
      'solve',
      file,
      ...of,
      '--so-that',
      'all.delayed.mean <= 1',
      '--by',
      'pounds',
      ...few,
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--budget\n +found +no price of stations\.p1\.places/);
  });
});
