// What the terminal sets is checked and warned about as if the document said it, and only numbers that can be are printed.
import { afterAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const looking = scratch.file('looking.json', {
  ...smallModel,
  calendar: { ...smallModel.calendar, lookAtDays: [20, 100] },
});

describe.concurrent('what a command sets', () => {
  it('a shorter run looks at no day beyond its end', async () => {
    const { code, stdout, stderr } = await onward(['run', looking, '--set', 'calendar.runDays=30', '--json']);
    expect(code, stderr).toBe(0);
    const { summary } = JSON.parse(stdout) as { summary: { day: string; value: number | null }[] };
    // Day 20 from 1 January 2024 is 21 January.
    expect(new Set(summary.map(({ day }) => day))).toEqual(new Set(['', '2024-01-21']));
    const over = ['--over', 'calendar.runDays=10:110:50', '--of', 'p2.occupancy.mean', '--replications', '2', '--json'];
    const swept = await onward(['sweep', looking, ...over]);
    const alone = await onward(['run', looking, '--set', 'calendar.runDays=60', '--replications', '2', '--json']);
    const { sweep } = JSON.parse(swept.stdout) as { sweep: { at: Record<string, number>; value: number }[] };
    const rows = (JSON.parse(alone.stdout) as { summary: Record<string, unknown>[] }).summary;
    const row = rows.find((one) => one.station === 'p2' && one.measure === 'occupancy' && one.statistic === 'mean');
    expect(sweep.find(({ at }) => at['calendar.runDays'] === 60)!.value).toBe(row!.value);
  });

  it('no arrivals are simulated and warned of, in a run and in a check', async () => {
    const none = ['--set', 'streams.acute.arrivalsPerDay=0'];
    const ran = await onward(['run', looking, ...none, '--replications', '2']);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stderr).toContain('warning: --set streams: found no arrivals, and nobody there at the start');
    expect(ran.stdout).not.toMatch(/NaN|Infinity/);
    const checked = await onward(['check', looking, ...none, '--json']);
    const { problems } = JSON.parse(checked.stdout) as { problems: { path: string }[] };
    expect(problems.map(({ path }) => path)).toContain('streams');
  });

  it('the least and the most of a search are looked at before it begins', async () => {
    const of = ['solve', looking, '--of', 'streams.acute.shares.p1', '--so-that', 'acute.delayed.mean <= 5'];
    const { code, stderr } = await onward([...of, '--least', '0', '--most', '1.5', '--step', '0.5']);
    expect(code).toBe(2);
    expect(stderr).toContain('streams.acute.shares.p1');
    expect(stderr).toContain('1.5');
  });

  it('a price without a source is warned of', async () => {
    const { stderr } = await onward([
      'run',
      looking,
      '--set',
      'stations.p2.costs.placeDayGbp=9',
      '--replications',
      '1',
    ]);
    expect(stderr).toContain('stations.p2.costs.placeDayGbp: found a price without evidence');
  });
});

it('check says no limit, and prints no infinity', async () => {
  const { stdout } = await onward(['check', looking]);
  expect(stdout).toMatch(/Acute hospital .* no limit\n/);
  const { acute } = smallModel.streams;
  const { arrivalsPerDay: _, ...stream } = acute;
  const endless = scratch.file('backlog.json', {
    ...smallModel,
    streams: { acute: { ...stream, alwaysWaiting: 4, startsAt: 'acute' } },
  });
  const checked = await onward(['check', endless]);
  expect(checked.stdout).toContain('an endless backlog where nothing limits who is taken in');
  expect(checked.stdout).not.toMatch(/Infinity|NaN|∞/);
});
