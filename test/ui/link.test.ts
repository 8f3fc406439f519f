// Links: what is written is read back; what was cut, changed or made up never breaks anything, and is reported in words.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import type { Model } from '../../engine/index.ts';
import { countyModel } from '../../tools/county-model.mjs';
import { checkOf, modelInLink, writeLink } from '../../ui/address/link.ts';
import { readLink } from '../../ui/address/read-link.ts';
import { startOf, type Settings } from '../../ui/model/asked.ts';
import { entryOf } from '../../ui/model/values.ts';
import { smallModel } from './small-model.ts';

const start = startOf(smallModel);
const beds = 'stations.p2.beds';
const dated = fc.record({
  atDay: fc.integer({ min: 0, max: 365_000 }).map((n) => n / 1000),
  path: fc.constantFrom(beds, 'stations.p1.places'),
  value: fc.integer({ min: 0, max: 500 }),
});
const anySettings: fc.Arbitrary<Settings> = fc.record({
  option: fc.constantFrom('today', 'more-beds', 'no-limit'),
  conditions: fc.subarray(['busy-winter', 'quiet-start']),
  set: fc.oneof(
    fc.constant({}),
    fc.record({ [beds]: fc.integer({ min: 0, max: 100_000 }) }),
    fc.record({ 'streams.acute.arrivalsPerDay': fc.double({ min: 0, max: 50, noNaN: true }).map((n) => n + 0) }),
  ) as fc.Arbitrary<Record<string, number>>,
  changes: fc.array(dated, { maxLength: 4 }),
  moves: fc.array(dated, { maxLength: 4 }),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  replications: fc.integer({ min: 2, max: 10_000 }),
});
const day = fc.integer({ min: 0, max: 365 });

it('reads like a sentence', () => {
  const link = writeLink(
    'small',
    { ...start, option: 'more-beds', conditions: ['busy-winter'], set: { [beds]: 12 } },
    83,
  );
  expect(link).toMatch(
    /^#\/explore\?m=small&o=more-beds&k=busy-winter&s=7&n=20&stations\.p2\.beds=12&d=83&v=2\.[0-9a-z]+$/,
  );
  expect(modelInLink(link)).toBe('small');
});

it('a link restores what it was made from', () => {
  fc.assert(
    fc.property(anySettings, day, (settings, onDay) => {
      const read = readLink(writeLink('small', settings, onDay), smallModel);
      expect(read).toEqual({ settings, day: onDay, ignored: [] });
    }),
  );
});

it('a link says who is followed, and refuses a name that nobody can have', () => {
  const person = { high: 4_294_967_295, low: 7 };
  expect(readLink(writeLink('small', start, 3, { person }), smallModel)).toMatchObject({ person, ignored: [] });
  for (const text of ['4294967296-1', '1', '1-2-3', 'x-1', ''])
    expect(readLink(`#/explore?m=small&p=${text}&v=1`, smallModel)).toMatchObject({
      person: undefined,
      ignored: [expect.stringContaining('there is nobody with that name')],
    });
});

it('a link says that plain marks were chosen, and refuses any others', () => {
  expect(readLink(writeLink('small', start, 3, { isPlain: true }), smallModel)).toMatchObject({
    isPlain: true,
    ignored: [],
  });
  expect(readLink(writeLink('small', start, 3), smallModel)).not.toHaveProperty('isPlain');
  expect(readLink('#/explore?m=small&i=round&v=2', smallModel)).toMatchObject({
    ignored: ['“i=round” in the link was ignored: it should be plain.'],
  });
});

it('names the view, and says the same in each of those of the model', () => {
  fc.assert(
    fc.property(anySettings, day, (settings, onDay) => {
      const link = writeLink('small', settings, onDay, { view: 'outcomes' });
      expect(link).toBe(writeLink('small', settings, onDay).replace('#/explore', '#/outcomes'));
      expect(readLink(link, smallModel)).toEqual({ settings, day: onDay, ignored: [] });
      expect(modelInLink(link)).toBe('small');
      // From a build in which they had a page of their own.
      const ofCosts = link.replace('#/outcomes', '#/costs');
      expect([modelInLink(ofCosts), readLink(ofCosts, smallModel).settings]).toEqual(['small', settings]);
    }),
  );
  expect(modelInLink('#/checks?m=small')).toBeUndefined();
});

it('a link cut short is noticed, and what is left of it is used or named', () => {
  fc.assert(
    fc.property(anySettings, fc.double({ min: 0, max: 0.999, noNaN: true }), (settings, share) => {
      const link = writeLink('small', settings, 5);
      const cut = link.slice(0, Math.floor(link.length * share));
      const read = readLink(cut, smallModel);
      if (cut.startsWith('#/explore?')) expect(read.ignored.length).toBeGreaterThan(0);
      else expect(read).toEqual({ settings: start, day: 0, ignored: [] });
    }),
  );
});

