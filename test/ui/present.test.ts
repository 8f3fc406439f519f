// Long because each part of a presentation is small. Its pure parts: years by rank, the worst week, steps and what they are made of, keys, and the map for a hall.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc, { cases } from '../properties.ts';
import { readModel, storyViews, storyYears, type DifferenceRow, type Model, type World } from '../../engine/index.ts';
import { writeLink } from '../../ui/address/link.ts';
import { readLink } from '../../ui/address/read-link.ts';
import { usable } from '../../ui/views/present/kept-story.ts';
import { commandOf, stepAfter } from '../../ui/views/present/keys.ts';
import { sayElapsed } from '../../ui/views/present/speaker/speaker.ts';
import { layoutStage, mapForBoth } from '../../ui/scene/layout/stage-layout.ts';
import { defaultSteps, recordStep, settingsFor, stepOf, stepsOf } from '../../ui/shown/story-steps.ts';
import { worstWeek } from '../../ui/playback/worst-week.ts';
import { FEWEST_TO_RANK, kindOfYear, yearByRank } from '../../ui/model/year-by-rank.ts';
import type { MapStation, SceneMap } from '../../ui/shown/map.ts';
import { startOf } from '../../ui/model/asked.ts';
import { subjectOf } from '../../ui/model/values.ts';
import { textPx } from '../../ui/scene/layout/letter-widths.ts';
import { partsOf } from '../../ui/scene/numbers-of-day.ts';
import type { Counts } from '../../ui/state/counts.ts';
import {
  isBetter,
  onAverage,
  sayAverage,
  sayAverageInShort,
  sayBesideToday,
  sayOneDay,
} from '../../ui/words/one-day.ts';
import { TODAY_UNSETTLED } from '../../ui/words/headline.ts';
import { sayDay, sayYear, sayYearInShort } from '../../ui/words/story.ts';
import { root } from '../source-files.ts';
import { smallModel } from './small-model.ts';

const files = readdirSync(join(root, 'models')).filter((name) => /^(?!model\.schema).*\.json$/.test(name));
const shipped = files.map((name) => readModel(readFileSync(join(root, 'models', name), 'utf8')).model!);

describe('a bad, a typical and a good year', () => {
  const years = (values: readonly number[]) => values.map((value, replication) => ({ replication, value }));

  it('of a hundred years have ten, fifty and ninety of them on one side', () => {
    // In an order of their own, so that a number is not its rank.
    const values = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    expect(values[yearByRank(years(values), 'bad')!]).toBe(89);
    expect(values[yearByRank(years(values), 'typical')!]).toBe(50);
    expect(values[yearByRank(years(values), 'good')!]).toBe(10);
  });

  it('are never further from bad to good than their rank allows, whatever order they come in, and equal ones go by number', () => {
    const some = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: FEWEST_TO_RANK, maxLength: 60 });
    fc.assert(
      fc.property(some, (values) => {
        const all = years(values);
        const [bad, typical, good] = storyYears.map((kind) => yearByRank(all, kind)!);
        expect(values[bad!]).toBeGreaterThanOrEqual(values[typical!]);
        expect(values[typical!]).toBeGreaterThanOrEqual(values[good!]);
        expect(yearByRank(all.toReversed(), 'bad')).toBe(bad);
        const fewer = values.filter((value) => value < values[bad!]).length;
        const equalBefore = values.filter((value, i) => value === values[bad!] && i < bad!).length;
        expect(fewer + equalBefore).toBe(Math.round(0.9 * (values.length - 1)));
        expect(storyYears).toContain(kindOfYear(all, typical!));
      }),
    );
  });

  it('are not named where there are too few to say so', () => {
    expect(yearByRank(years([1, 2, 3]), 'bad')).toBeUndefined();
    expect(sayYear(37, 100, 365, 'bad')).toBe('One of 100 simulated years (number 38: a bad year)');
    expect(sayYear(0, 1000, 365)).toBe('One of 1,000 simulated years (number 1)');
    expect(sayYear(1, 2, 1826)).toBe('One of 2 simulated runs of five years (number 2)');
    expect(sayYearInShort(37, 100, 365, 'bad')).toBe('One day of one of 100 simulated years: a bad year');
    expect(sayYearInShort(1, 2, 1826)).toBe('One day of one of 2 simulated runs of five years');
  });
});

