// The twin: SimJS, given the same models with the same draws, gives every person the same times, to the last bit.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Model,
  checkGroups,
  checkModel,
  checkRequest,
  compile,
  loadTwin,
  optionsOf,
  validate,
} from '../../engine/index.ts';
import { run } from '../../engine/twin/simjs.ts';
import { loadSimJs } from '../../engine/twin/simjs-package.ts';
import { readable } from '../laws/over-models.ts';
import { root } from '../source-files.ts';
import { untiedModel } from './untied-model.ts';

const twin = await loadTwin();
let patients = 0;

/** The report, once it has been counted. */
function compared(...given: Parameters<typeof twin.compare>) {
  const report = twin.compare(...given);
  if (report.verdict === 'equal') patients += report.patients;
  return report;
}

/** SimJS would take minutes for the years of a whole county: their first months are enough. */
const beginning = (model: Model): Model => ({
  ...model,
  calendar: { ...model.calendar, runDays: model.calendar.runDays > 1000 ? 120 : model.calendar.runDays },
});

const shipped = ['models', 'models/learn'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json') && name !== 'model.schema.json')
    .map((name) => join(root, folder, name)),
);
/** What SimJS may lack; each with the path it must be named by. */
const lacks = [
  /^streams\.[\w-]+\.alwaysWaiting: /,
  /^stations\.[\w-]+\.(order|visitsPerDay|waitingRoom|turnsAway|releases): /,
  /^initial\.[\w-]+\.(waiting|delayedFor): /,
  /^needs\.[\w-]+\.risesTo: /,
  /^stations\.[\w-]+(, stations\.[\w-]+)+: .* ring/,
];

describe('the second engine', () => {
  it.each(checkGroups().map((group) => [group[0].id.split('.')[0], group] as const))(
    'agrees on the check %s, or names what it lacks',
    (_id, group) => {
      const model = checkModel(group[0]);
      const report = compared(compile(model, checkRequest(model)), 1, 0);
      expect(report.firstDifference).toBeNull();
      for (const words of report.unsupported)
        expect(
          lacks.some((pattern) => pattern.test(words)),
          words,
        ).toBe(true);
    },
  );

  it.each(shipped.map((file) => [file.split('/').at(-1)!, file] as const))(
    'agrees on every option of %s, or names what it lacks',
    (_name, file) => {
      const { model } = validate(JSON.parse(readFileSync(file, 'utf8')));
      if (!model) return; // Whether it can be used is another test's business.
      for (const { id } of optionsOf(model)) {
        const report = compared(compile(beginning(model), { option: id }), 3, 0);
        expect(['equal', 'reported', 'unsupported'], `${id}: ${report.firstDifference}`).toContain(report.verdict);
        for (const words of report.unsupported)
          expect(
            lacks.some((pattern) => pattern.test(words)),
            words,
          ).toBe(true);
      }
    },
  );

  it('agrees on the model of Ilkeston today, with its priorities and second choices', () => {
    const ilkeston = readable(JSON.parse(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')));
    const program = compile(ilkeston, { option: 'today' });
    // Seeds of their own, and mirrors.
    for (const replication of [1, 2, ~1]) {
      const { verdict, firstDifference, times } = compared(program, 2019, replication);
      expect(verdict, firstDifference ?? '').toBe('equal');
      expect(times).toBeGreaterThan(5000);
    }
  });

  it('agrees on models nobody wrote', () => {
    let equal = 0;
    let told = 0;
    for (let seed = 300; seed < 420; seed++) {
      const model = readable(untiedModel(seed));
      for (const option of ['today', 'changed']) {
        const { verdict, firstDifference } = compared(compile(model, { option }), seed, 0);
        expect(verdict, `untiedModel(${seed}), ${option}: ${firstDifference}`).not.toBe('different');
        if (verdict === 'equal') equal++;
        if (verdict !== 'unsupported') told++;
      }
    }
    expect(told).toBeGreaterThan(50);
    expect(equal / told).toBeGreaterThan(0.9);
  });

  it('has by now been asked about more than 100,000 people', () => {
    expect(patients).toBeGreaterThan(100_000);
  });
});

describe('a second choice that is their own place', () => {
  // Due at once, it must not come before a first choice with room (rules 3 and 5), although nobody need be let go for it.
  it('people a team has seen go to a first choice that has room', () => {
    const ward = { kind: 'ward', label: 'Ward', beds: 30, stay: { shape: 'exponential', meanDays: 1 } };
    const model = readable({
      schemaVersion: 1,
      id: 'own-place',
      title: 'Their own place as the second choice',
      about: 'For tests.',
      calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 40 },
      experiment: { replications: 1, seed: 1 },
      needs: { care: { label: 'Care', goesTo: 'first' } },
      streams: { people: { label: 'People', arrivalsPerDay: 1 } },
      stations: {
        first: { ...ward, next: [{ to: 'team' }] },
        team: {
          kind: 'team',
          label: 'Team',
          staff: 3,
          stay: { shape: 'exponential', meanDays: 0.1 },
          next: [{ to: 'second', otherwise: [{ to: 'first' }] }],
        },
        second: { ...ward, next: [{ to: 'home' }] },
        home: { kind: 'exit', label: 'Home' },
      },
    });
    expect(twin.compare(compile(model, { option: 'today' }), 1, 0).firstDifference).toBeNull();
  });
});

describe('what the second engine proves', () => {
  it('runs without the order of events or the rules of the first', () => {
    // The house test reads its imports; here it is shown to depend on the package: without it nothing runs.
    const model = checkModel(checkGroups()[0][0]);
    const program = compile(model, checkRequest(model));
    expect(() => run(program, 1, 0, {} as never)).toThrow();
  });

  it('draws on the seed and the replication, so that other people are other people', async () => {
    const model = checkModel(checkGroups()[0][0]);
    const program = compile(model, checkRequest(model));
    const simjs = await loadSimJs();
    const [one, other] = [run(program, 1, 0, simjs), run(program, 1, 1, simjs)];
    expect([...one.keys()].some((person) => other.has(person))).toBe(false);
  });
});
