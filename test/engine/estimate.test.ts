// The estimate made before anything starts: of events, of memory and of an endless backlog, and the refusals in words. Long because every refusal stands beside what would do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, estimate, readModel, rowKeys, sayProblem, validate } from '../../engine/index.ts';
import type { AlsoAsked } from '../../engine/study/estimate.ts';
import { watch } from '../../engine/study/replication.ts';
import { verbs } from '../../engine/trace/trace.ts';
import { root } from '../source-files.ts';
import { changed, smallDocument } from './small-model.ts';

const shipped = (id: string) => readModel(readFileSync(join(root, `models/${id}.json`), 'utf8')).model!;
function programWith(changes: Readonly<Record<string, unknown>>) {
  let document: unknown = { ...smallDocument(), options: [], conditions: [], story: [], evidence: {}, controls: [] };
  for (const [path, value] of Object.entries(changes)) document = changed(document as object, path, value);
  const { model, problems } = validate(document);
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return compile(model, { option: 'today' });
}
const refusedWith = (changes: Readonly<Record<string, unknown>>, replications = 1, also: AlsoAsked = {}) => {
  const { refusal } = estimate(programWith(changes), replications, also);
  return refusal === undefined ? '' : sayProblem(refusal);
};

describe('what it says beside what comes of it', () => {
  test.each(['ilkeston-2019', 'bristol-area-2022', 'stroke-unit-2016', 'winter', 'learn/team', 'learn/always-waiting'])(
    '%s: arrivals, stays that end, and room for the trace',
    (id) => {
      const model = shipped(id);
      const program = compile(model, { option: 'today' });
      const { trace } = watch(program, model.experiment.seed, 0);
      const count = (verb: (typeof verbs)[number]) => trace.verb.filter((each) => each === verbs.indexOf(verb)).length;
      const { events, bytes } = estimate(program, 1);
      const happened = count('arrive') + count('ready') + count('leave');
      expect(events).toBeGreaterThan(0.6 * happened);
      expect(events).toBeLessThan(2 * happened);
      // 27 bytes a record, up to twice as many by doubling, and once more at the end.
      const watched = estimate(program, 1, { watched: true }).bytes - bytes;
      expect(watched).toBeGreaterThan(27 * 2 * trace.length);
      expect(watched).toBeLessThan(27 * 8 * trace.length);
    },
  );

  test('results of every replication are counted to the byte, and the weeks of those given by week', () => {
    const program = programWith({});
    const at = (replications: number, also: AlsoAsked = {}) => estimate(program, replications, also).bytes;
    expect(at(101) - at(1)).toBe(100 * 8 * rowKeys(program).length);
    // Three measures, two stations and all of them together, the twelve whole weeks of 90 days.
    expect(at(100, { byWeek: 10 }) - at(100)).toBe(8 * 3 * 3 * 12 * 10);
  });

  test('people without a place are counted for as long as they wait', () => {
    const few = { 'stations/ward/beds': 1 };
    const [short, long] = [1000, 2000].map(
      (days) => estimate(programWith({ ...few, 'calendar/runDays': days }), 1).bytes,
    );
    const enough = estimate(programWith({ 'stations/ward/beds': 50, 'calendar/runDays': 2000 }), 1).bytes;
    expect(long - short).toBeGreaterThan(300 * 1000 * 0.7);
    expect(enough).toBeLessThan(long);
  });

  test('growth is its mean over the run: ten years that each double', () => {
    const grown = (growthPerYear: number) =>
      estimate(
        programWith({
          'streams/acute/growthPerYear': growthPerYear,
          'calendar/runDays': 3650,
          'calendar/warmUpDays': 0,
          initial: { ward: { inCare: 1 } },
        }),
        1,
      );
    const mean = (2 ** 10 - 1) / (10 * Math.log(2));
    expect(grown(1).arrivals / grown(0).arrivals).toBeCloseTo(mean, -1);
    expect(grown(1).events / grown(0).events).toBeCloseTo(mean, -1);
  });

  test('an endless backlog sends as many as its places let in', () => {
    const backlog = { label: '', alwaysWaiting: 3, shares: { p3: 1 }, startsAt: 'ward' };
    const program = programWith({ 'streams/acute': backlog, 'stations/ward/stay': { shape: 'fixed', days: 6 } });
    // Twelve beds, a stay of six days: two a day for 120 days.
    expect(estimate(program, 1).arrivals).toBeCloseTo(240, 6);
  });
});

