// `onward solve`: what it finds is what `onward run` says of the value found and of the value before it; what cannot be searched is refused.
import { afterAll, describe, expect, it } from 'vitest';
import { cheapest, compile, work, type Model } from '../../engine/index.ts';
import { createSearching, type Search } from '../../ui/study/searching.ts';
import type { Pool } from '../../ui/worker/client.ts';
import { stepsOfStudy } from '../../ui/worker/studies.ts';
import { sayLevel } from '../../ui/words/numbers/difference.ts';
import { POUNDS_A_YEAR } from '../../ui/words/numbers/quantity.ts';
import { sayCheapest } from '../../ui/words/solve.ts';
import { hear } from '../ui/hear.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const file = scratch.file('small.json', smallModel);
const BEDS = 'stations.p2.beds';
const few = ['--replications', '6', '--quiet'];

interface Row {
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
  readonly who: string;
  readonly value: number;
  readonly ciLow: number;
}

async function meanAt(beds: number, statistic = 'mean', ...asked: string[]): Promise<Row> {
  const { stdout } = await onward(['run', file, '--set', `${BEDS}=${beds}`, '--json', ...few, ...asked]);
  const rows: Row[] = JSON.parse(stdout).summary;
  return rows.find(
    (row) => row.station === 'p2' && row.measure === 'waiting' && row.statistic === statistic && row.who === 'all',
  )!;
}

/** What the page finds, with workers that answer in their turn. */
function searchedInPage(model: Model, limit: number, tries: Search['tries']) {
  const due: (() => void)[] = [];
  const inTurn = (answer: () => void) => {
    due.push(answer);
    return () => {};
  };
  const pool: Pool = {
    replicate: (question, listener) => inTurn(() => hear(work({ ...question, id: 1 }, compile), listener)),
    ask(question, listener) {
      if (question.type !== 'settling') throw new Error(question.type);
      return inTurn(() => hear(stepsOfStudy({ ...question, id: 1 }), listener));
    },
  };
  const searching = createSearching();
  searching.start(pool, {
    model,
    goal: { paths: [BEDS], kind: 'mean', limit, within: 'today' },
    run: { option: 'today', conditions: [], set: {}, changes: [] },
    within: 'Today',
    tries,
    numbersAt: (value) => ({ [BEDS]: value }),
    seed: model.experiment.seed,
    replications: 6,
  });
  for (let answer = due.shift(); answer; answer = due.shift()) answer();
  return searching.getState();
}

