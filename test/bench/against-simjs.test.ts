// The bench is fair and the engine far ahead: both tell of the same hospital, and the ratio is no accident of one round.
import { expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';

it('tells the same as SimJS, many times faster', { timeout: 120_000 }, async () => {
  const { code, stdout, stderr } = await onward(['bench', '--only', 'simjs', '--seconds', '0.4', '--json']);
  expect(code, stderr).toBe(0);
  const { ratio, peopleInPathway1 } = JSON.parse(stdout).simjs;
  // A first year from empty holds 31.1 people on average, as several other engines say.
  expect(peopleInPathway1.onward).toBeGreaterThan(30.7);
  expect(peopleInPathway1.onward).toBeLessThan(31.5);
  expect(peopleInPathway1.simjs).toBeGreaterThan(30.4);
  expect(peopleInPathway1.simjs).toBeLessThan(31.8);
  // Other tests share the machine, so this is a floor and no promise; `onward bench` gives the figure.
  expect(ratio).toBeGreaterThan(5);
});

it('needs no more memory for a longer run', { timeout: 120_000 }, async () => {
  const { code, stdout, stderr } = await onward(['bench', '--only', 'memory', '--json']);
  expect(code, stderr).toBe(0);
  const { runs } = JSON.parse(stdout).memory as { runs: { years: number; afterMB: number }[] };
  expect(runs.map((run) => run.years)).toEqual([10, 100, 1000]);
  expect(runs[2].afterMB).toBeLessThan(runs[0].afterMB + 64);
});
