// The path language: one way to name a number, and shares that still add up to one whichever of them is set.
import { describe, expect, test } from 'vitest';
import fc from '../properties.ts';
import type { Model } from '../../engine/model/document.ts';
import { coveringEvidence } from '../../engine/model/evidence.ts';
import { datable, factsOf, numberAt, numberPaths } from '../../engine/model/number-at.ts';
import { checkSet, setPaths } from '../../engine/model/path.ts';
import { nearestName } from '../../engine/ground/problem.ts';
import { modelOf, refusal } from './refusals.ts';
import { smallDocument, smallWith } from './small-model.ts';

const model = modelOf(smallDocument());

describe('naming', () => {
  test('every number of the document has a path, and every path leads to its number', () => {
    const paths = numberPaths(model);
    expect(paths).toContain('stations.ward.beds');
    expect(paths).toContain('stations.ward.next.1.share');
    expect(paths).toContain('streams.acute.weekdayFactors.6');
    expect(paths).toContain('needs.p1.otherwise.0.afterDays');
    expect(paths).toContain('stations.team.stay.of.1.stay.meanHours');
    expect(paths.some((path) => /^(schemaVersion|options|controls|evidence)/.test(path))).toBe(false);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) {
      const { value, facts } = numberAt(model, path);
      expect(value === 'unlimited' || Number.isFinite(value)).toBe(true);
      expect(facts.title).not.toBe('');
    }
  });
  test('what is known about a number comes with it', () => {
    expect(numberAt(model, 'stations.ward.beds')).toEqual({
      value: 12,
      facts: { title: 'Beds', unit: 'places', dated: true },
    });
    expect(numberAt(model, 'stations.ward.stay.meanDays').facts).toEqual({
      title: 'Stay: mean',
      unit: 'days',
      dated: true,
    });
    expect(numberAt(model, 'stations.team.stay.of.1.stay.meanHours').facts.unit).toBe('hours');
    expect(numberAt(model, 'stations.team.stay.of.1.share').facts.unit).toBe('share');
    expect(datable(model, 'streams.acute.arrivalsPerDay')).toBe(true);
    expect(datable(model, 'calendar.runDays')).toBe(false);
    expect(datable(model, 'stations.ward.label')).toBe(false);
  });
  test('a number that may be given has facts, but no value yet', () => {
    expect(factsOf(model, 'stations.team.startsPerMonth')).toMatchObject({ unit: 'starts' });
    expect(factsOf(model, 'stations.home.startsPerMonth')).toBeNull();
    expect(refusal(() => numberAt(model, 'stations.team.startsPerMonth'))).toMatch(
      /Give stations.team.startsPerMonth a value first/,
    );
  });
  test('tables by need are walked like anything else', () => {
    const byNeed = modelOf(
      smallWith('stations/ward/stay', {
        by: 'need',
        p1: { shape: 'fixed', days: 3 },
        else: { shape: 'exponential', meanDays: 5 },
      }),
    );
    expect(numberAt(byNeed, 'stations.ward.stay.p1.days').value).toBe(3);
    expect(
      numberAt(setPaths(byNeed, { 'stations.ward.stay.else.meanDays': 6 }), 'stations.ward.stay.else.meanDays').value,
    ).toBe(6);
  });
  test.each([
    ['stations.wrd.beds', /Did you mean stations\.ward\.beds\?/],
    ['station.wrd.bed', /Did you mean stations\.ward\.beds\?/],
    ['stations.ward.places', /names after stations\.ward are .*beds/],
    ['stations.ward.stay.mean', /Did you mean stations\.ward\.stay\.meanDays\?/],
    ['stations.ward', /not the path of a number.*beds/],
    ['stations.ward.next.3.share', /nowhere/],
    ['stations.ward.next.00.share', /nowhere/],
    ['stations.ward.label', /the text "Ward"/],
    ['', /first words/],
    ['options.0.set', /nowhere/],
    ['constructor.prototype', /names nothing/],
    ['stations.__proto__.beds', /names nothing/],
    ['stations.toString.length', /nowhere/],
    ['a.'.repeat(5000), /nowhere/],
  ])('%s leads nowhere', (path, words) => expect(refusal(() => numberAt(model, path))).toMatch(words));
  test('evidence for a part covers what lies below it', () => {
    expect(coveringEvidence('stations.ward.stay.meanDays', model.evidence)).toBe('stations.ward.stay');
    expect(coveringEvidence('stations.ward.beds', model.evidence)).toBeNull();
    expect(coveringEvidence('stations.ward.stayed', model.evidence)).toBeNull();
  });
});

