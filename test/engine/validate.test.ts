// Bad documents: each is refused at the right path, in words that say what was found, what was expected and what to do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayProblem, type Problem } from '../../engine/problem.ts';
import { jsonSchemaText } from '../../engine/schema.ts';
import { readModel, validate } from '../../engine/validate.ts';
import { smallDocument, smallWith } from './small-model.ts';

const models = join(import.meta.dirname, '../../models');

/** The one problem at a path; the others may be about other things. */
function problemAt(input: unknown, path: string): Problem {
  const { model, problems } = validate(input);
  const problem = problems.find((one) => one.path === path);
  if (problem === undefined) throw new Error(`nothing at ${path}, only:\n${problems.map(sayProblem).join('\n')}`);
  if (problem.severity === 'error') expect(model).toBeUndefined();
  return problem;
}

test('the small document is a model, without a word', () => {
  expect(validate(smallDocument())).toMatchObject({ model: { id: 'small' }, problems: [] });
  expect(readModel(`\uFEFF${JSON.stringify(smallDocument())}`).model).toBeDefined();
});

test('a problem is one sentence: where, found, expected, what to do', () => {
  const problem = problemAt(smallWith('stations/ward/beds', -3), 'stations.ward.beds');
  expect(sayProblem(problem)).toBe(
    'stations.ward.beds: found -3; expected a whole number of 0 or more, or the word "unlimited". It is "Beds", in places.',
  );
});

/** [what, path to change with slashes, value, path reported, found, expected, hint] */
type Case = [
  what: string,
  at: string,
  value: unknown,
  path: string,
  found: string | RegExp,
  expected: RegExp,
  hint: RegExp,
];
const fixed = { shape: 'fixed', days: 0 };

