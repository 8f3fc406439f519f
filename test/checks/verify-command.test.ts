// `onward verify` itself: its rows, its words, its refusals, and the exit code of a check that fails.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Engine from '../../engine/index.ts';
import { onward } from '../cli/onward.ts';

describe('onward verify', () => {
  it('prints the figures under their titles', async () => {
    const { code, stdout } = await onward(['verify', '--only', 'two-in-line', '--replications', '40']);
    expect(code).toBe(0);
    expect(stdout).toContain('Demand that never runs out: two beds in line');
    expect(stdout).toMatch(/people through it, a day +0\.6667 +0\.6\d+ +0\.6\d+ to 0\.6\d+ +inside/);
    expect(stdout).toContain('1 figure, 40 replications of each model, seed 1: every exact answer is inside');
  });

  it('gives the same rows on one thread and on two', async () => {
    const args = ['verify', '--only', 'weekly', '--replications', '60', '--json', '--workers'];
    const [one, two] = [await onward([...args, '1']), await onward([...args, '2'])];
    expect(one.code).toBe(0);
    expect(JSON.parse(one.stdout).rows).toHaveLength(4);
    expect(two.stdout).toBe(one.stdout);
  });

  it('refuses a name it does not know, with the nearest', async () => {
    const { code, stderr } = await onward(['verify', '--only', 'two-in-lane']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean two-in-line?');
  });

  it('counts false alarms without judging them', async () => {
    const { code, stdout } = await onward(['verify', '--only', 'weekly', '--false-alarms', '5', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ seeds: 5, replications: 40, figures: 20 });
  });
});

describe('a check that fails', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is named, and the exit code is 3', async () => {
    vi.doMock('../../engine/index.ts', async (original) => {
      const engine = await original<typeof Engine>();
      const right = engine
        .checkGroups()
        .flat()
        .find(({ id }) => id === 'two-in-line.throughput')!;
      const wrong = [[{ ...right, expected: 0.7 }]];
      return { ...engine, checkGroups: () => wrong };
    });
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const { command } = await import('../../cli/commands/verify.ts');
    const code = await command({ words: [], options: { workers: ['1'], replications: ['40'], quiet: [''] } });
    expect(code).toBe(3);
    expect(said.join('')).toMatch(/1 outside[^]*outside: two-in-line\.throughput/);
  });
});
