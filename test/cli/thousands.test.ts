// Thousands with commas, as Britain writes them, are taken wherever the terminal takes a number.
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
const model = scratch.file('small.json', { ...smallModel, thresholds: ['acute.delayed.mean <= 2,500'] });
afterAll(scratch.remove);

async function jsonOf(...args: string[]) {
  const { code, stdout, stderr } = await onward([...args, '--json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as { manifest: Record<string, unknown> };
}

describe.concurrent('1,500 is one thousand five hundred', () => {
  it('as a setting, from the start or from a day, as a seed and as a number of replications', async () => {
    const sets = ['--set', 'stations.p2.beds=1,500', '--set', 'stations.p1.places@0,0=3'];
    const refused = await onward(['run', model, ...sets]);
    expect(refused.code).toBe(2);
    const short = ['--set', 'calendar.runDays=2', '--seed', '4,321', '--replications', '1,002'];
    const beds = ['--set', 'stations.p2.beds=1,500', '--set', 'stations.p1.places@1=2,000'];
    const { manifest } = await jsonOf('run', model, ...short, ...beds);
    expect(manifest).toMatchObject({
      seed: 4321,
      replications: 1002,
      set: { 'stations.p2.beds': 1500, 'stations.p1.places@1': 2000 },
    });
  });

  it('in a target and in a sweep', async () => {
    const target = ['--of', 'stations.p2.beds', '--so-that', 'acute.delayed.mean <= 1,000', '--least', '1,000'];
    const solved = await onward(['solve', model, ...target, '--most', '1,010', '--step', '5', '--replications', '1']);
    expect(solved.stdout, solved.stderr).toContain('holds at both the least and the most of stations.p2.beds');
    // 1,000, 1,250 and 1,500: three values.
    const over = ['--over', 'stations.p2.beds=1,000:1,500:250', '--replications', '1', '--json'];
    const swept = JSON.parse((await onward(['sweep', model, ...over])).stdout) as {
      sweep: { at: Record<string, number> }[];
    };
    expect(new Set(swept.sweep.map(({ at }) => at['stations.p2.beds']))).toEqual(new Set([1000, 1250, 1500]));
  });

  it('for a new place, at its flag and as an answer', async () => {
    const { code, stdout, stderr } = await onward(['new', '-', '--population', '310,000', '--usual']);
    expect(code, stderr).toBe(0);
    const same = await onward(['new', '-', '--population', '310000', '--usual']);
    expect(stdout).toBe(same.stdout);
  });
});