it('the worst week is the one that no other has more people in', () => {
  const anyDays = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(anyDays, (people) => {
      const worldAt = (day: number) => ({ day }) as World;
      const found = worstWeek({ minDay: 0, maxDay: people.length - 1, worldAt }, ({ day }) => people[day]);
      const weekFrom = (day: number) => people.slice(day, day + 7).reduce((sum, n) => sum + n, 0);
      const most = Math.max(...people.map((_, day) => (day + 7 <= people.length || day === 0 ? weekFrom(day) : 0)));
      expect(weekFrom(found)).toBe(most);
      for (let day = 0; day < found; day++) expect(weekFrom(day)).toBeLessThan(most);
    }),
  );
});

describe('the steps', () => {
  it('of every shipped document are its own, on days of its run, with the option it names', () => {
    for (const model of shipped) {
      const steps = stepsOf(model);
      expect(steps.map(({ title }) => title)).toEqual((model.story ?? []).map(({ title }) => title));
      for (const [at, { day, option, picture }] of steps.entries()) {
        expect(day === undefined || (day as number) <= model.calendar.runDays).toBe(true);
        expect(picture).toBe(model.story![at].view ?? (option === 'today' ? 'map' : 'both'));
      }
    }
  });

  it('of a document without a story are six, or four where there is nothing to compare', () => {
    const steps = defaultSteps(smallModel);
    expect(steps.map(({ option, picture, day, year }) => [option, picture, day, year])).toEqual([
      ['today', 'map', 0, 'typical'],
      ['today', 'map', 'worst week', 'bad'],
      ['more-beds', 'both', 0, 'typical'],
      ['more-beds', 'both', 'worst week', 'bad'],
      ['more-beds', 'year', 0, 'typical'],
      ['more-beds', 'words', 0, 'typical'],
    ]);
    expect(steps.every(({ notes }) => notes !== '')).toBe(true);
    expect(steps[2].notes).toBe('Beds: 3 → 11');
    expect(defaultSteps({ ...smallModel, options: [] }).map(({ picture }) => picture)).toEqual([
      'map',
      'map',
      'year',
      'words',
    ]);
  });

  const screen = fc.record({
    settings: fc.record({
      option: fc.constantFrom('today', 'more-beds', 'no-limit'),
      conditions: fc.subarray(['busy-winter', 'quiet-start']),
    }),
    staged: fc.record({
      step: fc.constant(undefined),
      picture: fc.constantFrom(undefined, ...storyViews),
      spotlight: fc.constantFrom(undefined, 'p1', 'p2'),
      replication: fc.nat(20),
    }),
    day: fc.double({ min: 0, max: 365, noNaN: true }),
    daysPerSecond: fc.constantFrom(0.5, 1, 2, 30),
    year: fc.constantFrom(undefined, ...storyYears),
  });

  it('recorded from a screen, bring that screen again, and are valid in the document and from the browser’s store', () => {
    fc.assert(
      fc.property(screen, fc.string({ minLength: 1, maxLength: 40 }), (now, title) => {
        const settings = { ...startOf(smallModel), ...now.settings };
        const recorded = recordStep(smallModel, { ...now, settings }, title, 'Notes');
        const [kept] = usable(smallModel, JSON.parse(JSON.stringify([recorded])));
        expect(kept).toEqual(JSON.parse(JSON.stringify(recorded)));
        const step = stepOf(smallModel, kept!);
        expect(step).toMatchObject({ title, notes: 'Notes', option: settings.option, day: Math.floor(now.day) });
        expect([step.year, step.spotlight, step.daysPerSecond]).toEqual([
          now.year,
          now.staged.spotlight,
          now.daysPerSecond,
        ]);
        // From anywhere, the step asks for the settings it was recorded under; from there, for nothing.
        const elsewhere = { ...startOf(smallModel), set: { 'stations.p2.beds': 4 }, option: 'no-limit' };
        expect(settingsFor(smallModel, step, elsewhere)).toEqual({ ...settings, set: {}, changes: [], moves: [] });
        expect(settingsFor(smallModel, step, settings)).toBe(settings);
      }),
    );
  });

  it('recorded stay valid when they are saved with the document, and a made-up condition in one is refused with its path', () => {
    const text = (story: Model['story']) => JSON.stringify({ ...shipped[0], story });
    const [condition] = shipped[0].conditions!;
    const step = { title: 'One', view: 'both', year: 'bad', daysPerSecond: 0.5 } as const;
    expect(
      readModel(text([{ ...step, conditions: [condition!.id] }])).problems.filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
    const { problems } = readModel(text([{ ...step, conditions: ['snow'] }]));
    expect(problems.map(({ path }) => path)).toContain('story.0.conditions.0');
  });

  it('that this document cannot show are left out, and nothing that may lie in the store breaks it', () => {
    const bad = [
      {},
      null,
      7,
      { title: 'x', option: 'gone' },
      { title: 'x', onDate: '2031-01-01' },
      { title: 'x', year: 3 },
    ];
    expect(usable(smallModel, [...bad, { title: 'good' }])).toEqual([{ title: 'good' }]);
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (anything) => {
        for (const step of usable(smallModel, anything)) expect(() => stepOf(smallModel, step)).not.toThrow();
      }),
    );
  });
});

