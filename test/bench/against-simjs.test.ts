// The bench is fair: both engines simulate the same hospitals, and every figure is there. How fast is for `onward bench` to say,
// for other tests share the machine.
import { expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';

interface Contest {
  eventsPerCpuSecond: number;
  simjsEventsPerCpuSecond: number;
  ratio: number;
  ratios: number[];
  occupancy: { station: string; onward: number; simjs: number; standardError: number }[];
  agree: boolean;
}

it('gives the same as SimJS on both networks', async () => {
  const { code, stdout, stderr } = await onward(['bench', '--only', 'simjs', '--seconds', '0.3', '--json']);
  expect(code, stderr).toBe(0);
  const { blocking, d2a } = JSON.parse(stdout).simjs as { blocking: Contest; d2a: Contest };
  for (const one of [blocking, d2a]) {
    for (const figure of [one.eventsPerCpuSecond, one.simjsEventsPerCpuSecond, one.ratio])
      expect(figure).toBeGreaterThan(0);
    expect(one.ratios.length).toBeGreaterThanOrEqual(7);
    expect(one.agree, JSON.stringify(one.occupancy)).toBe(true);
  }
  expect(blocking.occupancy.map(({ station }) => station)).toEqual(['acute', 'p1', 'p2', 'p3']);
  // Long runs of the discharge network hold 32.4 people in Pathway 1, as several other engines say.
  expect(d2a.occupancy[0].onward).toBeGreaterThan(31.8);
  expect(d2a.occupancy[0].onward).toBeLessThan(33);
});

it('needs no more memory for a longer run', async () => {
  const { code, stdout, stderr } = await onward(['bench', '--only', 'memory', '--json']);
  expect(code, stderr).toBe(0);
  const { runs } = JSON.parse(stdout).memory as { runs: { years: number; afterMB: number }[] };
  expect(runs.map((run) => run.years)).toEqual([10, 100, 1000]);
  expect(runs[2].afterMB).toBeLessThan(runs[0].afterMB + 32);
});