/** A place only passed through, and a caseload that only visits limit. */
const lounge = { kind: 'ward', label: '', beds: 2, stay: { shape: 'fixed', days: 0 }, next: [{ to: 'home' }] };
const visited = (visits: { first: number; last: number }) => ({
  kind: 'caseload',
  label: '',
  visitsPerDay: 6,
  visits,
  stay: { shape: 'fixed', days: 6 },
  next: [{ to: 'home' }],
});

describe('an endless backlog that something holds', () => {
  const arrivals = (changes: Record<string, unknown>, startsAt = 'ward') => {
    const backlog = { label: '', alwaysWaiting: 3, shares: { p3: 1 }, startsAt };
    const whole = estimate(programWith({ 'streams/acute': backlog, ...changes }), 1);
    expect(whole.refusal).toBeUndefined();
    return whole.arrivals;
  };
  // 120 days, warm-up included.
  test('by visits: six a day, half of one for each first day', () =>
    expect(arrivals({ 'stations/ward': visited({ first: 0.5, last: 2 }) })).toBeCloseTo((6 / 0.5) * 120, 6));
  test('by patience: twelve beds for six days, and three who wait a quarter of a day', () =>
    expect(
      arrivals({
        'stations/ward/stay': { shape: 'fixed', days: 6 },
        'stations/ward/patience': { stay: { shape: 'fixed', days: 0.25 }, to: 'home' },
      }),
    ).toBeCloseTo((12 / 6 + 3 / 0.25) * 120, 6));
  test('by the days until the alternative: three who wait two days each', () =>
    expect(
      arrivals(
        {
          'needs/p3/otherwise': [{ to: 'team', afterDays: 2 }],
          'stations/team/places': 'unlimited',
          'stations/ward/stay': { shape: 'fixed', days: 6 },
        },
        'need',
      ),
    ).toBeCloseTo((12 / 6 + 3 / 2) * 120, 6));
  test('by one way of two behind a place only passed through: a quarter go on to ten places for five days', () =>
    expect(
      arrivals(
        {
          'stations/lounge': {
            ...lounge,
            next: [
              { to: 'home', share: 0.75 },
              { to: 'team', share: 0.25 },
            ],
          },
          'stations/team/places': 10,
          'stations/team/stay': { shape: 'fixed', days: 5 },
        },
        'lounge',
      ),
    ).toBeCloseTo((10 / 5 / 0.25) * 120, 6));
  test('by getting ready to go: of two places only passed through, one in four people keeps theirs for two days', () =>
    expect(
      arrivals(
        {
          'stations/lounge': {
            ...lounge,
            next: [
              { to: 'home', share: 0.75 },
              { to: 'home', share: 0.25, prepare: { shape: 'fixed', days: 2 } },
            ],
          },
        },
        'lounge',
      ),
    ).toBeCloseTo((2 / 2 / 0.25) * 120, 6));
});

// 120 days from Saturday 2 December: 17 weeks and one Saturday more, which brings 0.5 × 7 / 6 of a day's people.
const LIMIT_THE_WARD = 'Limit stations.ward: give it a number of places and a stay, or starts a month.';