it('a link carries the step, the picture, the service in the light and the year; elsewhere only the year', () => {
  const staged = { step: 2, picture: 'both', spotlight: 'p2', replication: 17 } as const;
  const link = writeLink('small', startOf(smallModel), 40, { view: 'present', staged });
  expect(link).toMatch(/^#\/present\?m=small&o=today&s=7&n=20&d=40&y=17&step=3&show=both&light=p2&v=2\./);
  expect(readLink(link, smallModel)).toEqual({ settings: startOf(smallModel), day: 40, staged, ignored: [] });
  const explore = writeLink('small', startOf(smallModel), 40, { staged });
  expect(readLink(explore, smallModel).staged).toEqual({ replication: 17 });
  const wrong = readLink('#/present?m=small&step=0&show=film&light=home2&y=x&v=1', smallModel);
  expect(wrong.ignored).toHaveLength(4);
});

describe('keys', () => {
  const press = (key: string) => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    defaultPrevented: false,
  });

  it('are those of clickers; of letters, digits and signs only those that black the screen', () => {
    expect(
      ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End', ' ', 'Escape'].map((key) =>
        commandOf(press(key), 'stage'),
      ),
    ).toEqual(['next', 'back', 'next', 'back', 'first', 'last', 'freeze', 'leave']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), (key) => {
        if (key !== ' ') expect(commandOf(press(key), 'stage')).toBe(/^[bB.]$/.test(key) ? 'black' : undefined);
      }),
    );
  });

  it('stay with a field, a button or a dialog that has them, and with what has used them already', () => {
    expect(commandOf(press('ArrowRight'), 'field')).toBeUndefined();
    expect(commandOf(press(' '), 'button')).toBeUndefined();
    for (const on of ['button', 'field', 'dialog'] as const) expect(commandOf(press('b'), on)).toBeUndefined();
    expect(commandOf(press('PageDown'), 'button')).toBe('next');
    expect(commandOf(press('Escape'), 'dialog')).toBeUndefined();
    expect(commandOf(press('Escape'), 'field')).toBe('leave');
    expect(commandOf({ ...press('PageDown'), defaultPrevented: true }, 'stage')).toBeUndefined();
    expect(commandOf({ ...press('ArrowLeft'), altKey: true }, 'stage')).toBeUndefined();
  });

  it('stop at the first and the last step', () => {
    expect([stepAfter('next', undefined, 6), stepAfter('next', 5, 6), stepAfter('back', 0, 6)]).toEqual([0, 5, 0]);
    expect([stepAfter('last', 2, 6), stepAfter('first', 2, 6), stepAfter('freeze', 2, 6)]).toEqual([5, 0, undefined]);
  });
});

