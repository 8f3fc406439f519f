// `onward compare --history`: what happened beside one option, in words, as a table and as JSON; and what cannot be compared.
import { afterAll, describe, expect, it } from 'vitest';
import { dateAt } from '../../engine/index.ts';
import { onward, scratchFolder, smallModel } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const range = (low: number, high: number) => ({ status: 'illustrative', source: 'A test', low, high });
const model = scratch.file('small.json', {
  ...smallModel,
  evidence: {
    'streams.acute.arrivalsPerDay': range(1.6, 2.4),
    'stations.p1.stay.meanDays': range(8, 12),
  },
});
/** From 6 January 2025, a Monday: far more people than the model ever has. */
const weeks = Array.from({ length: 26 }, (_, at) => `${dateAt(20_094 + 7 * at)},${80 + (at % 3)},${15 + (at % 2)}`);
const weekly = scratch.file('return.csv', `Week,Waiting,At home\n${weeks.join('\n')}\n`);
const compare = (...more: string[]) => onward(['compare', model, '--history', weekly, ...more]);
const SERIES = ['--series', 'acute.delayed=Waiting', '--series', 'p1.occupancy=at home'];

describe.concurrent('onward compare --history', () => {
  it('says what was understood, the band, the limits, the verdict and what could explain it', async () => {
    const { code, stdout, stderr } = await compare(...SERIES, '--move-dates');
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(
      '26 weeks, 2025-01-06 to 2025-07-06; the run is 2025-01-06 to 2025-07-06; a warm-up of 30 days',
    );
    expect(stdout).toMatch(/^Waiting, each week, beside acute\.delayed$/m);
    expect(stdout).toMatch(/^2025-01-06 +80\.0 +\d+\.\d+ to \d+\.\d+ +above/m);
    expect(stdout).toContain(
      'Of 26 weeks 0 lie in the model’s band, 26 above; about 21 would if the model were right.',
    );
    expect(stdout).toContain('The model could not have made this');
    expect(stdout).toMatch(
      /^streams\.acute\.arrivalsPerDay 2\.\d+, not 2 \(range 1\.6 to 2\.4\): explains part of it/m,
    );
    expect(stdout).toContain('None of them explains it within its range, alone or two together');
  });

  it('the same as JSON', async () => {
    const { stdout } = await compare(...SERIES, '--move-dates', '--json', '--quiet');
    const { series, isLikeModel, alone, manifest, says } = JSON.parse(stdout);
    expect(series.map(({ name, row }: { name: string; row: object }) => [name, row])).toEqual([
      ['Waiting', { station: 'acute', measure: 'delayed' }],
      ['At home', { station: 'p1', measure: 'occupancy' }],
    ]);
    expect(series[0].dates).toHaveLength(26);
    expect(series[0].band.low).toHaveLength(26);
    expect([isLikeModel, manifest.options]).toEqual([false, ['today']]);
    expect(alone.map(({ moved }: { moved: { path: string }[] }) => moved[0].path).sort()).toEqual([
      'stations.p1.stay.meanDays',
      'streams.acute.arrivalsPerDay',
    ]);
    expect(says[0]).toContain('could not have made this');
  });

  it.each([
    ['weeks outside the run', SERIES, /found +0 weeks of Waiting in the run[^]*Add --move-dates/],
    ['no word of what is counted', [], /what each series counts: Waiting; At home[^]*all\.delayed=Waiting/],
    [
      'a series there is not',
      ['--series', 'acute.delayed=Wating'],
      /--series acute\.delayed=Wating[^]*one of Waiting; At home/,
    ],
    ['a station there is not', ['--series', 'acut.delayed=Waiting'], /found +"?acut[^]*Did you mean acute\?/],
    [
      'a measure that no series counts',
      ['--series', 'acute.cost=Waiting'],
      /occupancy, waiting, delayed, starts, leaves/,
    ],
    ['a row twice', ['--series', 'p1.starts=Waiting', '--series', 'p1.starts=At home'], /p1\.starts twice/],
    ['several options', ['--options', 'today,more-beds'], /found +today,more-beds[^]*one option/],
    ['an option of the other kind', ['--replications', '5'], /--replications[^]*with --history/],
    ['something else to leave out', ['--leave-out', 'gap'], /Did you mean gaps\?/],
  ])('%s is refused', async (_what, more, says) => {
    const { code, stdout, stderr } = await compare(...more);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });

  it('a table with mistakes is refused by line and column, all at once', async () => {
    const wrong = scratch.file(
      'wrong.csv',
      `Week,Waiting\n${weeks
        .slice(0, 12)
        .map((row, at) => (at === 4 ? '2025-02-03,lots' : row.split(',').slice(0, 2).join()))
        .filter((_, at) => at !== 8)
        .join('\n')}\n`,
    );
    const { code, stderr } = await onward(['compare', model, '--history', wrong]);
    expect(code).toBe(2);
    expect(stderr).toContain('line 6, column 2 (Waiting)');
    expect(stderr).toContain('line 10, column 1 (Week)');
  });

  it('what belongs to --history is refused without it', async () => {
    const { code, stderr } = await onward(['compare', model, '--move-dates']);
    expect(code).toBe(2);
    expect(stderr).toContain('Add --history FILE.');
  });
});