it('a link with one character changed is noticed or still says exactly the same', () => {
  const link = writeLink('small', { ...start, set: { [beds]: 12 } }, 83);
  const original = readLink(link, smallModel);
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: link.length - 1 }),
      fc.constantFrom(...'0123456789abz&=.@:%'),
      (at, character) => {
        const read = readLink(link.slice(0, at) + character + link.slice(at + 1), smallModel);
        if (read.ignored.length === 0) expect(read).toEqual(original);
      },
    ),
  );
});

it('nothing that can be typed after the hash breaks it or gets past the checks', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      'stations.p2.beds=1e999',
      'stations.p2.beds=0x10',
      'o=__proto__',
      's=-1',
      'n=1',
      'd=NaN',
      '__proto__.x=1',
      'constructor=1',
      'c=stations.p2.beds@9:11',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const { settings, day: onDay } = readLink(`#/explore?${pieces.join('&')}`, smallModel);
      expect(smallModel.options!.map(({ id }) => id)).toContain(settings.option);
      for (const [path, value] of Object.entries(settings.set)) {
        expect(entryOf(smallModel, path)).toBeDefined();
        expect(Number.isFinite(value)).toBe(true);
      }
      expect(settings.seed).toBeGreaterThanOrEqual(0);
      expect(settings.replications).toBeGreaterThanOrEqual(2);
      expect(onDay).toBeGreaterThanOrEqual(0);
      expect(({} as { x?: unknown }).x).toBeUndefined();
    }),
  );
});

describe('the part of a county that the map is opened into', () => {
  const county = countyModel() as unknown as Model;
  const settings = startOf(county);
  it('comes back', () => {
    expect(readLink(writeLink(county.id, settings, 9, { locality: 'west' }), county)).toMatchObject({
      locality: 'west',
      ignored: [],
    });
    expect(readLink(writeLink(county.id, settings, 9), county).locality).toBeUndefined();
  });
  it.each(['north', '__proto__', 'else'])('“%s” is no part of it, which is said', (part) => {
    const read = readLink(writeLink(county.id, settings, 9, { locality: part }), county);
    expect(read.locality).toBeUndefined();
    expect(read.ignored).toEqual([expect.stringContaining('no such part')]);
  });
  it('a small map has no parts to open', () =>
    expect(readLink(writeLink('small', start, 0, { locality: 'west' }), smallModel).ignored[0]).toContain(
      'no such part',
    ));
});

it('carries a number that has no slider', () => {
  const path = 'stations.p1.stay.days';
  expect(smallModel.controls!.some((control) => control.path === path)).toBe(false);
  const settings = { ...start, set: { [path]: 10.5 } };
  expect(readLink(writeLink('small', settings, 0), smallModel)).toMatchObject({
    settings: { set: { [path]: 10.5 } },
    ignored: [],
  });
});

describe('what is ignored is said plainly', () => {
  const ignored = (query: string) => readLink(`#/explore?${query}&v=1`, smallModel).ignored;
  it.each([
    ['stations.p9.beds=11', 'this model has no such number'],
    ['calendar.runDays=10', 'this model has no such number'],
    ['stations.p2.label=1', 'this model has no such number'],
    ['stations.p2.beds=2.5', 'Use a whole number'],
    ['stations.p2.beds=eleven', 'is not a number'],
    ['stations.p2.beds=-3', 'Use 0 or more'],
    ['o=best', 'no such option'],
    ['k=heatwave', 'no such condition'],
    ['m=other', 'the model here is small'],
    ['d=366', 'not a day of this run'],
    ['n=1000000', 'from 2 to 10000'],
    ['c=stations.p2.beds@400:5', 'after the end of the run'],
    ['c=stations.p2.beds', 'path@day:value'],
  ])('%s', (query, words) => {
    const [sentence, ...others] = ignored(query);
    expect(sentence).toContain(words);
    expect(others).toEqual([]);
  });

  it('a link typed by hand needs no check at its end', () => expect(ignored('o=more-beds')).toEqual([]));
  it('a link from a newer version says so', () =>
    expect(readLink('#/explore?o=more-beds&v=99.abc', smallModel).ignored[0]).toContain('newer version'));
  it('a link of the version whose people were others says so, and is used whole', () => {
    const text = '#/explore?m=small&o=more-beds&s=7&n=20&d=83';
    const read = readLink(`${text}&v=1.${checkOf(text)}`, smallModel);
    expect(read).toMatchObject({ settings: { option: 'more-beds', seed: 7, replications: 20 }, day: 83 });
    expect(read.ignored).toEqual([expect.stringContaining('made by an earlier version')]);
  });
  it('a link beyond 64 kB is not read at all', () => {
    const read = readLink(`#/explore?o=more-beds&x=${'9'.repeat(65_536)}&v=1`, smallModel);
    expect(read.settings).toEqual(start);
    expect(read.ignored[0]).toContain('65536');
  });
});