const shape: Case[] = [
  [
    'an unknown key',
    'stations/ward/bed',
    10,
    'stations.ward.bed',
    'unknown field "bed"',
    /beds/,
    /Did you mean "beds"\?/,
  ],
  [
    'a key of another kind',
    'stations/team/beds',
    10,
    'stations.team.beds',
    'unknown field "beds"',
    /places/,
    /Remove it/,
  ],
  [
    'a stay at an exit',
    'stations/home/stay',
    fixed,
    'stations.home.stay',
    'unknown field "stay"',
    /only kind/,
    /Remove it/,
  ],
  [
    'a kind there is not',
    'stations/ward/kind',
    'wrad',
    'stations.ward.kind',
    'the text "wrad"',
    /"ward", "caseload", "delay" or "exit"/,
    /Did you mean "ward"\?/,
  ],
  ['a fraction of a bed', 'stations/ward/beds', 2.5, 'stations.ward.beds', '2.5', /whole number of 0 or more/, /Beds/],
  [
    'a text for a number',
    'stations/ward/beds',
    '12',
    'stations.ward.beds',
    'the text "12"',
    /whole number/,
    /Remove the quotes: 12/,
  ],
  ['a decimal comma', 'calendar/runDays', '3,5', 'calendar.runDays', 'the text "3,5"', /number/, /3\.5/],
  [
    'a percentage',
    'streams/acute/shares/p1',
    '60%',
    'streams.acute.shares.p1',
    'the text "60%"',
    /from 0 to 1/,
    /0\.6/,
  ],
  [
    'a percent as a share',
    'streams/acute/shares/p1',
    60,
    'streams.acute.shares.p1',
    '60',
    /from 0 to 1/,
    /Did you mean 0\.6\?/,
  ],
  ['null for beds', 'stations/ward/beds', null, 'stations.ward.beds', 'null', /"unlimited"/, /unlimited/],
  ['missing beds', 'stations/ward/beds', undefined, 'stations.ward.beds', 'nothing', /whole number/, /unlimited/],
  ['a million million beds', 'stations/ward/beds', 1e12, 'stations.ward.beds', '1000000000000', /100000/, /unlimited/],
  ['NaN', 'stations/ward/beds', NaN, 'stations.ward.beds', /NaN/, /whole number/, /Beds/],
  [
    'infinity',
    'streams/acute/arrivalsPerDay',
    Infinity,
    'streams.acute.arrivalsPerDay',
    /Infinity/,
    /number/,
    /People who arrive/,
  ],
  ['a list for an object', 'stations', [], 'stations', 'an empty list', /object/, /stations/],
  ['a number for a label', 'stations/ward/label', 5, 'stations.ward.label', '5', /text/, /quotes/],
  ['a label far too long', 'title', 'x'.repeat(300), 'title', 'a text of 300 characters', /at most 200/, /title/],
  [
    'an id with a space',
    'needs/p 1',
    { label: '', goesTo: 'ward' },
    'needs.p 1',
    'the name "p 1"',
    /letters, digits/,
    /short name/,
  ],
  ['a newer version', 'schemaVersion', 99, 'schemaVersion', '99', /1/, /newer/],
  [
    'a date in another order',
    'calendar/startDate',
    '03/06/2019',
    'calendar.startDate',
    'the text "03/06/2019"',
    /YYYY-MM-DD/,
    /startDate/,
  ],
  [
    'an unknown shape',
    'stations/ward/stay',
    { shape: 'lognormla', meanDays: 1 },
    'stations.ward.stay.shape',
    'the text "lognormla"',
    /"lognormal"/,
    /Did you mean "lognormal"/,
  ],
  [
    'a bare mu',
    'stations/ward/stay',
    { shape: 'lognormal', mu: 1, sigma: 1 },
    'stations.ward.stay.mu',
    'unknown field "mu"',
    /meanDays/,
    /./,
  ],
  [
    'a mean of nothing',
    'stations/ward/stay',
    { shape: 'lognormal', meanDays: 0, sdDays: 1 },
    'stations.ward.stay.meanDays',
    '0',
    /above 0/,
    /mean/,
  ],
  [
    'a stay that never varies',
    'stations/ward/stay',
    { shape: 'lognormal', meanDays: 7, sdDays: 0 },
    'stations.ward.stay.sdDays',
    '0',
    /above 0/,
    /fixed/,
  ],
  [
    'a negative sd',
    'stations/ward/stay',
    { shape: 'gamma', meanDays: 7, sdDays: -1 },
    'stations.ward.stay.sdDays',
    '-1',
    /above 0/,
    /sd/,
  ],
  [
    'a unit left out',
    'stations/ward/stay',
    { shape: 'exponential', mean: 7 },
    'stations.ward.stay.mean',
    'unknown field "mean"',
    /meanDays and meanHours/,
    /mean/,
  ],
  [
    'a stay with half its numbers',
    'stations/ward/stay',
    { shape: 'lognormal', meanDays: 7 },
    'stations.ward.stay',
    /object/,
    /./,
    /sdDays/,
  ],
  [
    'eleven months',
    'streams/acute/monthFactors',
    Array(11).fill(1),
    'streams.acute.monthFactors',
    'a list of 11',
    /a list of 12/,
    /./,
  ],
];

