// A blank beginning: any answers make a model without problems or warnings, and the usual answers make the shipped place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import {
  blankModel,
  blankQuestions,
  compile,
  coveringEvidence,
  expectedAnswer,
  numberPaths,
  offered,
  readModel,
  refusedAnswer,
  refusedStart,
  refusedTitle,
  sayProblem,
  type BlankAnswers,
} from '../../engine/index.ts';
import { root } from '../source-files.ts';

/** Complete answers: for each open question the usual one, or the part of its range that `at` gives. */
function answered(at: Readonly<Record<string, number | undefined>>, given: BlankAnswers = {}): BlankAnswers {
  let answers: BlankAnswers = {};
  for (const question of blankQuestions) {
    if (!question.isOpen(answers)) continue;
    const { key, least, isWhole } = question;
    const part = at[key];
    const most = question.most(answers);
    const some = part === undefined ? question.usual(answers) : least + part * (most - least);
    answers = { ...answers, [key]: given[key] ?? (isWhole ? Math.round(some) : some) };
  }
  return answers;
}

function checked(answers: BlankAnswers, title = 'Our place', startDate = '2027-04-01') {
  // Through text, as a file.
  const { model, problems } = readModel(JSON.stringify(blankModel(answers, title, startDate)));
  expect(problems.map(sayProblem)).toEqual([]);
  return model!;
}

describe('the document', () => {
  test('is a model, whatever is answered, with illustrative evidence for every number', () => {
    const part = fc.option(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), {
      nil: undefined,
    });
    const parts = fc.record(Object.fromEntries(blankQuestions.map(({ key }) => [key, part])));
    fc.assert(
      fc.property(parts, (at) => {
        const model = checked(answered(at));
        expect(numberPaths(model).filter((path) => coveringEvidence(path, model.evidence) === null)).toEqual([]);
        expect(Object.values(model.evidence!).map(({ status }) => status)).not.toContain('measured');
        expect(Object.values(model.evidence!).map(({ status }) => status)).not.toContain('estimated');
      }),
      { numRuns: cases(300) },
    );
  });

  test('with the usual answers is the shipped place of 100,000 people', () => {
    const { model } = readModel(readFileSync(join(root, 'models/place-of-100000.json'), 'utf8'));
    const ours = checked(answered({}));
    expect(ours.streams['acute']).toEqual(model!.streams['acute']);
    for (const [id, placesKey] of [
      ['p1', 'places'],
      ['p2', 'beds'],
      ['p3', 'beds'],
    ] as const) {
      expect(ours.stations[id][placesKey]).toBe(model!.stations[id][placesKey]);
      expect(ours.stations[id].stay).toEqual(model!.stations[id].stay);
    }
    expect(ours.stations['p2'].next).toEqual(model!.stations['p2'].next);
    expect(ours.calendar).toMatchObject({ warmUpDays: 365, runDays: 365 });
  });

  test('has room for those who come, and twice the people have twice the places or nearly', () => {
    const rows = offered(compile(checked(answered({}, { population: 1_000_000 })), { option: 'today' }));
    for (const row of rows) expect(row.neededPlaces).toBeLessThanOrEqual(row.hasPlaces);
    const [one, two] = [answered({}, { population: 500_000 }), answered({}, { population: 1_000_000 })];
    expect(two.homePlaces! / one.homePlaces!).toBeCloseTo(2, 1);
  });

  test('leaves out a pathway that nobody needs, and asks nothing about it', () => {
    const answers = answered({}, { homeOf100: 100 });
    expect(answers).not.toHaveProperty('beds');
    expect(Object.keys(checked(answers).stations)).toEqual(['acute', 'p1', 'home']);
    const beds = checked(answered({}, { homeOf100: 0, bedsOf100: 100 }));
    expect(Object.keys(beds.stations)).toEqual(['acute', 'p2', 'home']);
  });

  test('is called by its title', () => {
    expect(checked(answered({}), "St Mary's & Eastside, 2027").id).toBe('st-mary-s-eastside-2027');
    expect(checked(answered({}), '東京').id).toBe('our-place');
  });
});

describe('answers that are refused', () => {
  const question = (key: string) => blankQuestions.find((one) => one.key === key)!;
  const before = answered({});
  test.each([
    ['beds', 2.5, 'found 2.5; expected a whole number of beds from 1 to 100000. The usual answer would be 19.'],
    ['beds', 0, 'found 0; expected a whole number of beds from 1 to 100000. The usual answer would be 19.'],
    ['homeDays', 400, 'found 400; expected a number of days from 0.5 to 365. The usual answer would be 13.'],
    ['bedsOf100', 28, 'found 28; expected a number of 100 from 0 to 27. The usual answer would be 25.'],
    [
      'arrivalsPerDay',
      NaN,
      'found NaN; expected a number of people a day from 0.01 to 10000. The usual answer would be 2.27.',
    ],
  ])('%s: %d', (key, value, words) => {
    expect(sayProblem(refusedAnswer(question(key), value, before, 'here')!)).toBe(`here: ${words}`);
  });
  test('what is usual is never refused', () => {
    for (const one of blankQuestions) expect(refusedAnswer(one, one.usual(before), before, '')).toBeNull();
    expect(expectedAnswer(question('population'), {})).toBe('a whole number of people from 1000 to 100000000');
  });
  test('a title without letters that can be seen, and a day that is not', () => {
    for (const title of ['', '  ', 'a\u0000b', 'a\u202eb', 'x'.repeat(151)])
      expect(refusedTitle(title, '--title')?.expected).toBe('a name of 1 to 150 plain characters');
    expect(refusedTitle('St Mary’s', '')).toBeNull();
    expect(sayProblem(refusedStart('2027-02-29', '--start-date')!)).toBe(
      '--start-date: found "2027-02-29"; expected a date written YYYY-MM-DD. Such as 2027-04-01.',
    );
  });
});