describe('onward solve', () => {
  it('looks at any percentile its rule names, as onward run has it when asked for it', async () => {
    const rule = ['--of', BEDS, '--so-that', 'p2.waiting.p77.5 <= 1', '--least', '13', '--most', '14'];
    const { stdout } = await onward(['solve', file, ...rule, '--json', ...few]);
    const { manifest, solved } = JSON.parse(stdout);
    expect(manifest.percentiles).toEqual([77.5]);
    const { value } = await meanAt(13, 'p77.5', '--percentiles', '77.5');
    expect(solved.tried.find((one: { value: number }) => one.value === 13).mean).toBe(value);
    expect(value).not.toBeNull();
  });

  it('finds the fewest beds, as onward run has them, whatever the number of workers', async () => {
    const args = [
      'solve',
      file,
      '--of',
      BEDS,
      '--so-that',
      'p2.waiting.mean <= 1',
      '--least',
      '3',
      '--most',
      '20',
      '--json',
      ...few,
    ];
    const { code, stdout, stderr } = await onward(args);
    expect([code, stderr]).toEqual([0, '']);
    expect((await onward([...args, '--workers', '2'])).stdout).toBe(stdout);
    const { solved, of, soThat, manifest } = JSON.parse(stdout);
    expect([of, soThat, solved.outcome, manifest.replications]).toEqual([BEDS, 'p2.waiting.mean <= 1', 'least', 6]);
    const [found, before] = await Promise.all([meanAt(solved.value), meanAt(solved.value - 1)]);
    expect(found.value).toBeLessThanOrEqual(1);
    expect(before.value).toBeGreaterThan(1);
    const tried = solved.tried.find((one: { value: number }) => one.value === solved.value);
    expect([tried.mean, tried.ciLow]).toEqual([found.value, found.ciLow]);
  });

  it('says in words what it found, and by its exit code that nothing is enough', async () => {
    const all = ['solve', file, '--of', BEDS, '--least', '0', '--most', '3', ...few];
    const never = await onward([...all, '--so-that', 'p2.waiting.mean <= 1']);
    expect(never.code).toBe(3);
    expect(never.stdout).toContain(`Neither the least nor the most of ${BEDS} gives p2.waiting.mean <= 1.`);
    // 2 × 0.4 × 9 = 7.2 beds are needed: with 3 it does not settle, so there is no average to meet even that; from 8 on it does.
    expect(never.stdout).toContain('does not settle');
    const enough = ['solve', file, '--of', BEDS, '--least', '8', '--most', '12', ...few];
    const always = await onward([...enough, '--so-that', 'p2.waiting.mean >= 0']);
    expect([always.code, always.stdout.includes('holds at both the least and the most')]).toEqual([0, true]);
  });

  it('moves several together from where they stand to the most of their sliders, and says what it did', async () => {
    const HOME = 'stations.p1.places';
    const stations = { p1: smallModel.stations.p1, p2: smallModel.stations.p2 };
    const [home, beds] = [
      Number((stations.p1 as { places: number }).places),
      Number((stations.p2 as { beds: number }).beds),
    ];
    const controls = [
      { path: HOME, least: 0, most: home + 4, step: 1 },
      { path: BEDS, least: 0, most: beds + 12, step: 1 },
    ];
    const both = scratch.file('both.json', { ...smallModel, controls });
    const args = ['solve', both, '--of', HOME, '--of', BEDS, '--so-that', 'p2.waiting.mean <= 1', '--together', ...few];
    const { code, stdout } = await onward([...args, '--json']);
    expect(code).toBe(0);
    const { of, solved, least, most } = JSON.parse(stdout);
    expect([of, least, most, solved.outcome]).toEqual([[HOME, BEDS], 0, 12, 'least']);
    // A third of the way for one is a third of the way for the other.
    expect(solved.numbers).toEqual({ [HOME]: home + Math.round(solved.value / 3), [BEDS]: beds + solved.value });
    const set = Object.entries(solved.numbers).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
    const { summary } = JSON.parse((await onward(['run', both, ...set, '--json', ...few])).stdout);
    const row = (summary as Row[]).find(
      ({ station, measure, statistic, who }) =>
        station === 'p2' && measure === 'waiting' && statistic === 'mean' && who === 'all',
    );
    expect(solved.tried.find(({ value }: { value: number }) => value === solved.value).mean).toBe(row!.value);
    const words = (await onward(args)).stdout;
    expect(words).toContain(
      'They were moved together, in proportion, from where they stand to the most of their sliders; other mixes were not tried.',
    );
    expect(words).toContain(`gives p2.waiting.mean <= 1: ${solved.numbers[HOME]} with ${solved.numbers[BEDS]}.`);
    const refused = await onward([...args, '--most', '9']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/--most\n +found +several numbers/)]);
  });

  it('says what every value costs and which costs least, as the page does', async () => {
    const { acute, p2 } = smallModel.stations;
    const source = { status: 'illustrative', source: 'Made up.' };
    const priced = {
      ...smallModel,
      stations: {
        ...smallModel.stations,
        acute: { ...acute, costs: { personDayGbp: 5000 } },
        p2: { ...p2, costs: { placeDayGbp: 100 } },
      },
      evidence: { 'stations.acute.costs.personDayGbp': source, 'stations.p2.costs.placeDayGbp': source },
    };
    const path = scratch.file('priced.json', priced);
    const args = ['--of', BEDS, '--so-that', 'acute.delayed.mean <= 4', '--least', '3', '--most', '30', ...few];
    const { solved } = JSON.parse((await onward(['solve', path, ...args, '--json'])).stdout);
    const found = searchedInPage(priced as Model, 4, { least: 3, most: 30, step: 1 });
    const costs = found.looks.map((look) => [look.value, Number.isNaN(look.costs) ? null : look.costs] as const);
    const tried: { value: number; meets: boolean; costGbpAYear: number | null }[] = solved.tried;
    expect(tried.map(({ value, costGbpAYear }) => [value, costGbpAYear])).toEqual(costs.toSorted(([a], [b]) => a - b));
    const least = cheapest(found.solved!, (value) => found.looks.find((look) => look.value === value)!.costs)!;
    expect(solved.cheapest).toEqual({ value: least.least.value, costGbpAYear: least.least.gbpAYear });
    // More beds cost more, and spare dearer days in hospital: the fewest are not the cheapest.
    const met = tried.filter(({ meets }) => meets).map(({ costGbpAYear }) => costGbpAYear!);
    expect(solved.cheapest.costGbpAYear).toBe(Math.min(...met));
    expect(solved.cheapest.value).toBeGreaterThan(solved.value);
    const words = (await onward(['solve', path, ...args])).stdout;
    const inPage = sayCheapest(String, (gbp) => sayLevel(gbp, gbp, gbp, POUNDS_A_YEAR), least);
    expect(words).toContain(inPage.replaceAll('numbers tried', 'values tried'));
    const free = await onward(['solve', file, ...args]);
    expect(free.stdout).toContain('The least of');
    expect(free.stdout).not.toMatch(/cost|£/);
  });

  it('refuses by name what it cannot search', async () => {
    const rule = ['--so-that', 'p2.waiting.mean <= 1'];
    const refused: [string[], RegExp][] = [
      [['--of', BEDS], /--so-that\n +found +nothing/],
      [rule, /--of\n +found +nothing/],
      [['--of', BEDS, ...rule], /--least\n +found +nothing\n +expected +a number: stations\.p2\.beds has no slider/],
      [['--of', 'stations.p2.bed', '--least', '0', '--most', '9', ...rule], /stations\.p2\.bed\n/],
      [
        ['--of', BEDS, '--least', '0', '--most', '9', '--so-that', 'p2.waiting.p100 <= 1'],
        /mean, sd, p50, p90, max, firstEmptyDay/,
      ],
      [['--of', BEDS, '--least', '0', '--most', '9', '--so-that', 'p2.waits <= 1'], /station\.measure\.statistic/],
      [['--of', BEDS, '--least', '9', '--most', '9', ...rule], /--most\n/],
      [['--of', BEDS, '--least', '0', '--most', '9', '--step', '0', ...rule], /--step\n/],
      [['--of', BEDS, '--least', '0', '--most', '9', '--set', `${BEDS}=4`, ...rule], /number that --of looks for/],
    ];
    const found = await Promise.all(refused.map(([args]) => onward(['solve', file, ...args, ...few])));
    found.forEach(({ code, stdout, stderr }, at) => {
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(refused[at][1]);
    });
  });
});
