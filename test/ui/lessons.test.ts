// Each model to learn from shows what it says: the option named in its text moves the number that the reader is asked to look at.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkSet,
  compile,
  coveringEvidence,
  differences,
  numberPaths,
  optionsOf,
  readModel,
  replicate,
  rowKeys,
  type Model,
} from '../../engine/index.ts';
import { root } from '../source-files.ts';

/** What differs by chance from year to year takes more of them to see; fewer make an interval wider, and harder to agree. */
const replicationsOf = (id: string): number => ({ causes: 60, consequences: 60, readmission: 60, stay: 60 })[id] ?? 15;
const folder = join(root, 'models/learn');
const lessons = new Map(
  readdirSync(folder).map((name): [string, Model] => {
    const { model } = readModel(readFileSync(join(folder, name), 'utf8'));
    if (!model) throw new Error(name);
    return [name.replace(/\.json$/, ''), model];
  }),
);

/** model, option, `station measure statistic who day`, and which way it goes from today. The interval of the difference must agree. */
const shows: readonly (readonly [model: string, option: string, number: string, way: 'less' | 'more'])[] = [
  ['time', 'as-usual', 'ward occupancy value all 2024-01-08', 'more'],
  ['growth-and-seasons', 'growing', 'ward waiting mean all', 'more'],
  ['renewal', 'in-bursts', 'ward delayDays mean all', 'more'],
  ['counts', 'bad-monday', 'ward waiting value all 2024-01-19', 'more'],
  ['known-moments', 'second-later', 'ward delayDays mean all', 'less'],
  ['always-waiting', 'one-more-place', 'home starts mean all', 'more'],
  ['asking', 'more-places', 'ward waiting mean all', 'less'],
  ['cascade', 'made-ready', 'community free mean all', 'less'],
  ['cascade', 'made-ready', 'acute waiting mean all', 'more'],
  ['asking', 'more-places', 'ward delayed mean all', 'less'],
  // Who stays after all waits less for the team, and keeps the bed: others wait longer for it.
  ['asking', 'stays-after-all', 'team delayDays mean all', 'less'],
  ['asking', 'stays-after-all', 'ward waiting mean all', 'more'],
  ['equal-stations', 'each-their-own', 'home journeyDays mean all', 'more'],
  ['buffer', 'larger-lounge', 'ward waiting mean all', 'less'],
  ['first-come', 'more-beds', 'ward delayDays mean need:hospital', 'less'],
  ['first-come', 'more-beds', 'ward delayDays mean need:community', 'less'],
  ['priority', 'hospital-first', 'ward delayDays mean need:hospital', 'less'],
  ['priority', 'hospital-first', 'ward delayDays mean need:community', 'more'],
  ['longest-delayed', 'longest-first', 'acute stayDays p90 all', 'less'],
  ['substitution', 'never', 'p1 delayDays mean all', 'more'],
  ['substitution', 'never', 'ward delayDays mean need:p3', 'less'],
  ['substitution', 'never', 'all rightPlace mean all', 'more'],
  ['moves-on', 'moving-on', 'all rightPlace mean all', 'less'],
  ['moves-on', 'moving-on', 'p1 starts mean all', 'more'],
  ['stay', 'very-different', 'ward delayDays mean all', 'more'],
  ['stay', 'nearly-alike', 'ward delayDays mean all', 'less'],
  ['cascade', 'two-at-the-end', 'acute waiting mean all', 'less'],
  ['gridlock', 'more-beds', 'all gridlocks mean all', 'less'],
  ['fewer-beds', 'fewer-in-april', 'ward waiting value all 2024-05-01', 'more'],
  ['ramp', 'over-twelve-weeks', 'p1 waiting value all 2024-05-24', 'less'],
  ['bad-winter', 'more-beds', 'ward waiting mean all', 'less'],
  ['surge', 'surge', 'ward waiting mean all', 'less'],
  ['surge', 'surge', 'ward open mean all', 'more'],
  ['closed-hours', 'any-hour', 'home delayCause closed hours all', 'less'],
  ['closed-hours', 'any-hour', 'ward waiting mean all', 'less'],
  ['admitting-hours', 'any-hour', 'p1 waiting mean all', 'less'],
  ['admitting-hours', 'weekends-alike', 'p1 delayCause closed hours all', 'less'],
  ['weekend-progress', 'weekends-alike', 'ward stayDays mean all', 'less'],
  ['weekend-progress', 'weekends-alike', 'ward waiting mean all', 'less'],
  ['starts-a-month', 'more-starts', 'p1 delayCause starts limit all', 'less'],
  ['starts-a-month', 'at-once-instead', 'p1 waiting mean all', 'less'],
  ['visits', 'weekends-alike', 'p1 visits deferred all', 'less'],
  ['visits', 'fewer-at-first', 'p1 waiting mean all', 'less'],
  // A large package waits for a day with room for it, while smaller ones go first.
  ['visits', 'large-packages', 'p1 delayDays mean need:p1-large', 'more'],
  ['takes-all', 'takes-all', 'acute delayed mean all', 'less'],
  ['takes-all', 'takes-all', 'all-at-once visits missed all', 'more'],
  ['team', 'one-more', 'co-ordinators delayCause assessment all', 'less'],
  ['team', 'weekends', 'acute delayed mean all', 'less'],
  ['waiting-room', 'nobody-waits', 'ward turnedAway mean all', 'more'],
  ['waiting-room', 'twenty', 'ward delayDays mean all', 'more'],
  ['patience', 'impatient', 'p1 waiting mean all', 'less'],
  ['patience', 'impatient', 'p1 leftWaiting mean all', 'more'],
  ['preparation', 'one-day', 'p1 delayCause preparation all', 'less'],
  ['preparation', 'one-day', 'p1 free mean all', 'more'],
  ['consequences', 'none', 'ward waiting mean all', 'less'],
  ['readmission', 'none', 'ward waiting mean all', 'less'],
  ['readmission', 'none', 'ward starts mean all', 'less'],
  ['causes', 'more-places', 'p1 delayCause no place all', 'less'],
  ['causes', 'more-places', 'p1 delayCause starts limit all', 'more'],
  ['costs', 'more-at-home', 'acute cost mean all', 'less'],
  ['ties', 'third-first', 'ward delayDays mean need:urgent', 'less'],
  ['ties', 'third-first', 'ward delayDays mean need:usual', 'more'],
  ['tables', 'shorter-stroke-stays', 'ward delayDays mean need:fracture', 'less'],
  ['localities', 'fair-share', 'valley-team delayDays mean locality:valley', 'less'],
  ['localities', 'any-team', 'home journeyDays mean all', 'less'],
  ['initial-patients', 'six-more', 'acute delayed value all 2024-01-29', 'less'],
];

