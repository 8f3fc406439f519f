// The value in force: options, dated changes, ramps, ends and scales, and what a request may not ask for.
import { describe, expect, test } from 'vitest';
import type { Model } from '../../engine/model/document.ts';
import { modelsInForce, optionsOf, type RunRequest } from '../../engine/model/option.ts';
import { numberAt } from '../../engine/model/number-at.ts';
import { Refusal } from '../../engine/ground/problem.ts';
import { validate } from '../../engine/model/validation/validate.ts';

function model(parts: object = {}): Model {
  const { model: valid, problems } = validate({
    schemaVersion: 1,
    id: 'options',
    title: 'Options',
    about: 'A test.',
    calendar: { startDate: '2024-01-01', warmUpDays: 10, runDays: 300 },
    experiment: { replications: 2, seed: 1 },
    needs: { low: { label: 'Low', goesTo: 'ward' }, high: { label: 'High', goesTo: 'ward' } },
    streams: { acute: { label: 'Acute', arrivalsPerDay: 2, shares: { low: 0.75, high: 0.25 } } },
    stations: {
      ward: { kind: 'ward', label: 'Ward', beds: 20, stay: { shape: 'fixed', days: 5 }, next: [{ to: 'home' }] },
      home: { kind: 'exit', label: 'Home' },
    },
    ...parts,
  });
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return valid!;
}

/** Days and values of one path over the run. */
function history(document: Model, path: string, request: Partial<RunRequest> = {}): [number, number | 'unlimited'][] {
  return modelsInForce(document, { option: 'plan', ...request }).map((one) => [
    one.fromDay,
    numberAt(one.model, path).value,
  ]);
}

const plan = (...changes: object[]) => ({ options: [{ id: 'plan', title: 'Plan', changes }] });
const BEDS = 'stations.ward.beds';
const ARRIVALS = 'streams.acute.arrivalsPerDay';

describe('dated changes', () => {
  test('hold from their date on, the later over the earlier', () => {
    const document = model(plan({ onDate: '2024-02-10', set: { [BEDS]: 16 } }, { atDay: 20, set: { [BEDS]: 18 } }));
    expect(history(document, BEDS)).toEqual([
      [-Infinity, 20],
      [20, 18],
      [40, 16],
    ]);
  });

  test('end on their last date, when what held before holds again', () => {
    const document = model(plan({ onDate: '2024-01-11', untilDate: '2024-01-31', set: { [BEDS]: 24 } }));
    expect(history(document, BEDS)).toEqual([
      [-Infinity, 20],
      [10, 24],
      [30, 20],
    ]);
  });

  test('spread over days take equal steps, whole for places, and arrive exactly', () => {
    const document = model(plan({ atDay: 5, overDays: 4, set: { [BEDS]: 30, [ARRIVALS]: 4 } }));
    expect(history(document, BEDS)).toEqual([
      [-Infinity, 20],
      [5, 23],
      [6, 25],
      [7, 28],
      [8, 30],
    ]);
    expect(history(document, ARRIVALS).map(([, value]) => value)).toEqual([2, 2.5, 3, 3.5, 4]);
  });

  test('of one day that set two shares set them together', () => {
    const document = model(
      plan({ atDay: 1, set: { 'streams.acute.shares.low': 0.5, 'streams.acute.shares.high': 0.5 } }),
    );
    expect(history(document, 'streams.acute.shares.low').at(-1)).toEqual([1, 0.5]);
  });

  test('scale what is in force while they last, whatever set it', () => {
    const document = model({
      ...plan({ atDay: 50, set: { [ARRIVALS]: 3 } }),
      conditions: [
        {
          id: 'winter',
          title: 'Winter',
          changes: [{ atDay: 40, untilDate: '2024-03-01', scale: { [ARRIVALS]: 1.5 } }],
        },
      ],
    });
    expect(history(document, ARRIVALS, { conditions: ['winter'] })).toEqual([
      [-Infinity, 2],
      [40, 3],
      [50, 4.5],
      [60, 3],
    ]);
  });

  test('made live come last and leave the days before alone', () => {
    const document = model(plan({ atDay: 20, set: { [BEDS]: 18 } }));
    expect(history(document, BEDS, { changes: [{ atDay: 83, path: BEDS, value: 25 }] })).toEqual([
      [-Infinity, 20],
      [20, 18],
      [83, 25],
    ]);
  });
});

describe('a request', () => {
  test('may always ask for today, even where the document does not list it', () => {
    expect(optionsOf(model(plan())).map((option) => option.id)).toEqual(['today', 'plan']);
    expect(history(model(plan()), BEDS, { option: 'today' })).toEqual([[-Infinity, 20]]);
  });

  test('lays its own settings over those of the option', () => {
    const document = model({ options: [{ id: 'plan', title: 'Plan', set: { [BEDS]: 16 } }] });
    expect(history(document, BEDS)).toEqual([[-Infinity, 16]]);
    expect(history(document, BEDS, { set: { [BEDS]: 12 } })).toEqual([[-Infinity, 12]]);
  });

  test.each<[string, Partial<RunRequest>, string, string]>([
    ['an option that is not there', { option: 'plam' }, 'option', 'Did you mean plan?'],
    ['a condition that is not there', { conditions: ['winter'] }, 'condition', ''],
    ['a path that leads nowhere', { set: { 'stations.ward.bedz': 3 } }, 'stations.ward.bedz', 'stations.ward.beds'],
    ['a value that cannot be', { set: { [BEDS]: -3 } }, BEDS, ''],
    [
      'a date for what cannot be dated',
      { changes: [{ atDay: 3, path: 'calendar.runDays', value: 9 }] },
      'calendar.runDays',
      '',
    ],
  ])('is refused with its place when it names %s', (_, request, path, hint) => {
    let refused: unknown;
    try {
      history(model(plan()), BEDS, request);
    } catch (thrown) {
      refused = thrown;
    }
    expect(refused).toBeInstanceOf(Refusal);
    const [problem] = (refused as Refusal).problems;
    expect(problem!.path).toBe(path);
    expect(problem!.hint).toContain(hint);
  });
});
