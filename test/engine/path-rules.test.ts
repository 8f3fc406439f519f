// The path language in tables, lists and hours: the value at a path decides what may be set there.
import { describe, expect, test } from 'vitest';
import fc from '../properties.ts';
import { datable, factsOf, numberAt, numberPaths, textPaths } from '../../engine/model/number-at.ts';
import { checkSet, setPaths } from '../../engine/model/path.ts';
import { modelOf, refusal } from './refusals.ts';
import { smallDocument, smallWith, wideDocument, wideWith } from './small-model.ts';

const model = modelOf(smallDocument());
const wide = modelOf(wideDocument());

describe('what stands at a path decides what may be set there', () => {
  const days = 'stations.co-ordinators.hours.days';
  test('days of the week are set like a number, but are none', () => {
    expect(textPaths(wide)).toEqual([
      'stations.acute.releases.days',
      days,
      'stations.ward.admits.0.days',
      'stations.ward.admits.1.days',
      'stations.care.progresses.days',
    ]);
    const after = setPaths(wide, { [days]: 'Mon-Sun' });
    expect(after.stations['co-ordinators'].hours).toEqual({ days: 'Mon-Sun', fromHour: 9, toHour: 17 });
    expect(checkSet(wide, { [days]: 'Mon-Sun' })).toEqual([]);
    expect(checkSet(wide, { [days]: 'Workdays' })[0]).toMatchObject({ path: days, found: '"Workdays"' });
    expect(numberPaths(wide).filter((path) => path.endsWith('.days') && path.includes('hours'))).toEqual([]);
    expect(numberPaths(wide).filter((path) => path.includes('position'))).toEqual([]);
    expect(refusal(() => numberAt(wide, days))).toMatch(/the text "Mon-Fri"; expected the path of a number/);
    expect([factsOf(wide, days), datable(wide, days)]).toEqual([null, false]);
  });
  test('the new rules have their numbers', () => {
    const paths = numberPaths(wide);
    for (const path of [
      'attributes.locality.shares.acute.city',
      'needs.p3.priority.else.west',
      'needs.p3.prepare.hours',
      'streams.acute.shares.city.p1',
      'streams.known.counts.89',
      'stations.co-ordinators.staff',
      'stations.co-ordinators.hours.fromHour',
      'stations.ward.stay.over85.days',
      'stations.ward.next.else.1.share',
      'stations.ward.costs.placeDayGbp',
      'stations.care.visitsPerDay.5',
      'stations.care.visits.first',
    ])
      expect(paths).toContain(path);
    expect(numberAt(wide, 'stations.care.visitsPerDay.5')).toEqual({
      value: 30,
      facts: { title: 'Visits that can be made', unit: 'visits a day', dated: true },
    });
    expect(datable(wide, 'stations.co-ordinators.staff')).toBe(true);
    expect(datable(wide, 'stations.ward.costs.placeDayGbp')).toBe(false);
  });
  test('a list is set member by member, a number as a whole, and neither in place of the other', () => {
    const path = 'stations.care.visitsPerDay';
    const weekend = setPaths(wide, { [`${path}.5`]: 60 });
    expect(weekend.stations['care'].visitsPerDay).toEqual([60, 60, 60, 60, 60, 60, 30]);
    expect(refusal(() => setPaths(wide, { [path]: 60 }))).toMatch(/found a list of 7; expected the path of a number/);
    expect(refusal(() => setPaths(wide, { [`${path}.7`]: 60 }))).toMatch(/nowhere/);
    const plain = wideWith('stations/care/visitsPerDay', 60) as object;
    const same = modelOf({ ...plain, options: [] });
    expect(setPaths(same, { [path]: 50 }).stations['care'].visitsPerDay).toBe(50);
    expect(refusal(() => setPaths(same, { [`${path}.5`]: 60 }))).toMatch(/nowhere/);
    expect(refusal(() => setPaths(same, { [path]: [1, 2] }))).toMatch(/expected a number/);
  });
  test('a table is set entry by entry, and a value in no table as a whole', () => {
    expect(refusal(() => setPaths(wide, { 'needs.p3.priority': 1 }))).toMatch(/an object with by/);
    expect(refusal(() => setPaths(model, { 'needs.p3.priority.p1': 1 }))).toMatch(/nowhere/);
    const before = modelOf(smallWith('initial', { ward: { inCare: 5 } }));
    expect(refusal(() => setPaths(before, { 'initial.ward.inCare.p3': 3 }))).toMatch(/nowhere/);
  });
  test('hours in a list are set by their number, others without', () => {
    const list = 'stations.ward.admits';
    expect(setPaths(wide, { [`${list}.1.toHour`]: 20 }).stations['ward'].admits).toMatchObject([{}, { toHour: 20 }]);
    expect(refusal(() => setPaths(wide, { [`${list}.days`]: 'Mon' }))).toMatch(/nowhere/);
    expect(refusal(() => setPaths(wide, { 'stations.acute.releases.0.days': 'Mon' }))).toMatch(/nowhere/);
  });
  test('what values an attribute has, and which attributes there are, is the document’s own', () => {
    expect(refusal(() => setPaths(wide, { 'attributes.age.shares.under18': 0.1 }))).toMatch(/nowhere/);
    expect(refusal(() => setPaths(wide, { 'attributes.sex.shares.f': 0.5 }))).toMatch(/nowhere/);
    expect(refusal(() => setPaths(wide, { 'attributes.locality.shares.known.city': 1 }))).toMatch(/nowhere/);
  });
});

describe('shares in tables', () => {
  test('keep the proportions of their own group and leave the other groups alone', () => {
    const set = setPaths(wide, { 'streams.acute.shares.city.p1': 0.25, 'attributes.locality.shares.acute.west': 1 });
    expect(set.streams['acute'].shares).toEqual({
      by: 'locality',
      city: { p1: 0.25, p3: 0.75 },
      else: { p1: 0.5, p3: 0.5 },
    });
    expect(set.attributes!['locality'].shares).toEqual({
      by: 'stream',
      acute: { city: 0, west: 1 },
      else: { city: 0.5, west: 0.5 },
    });
    expect(setPaths(wide, { 'attributes.age.shares.over85': 0.5 }).attributes!['age'].shares).toEqual({
      under85: 0.5,
      over85: 0.5,
    });
    expect(setPaths(wide, { 'stations.ward.next.else.1.share': 0.5 }).stations['ward'].next).toMatchObject({
      else: [{ share: 0.5 }, { share: 0.5 }],
    });
  });
  test('are refused like any others', () => {
    const both = { 'attributes.age.shares.over85': 0.5, 'attributes.age.shares.under85': 0.6 };
    expect(refusal(() => setPaths(wide, both))).toMatch(/attributes\.age\.shares: found shares that add to 1\.1/);
  });
  test('whatever is set, everybody has a share again', () => {
    const paths = numberPaths(wide).filter((path) => /^(attributes|streams)\..*\.shares\./.test(path));
    expect(paths).toHaveLength(11);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.double({ min: 0, max: 0.999, noNaN: true }), (path, share) => {
        const alone = path === 'streams.known.shares.p1';
        if (alone) expect(checkSet(wide, { [path]: share })).not.toEqual([]);
        else expect(checkSet(wide, { [path]: share })).toEqual([]);
      }),
      { seed: 2019 },
    );
  });
});
