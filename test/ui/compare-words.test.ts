// Long because one made-up study serves all of it. Options side by side in words: no option is best where a range spans zero, none is ranked, what differs is said, and links lead back.
import { describe, expect, it } from 'vitest';
import { cheapest } from '../../engine/index.ts';
import fc from '../properties.ts';
import { columnsOf, offeredBeside, suggested } from '../../ui/study/columns.ts';
import { boxOf, overlap, placeLabels } from '../../ui/views/compare/label-places.ts';
import { writeLink } from '../../ui/address/link.ts';
import { readLink } from '../../ui/address/read-link.ts';
import { goalKinds } from '../../ui/model/goal.ts';
import { EDITED, nothingChosen, type Compared } from '../../ui/state/compared.ts';
import { startOf } from '../../ui/model/asked.ts';
import {
  bestAtInShort,
  datedChanges,
  differing,
  sayBestAt,
  sayChance,
  sayColumn,
  sayShare,
  standing,
  type Named,
} from '../../ui/words/compare.ts';
import { sayCheapest } from '../../ui/words/solve.ts';
import { smallModel } from './small-model.ts';

const banned = /\b(cuts?|bed.?blockers?|frequent flyers?|proves?|will|guarantees?|best|winner|worst|rank)\b/i;
const columns: Named[] = [
  { id: 'today', letter: '', title: 'Today' },
  { id: 'more-beds', letter: 'A', title: 'More beds' },
  { id: 'no-limit', letter: 'B', title: 'No limit at home' },
  { id: '*', letter: 'C', title: 'With places at home at 31, supportive beds at 9 and 3 more changes' },
];

/** Means and half widths of the differences from one another, some of them without a range yet. */
const study = fc.record({
  means: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 4 }),
  half: fc.double({ min: 0, max: 60, noNaN: true }),
  bestIs: fc.constantFrom<('least' | 'most')[]>('least', 'most'),
});
const apartBy = (means: readonly number[], half: number) => (b: number, a: number) => ({
  value: means[b] - means[a],
  ciLow: means[b] - means[a] - half,
  ciHigh: means[b] - means[a] + half,
});

describe('who is best at one thing', () => {
  it('has everybody with it whose difference from it spans zero, and nobody else', () => {
    fc.assert(
      fc.property(study, ({ means, half, bestIs }) => {
        const apart = apartBy(means, half);
        const { best, tied } = standing(means, apart, bestIs)!;
        means.forEach((_, at) => {
          if (at === best) return;
          const { ciLow, ciHigh } = apart(at, best);
          expect(tied.includes(at)).toBe(ciLow <= 0 && ciHigh >= 0);
          // Whoever is left out is clearly behind, and to the right side.
          if (!tied.includes(at)) expect(bestIs === 'least' ? ciLow > 0 : ciHigh < 0).toBe(true);
        });
      }),
    );
  });

  it('is not said while anything is unknown', () => {
    const none = () => ({ value: 1, ciLow: null, ciHigh: null });
    expect(standing([1, 2], none, 'least')).toBeUndefined();
    expect(standing([1, null], apartBy([1, 2], 0), 'least')).toBeUndefined();
    expect(standing([1], none, 'least')).toBeUndefined();
  });
});