describe('the map for a hall', () => {
  const anyStation = fc.record({
    label: fc.string({ minLength: 1, maxLength: 40 }),
    isUnlimited: fc.boolean(),
    cells: fc.integer({ min: 0, max: 900 }),
    outsideCells: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
  });
  const anyMap = fc.array(anyStation, { minLength: 1, maxLength: 18 }).map((some): SceneMap => {
    const stations = some.map((of, i): MapStation => ({ ...of, station: i, id: `s${i}`, isExit: false }));
    return { stations, links: [] };
  });
  const anyRoom = fc.tuple(fc.integer({ min: 300, max: 1700 }), fc.integer({ min: 120, max: 800 }));

  it('keeps every row whole and apart, its words as large as asked for, and says what it left out', () => {
    fc.assert(
      fc.property(anyMap, anyRoom, (map, [width, height]) => {
        const layout = layoutStage(map, width, height, 24, 's0');
        expect(layout.fontPx).toBe(24);
        expect(layout.boxes.length + layout.leftOut.length).toBe(map.stations.length);
        for (const [i, box] of layout.boxes.entries()) {
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-9);
          for (const other of layout.boxes.slice(i + 1))
            expect(box.column !== other.column || box.y + box.height <= other.y + 1e-9).toBe(true);
        }
        if (layout.boxes.length > 0) expect(layout.boxes.some(({ of }) => of.id === 's0')).toBe(true);
      }),
      { numRuns: cases(40) },
    );
  });

  const service = (id: string, label: string, cells: number, station: number): MapStation => ({
    id,
    label,
    cells,
    station,
    outsideCells: 0,
    isExit: false,
    isUnlimited: id === 'acute',
  });
  const ilkeston: SceneMap = {
    stations: [
      service('acute', 'Acute hospital', 30, 0),
      service('p1', 'Care at home', 37, 1),
      service('p2', 'Supportive care beds', 11, 2),
      service('p3', 'Community hospital ward', 24, 3),
    ],
    links: [],
  };
  const level = (...people: number[]) => Int32Array.from(people);

  it('says of hundreds of services what it left out, in a moment', () => {
    const stations = Array.from({ length: 400 }, (_, i) => service(`s${i}`, `Service number ${i}`, 3, i));
    const { boxes, leftOut } = layoutStage({ stations, links: [] }, 603, 318, 24, 's300');
    expect(boxes.length).toBeGreaterThan(3);
    expect(boxes.some(({ of }) => of.id === 's300')).toBe(true);
    expect(boxes.length + leftOut.length).toBe(400);
  });

  it('says in every row who waits for it, on half of a laptop, so that they add up to those delayed', () => {
    const layout = layoutStage(ilkeston, 603, 318, 24);
    const counts: Counts = {
      day: 322,
      inUse: level(18, 27, 3, 24),
      places: level(1e9, 27, 3, 24),
      delayed: level(18, 0, 0, 0),
      delayedOverWeek: level(0, 0, 0, 0),
      waiting: level(0, 7, 5, 6),
      outside: level(0, 0, 0, 0),
      queues: [[], [], [], []],
      elsewhere: [[], [], [], []],
      delayedDays: new Float64Array(4),
      waitingDays: new Float64Array(4),
      left: level(0, 0, 0, 0),
    };
    const said = (now: Counts) =>
      layout.boxes.map((box) =>
        partsOf(box, now, layout.fontPx)
          .map(({ text }) => text)
          .join(' · '),
      );
    expect(layout.boxes[0].style).toBe('one line');
    expect(said(counts)).toEqual(['18 delayed', '27 full · 7 waiting', '3 full · 5 waiting', '24 full · 6 waiting']);
    // Where not all fits, the fewest people give way.
    const crowded = { ...counts, delayed: level(18, 0, 0, 1), waiting: level(0, 7, 5, 10) };
    expect(said(crowded)[3]).toBe('24 full · 10 waiting');
  });

  it('has whole names for all of a county on a laptop, and room for who waits', () => {
    const county: SceneMap = {
      stations: [
        service('acute', 'Acute hospitals, ready to leave', 160, 0),
        service('admitted', 'Acute hospitals, admitted from home', 60, 1),
        service('co-ordinators', 'Primary care co-ordinators', 12, 2),
        service('city', 'City', 0, 3),
        service('west', 'West', 0, 4),
        service('east', 'East and Rutland', 0, 5),
        service('stroke-beds', "Stroke beds, St Luke's and Coalville", 15, 6),
        service('stroke', 'Community stroke rehabilitation', 32, 7),
        { ...service('physio', 'Community physiotherapy', 225, 8), outsideCells: 170 },
      ],
      links: [],
    };
    const { boxes, leftOut } = layoutStage(county, 1229, 362, 24, 'acute');
    expect(leftOut).toEqual([]);
    expect(boxes.map(({ nameLines }) => nameLines.join(' '))).toEqual(county.stations.map(({ label }) => label));
  });

  it('puts the numbers of a row on the line of its name where both fit, for larger marks, and never over it', () => {
    const wards = ilkeston.stations.map((of) => ({ ...of, isAlternative: of.cells < 30 && !of.isUnlimited }));
    const projector = layoutStage({ ...ilkeston, stations: wards }, 852, 567, 30);
    expect(projector.boxes.map(({ style, isAtRight }) => [style, isAtRight])).toEqual(
      wards.map(() => ['two lines', true]),
    );
    // Two lines each, they were 24.
    expect(projector.cellPx).toBeGreaterThanOrEqual(30);
    fc.assert(
      fc.property(anyMap, anyRoom, fc.nat(4000), (map, [width, height], most) => {
        const { boxes, fontPx } = layoutStage(map, width, height, 24);
        const all = Int32Array.from(map.stations, (_, i) => (most * (i + 1)) % 997);
        const none = map.stations.map(() => []);
        const days = new Float64Array(all.length);
        const numbers = { inUse: all, places: all, delayed: all, delayedOverWeek: all, waiting: all, outside: all };
        const counts = {
          day: 0,
          ...numbers,
          queues: none,
          elsewhere: none,
          delayedDays: days,
          waitingDays: days,
          left: all,
        };
        for (const box of boxes.filter(({ isAtRight, style }) => isAtRight && style === 'two lines')) {
          const parts = partsOf(box, counts, fontPx);
          const [first, ...rest] = parts.filter(({ startsLine }) => !startsLine);
          const restPx = textPx(rest.map(({ text }) => ` · ${text}`).join(''), fontPx, 'regular');
          const numbersPx = textPx(first!.text, fontPx) + restPx;
          expect(textPx(box.nameLines[0], fontPx, 'regular') + numbersPx).toBeLessThan(
            box.width - 2 * (box.grid.x - box.x),
          );
          expect(box.nameLines).toEqual([box.of.label.trim()]);
        }
      }),
      { numRuns: cases(40) },
    );
  });

  it('has marks that grow with its letters, so that they are no smaller beside them on a larger screen', () => {
    const [laptop, projector] = [layoutStage(ilkeston, 1229, 370, 24), layoutStage(ilkeston, 1728, 585, 30)];
    expect(projector.cellPx / projector.fontPx).toBeGreaterThan(0.95 * (laptop.cellPx / laptop.fontPx));
  });

  it('has room for whichever run needs more, and none in common for different services', () => {
    const one: SceneMap = {
      stations: [{ station: 0, id: 'a', label: 'A', isExit: false, isUnlimited: false, cells: 3, outsideCells: 9 }],
      links: [],
    };
    const [a] = one.stations;
    const other = { ...one, stations: [{ ...a!, cells: 11, outsideCells: 2 }] };
    expect(mapForBoth(one, other)!.stations[0]).toMatchObject({ cells: 11, outsideCells: 9 });
    expect(mapForBoth(one, { ...one, stations: [{ ...a!, id: 'b' }] })).toBeNull();
  });
});