const sense: Case[] = [
  [
    'a median above the mean',
    'stations/ward/stay',
    { shape: 'lognormal', meanDays: 5, medianDays: 7 },
    'stations.ward.stay',
    /lognormal/,
    /fit together/,
    /median/,
  ],
  [
    'a reserved id',
    'needs/else',
    { label: '', goesTo: 'ward' },
    'needs.else',
    'the id "else"',
    /means nothing else/,
    /else-1/,
  ],
  [
    'an id of JavaScript',
    'stations/toString',
    { kind: 'exit', label: '' },
    'stations.toString',
    /toString/,
    /nothing else/,
    /toString-1/,
  ],
  [
    'a missing station',
    'stations/ward/next/0/to',
    'teem',
    'stations.ward.next.0.to',
    '"teem"',
    /station/,
    /Did you mean "team"\?/,
  ],
  [
    'a missing equal station',
    'needs/p3/goesTo',
    ['ward', 'P4'],
    'needs.p3.goesTo.1',
    '"P4"',
    /station/,
    /The stations are/,
  ],
  [
    'a missing alternative',
    'needs/p1/otherwise/0/to',
    'wart',
    'needs.p1.otherwise.0.to',
    '"wart"',
    /station/,
    /"ward"/,
  ],
  ['a start nowhere', 'streams/acute/startsAt', 'acute', 'streams.acute.startsAt', '"acute"', /station/, /team/],
  ['a rise to nothing', 'needs/p1/risesTo', 'p2', 'needs.p1.risesTo', '"p2"', /need/, /"p[13]"/],
  [
    'patience without an exit',
    'stations/ward/patience',
    { stay: { shape: 'fixed', days: 3 }, to: 'team' },
    'stations.ward.patience.to',
    '"team"',
    /exit/,
    /./,
  ],
  ['people at no station', 'initial', { wrd: { inCare: 3 } }, 'initial.wrd', '"wrd"', /station/, /"ward"/],
  ['people of no need', 'initial', { ward: { inCare: { p2: 3 } } }, 'initial.ward.inCare.p2', '"p2"', /need/, /./],
  ['people at an exit', 'initial', { home: { inCare: 3 } }, 'initial.home', /exit/, /stay/, /./],
  [
    'delayed for nothing',
    'initial',
    { ward: { delayedFor: { p9: 3 } } },
    'initial.ward.delayedFor.p9',
    '"p9"',
    /need or station/,
    /./,
  ],
  ['a spotlight on nothing', 'story/0/spotlight', 'p3', 'story.0.spotlight', '"p3"', /station/, /./],
  ['a story of no option', 'story/0/option', 'propsed', 'story.0.option', '"propsed"', /option/, /"proposed"/],
  [
    'shares above one',
    'stations/ward/next/0/share',
    0.7,
    'stations.ward.next',
    'shares that add to 1.2',
    /add to 1/,
    /Take 0\.2 away/,
  ],
  [
    'shares below one',
    'streams/acute/shares/p1',
    0.599,
    'streams.acute.shares',
    'shares that add to 0.999',
    /add to 1/,
    /0\.001 of the people/,
  ],
  [
    'shares of a need there is not',
    'streams/acute/shares',
    { p1: 0.6, p4: 0.4 },
    'streams.acute.shares.p4',
    '"p4"',
    /need/,
    /"p1"/,
  ],
  [
    'one way without a share',
    'stations/ward/next/0/share',
    undefined,
    'stations.ward.next.0.share',
    'nothing',
    /share/,
    /several ways/,
  ],
  ['a mixture above one', 'stations/team/stay/of/0/share', 0.8, 'stations.team.stay', /mixture/, /fit/, /add to/],
  ['no stay', 'stations/ward/stay', undefined, 'stations.ward.stay', 'nothing', /stay/, /fixed/],
  ['no way onward', 'stations/ward/next', undefined, 'stations.ward.next', 'nothing', /where people go/, /exit/],
  [
    'a table without everybody',
    'stations/ward/stay',
    { by: 'need', p1: fixed },
    'stations.ward.stay',
    'nothing for p3',
    /every need/,
    /else/,
  ],
  [
    'a table for nobody',
    'stations/ward/stay',
    { by: 'need', p2: fixed, else: fixed },
    'stations.ward.stay.p2',
    '"p2"',
    /need/,
    /./,
  ],
  [
    'two ways to arrive',
    'streams/acute/alwaysWaiting',
    3,
    'streams.acute',
    'arrivalsPerDay and alwaysWaiting',
    /exactly one/,
    /one way/,
  ],
  [
    'no way to arrive',
    'streams/acute',
    { label: '', shares: { p1: 1 } },
    'streams.acute',
    'no arrivals',
    /exactly one/,
    /./,
  ],
  [
    'factors without a rate',
    'streams/acute',
    { label: '', atDays: [1], monthFactors: Array(12).fill(1), shares: { p1: 1 } },
    'streams.acute.monthFactors',
    'monthFactors',
    /arrivalsPerDay/,
    /./,
  ],
  [
    'six days in the week',
    'streams/acute/weekdayFactors',
    [1, 1, 1, 1, 1, 1],
    'streams.acute.weekdayFactors',
    'a list of 6',
    /7 .* 168/,
    /usual day/,
  ],
  [
    'a week of nothing',
    'streams/acute/weekdayFactors',
    [0, 0, 0, 0, 0, 0, 0],
    'streams.acute.weekdayFactors',
    /all 0/,
    /above 0/,
    /./,
  ],
  [
    'arrivals all at once',
    'streams/acute',
    { label: '', everyDays: fixed, shares: { p1: 1 } },
    'streams.acute.everyDays',
    /no time/,
    /above 0/,
    /at once/,
  ],
  ['nothing arrives', 'streams/acute/arrivalsPerDay', 0, 'streams', 'no arrivals', /somebody/, /above 0/],
  ['no streams', 'streams', {}, 'streams', 'no arrivals', /somebody/, /./],
  ['a day that is not', 'calendar/startDate', '2023-02-29', 'calendar.startDate', /2023-02-29/, /exists/, /month/],
  ['a look after the end', 'calendar/lookAtDays', [3, 91], 'calendar.lookAtDays.1', '91', /0 to 90/, /start date/],
  [
    'a change too late',
    'options/0/changes/0/onDate',
    '2024-04-01',
    'options.0.changes.0.onDate',
    /after it ends/,
    /in the run/,
    /Move the date/,
  ],
  [
    'a change too early',
    'options/0/changes/0/onDate',
    '2023-12-01',
    'options.0.changes.0.onDate',
    /before the run begins/,
    /in the run/,
    /./,
  ],
  [
    'a change on a day too late',
    'options/0/changes/0',
    { atDay: 90, set: { 'stations.ward.beds': 8 } },
    'options.0.changes.0.atDay',
    '90',
    /-30 to before 90/,
    /./,
  ],
  ['a change on two days', 'options/0/changes/0/atDay', 3, 'options.0.changes.0', /both/, /either/, /once/],
  ['a change on no day', 'options/0/changes/0/onDate', undefined, 'options.0.changes.0', 'no day', /either/, /./],
  ['a change of nothing', 'options/0/changes/0/set', undefined, 'options.0.changes.0', /nothing/, /path/, /./],
  [
    'an end before the beginning',
    'conditions/0/changes/0/untilDate',
    '2024-01-10',
    'conditions.0.changes.0.untilDate',
    '2024-01-10',
    /after/,
    /./,
  ],
  [
    'a dated change of what is no number',
    'options/0/changes/0/set',
    { 'stations.ward.label': 3 },
    'options.0.changes.0.set.stations.ward.label',
    /Ward/,
    /number/,
    /./,
  ],
  [
    'a dated change of the run',
    'options/0/changes/0/set',
    { 'calendar.runDays': 3 },
    'options.0.changes.0.set.calendar.runDays',
    /Days simulated/,
    /during a run/,
    /whole option/,
  ],
  [
    'a dated change to half a bed',
    'options/0/changes/0/set',
    { 'stations.ward.beds': 8.5 },
    'options.0.changes.0.set.stations.ward.beds',
    '8.5',
    /whole number/,
    /Beds/,
  ],
  [
    'scaling what is not',
    'conditions/0/changes/0/scale',
    { 'streams.acut.arrivalsPerDay': 2 },
    'conditions.0.changes.0.scale.streams.acut.arrivalsPerDay',
    /nowhere/,
    /number/,
    /streams\.acute\.arrivalsPerDay/,
  ],
  [
    'an option for no station',
    'options/0/set',
    { 'stations.teams.places': 3 },
    'options.0.set.stations.teams.places',
    /nowhere/,
    /number/,
    /Did you mean stations\.team\.places\?/,
  ],
  [
    'an option of another length',
    'options/0/set',
    { 'calendar.runDays': 3 },
    'options.0.set.calendar.runDays',
    /share/,
    /./,
    /compared/,
  ],
  [
    'an option that makes nonsense',
    'options/0/set',
    { 'stations.ward.stay.sdDays': -1 },
    'options.0.set.stations.ward.stay.sdDays',
    '-1',
    /above 0/,
    /./,
  ],
  [
    'an option that stops arrivals',
    'options/0/set',
    { 'streams.acute.arrivalsPerDay': 0 },
    'options.0.set.streams',
    'no arrivals',
    /somebody/,
    /./,
  ],
  ['an option called today', 'options/0/id', 'today', 'options.0.id', /today/, /as the document/, /another id/],
  [
    'two options of one id',
    'options/1',
    { id: 'proposed', title: 'Again' },
    'options.1.id',
    /proposed/,
    /of its own/,
    /Rename/,
  ],
  [
    'a slider for nothing',
    'controls/0/path',
    'stations.team.place',
    'controls.0.path',
    /nowhere/,
    /number/,
    /stations\.team\.places/,
  ],
  ['a slider without room', 'controls/0/least', 60, 'controls.0.least', '60', /less than most/, /room/],
  ['a step too wide', 'controls/0/step', 61, 'controls.0.step', '61', /at most 60/, /fit/],
  [
    'evidence for nothing',
    'evidence',
    { 'stations.wrd.beds': { status: 'measured', source: 'x' } },
    'evidence.stations.wrd.beds',
    /nowhere/,
    /number/,
    /stations\.ward\.beds/,
  ],
  [
    'evidence upside down',
    'evidence',
    { 'stations.ward.beds': { status: 'measured', source: 'x', low: 5, high: 4 } },
    'evidence.stations.ward.beds.low',
    '5',
    /high/,
    /./,
  ],
  [
    'a threshold in prose',
    'thresholds/0',
    'delay should be low',
    'thresholds.0',
    /delay should/,
    /station\.measure\.statistic/,
    /acute\.delayed/,
  ],
  ['a threshold of no station', 'thresholds/0', 'wrad.delayed.p90 <= 5', 'thresholds.0', '"wrad"', /station/, /"ward"/],
  [
    'surge that opens as it closes',
    'stations/ward/surge',
    { beds: 2, openAtWaiting: 3, closeAtWaiting: 3 },
    'stations.ward.surge.closeAtWaiting',
    '3',
    /less than openAtWaiting/,
    /./,
  ],
  [
    'surge places on a ward',
    'stations/ward/surge',
    { places: 2, openAtWaiting: 3, closeAtWaiting: 0 },
    'stations.ward.surge.beds',
    'nothing',
    /surge beds/,
    /ward has beds/,
  ],
  [
    'a caseload without a limit',
    'stations/team/places',
    undefined,
    'stations.team.places',
    'nothing',
    /startsPerMonth/,
    /unlimited/,
  ],
  [
    'a way back to itself for ever',
    'stations/team/next/0/to',
    'team',
    'stations.team.next',
    /no way out/,
    /exit/,
    /exit/,
  ],
  [
    'a loop in no time',
    'stations/ward',
    {
      kind: 'ward',
      label: '',
      beds: 3,
      stay: fixed,
      next: [
        { to: 'ward', share: 0.5 },
        { to: 'home', share: 0.5 },
      ],
    },
    'stations.ward.next',
    /no time/,
    /time to pass/,
    /round for ever/,
  ],
];

