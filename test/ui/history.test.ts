// Real weeks beside the model: read as people copy them, refused by line, laid over the run by date, and described with care.
import { describe, expect, it } from 'vitest';
import { dateAt, dayNumber } from '../../engine/index.ts';
import { fitOf, weeksBeside } from '../../ui/shown/real-weeks-fit.ts';
import { giveHistory, history } from '../../ui/state/real-weeks.ts';
import { MOST_WEEKS, readHistory } from '../../ui/shown/real-weeks-text.ts';
import { sayFit, sayVariation } from '../../ui/words/history.ts';
import type { Spread } from '../../ui/worker/protocol.ts';
import fc from '../properties.ts';
import { tactless } from '../tactless.ts';

const START = '2024-01-01';
const weekly = (count: number, from = START) =>
  Array.from({ length: count }, (_, at) => dateAt(dayNumber(from) + 7 * at));
const british = (date: string) => date.split('-').reverse().join('/');

describe('weeks as people copy them', () => {
  it('are read with tabs, commas, semicolons or spaces, in either way of writing dates, with a head or without', () => {
    const dates = weekly(9);
    const expected = dates.map((date, at) => ({ date, people: 1200 + at }));
    const lines = (between: string, write = (date: string) => date, number = (n: number) => String(n)) =>
      dates.map((date, at) => `${write(date)}${between}${number(1200 + at)}`).join('\n');
    const grouped = (n: number) => n.toLocaleString('en-GB');
    for (const text of [
      lines('\t'),
      lines(','),
      lines(', '),
      lines(';'),
      lines(' '),
      lines('\t', british),
      lines(',', british, grouped),
      lines('\t', british, (n) => `"${grouped(n)}"`),
      `Week beginning\tPeople waiting\n${lines('\t')}\n\n`,
      lines('\t').replaceAll('\n', '\r\n'),
      lines('\t').split('\n').toReversed().join('\n'),
    ])
      expect(readHistory(text)).toEqual({ weeks: expected, problem: '' });
  });

  it('are refused by the line, with what was found and what was expected', () => {
    const good = weekly(9).map((date) => `${date},5`);
    const withLine = (line: string) => readHistory([...good.slice(0, 3), line, ...good.slice(3)].join('\n')).problem;
    expect(withLine('soon,5')).toBe('Line 4: found “soon”; expected a date such as 2024-01-15 or 15/01/2024.');
    expect(withLine('31/02/2024,5')).toContain('Line 4: found “31/02/2024”');
    expect(withLine('2024-06-01,many')).toBe('Line 4: found “many”; expected a number of 0 or more.');
    expect(withLine('2024-06-01,-3')).toContain('“-3”');
    expect(withLine('2024-06-01')).toContain('found no number');
    expect(withLine('2024-06-01\t5\t6')).toContain('more than two columns');
    expect(withLine(good[1])).toContain('found the date of line 2 again');
    expect(readHistory(good.slice(0, 4).join('\n')).problem).toBe('Found 4 weeks; expected 8 or more.');
    expect(
      readHistory(
        weekly(MOST_WEEKS + 1)
          .map((date) => `${date},5`)
          .join('\n'),
      ).problem,
    ).toContain('or fewer');
    expect(readHistory(' \n\n')).toEqual({ weeks: [], problem: '' });
  });

  describe('with dates that are not a week apart', () => {
    const lines = (dates: readonly string[], people: (at: number) => number) =>
      readHistory(dates.map((date, at) => `${date},${people(at)}`).join('\n'));
    const daily = (count: number, from = START) =>
      Array.from({ length: count }, (_, at) => dateAt(dayNumber(from) + at));

    it('days become the average of each week from Monday to Sunday, and that is said', () => {
      // Ten on five days and three at the weekend: 56 / 7 = 8. From a Friday: three days before the first Monday, one after.
      const { weeks, problem, note } = lines(daily(3 + 56 + 1, '2024-01-05'), (at) => {
        const weekday = (at + 4) % 7;
        return weekday < 5 ? 10 : 3;
      });
      expect(problem).toBe('');
      expect(weeks).toEqual(weekly(8, '2024-01-08').map((date) => ({ date, people: 8 })));
      expect(note).toBe(
        '60 days were given, so each week shows the average of its seven days, Monday to Sunday: 8 whole weeks.',
      );
    });

    it('too few days for eight whole weeks are refused as days, not called weeks', () =>
      expect(lines(daily(30), () => 12).problem).toBe(
        'Found one date a day, which makes 4 whole weeks from Monday to Sunday; expected 8 or more. Give more days.',
      ));

    it('a day that is missing, and a zero that stands for one, are named', () => {
      const days = daily(70).filter((date) => date !== '2024-01-20' && date !== '2024-02-03');
      expect(lines(days, () => 12).problem).toContain('none for 2024-01-20, 2024-02-03; expected every day');
      expect(lines(daily(70), (at) => (at === 9 ? 0 : 200 + (at % 3))).problem).toContain(
        'with 0 on 2024-01-10 where 201 is usual',
      );
      // Where few wait, nobody is a number.
      expect(lines(daily(70), (at) => at % 4).weeks).toHaveLength(10);
    });

    it('months and quarters are refused', () => {
      const months = (step: number) =>
        Array.from({ length: 12 }, (_, at) => {
          const month = at * step;
          return `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
        });
      expect(lines(months(1), () => 40)).toEqual({
        weeks: [],
        problem: 'Found one date a month; expected one date a week. Give a number for each week.',
      });
      expect(lines(months(3), () => 40).problem).toContain('Found one date a quarter;');
      expect(
        lines(
          weekly(40).filter((_, at) => at % 4 === 0),
          () => 40,
        ).problem,
      ).toContain('Found one date a month');
      expect(
        lines(
          weekly(40).filter((_, at) => at % 3 === 0),
          () => 40,
        ).problem,
      ).toContain('several weeks apart');
    });

    it('one date out of step is named; a week that is missing is named and is no reason to refuse', () => {
      const dates = [...weekly(12)];
      dates[5] = '2024-02-06';
      expect(lines(dates, () => 40).problem).toBe(
        'Found 2024-02-06 8 days after 2024-01-29; expected one date a week, seven days apart. Check that date.',
      );
      const gap = lines(
        weekly(14).filter((_, at) => at !== 3 && at !== 9),
        () => 40,
      );
      expect(gap.weeks).toHaveLength(12);
      expect(gap.note).toContain('No number for the week of 2024-01-22, 2024-03-04:');
      expect(lines(weekly(14), () => 40).note).toBeUndefined();
    });
  });

  it('whatever is pasted is answered, with weeks in order or with a reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.string()).map((lines) => lines.join('\n')),
        ),
        (text) => {
          const { weeks, problem } = readHistory(text);
          expect(weeks.length === 0 || problem === '').toBe(true);
          expect(problem.length).toBeLessThan(300);
        },
      ),
    );
    giveHistory('nothing of use');
    expect(history.getState()).toMatchObject({ text: 'nothing of use', weeks: [] });
    giveHistory('');
    expect(history.getState()).toEqual({ text: '', note: '', weeks: [], problem: '' });
  });
});

/** A run of ten weeks, with a band from 8 to 12 people about 10 in each. */
const spread = {
  dates: weekly(10),
  weeks: { mean: Array(10).fill(10), low: Array(10).fill(8), high: Array(10).fill(12) },
} as unknown as Spread;

describe('weeks beside the model', () => {
  it('fall into the week of the run that holds their day; those outside the run are left out', () => {
    const at = (date: string) => weeksBeside([{ date, people: 1 }], spread).map((one) => one.at);
    expect(at('2024-01-01')).toEqual([0]);
    expect(at('2024-01-07')).toEqual([0]);
    expect(at('2024-01-08')).toEqual([1]);
    expect(at('2024-03-10')).toEqual([9]);
    expect(at('2024-03-11')).toEqual([]);
    expect(at('2023-12-31')).toEqual([]);
  });

  it('are counted within the band, above it and below it, its ends within', () => {
    const people = [7.9, 8, 10, 12, 12.1, 30];
    const weeks = weekly(6).map((date, at) => ({ date, people: people[at] }));
    const fit = fitOf([...weeks, { date: '2030-01-01', people: 1000 }], spread);
    expect(fit).toEqual({ weeks: 6, within: 3, above: 2, below: 1, real: expect.closeTo(80 / 6, 9), model: 10 });
    expect(sayFit(fit, 'to leave hospital')).toBe(
      'On average 13 people waited to leave hospital in these weeks; the model has 10. Of 6 weeks 3 lie in the model’s band, 2 above and 1 below; about 5 would if the model were right.',
    );
  });

  it('the words claim no more than the limits say, and are tactful', () => {
    const some = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
    const runs = fc.constantFrom<number[]>([], [0, 1, 2, 3, 4, 5, 6, 7]);
    fc.assert(
      fc.property(some, runs, fc.double({ min: 0, max: 1e4, noNaN: true }), (outside, inRuns, mean) => {
        const said = sayVariation({ mean, low: mean / 2, high: mean * 2, outside, inRuns }, 52);
        expect(said.includes('nothing in them stands out')).toBe(outside.length + inRuns.length === 0);
        expect(said).not.toMatch(/\b1 weeks/);
        expect(said.match(tactless) ?? []).toEqual([]);
        expect(said).not.toMatch(/NaN|undefined/);
      }),
    );
  });
});
