// Sentences: no claim when the range spans zero, nothing said more precisely than its range, plurals, units, and tact.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import type { DifferenceRow, Row } from '../../engine/index.ts';
import { sayDifference, sayDifferenceRange, sayLevel, sayLevelRange } from '../../ui/words/numbers/difference.ts';
import { LIMIT, sayChange, sayProgress, sayToday, sayWhat, sentenceOf } from '../../ui/words/headline.ts';
import { sayAsTitle } from '../../ui/words/one-day.ts';
import { counted, DAYS, PEOPLE, PERCENT, POINTS, type Quantity } from '../../ui/words/numbers/quantity.ts';
import { sayOneOf } from '../../ui/words/numbers/runs.ts';
import { sayWithin } from '../../ui/words/numbers/rounding.ts';
import { verdictOf } from '../../ui/words/numbers/verdict.ts';

const key = {
  station: 'acute',
  measure: 'delayed',
  statistic: 'mean',
  who: 'all',
  day: '',
  unit: 'people',
  replications: 50,
};
const level = (value: number, ciLow: number, ciHigh: number): Row => ({
  ...key,
  option: 'today',
  value,
  ciLow,
  ciHigh,
});
const difference = (value: number, ciLow: number, ciHigh: number): DifferenceRow => ({
  ...level(value, ciLow, ciHigh),
  option: 'b',
  baseline: 'today',
  // What the engine would say; and in one property below, deliberately what it would not.
  verdict: ciHigh < 0 ? 'better' : ciLow > 0 ? 'worse' : 'no clear difference',
});

/** A value inside its own range, of any size a hospital could have. */
const estimate = fc
  .tuple(fc.double({ min: -300, max: 300, noNaN: true }), fc.double({ min: 1e-4, max: 200, noNaN: true }))
  .map(([value, half]) => [value, value - half, value + half] as const);
const quantity = fc.constantFrom<Quantity[]>(PEOPLE, DAYS, POINTS, PERCENT);
const banned = /\b(cuts?|bed.?blockers?|frequent flyers?|proves?|will|guarantees?)\b/i;
const claims = /\b(better|worse|fewer people|more people)\b/;

describe('verdicts', () => {
  it('never say better or worse, nor draw an arrow, when the range spans zero, whatever they are given', () => {
    fc.assert(
      fc.property(estimate, fc.constantFrom('better', 'worse', 'higher', 'lower'), ([value, low, high], verdict) => {
        const said = verdictOf({ ...difference(value, low, high), verdict } as DifferenceRow);
        if (low <= 0 && high >= 0) expect(said).toEqual({ word: 'no clear difference', arrow: '', tone: 'plain' });
        else expect(said.arrow).toBe(value < 0 ? '▼' : '▲');
      }),
    );
  });
  it('do not take a few simulated years for a finding', () => {
    expect(verdictOf(difference(1, -30, 40), false).word).toBe('still sharpening');
    expect(sayChange('More beds', difference(1, -30, 40), 'to leave hospital', false).sentence).not.toMatch(
      /no clear|more people/,
    );
  });
  it('are still sharpening while there is no range', () => {
    expect(verdictOf(undefined).word).toBe('still sharpening');
    expect(verdictOf({ ...difference(1, 0.5, 2), ciLow: null }).word).toBe('still sharpening');
  });
});

