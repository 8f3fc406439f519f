// `onward solve` over every mix of several numbers: it finds what a sweep of every mix finds, saves it as an option, and refuses by name what it cannot search.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const [HOME, BEDS] = ['stations.p1.places', 'stations.p2.beds'];
const controls = [
  { path: HOME, least: 0, most: 24, step: 1 },
  { path: BEDS, least: 0, most: 14, step: 1 },
];
const file = scratch.file('mixed.json', { ...smallModel, controls });
const of = ['--of', HOME, '--of', BEDS];
const few = ['--replications', '12', '--quiet'];
const TARGET = 1.5;

interface Swept {
  readonly at: Readonly<Record<string, number>>;
  readonly value: number | null;
}

/** Every mix from where both stand, with as many replications. */
async function everyMix(): Promise<{ at: Record<string, number>; added: number; mean: number }[]> {
  const over = ['--over', `${HOME}=16:24`, '--over', `${BEDS}=8:14`, '--of', 'all.delayed.mean'];
  const { stdout } = await onward(['sweep', file, ...over, '--json', ...few]);
  return (JSON.parse(stdout).sweep as Swept[]).map(({ at, value }) => ({
    at: { ...at },
    added: at[HOME] - 16 + at[BEDS] - 8,
    mean: value ?? NaN,
  }));
}

describe('onward solve over every mix', () => {
  it('finds the least change that a sweep of every mix finds, with the same average, whatever the number of workers', async () => {
    const args = ['solve', file, ...of, '--so-that', `all.delayed.mean <= ${TARGET}`, '--json', ...few];
    const [all, { code, stdout, stderr }, two] = await Promise.all([
      everyMix(),
      onward([...args, '--workers', '1']),
      onward([...args, '--workers', '2']),
    ]);
    expect([code, stderr, two.stdout]).toEqual([0, '', stdout]);
    const { found, outcome, option, looked, isOrdered } = JSON.parse(stdout);
    const meeting = all.filter(({ mean }) => mean <= TARGET);
    const [wanted] = meeting.toSorted((a, b) => a.added - b.added || a.mean - b.mean);
    expect([outcome, found.numbers, found.added, found.mean]).toEqual(['found', wanted.at, wanted.added, wanted.mean]);
    expect([looked.ofMixes, isOrdered, looked.periods < 63 * 12]).toEqual([63, true, true]);
    expect(option.set).toEqual(
      Object.fromEntries(Object.entries(wanted.at).filter(([path, value]) => value !== (path === HOME ? 16 : 8))),
    );
  });

  it('finds the best within a budget, as the sweep has it', async () => {
    const args = ['solve', file, ...of, '--best', 'all.delayed.mean', '--budget', '5 places', ...few];
    const [all, { code, stdout }, words] = await Promise.all([everyMix(), onward([...args, '--json']), onward(args)]);
    const [wanted] = all
      .filter(({ added, mean }) => added <= 5 && !Number.isNaN(mean))
      .toSorted((a, b) => a.mean - b.mean);
    const { found, best, budget } = JSON.parse(stdout);
    expect([code, found.numbers, found.mean]).toEqual([0, wanted.at, wanted.mean]);
    expect([best, budget]).toEqual(['all.delayed.mean', '5 places']);
    expect(words.stdout).toContain(`The best all.delayed.mean within 5 places: ${HOME} = ${wanted.at[HOME]}`);
  });

  it('says by its exit code and in words that nothing is enough, and what comes nearest', async () => {
    const args = ['solve', file, ...of, '--so-that', 'all.delayed.mean <= 0.001', '--budget', '3 places', ...few];
    const { code, stdout } = await onward(args);
    expect(code).toBe(3);
    expect(stdout).toMatch(/No setting within 3 places meets all\.delayed\.mean <= 0\.001; the nearest is /);
  });

  it('saves what it found as an option that runs with the same average', async () => {
    const out = `${scratch.folder}/with-mix.json`;
    const args = ['solve', file, ...of, '--so-that', `all.delayed.mean <= ${TARGET}`, ...few];
    const saved = await onward([...args, '--save-as', 'Enough of both', '--out', out, '--json']);
    expect(saved.code).toBe(0);
    const { found } = JSON.parse(saved.stdout);
    expect(JSON.parse(readFileSync(out, 'utf8')).options.at(-1)).toMatchObject({
      id: 'enough-of-both',
      title: 'Enough of both',
    });
    const { stdout } = await onward(['run', out, '--option', 'enough-of-both', '--json', ...few]);
    const row = JSON.parse(stdout).summary.find(
      (one: Record<string, string>) =>
        one.station === 'all' && one.measure === 'delayed' && one.statistic === 'mean' && one.who === 'all',
    );
    expect(row.value).toBe(found.mean);
    const again = await onward([...args, '--save-as', 'Again', '--out', out]);
    expect([again.code, again.stdout]).toEqual([2, '']);
  });

  it('refuses by name what it cannot search', async () => {
    const rule = ['--so-that', 'all.delayed.mean <= 1'];
    const dated = scratch.file('dated.json', {
      ...smallModel,
      controls,
      options: [{ id: 'later', title: 'Later', changes: [{ onDate: '2024-02-01', set: { [BEDS]: 9 } }] }],
    });
    const refused: [string[], RegExp][] = [
      [[file, ...of], /--so-that\n +found +nothing/],
      [[file, ...of, ...rule, '--best', 'all.delayed.mean'], /--so-that\n +found +--best as well/],
      [[file, ...of, '--best', 'all.delayed.mean'], /--budget\n +found +nothing/],
      [[file, ...of, '--best', 'all.delayed.maen', '--budget', '2 places'], /Did you mean|expected/],
      [[file, ...of, ...rule, '--budget', '20'], /--budget\n +found +20\n +expected +places or pounds a year/],
      [[file, ...of, ...rule, '--budget', '2 places', '--by', 'pounds'], /--by\n/],
      [[file, ...of, ...rule, '--least', '3'], /--least\n +found +several numbers/],
      [[file, '--of', HOME, '--of', `${BEDS}=9:8`, ...rule], /two values or more, the least first/],
      [[file, '--of', HOME, '--of', 'stations.p2.stay.meanDays=9:12', ...rule], /numbers that are not all places/],
      [[file, ...of, ...rule, '--set', `${BEDS}=9`], /number that --of looks for/],
      [[file, ...of, ...rule, '--save-as', 'A'], /--out\n +found +nothing/],
      [[dated, ...of, ...rule, '--option', 'later'], /later, which changes stations\.p2\.beds on a date/],
      [[file, ...of, ...rule, '--together', '--budget', '2 places'], /--budget\n/],
    ];
    const found = await Promise.all(refused.map(([args]) => onward(['solve', ...args, ...few])));
    found.forEach(({ code, stdout, stderr }, at) => {
      expect([code, stdout, at]).toEqual([2, '', at]);
      expect(stderr).toMatch(refused[at][1]);
    });
  });
});
