// Real weeks beside the model: read as people copy them, refused by line, laid over the run by date, and told with care.
import { describe, expect, it } from 'vitest';
import { dateAt, dayNumber } from '../../engine/index.ts';
import { fitOf, weeksBeside } from '../../ui/history/fit.ts';
import { giveHistory, history } from '../../ui/history/history.ts';
import { MOST_WEEKS, readHistory } from '../../ui/history/history-text.ts';
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
    expect(withLine(good[1]!)).toContain('found the date of line 2 again');
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
          expect(problem.length).toBeLessThan(200);
        },
      ),
    );
    giveHistory('nothing of use');
    expect(history.getState()).toMatchObject({ text: 'nothing of use', weeks: [] });
    giveHistory('');
    expect(history.getState()).toEqual({ text: '', weeks: [], problem: '' });
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
    const weeks = weekly(6).map((date, at) => ({ date, people: people[at]! }));
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