describe('one day beside the average', () => {
  const row = (value: number, ciLow: number, ciHigh: number): DifferenceRow => ({
    station: 'acute',
    measure: 'delayed',
    statistic: 'mean',
    who: 'all',
    day: '',
    unit: 'people',
    option: 'b',
    baseline: 'today',
    replications: 40,
    value,
    ciLow,
    ciHigh,
    verdict: ciHigh < 0 ? 'better' : ciLow > 0 ? 'worse' : 'no clear difference',
  });

  it('is better only where fewer wait than beside it, never alone and never with as many', () => {
    // Beds close first: nobody waits today and ten in the option, so the blue number is today's.
    expect([isBetter(0, 10), isBetter(10, 0), isBetter(7, 7), isBetter(3, undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('says in words what the colour says, and that the average says otherwise where it does', () => {
    const fewer = onAverage(row(-6, -8, -4), true);
    const more = onAverage(row(3, 1, 5), true);
    const unclear = onAverage(row(0, -1, 1), true);
    expect([fewer, more, unclear]).toEqual(['fewer', 'more', 'unclear']);
    // 56 − 2 = 54 and 13 − 7 = 6.
    expect(sayBesideToday(56, 2)).toBe('54 more than today');
    expect(sayBesideToday(7, 13)).toBe('6 fewer than today');
    expect(sayBesideToday(4, 4)).toBe('as many as today');
    expect(sayBesideToday(1200, 0)).toBe('1,200 more than today');
    const say = (people: number, today: number, average?: typeof fewer) =>
      sayOneDay({ runDays: 365, average, people, today });
    const plain = 'One day of one year.';
    expect([say(7, 13, fewer), say(10, 0, more), say(4, 4, unclear), say(7, 13)]).toEqual([plain, plain, plain, plain]);
    const opposite = 'This day of one year: the opposite.';
    expect([say(7, 13, more), say(10, 0, fewer)]).toEqual([opposite, opposite]);
    expect(say(10, 0, unclear)).toBe('This day of one year: 10 more.');
    expect(say(4, 4, fewer)).toBe('This day of one year: no difference.');
    expect(sayOneDay({ runDays: 91, average: fewer, people: 10, today: 0 })).toBe('This day of one run: the opposite.');
    // The hall sees that the presenter has turned to a bad year.
    const bad = { runDays: 365, kind: 'bad', average: fewer, today: 13 } as const;
    expect(sayOneDay({ ...bad, people: 7 })).toBe('One day of a bad year.');
    expect(sayOneDay({ ...bad, people: 20 })).toBe('This day of a bad year: the opposite.');
  });

  it('knows of no average while years are still coming, of a level, and of what does not settle', () => {
    const { baseline: _, verdict: __, ...level } = row(9, 8, 10);
    const unsettled: DifferenceRow = { ...row(-6, -8, -4), settles: false, verdict: 'does not settle' };
    const some = [onAverage(undefined, true), onAverage(row(0, -1, 1), false), onAverage(level, true)];
    expect([...some, onAverage(unsettled, true)]).toEqual([undefined, undefined, undefined, undefined]);
    expect(
      sayAverage({
        range: 'one of the two does not settle',
        where: 'to leave hospital',
        runs: 12,
        runDays: 365,
      }),
    ).toBe('No average over 12 simulated years of people waiting to leave hospital: one of the two does not settle.');
    expect(sayAverageInShort('one of the two does not settle').join('')).toBe(
      'No average: one of the two does not settle.',
    );
    expect(sayAverageInShort('likely between 8 and 12 people').join('')).toBe(
      'People waiting on average: likely between 8 and 12 people.',
    );
    // One line on a laptop, with the note on the day behind it.
    expect(sayAverageInShort(`likely between 8 and 12 people; ${TODAY_UNSETTLED}`).join('')).toBe(
      'People waiting on average: likely between 8 and 12 people; today has no average.',
    );
  });

  it('is not taken for it: the average has its noun, and says of what and over how many years it is', () => {
    const { where } = subjectOf(shipped[files.indexOf('ilkeston-2019.json')]);
    expect(sayAverage({ range: 'likely between 1 fewer and 1 more', where, runs: 40, runDays: 365 })).toBe(
      'On average over 40 simulated years, people waiting to leave the acute hospital: likely between 1 fewer and 1 more.',
    );
    expect(sayAverage({ range: 'likely between 8 and 12 people', where, runs: 20, runDays: 1826 })).toBe(
      'On average over 20 simulated runs of five years, people waiting to leave the acute hospital: likely between 8 and 12 people.',
    );
  });
});

it('what is read out is short: the date and who waits in each map', () => {
  const maps = [
    { name: 'Today', waiting: 13 },
    { name: 'Option B', waiting: 7 },
  ];
  expect(sayDay('14 January', maps)).toBe('14 January. Today 13 waiting, Option B 7.');
  expect(['0:00', '4:05', '1:00:12']).toEqual([400, 245_000, 3_612_000].map(sayElapsed));
});