describe('shape', () => {
  test.each(shape)('%s', (_, at, value, path, found, expected, hint) =>
    check(problemAt(smallWith(at, value), path), found, expected, hint),
  );
});
describe('sense', () => {
  test.each(sense)('%s', (_, at, value, path, found, expected, hint) =>
    check(problemAt(smallWith(at, value), path), found, expected, hint),
  );
});

function check(problem: Problem, found: string | RegExp, expected: RegExp, hint: RegExp): void {
  expect(problem.severity).toBe('error');
  if (typeof found === 'string') expect(problem.found).toBe(found);
  else expect(problem.found).toMatch(found);
  expect(problem.expected).toMatch(expected);
  expect(problem.hint).toMatch(hint);
}

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
  test('an empty beginning', () =>
    expect(warned(smallWith('calendar/warmUpDays', 0))).toEqual(['warning calendar.warmUpDays']));
  test('ids that differ in capitals', () =>
    expect(warned(smallWith('stations/Home', { kind: 'exit', label: '' }))).toEqual(['warning stations.Home']));
  test('an option that limits starts instead of places', () =>
    expect(
      warned(smallWith('options/0/set', { 'stations.team.places': 'unlimited', 'stations.team.startsPerMonth': 27 })),
    ).toEqual([]));
  test('markup in a label is text like any other', () => {
    const label = '<img src=x onerror=alert(1)>';
    expect(validate(smallWith('stations/ward/label', label)).model!.stations['ward']!.label).toBe(label);
  });
});