describe('the heading', () => {
  const aspect = (means: readonly number[], half: number) => ({
    words: 'fewest people wait',
    about: 'how many people wait',
    standing: standing(means, apartBy(means, half), 'least'),
  });

  it('names no option alone where its range overlaps that of another, and claims nothing when all are level', () => {
    fc.assert(
      fc.property(study, ({ means, half }) => {
        const some = columns.slice(0, means.length);
        const told = aspect(means, half);
        const said = sayBestAt(some, [told], true);
        const { best, tied } = told.standing!;
        if (tied.length === means.length - 1) {
          expect(said).toBe('No clear difference in how many people wait');
          return;
        }
        expect(said).toContain(`fewest people wait under ${sayColumn(some[best])}`);
        for (const at of some.keys()) expect(said.includes(sayColumn(some[at]))).toBe(at === best || tied.includes(at));
        expect(said.includes('not clearly different')).toBe(tied.length > 0);
      }),
    );
  });

  it('never uses a word that blames, promises or ranks, and says that the model only suggests', () => {
    fc.assert(
      fc.property(study, study, fc.boolean(), (one, other, isFinal) => {
        const count = Math.min(one.means.length, other.means.length);
        const some = columns.slice(0, count);
        const said = sayBestAt(
          some,
          [
            aspect(one.means.slice(0, count), one.half),
            {
              words: 'fewest places are empty',
              about: 'how many places are empty',
              standing: standing(other.means.slice(0, count), apartBy(other.means, other.half), 'least'),
            },
          ],
          isFinal,
        );
        if (said.startsWith('Still')) expect(isFinal).toBe(false);
        else expect(said).not.toMatch(banned);
        if (said.includes(' under ')) expect(said).toMatch(/^The model suggests: /);
      }),
    );
  });

  it('reads as a sentence', () => {
    const waits = aspect([13, 7, 7.2], 1);
    const empty = {
      words: 'fewest places are empty',
      about: 'how many places are empty',
      standing: standing([1, 2, 5], apartBy([1, 2, 5], 0.2), 'least'),
    };
    expect(sayBestAt(columns.slice(0, 3), [waits, empty], true)).toBe(
      'The model suggests: fewest people wait under A “More beds”, not clearly different under B “No limit at home”; fewest places are empty under today',
    );
    expect(sayBestAt(columns.slice(0, 1), [], true)).toBe('Choose an option to compare with today');
  });

  it('is short: people first in at most 25 words, and each other thing a line of its own', () => {
    const waits = aspect([13, 7, 7.2], 1);
    const of = (means: readonly number[]) => ({
      words: 'fewest places are empty',
      about: 'how many places are empty',
      standing: standing(means, apartBy(means, 0.2), 'least'),
    });
    expect(bestAtInShort(columns.slice(0, 3), [waits, of([1, 2, 5]), of([1, 1, 1])], true)).toEqual({
      sentence:
        'The model suggests: fewest people wait under A “More beds”, not clearly different under B “No limit at home”',
      parts: ['Fewest places are empty: today.', 'No clear difference in how many places are empty.'],
    });
    expect(bestAtInShort(columns, [waits], false).parts).toEqual([]);
    const long = columns.map((one) => ({
      ...one,
      title: `${one.title}, and a good many more words than anybody reads`,
    }));
    fc.assert(
      fc.property(study, ({ means, half }) => {
        const { standing: one } = aspect(means, half);
        const told = {
          words: 'fewest people wait to leave the acute hospital',
          about: 'how many people wait',
          standing: one,
        };
        const some = long.slice(0, means.length);
        expect(bestAtInShort(some, [told], true).sentence.split(/\s+/).length).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe('what differs', () => {
  it('is in the order of the sliders, with today’s value and how much more than it', () => {
    const runs = [
      { option: 'today' },
      { option: 'more-beds' },
      { option: 'no-limit' },
      { option: 'more-beds', set: { 'stations.p1.places': 20, 'streams.acute.shares.p1': 0.55 } },
    ];
    expect(
      differing(smallModel, runs).map(({ label, cells }) => [label, ...cells.map((c) => `${c.value} ${c.change}`)]),
    ).toEqual([
      ['Places at home', '27 ', '27 ', 'no limit ', '20 −7'],
      ['Beds', '3 ', '11 +8', '3 ', '11 +8'],
      ['Need home', '60 % ', '60 % ', '60 % ', '55 % −5 points'],
    ]);
    expect(differing(smallModel, [{ option: 'today' }, { option: 'today' }])).toEqual([]);
  });

  it('says dates in words, those kept in Explore as well', () => {
    const dated = {
      ...smallModel,
      options: [{ id: 'late', title: 'Late', changes: [{ onDate: '2020-03-01', set: { 'stations.p2.beds': 5 } }] }],
    };
    expect(
      datedChanges(dated, { option: 'late', changes: [{ atDay: 10, path: 'stations.p1.places', value: 30 }] }),
    ).toEqual(['From 1 Mar 2020, Beds: 5', 'From 16 Jan 2020, Places at home: 30']);
  });

  it('has shares no finer than their range, and counts what chance would do', () => {
    expect([sayShare(0.3412, 0.2, 0.5), sayShare(0.3412, 0.338, 0.344), sayShare(Number.NaN, 0, 1)]).toEqual([
      '30 %',
      '34 %',
      '–',
    ]);
    expect(sayChance({ verdicts: 18, expectedFalse: 0.9 })).toMatch(/^Of 18 differences .* about 1 /);
    expect(sayChance({ verdicts: 0, expectedFalse: 0 })).toBe('');
  });
});

describe('the columns', () => {
  const start = startOf(smallModel);
  const edited = { ...start, option: 'more-beds', set: { 'stations.p1.places': 30 } };
  const offered = (settings = start) => offeredBeside(smallModel, settings, () => 'Mine');

  it('begin with today, and have what is edited as one of their own', () => {
    expect(columnsOf(smallModel, start, offered(), undefined).map(({ id, letter }) => [id, letter])).toEqual([
      ['today', ''],
      ['more-beds', 'A'],
      ['no-limit', 'B'],
    ]);
    const mine = columnsOf(smallModel, edited, offered(edited), ['no-limit', EDITED]);
    expect(mine.map(({ title, letter }) => title + letter)).toEqual(['Today', 'MineA', 'No limit at homeB']);
    expect(mine[1].run).toMatchObject({ option: 'more-beds', set: { 'stations.p1.places': 30 } });
    expect(suggested({ ...start, option: 'no-limit' }, offered())).toEqual(['no-limit', 'more-beds']);
    expect(columnsOf(smallModel, start, offered(), [])).toHaveLength(1);
  });

  const anyCompared: fc.Arbitrary<Compared> = fc.record({
    beside: fc.option(fc.uniqueArray(fc.constantFrom('more-beds', 'no-limit', EDITED), { maxLength: 3 }), {
      nil: undefined,
    }),
    over: fc.option(fc.nat(999), { nil: undefined }),
    goal: fc.option(
      fc.record({
        paths: fc.uniqueArray(fc.constantFrom('stations.p1.places', 'stations.p2.beds', 'streams.acute.shares.p1'), {
          minLength: 1,
          maxLength: 3,
        }),
        kind: fc.constantFrom(...goalKinds),
        limit: fc.nat(4000).map((n) => n / 4),
        within: fc.constantFrom('today', 'more-beds', EDITED),
      }),
      { nil: undefined },
    ),
  });
  it('are in the link and come back from it', () => {
    fc.assert(
      fc.property(anyCompared, (compared) => {
        const read = readLink(writeLink('small', start, 0, { view: 'compare', compared }), smallModel);
        expect(read.compared ?? nothingChosen).toEqual(compared);
        expect(read.ignored).toEqual([]);
      }),
    );
    expect(readLink('#/explore?m=small&o=today&v=1', smallModel).compared).toBeUndefined();
  });

  it('that a link makes up are said and left out', () => {
    const link = '#/compare?m=small&x=more-beds&x=nobody&x=today&x=more-beds&q=-3&t=stations.p9.beds@mean:5@today&v=1';
    const { compared, ignored } = readLink(link, smallModel);
    expect(compared).toEqual({ ...nothingChosen, beside: ['more-beds'] });
    expect(ignored).toHaveLength(5);
    const more = '#/compare?m=small&t=stations.p1.places,stations.p9.beds@mean:5@today&v=2';
    expect(readLink(more, smallModel).ignored).toEqual([expect.stringContaining('this model has no such slider')]);
  });
});

describe('the names of dots', () => {
  const dot = fc.record({
    left: fc.double({ min: 0, max: 100, noNaN: true }),
    bottom: fc.double({ min: 0, max: 100, noNaN: true }),
    name: fc.constantFrom('A', 'B', 'C'),
  });
  it('stand inside the picture beside their dot; of two dots, however close, neither hides the other’s', () => {
    fc.assert(
      fc.property(dot, dot, (one, other) => {
        const dots = [one, other];
        const [a, b] = placeLabels(dots).map((place, at) => boxOf(dots[at], place));
        expect(overlap(a!, b!)).toBe(false);
        const isAmidst = dots.every(({ left, bottom }) => left > 12 && left < 88 && bottom > 24);
        for (const { left, right, low } of isAmidst ? [a!, b!] : []) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(105);
          expect(low).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
  it('of four on one spot stand around it', () => {
    const dots = ['A', 'B', 'C', 'D'].map((name) => ({ left: 50, bottom: 50, name }));
    expect(new Set(placeLabels(dots).map(({ across, up }) => across + up)).size).toBe(4);
  });
});

it('names what a number found costs, and whichever of those that meet the target costs least', () => {
  const say = (value: number) => `${value} beds`;
  const [few, more, most] = [
    { value: 22, costs: 669 },
    { value: 25, costs: 498 },
    { value: 40, costs: 900 },
  ] as const;
  /** The first is what was found. */
  const said = (...all: readonly { value: number; costs: number }[]) => {
    const tried = all.map(({ value }) => ({ value, mean: 0, low: 0, high: 0, meets: true }));
    const missed = { value: 21, mean: 9, low: 9, high: 9, meets: false };
    const costs = new Map([{ value: 21, costs: 1 }, ...all].map((one) => [one.value, one.costs]));
    const found = cheapest({ value: all[0]!.value, tried: [missed, ...tried] }, (value) => costs.get(value)!);
    return found && sayCheapest(say, (pounds) => `£${pounds}`, found);
  };
  expect(said(few, most)).toBe('It costs about £669 a year, the least of the numbers tried that meet the target.');
  expect(said(few, more, most)).toBe(
    'It costs about £669 a year. Of the numbers tried that meet the target, 25 beds costs least: about £498.',
  );
  expect(said({ value: 3, costs: Number.NaN }, more)).toBeUndefined();
});