interface Counted {
  readonly keys: ReturnType<typeof rowKeys>;
  readonly rows: readonly Float64Array[];
}
const counted = new Map<string, Counted>();

/** Every option of every model is run once, whatever is asked of it. */
function count(id: string, option: string): Counted {
  const known = counted.get(`${id} ${option}`);
  if (known) return known;
  const model = lessons.get(id)!;
  const program = compile(model, { option });
  const rows = Array.from({ length: replicationsOf(id) }, (_, r) => replicate(program, model.experiment.seed, r));
  const made = { keys: rowKeys(program), rows };
  counted.set(`${id} ${option}`, made);
  return made;
}

const nameOf = ({ station, measure, statistic, who, day }: Counted['keys'][number]): string =>
  [station, measure, statistic, who, day].filter((part) => part !== '' && part !== undefined).join(' ');

describe('every model to learn from', () => {
  test('shows something, and nothing is claimed of another', () => {
    expect([...new Set(shows.map(([id]) => id))].toSorted()).toEqual([...lessons.keys()].toSorted());
  });

  test.each([...lessons])('%s says what to look at, has sliders, and a source for every number', (_id, model) => {
    expect(model.about).toMatch(/\blook at\b|\bcompare\b/i);
    expect(model.about).toMatch(/ Illustrative\.$/);
    expect(model.about.split(/(?<=[.!?]) /).length).toBeLessThanOrEqual(4);
    expect(Object.keys(model.stations).length).toBeLessThanOrEqual(5);
    expect(model.controls!.length).toBeGreaterThan(0);
    expect(model.controls!.length).toBeLessThanOrEqual(3);
    expect(optionsOf(model)[0].id).toBe('today');
    expect(optionsOf(model).length).toBeGreaterThan(1);
    expect(numberPaths(model).filter((path) => coveringEvidence(path, model.evidence) === null)).toEqual([]);
    for (const { status, source } of Object.values(model.evidence!)) {
      expect(status).toBe('illustrative');
      expect(source).toBe('Illustrative, chosen to show the rule.');
    }
  });

  test.each([...lessons])('%s: its sliders may stand anywhere', (_id, model) => {
    const refused = model.controls!.flatMap(({ path, least, most }) =>
      [least, most].flatMap((value) => checkSet(model, { [path]: value })),
    );
    expect(refused).toEqual([]);
  });
});

describe('what the options show', () => {
  test.each(shows)('%s, %s: %s is %s', (id, option, number, way) => {
    const { keys, rows } = count(id, option);
    const row = differences(option, 'today', keys, rows, count(id, 'today').rows).find((one) => nameOf(one) === number);
    expect(row, `no row ${number}`).toBeDefined();
    const { ciLow, ciHigh } = row!;
    expect(way === 'less' ? ciHigh : -ciLow!).toBeLessThan(0);
  });

  test('where the two readings agree, only one is shown: even weekdays bring as many people', () => {
    const { keys, rows } = count('growth-and-seasons', 'even-week');
    const found = differences('even-week', 'today', keys, rows, count('growth-and-seasons', 'today').rows);
    const starts = found.find((one) => nameOf(one) === 'ward starts mean all')!;
    expect(Math.abs(starts.value!)).toBeLessThan(0.03);
  });
});