test('unseen characters are refused, and shown as what they are', () => {
  const problem = problemAt(smallWith('stations/ward/label', 'a\u0000b'), 'stations.ward.label');
  expect(problem.found).toBe('the text "a\\u0000b"');
  problemAt(smallWith('title', 'a\u202eb'), 'title');
  problemAt(smallWith('title', '\ud800'), 'title');
});

test.each(['__proto__', 'constructor', 'prototype'])(
  'the key %s is refused wherever it is, and reaches nothing',
  (key) => {
    const inside = `{"${key}": {"polluted": true}}`;
    const whole = JSON.stringify(smallDocument()).slice(1);
    for (const text of [
      `{"${key}": {"polluted": true}, ${whole}`,
      `{"stations": ${inside}}`,
      `{"evidence": {"a": [${inside}]}}`,
    ]) {
      const { model, problems } = readModel(text);
      expect(model).toBeUndefined();
      expect(problems[0]!.found).toBe(`unknown field "${key}"`);
    }
    problemAt(
      smallWith('options/0/set', { [`stations.${key}.polluted`]: 1 }),
      `options.0.set.stations.${key}.polluted`,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

describe('text', () => {
  const only = (text: string) => {
    const began = performance.now();
    const { model, problems } = readModel(text);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(model).toBeUndefined();
    expect(problems).toHaveLength(1);
    return problems[0]!;
  };
  test('50 MB', () =>
    expect(only(' '.repeat(50_000_000))).toMatchObject({
      path: '',
      found: 'a file of 50.0 MB',
      expected: 'at most 5 MB',
    }));
  test.each([1000, 100_000])('%d levels deep', (levels) => {
    expect(only('['.repeat(levels)).expected).toBe('at most 50 levels of nesting');
    expect(only('{"a":'.repeat(levels)).expected).toBe('at most 50 levels of nesting');
  });
  test('one text of nearly 5 MB', () => expect(only(`"${'x'.repeat(4_900_000)}"`).expected).toMatch(/a model/));
  test.each([
    ['', 'an empty file'],
    [' \n', 'an empty file'],
    ['<!doctype html><html></html>', 'a web page'],
    ['[]', 'an empty list'],
    ['null', 'null'],
    ['42', '42'],
    ['"model"', 'the text "model"'],
    ['{\0"\0', 'text in another encoding'],
    ['{"manifest": {}, "summary": []}', 'a file of results'],
  ])('%j', (text, found) => expect(only(text)).toMatchObject({ path: '', found }));
  test('a mistake has its line and column', () => {
    expect(only('{\n  "stations": {\n    "a": 1,\n  }\n}')).toMatchObject({
      path: 'stations.a',
      found: '"}\\u000a}" at line 4, column 3',
      expected: 'a name in double quotes',
    });
    expect(only('{"a": NaN}')).toMatchObject({
      path: 'a',
      found: '"NaN}" at line 1, column 7',
      hint: 'Only plain decimal numbers can be used.',
    });
    expect(only('{"a": 012}').found).toBe('"12}" at line 1, column 8');
    expect(only('{"a": [1, 2').found).toBe('the end of the file at line 1, column 12');
    expect(only('{} x').expected).toBe('nothing after the model');
  });
  test('a number beyond all numbers', () => {
    const text = JSON.stringify(smallDocument()).replace('"beds":12', '"beds":1e999');
    expect(only(text)).toMatchObject({ path: 'stations.ward.beds', found: 'Infinity, which is no finite number' });
  });
  test('a key given twice', () => {
    const problem = only('{\n"stations": {"p1": {"beds": 1,\n"beds": 2}}}');
    expect(problem).toMatchObject({ path: 'stations.p1.beds', found: 'the key "beds" twice, on line 2 and line 3' });
  });
});

test('callers without JSON: cycles, dates and functions', () => {
  const cyclic = smallDocument() as unknown as Record<string, unknown>;
  cyclic['self'] = [cyclic, cyclic];
  expect(validate(cyclic).problems[0]!.found).toMatch(/50 levels/);
  problemAt(smallWith('title', new Date(0)), 'title');
  expect(validate(() => 1).problems[0]!.path).toBe('');
  expect(validate(undefined).problems[0]!.found).toBe('nothing');
});

test('no more than fifty problems, errors first, always the same', () => {
  const stations = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`s${at}`, { kind: 'ward', label: '', bed: at }]),
  );
  const first = validate(smallWith('stations', stations));
  expect(first.problems).toHaveLength(50);
  expect(validate(smallWith('stations', stations))).toEqual(first);
});