describe('rounding', () => {
  it('is never more precise than the range allows, and keeps the value inside it', () => {
    fc.assert(
      fc.property(estimate, ([value, low, high]) => {
        const said = sayWithin(value, low, high);
        expect(said.step * 20).toBeGreaterThan(high - low);
        expect(said.low).toBeLessThanOrEqual(said.value);
        expect(said.value).toBeLessThanOrEqual(said.high);
        expect(Math.abs(said.value - value)).toBeLessThanOrEqual(said.step / 2 + 1e-9);
      }),
    );
  });
  it('says every number of a sentence with the same number of decimals', () => {
    fc.assert(
      fc.property(estimate, quantity, ([value, low, high], q) => {
        const text = `${sayDifference(value, low, high, q)} ${sayDifferenceRange(value, low, high, q)}`;
        const decimals = [...text.matchAll(/\d+(?:\.(\d+))?/g)].map((match) => match[1]?.length ?? 0);
        expect(new Set(decimals).size).toBeLessThanOrEqual(1);
      }),
    );
  });
  it.each([
    [[-6.1, -8.2, -4.1], 'about 6 fewer people wait', 'likely between 4 and 8 fewer'],
    [[-0.63, -0.91, -0.37], 'about 0.6 fewer people wait', 'likely between 0.4 and 0.9 fewer'],
    [[1.04, 0.02, 4], 'about 1 more person waits', 'likely up to 4 more'],
    [[0.5, -2.1, 3.1], 'no clear difference', 'likely between 2 fewer and 3 more'],
    [[-120, -180, -60], 'about 120 fewer people wait', 'likely between 60 and 180 fewer'],
  ] as const)('%j', ([value, low, high], sentence, range) => {
    const said = sayChange('More beds', difference(value, low, high), 'to leave acute hospital');
    expect(said.sentence).toContain(sentence);
    expect(said.range).toBe(range);
  });
});

describe('the headline', () => {
  it('has the number of what settles where today has none, and no difference', () => {
    const unsettled = { ...difference(-9, -12, -6), settles: false as const };
    const { baseline: _, verdict: __, ...level } = difference(2, 1.6, 2.4);
    const said = sayChange('More beds', unsettled, 'to leave acute hospital', true, level);
    expect(said.sentence).toBe('More beds: about 2 people wait to leave acute hospital on a typical day');
    const one = sayChange('More beds', unsettled, 'to leave', true, { ...level, value: 1, ciLow: 0.8, ciHigh: 1.2 });
    expect(one.sentence).toBe('More beds: about 1 person waits to leave on a typical day');
    expect(said.range).toBe(
      'likely between 1.6 and 2.4 people; today their number does not settle, so no difference can be given',
    );
    for (const other of [undefined, { ...level, settles: false as const }])
      expect(sayChange('More beds', unsettled, 'to leave acute hospital', true, other)).toEqual({
        sentence: 'More beds: no difference from today can be given',
        range: 'one of the two does not settle',
      });
  });

  it('ends in one full stop, or in the dots of what is still worked out', () => {
    expect(sentenceOf({ sentence: 'about 4 wait', range: '' })).toBe('about 4 wait.');
    expect(sentenceOf({ sentence: 'about 4 wait', range: 'likely between 3 and 5' })).toBe(
      'about 4 wait, likely between 3 and 5.',
    );
    expect(sentenceOf({ sentence: 'about 4 wait', range: 'One year has no range' })).toBe(
      'about 4 wait. One year has no range.',
    );
    expect(sentenceOf({ sentence: 'working out how many wait…', range: '' })).toBe('working out how many wait…');
  });

  it('claims nothing when the range spans zero, and otherwise only what the model suggests', () => {
    fc.assert(
      fc.property(estimate, ([value, low, high]) => {
        const { sentence } = sayChange('More beds', difference(value, low, high), 'to leave acute hospital');
        const short = sayAsTitle(sentence, 'to leave acute hospital');
        if (low <= 0 && high >= 0) {
          expect(sentence).toContain('no clear difference');
          expect(short).toBe('More beds: no clear difference in people waiting to leave acute hospital');
          expect(sentence).not.toMatch(claims);
        } else {
          expect(sentence).toContain(value < 0 ? ' fewer ' : ' more ');
          expect(sentence).toContain('the model suggests about');
          // A slide has the range and that it is simulated below its title, and its picture is of one day.
          expect(short).toMatch(
            /^More beds: about \S+ (fewer|more) (people|person) waits? to leave acute hospital on average$/,
          );
        }
      }),
    );
  });
  it('keeps the direction of a clear difference that is too small to show', () => {
    const { sentence } = sayChange('More beds', difference(-1e-4, -2e-4, -1e-20), 'to leave acute hospital');
    expect(sentence).toContain(' fewer ');
  });
  it('always says the range, and never a tactless or too certain word', () => {
    fc.assert(
      fc.property(estimate, quantity, ([value, low, high], q) => {
        const change = sayChange('More beds', difference(value, low, high), 'to leave acute hospital');
        const today = sayToday(
          level(Math.abs(value), Math.abs(value) * 0.9, Math.abs(value) * 1.1),
          'to leave acute hospital',
        );
        const parts = [
          sayDifference(value, low, high, q),
          sayDifferenceRange(value, low, high, q),
          sayLevelRange(Math.abs(value), Math.abs(value) - 1, Math.abs(value) + 1, q),
        ];
        const text = [change.sentence, change.range, today.sentence, today.range, LIMIT, ...parts].join(' ');
        expect(text).not.toMatch(banned);
        expect(text).not.toMatch(/NaN|undefined|Infinity|-0\b|null/);
        expect(change.range).toMatch(/^likely /);
      }),
    );
  });
  it('waits in words while there is nothing to say', () => {
    expect(sayToday(undefined, 'to leave acute hospital').sentence).toContain('working out');
    expect(sayChange('More beds', undefined, 'to leave acute hospital').sentence).toContain('working out');
  });
  it('says today as a level', () => {
    expect(sayToday(level(12.8, 11.2, 14.4), 'to leave acute hospital', 'Today, June 2019')).toEqual({
      sentence: 'Today, June 2019: about 13 people wait to leave acute hospital on a typical day',
      range: 'likely between 11 and 14 people',
    });
  });
  it('says when nothing at all differs', () =>
    expect(sayChange('More beds', difference(0, 0, 0), 'to leave acute hospital').sentence).toContain(
      'the same number',
    ));
  it('names the option and what was moved', () => {
    const edits = [1, 2, 3, 4].map((n) => ({ label: `Beds ${n}`, value: String(n) }));
    expect(sayWhat('More beds', false, [])).toBe('More beds');
    expect(sayWhat('Today', true, edits.slice(0, 1))).toBe('With Beds 1 at 1');
    expect(sayWhat('More beds', false, edits.slice(0, 3))).toBe(
      'More beds, with Beds 1 at 1, Beds 2 at 2 and Beds 3 at 3',
    );
    expect(sayWhat('Today', true, edits, 'All of it')).toBe(
      'With Beds 1 at 1, Beds 2 at 2, Beds 3 at 3 and Beds 4 at 4 (the same as “All of it”)',
    );
  });
});