describe('setting', () => {
  test('gives a new document and leaves the old one alone', () => {
    const before = structuredClone(model);
    const after = setPaths(model, {
      'stations.ward.beds': 16,
      'stations.ward.stay.sdDays': 3,
      'stations.team.places': 'unlimited',
    });
    expect(model).toEqual(before);
    expect(after.stations['ward'].beds).toBe(16);
    expect(after.stations['team'].places).toBe('unlimited');
    expect(after.needs).toBe(model.needs);
    expect(setPaths(model, {})).toBe(model);
  });
  test('a number that was absent is added, and taken away again', () => {
    const starts = setPaths(model, { 'stations.team.startsPerMonth': 27, 'stations.team.places': null });
    expect(starts.stations['team']).toMatchObject({ startsPerMonth: 27 });
    expect('places' in starts.stations['team']).toBe(false);
    expect(refusal(() => setPaths(model, { 'stations.ward.beds': null }))).toMatch(/cannot be removed/);
  });
  test('a part that was absent grows, with its usual values', () => {
    const surge = {
      'stations.ward.surge.beds': 2,
      'stations.ward.surge.openAtWaiting': 4,
      'stations.ward.surge.closeAtWaiting': 0,
    };
    expect(setPaths(model, surge).stations['ward'].surge).toEqual({
      beds: 2,
      openAtWaiting: 4,
      closeAtWaiting: 0,
      minDays: 0,
    });
    expect(refusal(() => setPaths(model, { 'stations.ward.surge.beds': 2 }))).toMatch(
      /stations\.ward\.surge\.openAtWaiting/,
    );
  });
  test.each<[string, unknown, RegExp]>([
    [
      'stations.ward.beds',
      -1,
      /stations\.ward\.beds: found -1; expected a whole number of 0 or more, or the word "unlimited"/,
    ],
    ['stations.ward.beds', 2.5, /whole number/],
    ['stations.ward.beds', '12', /Remove the quotes/],
    ['stations.ward.beds', NaN, /NaN/],
    ['stations.ward.beds', Infinity, /Infinity/],
    ['stations.ward.beds', { valueOf: 3 }, /an object with valueOf/],
    ['streams.acute.arrivalsPerDay', 'unlimited', /a number of 0 or more/],
    ['stations.new.beds', 3, /nowhere/],
    ['stations.home.beds', 3, /nowhere/],
    ['stations.ward.next.3.share', 0.1, /nowhere/],
    ['stations.ward', 3, /not the path of a number/],
    ['stations.ward.stay.__proto__', 3, /names nothing/],
    ['stations.ward.admits.fromHour', 3, /There is no stations\.ward\.admits in the model .* Write it there first/],
  ])('%s = %j is refused', (path, value, words) =>
    expect(refusal(() => setPaths(model, { [path]: value }))).toMatch(words),
  );
  test('all that is wrong is said at once', () =>
    expect(
      refusal(() => setPaths(model, { 'stations.ward.beds': -1, 'stations.team.places': -1 })).split('\n'),
    ).toHaveLength(2));
  test('what is right by itself may still make nonsense, and checkSet says so', () => {
    expect(checkSet(model, { 'stations.team.places': 30 })).toEqual([]);
    expect(checkSet(model, { 'streams.acute.arrivalsPerDay': 0 })).toEqual([]);
    expect(checkSet(model, { 'stations.team.places': null }).map((problem) => problem.path)).toEqual([
      'stations.team.places',
    ]);
    expect(checkSet(model, { 'stations.ward.next.0.share': null }).map((problem) => problem.path)).toEqual([
      'stations.ward.next.0.share',
    ]);
    expect(checkSet(model, { 'stations.ward.stay.medianDays': 7 })[0].path).toBe('stations.ward.stay');
    expect(checkSet(model, { 'nothing.here': 1 })).toHaveLength(1);
  });
});

