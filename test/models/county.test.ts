// The county: every service of the redesign can be read, and the options change what they say they change.
import { describe, expect, it } from 'vitest';
import { compile, replicate, rowKeys } from '../../engine/index.ts';
import { difference } from '../../engine/study/statistics/confidence.ts';
import { over, shippedModel } from './shipped.ts';

const county = shippedModel('leicester-leicestershire-rutland-2018');
const REPLICATIONS = 3;
const localities = ['city', 'west', 'east'];
const hospitals = 'evington coalville hinckley loughborough melton rutland st-lukes lutterworth'.split(' ');

/** All replications of one option: what a row of them holds, replication by replication. */
function told(option: string, days?: number, set: Readonly<Record<string, unknown>> = {}) {
  const model = days === undefined ? county : over(county, { runDays: days });
  const program = compile(model, { option, set });
  const keys = rowKeys(program);
  const runs = Array.from({ length: REPLICATIONS }, (_, replication) => replicate(program, 1, replication));
  const has = (station: string, measure: string) =>
    keys.some((key) => key.station === station && key.measure === measure && key.who === 'all');
  const row = (station: string, measure: string, statistic = 'mean', who = 'all', day = ''): Float64Array => {
    const at = keys.findIndex(
      (key) =>
        key.station === station &&
        key.measure === measure &&
        key.statistic === statistic &&
        key.who === who &&
        key.day === day,
    );
    if (at < 0) throw new Error(`no row of ${[station, measure, statistic, who, day].join(' ')}`);
    return Float64Array.from(runs, (values) => values[at]);
  };
  /** People delayed or waiting by cause, at all stations together. */
  const byCause = (cause: string): Float64Array =>
    Float64Array.from(runs, (values) =>
      keys.reduce(
        (sum, { measure, statistic, who }, at) =>
          sum + (measure === 'delayCause' && statistic === cause && who === 'all' ? values[at] : 0),
        0,
      ),
    );
  return { has, row, byCause };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const plus = (...rows: Float64Array[]): Float64Array =>
  rows[0].map((_, at) => rows.reduce((sum, one) => sum + one[at], 0));

const today = told('today');

describe('every service of the redesign', () => {
  const services: readonly (readonly [string, readonly string[], string])[] = [
    ['district nursing', localities.map((one) => `nursing-${one}`), 'visits'],
    ['Intensive Community Support', localities.map((one) => `ics-${one}`), 'occupancy'],
    ['community hospital beds', hospitals, 'occupancy'],
    ['stroke beds', ['coalville-stroke', 'st-lukes-stroke'], 'occupancy'],
    ['community physiotherapy', ['physio'], 'occupancy'],
    ['community stroke rehabilitation', ['stroke-team'], 'occupancy'],
    ['primary care co-ordinators', ['co-ordinators'], 'occupancy'],
  ];

  it.each(services)('%s: people or visits, waiting, and delay by cause', (_name, stations, counted) => {
    for (const station of stations) {
      expect(mean(today.row(station, counted, counted === 'visits' ? 'delivered' : 'mean'))).toBeGreaterThan(1);
      expect(today.has(station, 'waiting')).toBe(true);
      expect(today.has(station, 'delayCause')).toBe(true);
      expect(mean(today.row(station, 'starts'))).toBeGreaterThan(0.1);
    }
  });

  it('takes people in both ways into the virtual ward, and from all three localities', () => {
    for (const one of localities) {
      expect(mean(today.row(`ics-${one}`, 'starts', 'mean', 'need:step-up'))).toBeGreaterThan(1);
      expect(mean(today.row(`ics-${one}`, 'starts', 'mean', 'need:ics'))).toBeGreaterThan(3);
      expect(mean(today.row('acute', 'starts', 'mean', `locality:${one}`))).toBeGreaterThan(10);
    }
  });

  it('nurses people with long-term conditions and at the end of life, and hardly misses a visit today', () => {
    for (const one of localities) {
      const [ofOne, ofOther] = ['need:end-of-life', 'need:long-term'].map((who) =>
        mean(today.row(`nursing-${one}`, 'occupancy', 'mean', who)),
      );
      expect(ofOne).toBeGreaterThan(15);
      expect(ofOther).toBeGreaterThan(10 * ofOne);
      const missed = mean(today.row(`nursing-${one}`, 'visits', 'missed'));
      expect(missed).toBeGreaterThan(0);
      expect(missed).toBeLessThan(0.01 * mean(today.row(`nursing-${one}`, 'visits', 'delivered')));
    }
  });

  it('sends people home without help, and home to die', () => {
    expect(mean(today.row('home', 'starts', 'mean', 'need:home'))).toBeGreaterThan(30);
    expect(mean(today.row('died', 'starts'))).toBeGreaterThan(3);
  });
});

describe('co-ordinators seven days a week, with the same people', () => {
  const all7 = told('co-ordinators-7-days');
  const fall = (cause: string) => difference(all7.byCause(cause), today.byCause(cause));

  it('brings the same people with the same needs', () => {
    for (const stream of Object.keys(county.streams))
      expect(all7.row('acute', 'starts', 'mean', `stream:${stream}`)).toEqual(
        today.row('acute', 'starts', 'mean', `stream:${stream}`),
      );
  });

  it('lowers the delay for assessment by more than a third, clearly', () => {
    const { mean: fell, high } = fall('assessment');
    expect(high).toBeLessThan(0);
    expect(-fell).toBeGreaterThan(mean(today.byCause('assessment')) / 3);
  });

  it('leaves the delays that are not theirs about as they are', () => {
    const theirs = Math.abs(fall('assessment').mean);
    for (const cause of ['preparation', 'no place', 'starts limit', 'visits', 'closed hours'])
      expect(Math.abs(fall(cause).mean), cause).toBeLessThan(0.15 * theirs);
  });
});

describe('people who might be kept at home', () => {
  const places = Object.fromEntries(
    localities.map((one) => [
      `stations.ics-${one}.places`,
      Math.round(Number(county.stations[`ics-${one}`].places) * 0.8),
    ]),
  );
  const days = 365;
  const [now, fewer] = [told('today', days), told('today', days, places)];
  const atHome = (of: typeof now) =>
    plus(...localities.map((one) => of.row(`ics-${one}`, 'starts', 'mean', 'from:outside')));
  const admitted = (of: typeof now) => of.row('admitted', 'starts', 'mean', 'from:outside');

  it('are admitted to acute beds when the virtual ward has no place, and take up bed-days there', () => {
    expect(difference(admitted(fewer), admitted(now)).low).toBeGreaterThan(0);
    expect(difference(fewer.row('admitted', 'occupancy'), now.row('admitted', 'occupancy')).low).toBeGreaterThan(0);
    expect(difference(atHome(fewer), atHome(now)).high).toBeLessThan(0);
  });

  it('go to one or the other, every one of them', () => {
    // Except for those who wait when the year begins and when it ends.
    const [one, other] = [now, fewer].map((of) => plus(atHome(of), admitted(of)));
    for (const [at, people] of one.entries()) expect(Math.abs(other[at] - people) * days).toBeLessThan(10);
  });
});

describe('five years', () => {
  const grown = told('do-nothing');
  const days = [...new Set(rowKeys(compile(county, { option: 'today' })).map(({ day }) => day))].filter(Boolean);
  const delayedOn = (of: typeof today, day: string) => mean(of.row('acute', 'delayed', 'value', 'all', day));

  it('of demand as it is, neither collapse nor empty the county', () => {
    const people = days.map((day) => delayedOn(today, day));
    expect(people.length).toBeGreaterThan(5);
    for (const each of people) {
      expect(each).toBeGreaterThan(people[0] * 0.6);
      expect(each).toBeLessThan(people[0] * 1.6);
    }
  });

  it('of growth without more of anything, hurt, and hurt most at the end', () => {
    const [first, last] = [days[0], days.at(-1)!];
    expect(delayedOn(grown, last)).toBeGreaterThan(1.7 * delayedOn(grown, first));
    expect(mean(grown.byCause('no place'))).toBeGreaterThan(2 * mean(today.byCause('no place')));
    const missed = (of: typeof today) =>
      mean(plus(...localities.map((one) => of.row(`nursing-${one}`, 'visits', 'missed'))));
    expect(missed(grown)).toBeGreaterThan(5 * missed(today));
    expect(mean(grown.row('admitted', 'occupancy'))).toBeGreaterThan(mean(today.row('admitted', 'occupancy')));
  });
});
