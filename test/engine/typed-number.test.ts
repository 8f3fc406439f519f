// Numbers as people type them: read as a British planner means them, or refused with a hint whose number can be read.
import { describe, expect, test } from 'vitest';
import { readModel } from '../../engine/model/validation/validate.ts';
import { typedNumber } from '../../engine/ground/typed-number.ts';

describe('a number as it is typed', () => {
  // Correct: a comma comes before every three digits, counted from the point.
  test.each([
    ['2,400', 2400],
    ['-12,000', -12_000],
    ['1,234,567', 1_234_567],
    ['3,750.25', 3750.25],
    ['  640,000 ', 640_000],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['7.', 7],
    ['2e3', 2000],
    ['−4', -4],
    ['-0', 0],
  ])('%s', (text, value) => expect(typedNumber(text)).toEqual({ value }));

  test.each([
    ['0,5', 'Use a point: 0.5.'],
    [',75', 'Use a point: 0.75.'],
    ['0,125', 'Use a point: 0.125.'],
    ['12,50', 'Use a point: 12.50.'],
    ['1.500,25', 'Write 1500.25.'],
    ['2.000.000', 'Write 2000000 (no points).'],
    ['1,00,000', 'Write 100000 (no comma).'],
    ['2 500', 'Write 2500 (digits only).'],
    ['£3,000', 'Write 3000 (digits only).'],
    ['45%', 'Write a share as a fraction of one: 0.45.'],
    ['1234,567', 'Write 1234567 (no comma), or 1234.567 if the comma marks the decimals.'],
    ['many', 'Write digits, with a point before any decimals, such as 3.5.'],
    ['', 'Write digits, with a point before any decimals, such as 3.5.'],
    ['0x10', 'Write digits, with a point before any decimals, such as 3.5.'],
    ['Infinity', 'Write digits, with a point before any decimals, such as 3.5.'],
    ['1e999', 'Write a smaller number.'],
  ])('%s is refused', (text, hint) => expect(typedNumber(text)).toEqual({ hint }));

  test('what a hint offers is read, and is a whole number where only those can be used', () => {
    for (const text of [
      '0,5',
      '12,50',
      '1.500,25',
      '2.000.000',
      '1,00,000',
      '2 500',
      '45%',
      '1234,567',
      'many',
      '9,99',
    ])
      for (const isWhole of [false, true]) {
        const read = typedNumber(text, isWhole);
        const offered = 'hint' in read ? (read.hint.match(/\d[\d.]*\d|\d/g) ?? []) : [];
        expect(offered.length, text).toBeGreaterThan(0);
        for (const one of offered) {
          const again = typedNumber(one);
          expect(again, `${text}: ${one}`).toHaveProperty('value');
          if (isWhole && 'value' in again) expect(Number.isInteger(again.value), `${text}: ${one}`).toBe(true);
        }
      }
  });

  test('no hint turns thousands into one: 6,000 is six thousand wherever it is typed', () => {
    expect(typedNumber('6,000', true)).toEqual({ value: 6000 });
    const text = '{"schemaVersion": 1,\n "calendar": {"startDate": "2024-01-01", "runDays": "6,000"}}';
    const [problem] = readModel(text).problems.filter(({ path }) => path === 'calendar.runDays');
    expect(problem!.found).toBe(`the text "6,000" at line 2, column ${text.split('\n')[1].indexOf('"6,') + 1}`);
    expect(problem!.hint).toBe('Remove the quotes and the comma: 6000.');
  });
});
