// Outcomes as the page shows them: the right place, where people are, how they leave, the assumed effects of delay, and rates per thousand.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import type { DifferenceRow } from '../../engine/index.ts';
import { find, hasAnything, hasNumber, sayRow } from '../../ui/shown/line.ts';
import {
  delayLines,
  exitLines,
  perThousandLines,
  populationOf,
  rightPlaceLines,
  settingOf,
  whereLines,
} from '../../ui/shown/outcome-lines.ts';
import { consequences, sayConsequence, sayRightPlace, sayRightPlaceChange } from '../../ui/words/outcomes.ts';
import { costed, costedWith, shownOf } from './costed.ts';
import { smallModel } from './small-model.ts';

const shown = shownOf(costed, 'more');
const value = (station: string, measure: string, who = 'all') =>
  shown.option.find(
    (row) => row.station === station && row.measure === measure && row.statistic === 'mean' && row.who === who,
  )!.value!;

describe('the lines', () => {
  it('every one finds its rows, of the option, of today and of the difference', () => {
    const lines = [
      ...rightPlaceLines(costed),
      ...whereLines(costed),
      ...exitLines(costed),
      ...delayLines(costed),
      ...delayLines(costed, 'waiting'),
      ...perThousandLines(costed, shown.settings).flatMap(({ lines: each }) => each),
    ];
    for (const line of lines) {
      const { option, today, difference } = find(shown, line);
      expect([line.label, option, today, difference].every((one) => one !== undefined)).toBe(true);
      expect(hasNumber(shown, line)).toBe(true);
    }
  });

  it('everyone comes before each need, unless there is but one', () => {
    expect(rightPlaceLines(costed).map(({ label }) => label)).toEqual(['Everyone', 'Care at home', 'A community bed']);
    const one = { ...smallModel, needs: { p1: smallModel.needs['p1'] } };
    expect(rightPlaceLines(one).map(({ label }) => label)).toEqual(['Everyone']);
  });

  it('people at home come first, then in beds, then those who only wait; teams hold no places', () => {
    expect(whereLines(costed).map(({ station, group }) => [station, group])).toEqual([
      ['home-team', 'home'],
      ['hospital', 'bed'],
      ['acute', 'delayed'],
      ['lounge', 'elsewhere'],
    ]);
    expect(settingOf(costed, 'home')).toBeUndefined();
  });

  it('a mean number of delayed people is given as the days it comes to in a year', () => {
    const [all] = delayLines(costed);
    const days = value('all', 'delayed') * 365.25;
    const { option } = find(shown, all!);
    const said = Number(sayRow(option, all!.quantity).replace(/,| days? a year/g, ''));
    const half = (option!.ciHigh! - option!.ciLow!) * 365.25;
    expect(Math.abs(said - days)).toBeLessThan(Math.max(1, half));
    expect(
      hasAnything(
        shown,
        delayLines(costed).find(({ station }) => station === 'lounge')!,
      ),
    ).toBe(false);
  });
});

describe('for every thousand people over 65', () => {
  it('only where the document says who lives there', () => {
    expect(perThousandLines(smallModel, shown.settings)).toEqual([]);
    expect(populationOf(smallModel, shown.settings, 'all')).toBe(0);
  });

  it('the rate is the number, by the people over 65 of the same place', () => {
    expect(populationOf(costed, shown.settings, 'over65')).toBe(20_000);
    expect(populationOf(costed, shown.settings, 'all')).toBe(100_000);
    const groups = perThousandLines(costed, shown.settings);
    expect(groups.map(({ title }) => title)).toEqual([
      'Days of delay',
      'Starts of care',
      'Starts of care: town',
      'Starts of care: valley',
    ]);
    const people = [20_000, 20_000, 12_000, 8000];
    for (const [at, { lines }] of groups.entries())
      for (const { quantity } of lines) expect(quantity.times).toBeCloseTo((365.25 * 1000) / people[at], 9);
    const [town] = groups[2].lines;
    expect(find(shown, town!).option!.value).toBe(value('home-team', 'starts', 'locality:town'));
    // Where people only wait is no care.
    expect(groups[1].lines.map(({ station }) => station)).toEqual(['home-team', 'hospital', 'lounge']);
  });

  it('as the option or a moved slider has it', () => {
    const plain = costedWith({ population: { all: 90_000, over65: 15_000 } });
    const moved = { ...shown.settings, set: { 'population.over65': 30_000 } };
    const [delay] = perThousandLines(plain, moved);
    expect(delay!.lines[0].quantity.times).toBeCloseTo((365.25 * 1000) / 30_000, 9);
    expect(perThousandLines(plain, moved)).toHaveLength(2);
  });
});

describe('what a day of delay is taken to do', () => {
  it.each([
    ['stayDaysPerDelayedDay', 0.05, 'Each day of delay makes the next stay about 1.2 hours longer.'],
    ['stayDaysPerDelayedDay', 0.01, 'Each day of delay makes the next stay about 14 minutes longer.'],
    ['stayDaysPerDelayedDay', 1, 'Each day of delay makes the next stay 1 day longer.'],
    ['stayDaysPerDelayedDay', 1.5, 'Each day of delay makes the next stay 1.5 days longer.'],
    ['stayDaysPerDelayedDay', -0.5, 'Each day of delay makes the next stay about 12 hours shorter.'],
    ['readmitPerDelayedDay', 0.01, 'Each day of delay adds 1 in 100 to the share of people who come back.'],
    [
      'risePerDelayedDay',
      0.02,
      'On each day of delay about 2 in 100 people come to need more care (from Care at home to A community bed).',
    ],
  ] as const)('%s of %d', (which, size, said) => expect(sayConsequence(costed, which, size)).toBe(said));

  it('nothing is said to do nothing', () => {
    for (const which of consequences) expect(sayConsequence(costed, which, 0)).toBe('');
  });
});

describe('the finding', () => {
  const row = (values: readonly [number, number, number]): DifferenceRow => ({
    ...shown.differences[0],
    value: values[0],
    ciLow: values[1],
    ciHigh: values[2],
    verdict: values[1] > 0 ? 'better' : values[2] < 0 ? 'worse' : 'no clear difference',
  });
  it('claims nothing when the range spans zero', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.boolean(),
        (middle, half, isFinal) => {
          const { sentence, range } = sayRightPlaceChange('More', row([middle, middle - half, middle + half]), isFinal);
          if (middle - half <= 0 && middle + half >= 0) expect(sentence).not.toMatch(/higher|lower/);
          else expect(sentence).toMatch(middle > 0 ? /higher than today$/ : /lower than today$/);
          expect(`${sentence} ${range}`).not.toMatch(/NaN|undefined|null|\b(will|proves?)\b/);
        },
      ),
    );
  });
  it('says a level as a share of people', () => {
    expect(sayRightPlace('Today', { ...row([0.784, 0.776, 0.792]) })).toEqual({
      sentence: 'Today: about 78 % of people start in the place they need',
      range: 'likely between 78 and 79 %',
    });
    expect(sayRightPlace('Today', undefined).sentence).toContain('working out');
    const nobody = { ...row([0, 0, 0]), value: null, ciLow: null, ciHigh: null, replications: 0 };
    expect(sayRightPlace('Today', nobody).sentence).toBe('Today: nobody’s first place can be a wrong one here');
  });
});
