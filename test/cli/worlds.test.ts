// `onward worlds`: each world is what `onward run` gives with the numbers of its row, whatever the number of threads.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const sourced = (low: number, high: number) => ({ status: 'illustrative', source: 'For tests only.', low, high });
const RATE = 'streams.acute.arrivalsPerDay';
const P1 = 'streams.acute.shares.p1';
const P2 = 'streams.acute.shares.p2';
const uncertain = {
  ...smallModel,
  evidence: { [RATE]: sourced(1.2, 2.6), [P1]: sourced(0.4, 0.8), [P2]: sourced(0.2, 0.5) },
};
const file = scratch.file('uncertain.json', uncertain);
const few = ['--worlds', '12', '--quiet'];

interface Told {
  readonly manifest: { readonly options: string[]; readonly worlds: number; readonly replications: number };
  readonly drawn: { readonly numbers: number; readonly without: number };
  readonly summary: { readonly count: number; readonly direction: string; readonly worlds: number };
  readonly decides: { readonly path: string }[];
  readonly worlds: {
    readonly world: number;
    readonly values: Record<string, number>;
    readonly baseline: number | null;
    readonly option: number | null;
    readonly difference: number | null;
    readonly verdict: string;
  }[];
}

describe('onward worlds', () => {
  it('has the same bytes for any number of threads, and each world is what onward run says of its numbers', async () => {
    const args = ['worlds', file, '--option', 'more-beds', '--json', ...few];
    const { code, stdout, stderr } = await onward([...args, '--workers', '1']);
    expect([code, stderr]).toEqual([0, '']);
    expect((await onward([...args, '--workers', '2'])).stdout).toBe(stdout);
    const told: Told = JSON.parse(stdout);
    expect(told.manifest).toMatchObject({
      options: ['today', 'more-beds'],
      worlds: 12,
      replications: 4,
      seed: 5,
      of: 'all.delayed.mean',
    });
    expect([told.drawn.numbers, told.worlds.length, told.summary.worlds]).toEqual([3, 12, 12]);
    expect(told.decides.map(({ path }) => path).toSorted()).toEqual([RATE, P1, P2].toSorted());

    const settled = told.worlds.find(({ difference }) => difference !== null)!;
    const sets = Object.entries(settled.values).flatMap(([path, value]) => ['--set', `${path}=${value}`]);
    const alone = ['--replications', '4', '--json', '--quiet', ...sets];
    const delayed = async (option: string): Promise<number> => {
      const run = await onward(['run', file, '--option', option, ...alone]);
      const rows: { station: string; measure: string; statistic: string; value: number }[] = JSON.parse(
        run.stdout,
      ).summary;
      return rows.find((row) => row.station === 'all' && row.measure === 'delayed' && row.statistic === 'mean')!.value;
    };
    expect([await delayed('today'), await delayed('more-beds')]).toEqual([settled.baseline, settled.option]);
    expect(settled.difference).toBeCloseTo(settled.option! - settled.baseline!, 9);
  });

  it('says the finding in a sentence, what was drawn and what decides it; and writes two tables', async () => {
    const args = ['worlds', file, '--option', 'more-beds', ...few];
    const { code, stdout } = await onward(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Fewer people wait in \d+ of 12 plausible worlds\.$/m);
    expect(stdout).toMatch(/^A world draws 3 numbers at once.* The other \d+ have no range and stay as they are\.$/m);
    expect(stdout).toMatch(/^What decides it most, in \d+ worlds? /m);
    expect(stdout).toMatch(/^streams\.acute\.arrivalsPerDay +1\.2 to 2\.6 /m);
    const other = await onward([...args, '--of', 'p2.occupancy.mean']);
    expect(other.stdout).toMatch(/^p2\.occupancy\.mean is (lower|higher) in \d+ of 12 plausible worlds\.$/m);
    const folder = join(scratch.folder, 'written');
    expect((await onward([...args, '--out', folder])).code).toBe(0);
    const [head, ...rows] = readFileSync(join(folder, 'worlds.csv'), 'utf8').trimEnd().split('\r\n');
    expect(head).toBe(
      `world,${RATE},${P1},${P2},${P1} as drawn,${P2} as drawn,drawnAgain,baseline,option,difference,ciLow,ciHigh,verdict,leans,baselineSettles,optionSettles`,
    );
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    for (const row of rows) expect(Number(row.split(',')[2]) + Number(row.split(',')[3])).toBeCloseTo(1, 9);
    expect(readFileSync(join(folder, 'decides.csv'), 'utf8')).toMatch(
      /^path,low,value,high,rankCorrelation,isClear\r\n/,
    );
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({ worlds: 12 });
  });

  it('goes on from the worlds that the same command left, and from no other', async () => {
    const folder = join(scratch.folder, 'stopped');
    const args = ['worlds', file, '--option', 'more-beds', '--worlds', '12', '--out', folder];
    await onward(args);
    const [table, kept] = ['worlds.csv', 'finished.jsonl'].map((name) => join(folder, name));
    const whole = readFileSync(table, 'utf8');
    const lines = readFileSync(kept, 'utf8').split('\n');
    expect(lines).toHaveLength(14);
    // Stopped after five worlds, the last of which was changed by hand.
    const changed = lines[5].replace('"verdict"', '"verdicts"');
    writeFileSync(kept, [...lines.slice(0, 5), changed, ''].join('\n'));
    rmSync(table);
    const { code, stderr } = await onward([...args, '--resume']);
    expect([code, readFileSync(table, 'utf8')]).toEqual([0, whole]);
    expect(stderr).toMatch(/^4 worlds of them from[^]*^1 line there broken off or damaged/m);
    // Those four were not simulated again.
    expect(readFileSync(kept, 'utf8').split('\n')).toHaveLength(6 + 8 + 1);

    for (const [more, says] of [
      [['--out', folder, '--seed', '9'], /another study of worlds \(seed: 9, and 5 there\)/],
      [['--out', join(folder, 'none')], /no study of worlds in/],
      [[], /no --out/],
    ] as const) {
      const other = await onward(['worlds', file, '--option', 'more-beds', '--worlds', '12', '--resume', ...more]);
      expect([other.code, other.stderr]).toEqual([2, expect.stringMatching(says)]);
    }
  });

  it('after Ctrl-C gives the worlds that are complete, and says so', async () => {
    let isAsked = false;
    const { code, stdout, stderr } = await onward(
      ['worlds', file, '--option', 'more-beds', '--worlds', '10000', '--workers', '1', '--json'],
      {
        meanwhile: (child) =>
          child.stderr!.on('data', () => {
            if (!isAsked) setTimeout(() => child.kill('SIGINT'), 1500);
            isAsked = true;
          }),
      },
    );
    expect(code).toBe(130);
    const told: Told = JSON.parse(stdout);
    expect(told.worlds.length).toBeLessThan(10_000);
    expect(told.summary.worlds).toBe(told.worlds.length);
    expect(stderr).toContain(`Stopped: ${told.worlds.length} of 10000 worlds.`);
  });

  it('refuses by name what cannot be meant', async () => {
    const plain = scratch.file('plain.json', smallModel);
    const beds = scratch.file('beds.json', { ...smallModel, evidence: { 'stations.p2.beds': sourced(5, 10) } });
    const refused: [string[], RegExp][] = [
      [
        [plain, '--option', 'more-beds'],
        /evidence\.streams\.acute\.arrivalsPerDay\.low\n +found +no number with a range/,
      ],
      [[beds, '--option', 'more-beds', '--baseline', 'more-beds'], /two options/],
      [[beds, '--option', 'more-beds', '--set', 'stations.p2.beds=7'], /ranges only of stations\.p2\.beds/],
      [[file], /--option\n +found +nothing/],
      [[file, '--option', 'more-bed'], /Did you mean more-beds\?/],
      [[file, '--option', 'more-beds', '--worlds', '3'], /a whole number from 10 to 10000/],
      [[file, '--option', 'more-beds', '--of', 'p2.waits.mean'], /Did you mean/],
      [[file, '--option', 'more-beds', '--replications', '1'], /a whole number from 2 to 1000/],
    ];
    const found = await Promise.all(refused.map(([args]) => onward(['worlds', ...args, '--quiet'])));
    found.forEach(({ code, stdout, stderr }, at) => {
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(refused[at][1]);
    });
  });
});