describe('units and plurals', () => {
  it('are always there, and one is one', () => {
    expect(counted('1', PEOPLE)).toBe('1 person');
    expect(counted('1.0', DAYS)).toBe('1.0 days');
    expect(counted('0', PEOPLE)).toBe('0 people');
    expect(sayDifference(-1.4, -2.1, -0.7, DAYS)).toBe('1.4 days shorter');
    expect(sayDifference(0.06, 0.04, 0.08, POINTS)).toBe('6 points higher');
    expect(sayDifference(-1.1, -3.5, -0.6, PEOPLE)).toBe('1 fewer person');
    expect(sayLevel(0.912, 0.88, 0.94, PERCENT)).toBe('91');
    fc.assert(
      fc.property(estimate, quantity, ([value, low, high], q) => {
        expect(sayDifference(value, low, high, q)).toMatch(/person|people|days?|points?|%/);
      }),
    );
  });
  it('progress', () => {
    expect(sayProgress(100, 100, 365)).toBe('100 simulated years');
    expect(sayProgress(12, 100, 365)).toBe('12 of 100 simulated years · sharpening');
    expect(sayProgress(1, 1, 365)).toBe('1 simulated year');
    expect(sayProgress(12, 20, 1826)).toBe('12 of 20 simulated runs of five years · sharpening');
  });
  it('one of how many runs, and how long each is', () => {
    expect(sayOneOf(100, 365)).toBe('one of 100 simulated years');
    expect(sayOneOf(1, 364)).toBe('one simulated year');
    expect(sayOneOf(20, 1826)).toBe('one of 20 simulated runs of five years');
    expect(sayOneOf(1000, 91)).toBe('one of 1,000 simulated runs of 91 days');
    expect(sayOneOf(2, 900)).toBe('one of 2 simulated runs of 900 days');
  });
});