describe('refusals', () => {
  test('far too many arrivals', () =>
    expect(refusedWith({ 'streams/acute/arrivalsPerDay': 1_000_000 })).toMatch(
      /^the request: found about 119,583,333 arrivals, \d{3},\d{3},\d{3} events \(\d+ minutes on one core\) and \d+\.\d GB of memory; expected at most 200,000,000 events in a replication, 2,000,000,000 in all and 1\.0 GB\. Check that arrivals are given for one day, or shorten the run\.$/,
    ));
  test('too many replications, with how many would do', () => {
    const words = refusedWith(
      { 'streams/acute/arrivalsPerDay': 8000, 'stations/ward/beds': 100_000, 'stations/team/places': 100_000 },
      1000,
    );
    expect(words).toMatch(
      /956,666,667 arrivals.* Ask for at most \d{2,3} replications of all options together, or shorten the run\.$/,
    );
  });
  test('results that would fill the memory', () => {
    const many = { 'calendar/lookAtDays': { everyDays: 0.01 * 90 }, 'calendar/runDays': 9000 };
    expect(refusedWith(many, 10_000)).toMatch(/ and \d\.\d GB of memory.* Ask for at most [\d,]+ replications/);
    expect(refusedWith({ 'calendar/runDays': 365_000 }, 10_000, { byWeek: 10_000 })).toMatch(/GB of memory/);
  });
  test('people who would wait for ever in their hundreds of thousands', () => {
    const crowd = { 'streams/acute/arrivalsPerDay': 2000, 'stations/ward/beds': 1, 'stations/team/places': 1 };
    expect(refusedWith({ ...crowd, 'calendar/runDays': 3000 })).toMatch(
      /Too many people would be waiting at once: check arrivals, stays and places, or shorten the run\.$/,
    );
  });
  test('a run too long to be watched can still be run', () => {
    const long = {
      'calendar/runDays': 365_000,
      'streams/acute/arrivalsPerDay': 5,
      'stations/ward/beds': 1000,
      'stations/team/places': 1000,
    };
    expect(refusedWith(long)).toBe('');
    expect(refusedWith(long, 1, { watched: true })).toMatch(/shorten the run, or run it without watching\.$/);
  });
  test('growth beyond all numbers is said in words', () => {
    const doubled = { 'streams/acute/growthPerYear': 1, 'calendar/runDays': 365_000 };
    expect(refusedWith(doubled)).toMatch(
      /^the request: found about more than 1,000,000,000,000,000 arrivals, .*\(more than a year on one core\) and more than 1,000,000 GB of memory;/,
    );
  });
  test.each([
    ['endless places', { 'stations/ward/beds': 'unlimited' }],
    [
      'a place only passed through, and endless places behind',
      { 'stations/ward/stay': { shape: 'fixed', days: 0 }, 'stations/ward/next': [{ to: 'home' }] },
    ],
    [
      'endless places as an alternative',
      { 'needs/p3/otherwise': [{ to: 'team' }], 'stations/team/places': 'unlimited' },
      'need',
      'Limit stations.team: give it a number of places and a stay, or starts a month.',
    ],
    [
      'a place only passed through, and endless places as an alternative of its way on',
      {
        'stations/ward/stay': { shape: 'fixed', days: 0 },
        'stations/ward/next': [{ to: 'team', otherwise: [{ to: 'home' }] }],
      },
    ],
    [
      'the same care of no time in a place of another',
      {
        'needs/p3/goesTo': 'lounge',
        'needs/p3/otherwise': [{ to: 'ward', stayFactor: 2 }],
        'stations/lounge': { ...lounge, beds: 0 },
      },
      'need',
    ],
    ['visits of which none is on the first day', { 'stations/ward': visited({ first: 0, last: 1 }) }],
    ['visits that need not fit', { 'stations/ward': { ...visited({ first: 1, last: 1 }), takesAll: true } }],
    [
      'patience that is over at once',
      { 'stations/ward/patience': { stay: { shape: 'fixed', days: 0 }, to: 'home' } },
      'ward',
      'Give their patience some time: whoever gives up at once makes room for the next.',
    ],
  ])('an endless backlog and %s', (_what, changes, startsAt = 'ward', hint = LIMIT_THE_WARD) => {
    const backlog = { label: '', alwaysWaiting: 3, shares: { p3: 1 }, startsAt };
    expect(refusedWith({ 'streams/acute': backlog, ...changes })).toBe(
      `streams.acute.alwaysWaiting: found an endless backlog where nothing limits who is taken in; expected a place that can be full. ${hint}`,
    );
  });
});

test('every shipped model fits a hundred times over', () => {
  for (const id of [
    'ilkeston-2019',
    'bristol-area-2022',
    'stroke-unit-2016',
    'winter',
    'place-of-100000',
    'ilkeston-2022',
  ])
    expect(estimate(compile(shipped(id), { option: 'today' }), 1000, { byWeek: 100 }).refusal).toBeUndefined();
});
