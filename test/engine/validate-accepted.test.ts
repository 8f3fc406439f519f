// What a document may say: accepted without a word, or with a warning about its effect.
import { describe, expect, test } from 'vitest';
import { validate } from '../../engine/model/validation/validate.ts';
import { smallWith, wideDocument, wideWith } from './small-model.ts';

describe('accepted, with a word or without', () => {
  const warned = (input: unknown) => {
    const { model, problems } = validate(input);
    expect(model).toBeDefined();
    return problems.map((problem) => `${problem.severity} ${problem.path}`);
  };
  test('shares short of one by rounding', () =>
    expect(warned(smallWith('streams/acute/shares/p1', 0.5999999999))).toEqual([]));
  test('a ring of limited stations', () => {
    const ring = [
      { to: 'ward', share: 0.1 },
      { to: 'home', share: 0.9 },
    ];
    expect(warned(smallWith('stations/team/next', ring))).toEqual(['warning stations.team.next']);
  });
  test('a slider that cannot show today', () =>
    expect(warned(smallWith('controls/0/least', 30))).toEqual(['warning controls.0']));
  test('means of days that are not in the run', () => {
    const means = (fromDate: string) => ({ label: '', meansPerDay: { fromDate, means: [1, 2.5] }, shares: { p1: 1 } });
    const warning = ['warning streams.later.meansPerDay'];
    expect(warned(smallWith('streams/later', means('2024-03-31')))).toEqual(warning);
    expect(warned(smallWith('streams/later', means('2023-12-30')))).toEqual(warning);
    expect(warned(smallWith('streams/later', means('2024-03-30')))).toEqual([]);
    expect(warned(smallWith('streams/later', means('2023-12-31')))).toEqual([]);
  });
  test('an empty beginning', () =>
    expect(warned(smallWith('calendar/warmUpDays', 0))).toEqual(['warning calendar.warmUpDays']));
  test('ids that differ in capitals', () =>
    expect(warned(smallWith('stations/Home', { kind: 'exit', label: '' }))).toEqual(['warning stations.Home']));
  test('an option that limits starts instead of places', () =>
    expect(
      warned(smallWith('options/0/set', { 'stations.team.places': 'unlimited', 'stations.team.startsPerMonth': 27 })),
    ).toEqual([]));
  test('a team off duty and visits that stop, until a day that is named', () => {
    const closed = { 'stations.co-ordinators.staff': 0, 'stations.care.visitsPerDay.0': 0 };
    const change = { onDate: '2024-02-01', untilDate: '2024-02-08', set: closed };
    expect(warned(wideWith('options/0/changes', [change]))).toEqual([]);
  });
  test('a team that begins without staff and is given some, on a date or by an option', () => {
    const none = wideWith('stations/co-ordinators/staff', 0) as ReturnType<typeof wideDocument>;
    expect(warned(none)).toEqual([]);
    const set = { 'stations.co-ordinators.staff': 2 };
    expect(warned({ ...none, options: [{ id: 'new', title: 'New', set }] })).toEqual([
      'warning stations.co-ordinators.staff',
    ]);
    expect(validate({ ...none, options: [] }).problems).toMatchObject([
      { severity: 'error', path: 'stations.co-ordinators.staff', found: 'a team with no staff' },
    ]);
  });
  test('a surge that never opens, unless people come from another station', () => {
    const surge = { beds: 1, openAtWaiting: 5, closeAtWaiting: 0 };
    const known = wideWith('stations/annexe/surge', surge) as ReturnType<typeof wideDocument>;
    expect(warned(known)).toEqual([]);
    const needs = { ...known.needs, p3: { label: 'A ward', goesTo: 'ward' } };
    const streams = { ...known.streams, known: { ...known.streams.known, startsAt: 'annexe' } };
    expect(warned({ ...known, needs, streams })).toEqual(['warning stations.annexe.surge.openAtWaiting']);
    // The fourth is still there when surge is looked at; only then is one turned away (rule 20).
    const annexe = { ...known.stations.annexe, surge: { ...surge, openAtWaiting: 4 } };
    expect(warned({ ...known, needs, streams, stations: { ...known.stations, annexe } })).toEqual([]);
  });
  test('a ring of stations with limited places, through a team', () => {
    const next = [
      { to: 'co-ordinators', share: 0.1 },
      { to: 'home', share: 0.9 },
    ];
    const one = wideWith('stations/annexe/next', next) as ReturnType<typeof wideDocument>;
    // People who go back to where they are keep their place; only two of them can wait for each other.
    expect(warned(one)).toEqual([]);
    const two = { ...one, stations: { ...one.stations, ward: { ...one.stations.ward, next } } };
    expect(warned(two)).toEqual(['warning stations.annexe.next']);
  });
  test('two needs whose alternatives are each other’s places', () => {
    const needs = {
      p1: { label: '', goesTo: 'team', otherwise: [{ to: 'ward' }] },
      p3: { label: '', goesTo: 'ward', otherwise: [{ to: 'team' }] },
    };
    expect(warned(smallWith('needs', needs))).toEqual([]);
  });
  test('hours a week, in days, ranges that wrap and lists', () => {
    for (const days of ['mon-fri', 'Fri-Mon', 'Sat, Sun', 'Monday–Thursday,Sun', 'wed'])
      expect(warned(wideWith('stations/co-ordinators/hours', { days, fromHour: 8.5, toHour: 16 }))).toEqual([]);
  });
  test('evidence for days, in hours that give nothing else', () => {
    const evidence = { ...wideDocument().evidence, 'stations.care.progresses': { status: 'measured', source: 'x' } };
    expect(warned(wideWith('evidence', evidence))).toEqual([]);
  });
  test('markup in a label is text like any other', () => {
    const label = '<img src=x onerror=alert(1)>';
    expect(validate(smallWith('stations/ward/label', label)).model!.stations['ward'].label).toBe(label);
  });
});
