// Costs as the page shows them: pounds never more precise than their range, prices without a source left out and named, bars that add up.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import type { DifferenceRow, Row } from '../../engine/index.ts';
import { partLines, pricesOf, serviceLines, stretchesOf, totalLine, unpriced } from '../../ui/shown/cost-lines.ts';
import { find, hasAnything, sayLines, sayRow } from '../../ui/shown/line.ts';
import { rowOf } from '../../ui/shown/numbers.ts';
import { sayCost, sayCostChange, sayEmpty, sayPrice, sayPrices } from '../../ui/words/costs.ts';
import { sayDifference, sayDifferenceRange, sayLevel, sayLevelRange } from '../../ui/words/numbers/difference.ts';
import { POUNDS_A_YEAR } from '../../ui/words/numbers/quantity.ts';
import { costed, costedWith, shownOf } from './costed.ts';
import { smallModel } from './small-model.ts';

const key = { station: 'all', measure: 'cost', statistic: 'mean', who: 'all', day: '', unit: '£ a year' };
const level = (value: number, ciLow: number, ciHigh: number): Row => ({
  ...key,
  option: 'today',
  replications: 20,
  value,
  ciLow,
  ciHigh,
});
const difference = (value: number, ciLow: number, ciHigh: number): DifferenceRow => ({
  ...level(value, ciLow, ciHigh),
  option: 'b',
  baseline: 'today',
  verdict: ciHigh < 0 ? 'better' : ciLow > 0 ? 'worse' : 'no clear difference',
});
const pounds = fc
  .tuple(fc.double({ min: -1e8, max: 1e8, noNaN: true }), fc.double({ min: 0, max: 1e7, noNaN: true }))
  .map(([value, half]) => [value, value - half, value + half] as const);
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/£([\d,]+(?:\.\d+)?)/g)].map(([, n]) => Number(n!.replaceAll(',', '')));