test('every shipped model is one', () => {
  for (const file of readdirSync(models).filter((name) => name.endsWith('.json') && name !== 'model.schema.json')) {
    const { model, problems } = readModel(readFileSync(join(models, file), 'utf8'));
    expect(problems.filter((problem) => problem.severity === 'error').map(sayProblem), file).toEqual([]);
    expect(model).toBeDefined();
  }
});

test('models/model.schema.json is what the code says; to write it: npx onward schema > models/model.schema.json', () => {
  const file = join(models, 'model.schema.json');
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(jsonSchemaText());
});

describe('fuzz', () => {
  const oddities = [
    null,
    true,
    '',
    'unlimited',
    'p1',
    'need',
    '__proto__',
    0,
    -1,
    0.5,
    1e308,
    NaN,
    [],
    {},
    [[]],
    { by: 'need' },
    { shape: 'fixed' },
    fixed,
  ];
  const oddValue = fc.oneof(fc.constantFrom(...oddities), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>);

  /** Every place of a document, as keys from the top. */
  const places = (node: unknown, keys: string[] = []): string[][] =>
    typeof node === 'object' && node !== null
      ? [keys, ...Object.keys(node).flatMap((key) => places((node as Record<string, unknown>)[key], [...keys, key]))]
      : [keys];
  const all = places(smallDocument()).filter((keys) => keys.length > 0);
  const edit = fc.record({
    at: fc.constantFrom(...all),
    how: fc.constantFrom('delete', 'replace', 'add'),
    key: fc.constantFrom('beds', 'by', 'else', 'next', 'x', 'toString'),
    value: oddValue,
  });

  test('documents with places deleted, replaced and added are answered, quickly', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const document = structuredClone(smallDocument());
        for (const { at, how, key, value } of edits) {
          const parent = at
            .slice(0, -1)
            .reduce<unknown>(
              (node, each) => (Object(node) === node ? (node as Record<string, unknown>)[each] : undefined),
              document,
            );
          if (Object(parent) !== parent) continue;
          const place = parent as Record<string, unknown>;
          if (how === 'delete') delete place[at.at(-1)!];
          else if (how === 'replace') place[at.at(-1)!] = structuredClone(value);
          else place[key] = structuredClone(value);
        }
        answered(() => validate(document));
        answered(() => readModel(JSON.stringify(document)));
      }),
      { numRuns: 600, seed: 2019 },
    );
  });

  test('texts with characters cut, put in and changed are answered, quickly', () => {
    const text = JSON.stringify(smallDocument(), null, 1);
    const change = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(20),
      put: fc.string({ unit: 'binary', maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const mutated = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text);
        answered(() => readModel(mutated));
      }),
      { numRuns: 600, seed: 2019 },
    );
  });

  test('any text and any value at all is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => answered(() => readModel(text))),
      { numRuns: 300, seed: 2019 },
    );
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true }), (value) =>
        answered(() => validate(value)),
      ),
      { numRuns: 300, seed: 2019 },
    );
  });

  function answered(ask: () => ReturnType<typeof validate>): void {
    const began = performance.now();
    const { model, problems } = ask();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(model === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
    expect(problems.length).toBeLessThanOrEqual(50);
    for (const problem of problems)
      for (const words of [problem.found, problem.expected, problem.hint])
        expect(words, sayProblem(problem)).not.toBe('');
  }
});