describe('shares', () => {
  const list = ['stations.ward.next.0.share', 'stations.ward.next.1.share', 'stations.ward.next.2.share'];
  const sharesOf = (now: Model) => list.map((path) => numberAt(now, path).value as number);
  const near = (shares: readonly number[], wanted: readonly number[]) =>
    wanted.forEach((share, at) => expect(shares[at]).toBeCloseTo(share, 12));

  test('one is set: the others keep their proportions', () => {
    near(sharesOf(setPaths(model, { [list[0]]: 0.75 })), [0.75, 0.15, 0.1]);
    near(sharesOf(setPaths(model, { [list[0]]: 1 })), [1, 0, 0]);
    near(sharesOf(setPaths(model, { [list[0]]: 0 })), [0, 0.6, 0.4]);
    const streams = setPaths(model, { 'streams.acute.shares.p1': 0.3 });
    expect(streams.streams['acute'].shares!['p3']).toBeCloseTo(0.7, 12);
    const mixed = setPaths(model, { 'stations.team.stay.of.0.share': 0.5 });
    expect(numberAt(mixed, 'stations.team.stay.of.1.share').value).toBe(0.5);
  });
  test('some are set together: the rest shares what is left', () =>
    near(sharesOf(setPaths(model, { [list[0]]: 0.1, [list[2]]: 0.1 })), [0.1, 0.8, 0.1]));
  test('all are set: they must add to one', () => {
    near(sharesOf(setPaths(model, { [list[0]]: 0.1, [list[1]]: 0.2, [list[2]]: 0.7 })), [0.1, 0.2, 0.7]);
    expect(refusal(() => setPaths(model, { [list[0]]: 0.1, [list[1]]: 0.2, [list[2]]: 0.6 }))).toMatch(
      /stations\.ward\.next: found shares that add to 0\.9; .* 0\.1/,
    );
  });
  test('more than everyone cannot go', () =>
    expect(refusal(() => setPaths(model, { [list[0]]: 0.9, [list[1]]: 0.2 }))).toMatch(
      /add to 1\.1; expected at most 1/,
    ));
  test('nobody can take what is left when all others are nothing', () => {
    const all = setPaths(model, { [list[0]]: 1 });
    expect(refusal(() => setPaths(all, { [list[0]]: 0.6 }))).toMatch(/while all others are 0; .* 0\.4 is left/);
    near(sharesOf(setPaths(all, { [list[0]]: 0.6, [list[1]]: 0.4 })), [0.6, 0.4, 0]);
  });
  test('the only way takes everyone', () => {
    expect(refusal(() => setPaths(model, { 'stations.team.next.0.share': 0.5 }))).toMatch(/add to 0\.5/);
    expect(setPaths(model, { 'stations.team.next.0.share': 1 }).stations['team'].next).toEqual([
      { to: 'home', share: 1 },
    ]);
  });
  test('a need that had no share may be given one; whether there is such a need is checked with the whole', () => {
    const none = modelOf(smallWith('streams/acute/shares', { p1: 1 }));
    const some = setPaths(none, { 'streams.acute.shares.p3': 0.25 });
    expect(some.streams['acute'].shares).toEqual({ p1: 0.75, p3: 0.25 });
    expect(checkSet(none, { 'streams.acute.shares.p9': 0.25 })[0].path).toBe('streams.acute.shares.p9');
  });
  test('setting what is so already changes not a bit', () =>
    expect(setPaths(model, { [list[1]]: 0.3 })).toEqual(model));
  test('whatever is set, the sum stays one and the proportions of the rest stay', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), fc.double({ min: 0, max: 0.999, noNaN: true }), (which, share) => {
        const before = sharesOf(model);
        const after = sharesOf(setPaths(model, { [list[which]]: share }));
        expect(after[which]).toBe(share);
        expect(after.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
        const [a, b] = [0, 1, 2].filter((at) => at !== which) as [number, number];
        expect(after[a] / after[b]).toBeCloseTo(before[a] / before[b], 9);
        expect(checkSet(model, { [list[which]]: share })).toEqual([]);
      }),
      { seed: 2019 },
    );
  });
});

test('the nearest name', () => {
  expect(nearestName('bed', ['beds', 'label'])).toBe('beds');
  expect(nearestName('wrad', ['ward', 'home'])).toBe('ward');
  expect(nearestName('P1', ['p1', 'p2'])).toBe('p1');
  expect(nearestName('mean', ['shape', 'meanDays'])).toBe('meanDays');
  expect(nearestName('capacity', ['beds', 'label'])).toBeNull();
  expect(nearestName('x', ['y'])).toBeNull();
  expect(nearestName('', ['y'])).toBeNull();
  expect(nearestName('x'.repeat(1_000_000), ['y'])).toBeNull();
});