describe('pounds in words', () => {
  it('are never more precise than the range, nor than three figures', () => {
    fc.assert(
      fc.property(pounds, ([value, low, high]) => {
        const said = [
          ...numbersIn(sayDifference(value, low, high, POUNDS_A_YEAR)),
          ...numbersIn(sayDifferenceRange(value, low, high, POUNDS_A_YEAR)),
        ];
        const fine = Math.max((high - low) / 20, 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - 2), 0.001);
        for (const one of said) {
          const step = 10 ** Math.floor(Math.log10(fine) + 1e-9);
          expect(Math.abs(one / step - Math.round(one / step))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('claim nothing when the range spans zero, say the direction when it does not, and never promise', () => {
    fc.assert(
      fc.property(pounds, fc.boolean(), ([value, low, high], isFinal) => {
        const { sentence, range } = sayCostChange('More beds', difference(value, low, high), isFinal);
        expect(`${sentence} ${range}`).not.toMatch(/NaN|undefined|Infinity|null|\b(will|proves?|sav(es?|ings?))\b/i);
        if (low <= 0 && high >= 0) expect(sentence).not.toMatch(/\b(less|more) than today/);
        else expect(sentence).toContain(value < 0 ? ' less than today' : ' more than today');
      }),
    );
  });

  it.each([
    [[-479_208, -479_208, -479_208], 'about £479,000 a year less than today', 'likely close to £479,000 a year less'],
    [
      [523_000, 410_000, 640_000],
      'about £500,000 a year more than today',
      'likely between £400,000 and £600,000 a year more',
    ],
    [
      [1000, -14_000, 22_000],
      'no clear difference in cost',
      'likely between £10,000 a year less and £20,000 a year more',
    ],
    [[0, 0, 0], 'costs the same as today', 'the same in every simulated year'],
  ] as const)('%j', ([value, low, high], sentence, said) => {
    const found = sayCostChange('More beds', difference(value, low, high));
    expect(found.sentence).toContain(sentence);
    expect(found.range).toBe(said);
  });

  it('a level says its range; while there is none it says so', () => {
    expect(sayCost('Today', level(3_626_516, 3_612_718, 3_640_313))).toEqual({
      sentence: 'Today: about £3,630,000 a year',
      range: 'likely between £3,610,000 and £3,640,000 a year',
    });
    expect(sayCost('Today', undefined).sentence).toContain('working out');
    expect(sayLevel(412.4, 400, 420, POUNDS_A_YEAR)).toBe('£410');
    expect(sayLevelRange(5, 5, 5, POUNDS_A_YEAR)).toBe('likely close to £5 a year');
    expect([sayPrice(346), sayPrice(50.5)]).toEqual(['£346', '£50.50']);
  });
});

describe('what is shown of a model with prices', () => {
  const shown = shownOf(costed, 'more');
  const services = serviceLines(costed, shown);

  it('a service without a price has no line and is named as not entered', () => {
    expect(services.map(({ station }) => station)).toEqual(['acute', 'home-team', 'hospital']);
    expect(unpriced(costed, services)).toEqual(['Discharge lounge']);
  });

  it('a price without a source is listed as such, and is in no number', () => {
    const sources = pricesOf(costed).map(({ station, key: price, evidence }) => [station, price, evidence?.source]);
    expect(sources).toEqual([
      ['acute', 'personDayGbp', 'IPACS guide, 2017/18'],
      ['acute', 'delayedDayGbp', 'IPACS guide, 2017/18'],
      ['home-team', 'visitGbp', 'Round numbers'],
      ['home-team', 'startGbp', 'Round numbers'],
      ['hospital', 'placeDayGbp', 'Round numbers'],
      ['hospital', 'personDayGbp', 'Round numbers'],
      ['hospital', 'startGbp', undefined],
    ]);
    // Not 0: what it comes to is not known.
    expect(rowOf(shown.option, 'hospital', 'cost', 'starts')!.value).toBeNull();
  });

  it('without any source nothing is shown, nor where there are no prices', () => {
    const unsourced = costedWith({ evidence: {} });
    const of = shownOf(unsourced, 'today', 2);
    expect(rowOf(of.option, 'all', 'cost')!.value).toBeNull();
    expect(serviceLines(unsourced, of)).toEqual([]);
    expect(serviceLines(smallModel, shownOf(smallModel, 'today', 2))).toEqual([]);
    expect(pricesOf(smallModel)).toEqual([]);
  });

  it('a bar is made of stretches that add up to its cost, the empty part of open places apart', () => {
    for (const of of ['option', 'today'] as const)
      for (const line of [...services, totalLine]) {
        const stretches = stretchesOf(shown, line, of);
        const sum = stretches.reduce((pounds, { value }) => pounds + value, 0);
        expect(sum).toBeCloseTo(rowOf(shown[of], line.station, 'cost')!.value!, 4);
        expect(stretches.every(({ value }) => value > 0)).toBe(true);
      }
    const [open, empty] = stretchesOf(shown, services[2], 'option').map(({ of, value }) => ({ of, value }));
    expect([open!.of, empty!.of]).toEqual(['open places', 'empty places']);
    expect(open!.value + empty!.value).toBeCloseTo(rowOf(shown.option, 'hospital', 'cost', 'open places')!.value!, 4);
  });

  it('empty places cost their share of the open ones, as the free places are of those in force', () => {
    const part = (statistic: string) => rowOf(shown.option, 'hospital', 'cost', statistic)!.value!;
    const of = (measure: string) => rowOf(shown.option, 'hospital', measure)!.value!;
    // Prices rise by the year and the free places differ between years, so the shares are only nearly alike.
    expect(part('empty places') / part('open places')).toBeCloseTo(of('free') / of('open'), 1);
    const [empty, open] = ['empty places', 'open places'].map((p) => rowOf(shown.option, 'all', 'cost', p));
    expect(sayEmpty(empty, open)).toMatch(/^Of this, empty places cost about £[\d,]+ a year, \d+ % of what/);
    expect(sayEmpty(undefined, undefined)).toBe('');
  });

  it('parts are those that have a price, and every line finds its rows', () => {
    const parts = partLines(costed);
    expect(parts.map(({ statistic }) => statistic)).toEqual([
      'open places',
      'empty places',
      'days of care',
      'visits',
      'starts',
      'delayed days',
    ]);
    for (const line of [...services, ...parts, totalLine]) {
      const { option, today, difference: apart } = find(shown, line);
      expect(apart!.value).toBeCloseTo(option!.value! - today!.value!, 4);
      expect(hasAnything(shown, line)).toBe(true);
      expect(sayRow(option, line.quantity)).toMatch(/^£[\d,]+ a year$/);
    }
    expect(sayLines(shown, services)).toMatch(/^Acute hospital: £[\d,]+ a year, today £[\d,]+ a year\. Home team: /);
  });

  it('says when the prices are of and how they rise', () => {
    expect(sayPrices(costed)).toBe(
      'Prices are as entered for the year from 1 Jan 2024. They change once a year from then: Home team +3 %, Community hospital +4 %. A cost a year is the average over the run, rises included.',
    );
    expect(sayPrices(costedWith({ 'calendar/runDays': 365 }))).toMatch(/The run ends before the first rise\.$/);
    expect(sayPrices(smallModel)).toBe(
      'Prices are as entered for the year from 6 Jan 2020, and stay the same over the run.',
    );
  });
});
