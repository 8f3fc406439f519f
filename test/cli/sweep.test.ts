// `onward sweep`: what it says of each combination is what `onward run` says of it, and what cannot be swept over is refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const file = scratch.file('small.json', smallModel);
const BEDS = 'stations.p2.beds';
const ARRIVALS = Object.keys(smallModel.streams)[0];
const RATE = `streams.${ARRIVALS}.arrivalsPerDay`;
const few = ['--replications', '6', '--quiet'];

interface Row {
  readonly at: Readonly<Record<string, number>>;
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
  readonly who: string;
}

describe('onward sweep', () => {
  it('has every combination, the last number quickest, each as onward run has it, whatever the number of workers', async () => {
    const args = [
      'sweep',
      file,
      '--over',
      `${BEDS}=4:8:2`,
      '--over',
      `${RATE}=1:1.5:0.5`,
      '--of',
      'p2.waiting.p90',
      '--json',
      ...few,
    ];
    const { code, stdout, stderr } = await onward(args);
    expect([code, stderr]).toEqual([0, '']);
    expect((await onward([...args, '--workers', '2'])).stdout).toBe(stdout);
    const { manifest, sweep }: { manifest: { replications: number }; sweep: Row[] } = JSON.parse(stdout);
    expect(manifest.replications).toBe(6);
    expect(sweep.map(({ at }) => [at[BEDS], at[RATE]])).toEqual([
      [4, 1],
      [4, 1.5],
      [6, 1],
      [6, 1.5],
      [8, 1],
      [8, 1.5],
    ]);
    const { at, ...last } = sweep[5];
    const alone = await onward([
      'run',
      file,
      '--set',
      `${BEDS}=${at[BEDS]}`,
      '--set',
      `${RATE}=${at[RATE]}`,
      '--json',
      ...few,
    ]);
    const rows: Row[] = JSON.parse(alone.stdout).summary;
    const same = ({ station, measure, statistic, who }: Row) =>
      station === 'p2' && measure === 'waiting' && statistic === 'p90' && who === 'all';
    expect(rows.find(same)).toEqual(last);
  });

  it('prints a table for people, and writes one for a spreadsheet', async () => {
    const args = ['sweep', file, '--over', `${BEDS}=4:6`, ...few];
    const { code, stdout } = await onward(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^stations\.p2\.beds +all\.delayed\.mean +95 % range/m);
    // 2 × 0.4 × 9 = 7.2 beds are needed: with 4 to 6 of them it does not settle, with 8 or 9 it does.
    expect(stdout.match(/^[456] +does not settle$/gm)).toHaveLength(3);
    const wider = await onward(['sweep', file, '--over', `${BEDS}=8:9`, ...few]);
    expect(wider.stdout.match(/^[89] +\d/gm)).toHaveLength(2);
    const folder = join(scratch.folder, 'swept');
    expect((await onward([...args, '--out', folder])).code).toBe(0);
    const lines = readFileSync(join(folder, 'sweep.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toBe(`${BEDS},option,station,measure,statistic,who,day,unit,value,ciLow,ciHigh,replications`);
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 5).join())).toEqual(
      [4, 5, 6].map((beds) => `${beds},today,all,delayed,mean`),
    );
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).options).toEqual(['today']);
  });

  it('refuses by name what cannot be swept over', async () => {
    const refused: [string[], RegExp][] = [
      [[], /--over\n +found +nothing/],
      [['--over', BEDS], /path=least:most/],
      [['--over', `${BEDS}=4`], /path=least:most/],
      [['--over', `${BEDS}=4:x`], /--over stations\.p2\.beds\n +found +"x"/],
      [['--over', `${BEDS}=9:3`], /Write stations\.p2\.beds=3:9/],
      [['--over', `${BEDS}=3:9:0`], /a step above 0/],
      [['--over', `${BEDS}=0:9000000`], /at most 1000000 values/],
      [
        ['--over', `${BEDS}=1:100000`, '--over', `${RATE}=1:10000`],
        /found +1000000000 combinations[^]*--design sobol --points 1000/,
      ],
      [['--over', `${BEDS}=3:4`, '--design', 'sobel', '--points', '9'], /Did you mean sobol\?/],
      [['--over', `${BEDS}=3:4`, '--design', 'latin'], /--points\n +found +nothing/],
      [['--over', `${BEDS}=3:4`, '--points', '9'], /Add --design sobol, or latin/],
      [['--over', `${BEDS}=3:4`, '--design', 'sobol', '--points', '2000000'], /from 2 to 1000000/],
      [['--over', `${BEDS}=3:4`, '--shard', '1/2'], /--shard\n +found +no --out/],
      [['--over', `${BEDS}=3:4`, '--shard', '3/2', '--out', scratch.folder], /Such as --shard 2\/8/],
      [['--over', `${BEDS}=3:4`, '--resume'], /--resume\n +found +no --out/],
      [['--over', `${BEDS}=3:4`, '--resume', '--out', join(scratch.folder, 'nothing')], /no sweep in/],
      // One of them would need more memory than there is: it is named, and nothing is simulated before.
      [['--over', `${RATE}=1:100000001:100000000`], /The combination streams.*=100000001 cannot be used/],
      [['--over', `${BEDS}=3:4`, '--over', `${BEDS}=5:6`], /given twice/],
      [['--over', `${BEDS}=3:4`, '--set', `${BEDS}=5`], /number that --over sweeps/],
      [['--over', 'stations.p2.bed=3:4'], /Did you mean stations\.p2\.beds\?/],
      [['--over', `${BEDS}=3:4:0.5`], /beds=3.5 cannot be used[^]*a whole number of 0 or more/],
      [['--over', `${BEDS}=3:4`, '--of', 'p2.waits.mean'], /Did you mean/],
      [['--over', `${BEDS}=3:4`, '--of', 'waiting'], /station\.measure\.statistic/],
    ];
    const found = await Promise.all(refused.map(([args]) => onward(['sweep', file, ...args, ...few])));
    found.forEach(({ code, stdout, stderr }, at) => {
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(refused[at][1]);
    });
  });
});
