// The Assumptions view without a browser: its lines, how much each matters, step by step and in words, and the keys to views.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import { numberAt, numberPaths, type Model, type RunRequest } from '../../engine/index.ts';
import { difference } from '../../engine/study/statistics/confidence.ts';
import { chosenFrom, countOf, inOrder, linesOf, partsOf, sayCounts } from '../../ui/shown/assumption-lines.ts';
import { createTornado } from '../../ui/study/tornado-run.ts';
import { changedLines, measureLines } from '../../ui/shown/report-lines.ts';
import { startOf } from '../../ui/model/asked.ts';
import { viewOfKeys } from '../../ui/address/view-keys.ts';
import type { Listener } from '../../ui/worker/client.ts';
import type { DocumentNumber } from '../../ui/worker/protocol.ts';
import { NO_DIFFERENCE, sayApart, sayApartRange, sayEnd } from '../../ui/words/matters.ts';
import { shippedModel } from '../models/shipped.ts';

const model = shippedModel('ilkeston-2019');
const numbersOf = (of: Model): DocumentNumber[] =>
  numberPaths(of).map((path) => {
    const { value, facts } = numberAt(of, path);
    return { path, document: value, value, facts };
  });
const numbers = numbersOf(model);
const lines = linesOf(model, numbers);

describe('the lines', () => {
  it('have the evidence of the document, their own range and no range of a part', () => {
    const line = (path: string) => lines.find((one) => one.path === path)!;
    expect(line('stations.p2.stay.meanDays')).toMatchObject({
      status: 'estimated',
      range: '10 to 21 days',
      said: '14 days',
    });
    // Evidence for all of an alternative says nothing of one number's ends.
    expect(line('needs.p1.otherwise.0.afterDays')).toMatchObject({ status: 'illustrative', range: undefined });
  });

  it('are counted, and a number without evidence is named as such', () => {
    expect(sayCounts(lines)).toBe('4 measured · 1 estimated · 32 illustrative');
    const bare = linesOf({ ...model, evidence: {} }, numbers);
    expect(countOf(bare)).toEqual({ measured: 0, estimated: 0, illustrative: 0, 'no source': numbers.length });
  });

  it('are chosen from by status, service and words together', () => {
    const any = { status: '', part: '', words: '' } as const;
    expect(chosenFrom(lines, any)).toEqual(lines);
    for (const part of partsOf(lines))
      expect(new Set(chosenFrom(lines, { ...any, part }).map((line) => line.part))).toEqual(new Set([part]));
    expect(chosenFrom(lines, { ...any, status: 'measured', words: 'WARD beds' }).map(({ path }) => path)).toEqual([
      'stations.p3.beds',
      'stations.p3.surge.beds',
    ]);
  });

  it('in any order are the same lines', () => {
    const sizes = new Map([['stations.p2.beds', 3]]);
    for (const order of ['document', 'matters', 'status'] as const)
      expect(new Set(inOrder(lines, order, sizes))).toEqual(new Set(lines));
    expect(inOrder(lines, 'matters', sizes)[0].path).toBe('stations.p2.beds');
    expect(inOrder(lines, 'status', sizes).at(-1)!.status).toBe('measured');
  });
});

/** Answers by hand: what was asked, and how to give or refuse it. */
function byHand() {
  const asked: { set: Record<string, unknown>; listener: Listener; isCancelled: boolean }[] = [];
  const ask = (run: RunRequest, _seed: number, _replications: readonly number[], listener: Listener) => {
    const one = { set: { ...run.set }, listener, isCancelled: false };
    asked.push(one);
    return () => void (one.isCancelled = true);
  };
  const answer = (values: readonly number[]) => {
    const { listener } = asked.at(-1)!;
    const key = { station: 'acute', measure: 'delayed', statistic: 'mean', who: 'all', day: '', unit: 'people' };
    listener.reply({ type: 'keys', id: 1, keys: [{ ...key, measure: 'free' }, key] });
    values.forEach((value, replication) =>
      listener.reply({ type: 'chunk', id: 1, replication, values: Float64Array.of(-1, value) }),
    );
    listener.done!();
  };
  return { asked, ask, answer, tornado: createTornado(ask as Parameters<typeof createTornado>[0]) };
}

describe('how much each matters', () => {
  const two = {
    ...model,
    evidence: Object.fromEntries(
      Object.entries(model.evidence!).filter(([path]) => /p[12]\.stay\.meanDays/.test(path)),
    ),
  };
  const present = { ...startOf(two), replications: 3 };

  it('is worked out one end at a time, over what is on the screen, and is the paired difference', () => {
    const { asked, answer, tornado } = byHand();
    tornado.open(two, { ...present, set: { 'stations.p2.beds': 5 } }, numbers);
    expect(tornado.getState()).toMatchObject({ status: 'running', asked: 15 });
    const given = [
      [5, 6, 8],
      [4, 5, 6],
      [9, 9, 9],
      [5, 6, 8],
      [5, 6, 8],
    ];
    for (const values of given) answer(values);
    expect(asked.map(({ set }) => set)).toEqual([
      { 'stations.p2.beds': 5 },
      { 'stations.p2.beds': 5, 'stations.p1.stay.meanDays': 14 },
      { 'stations.p2.beds': 5, 'stations.p1.stay.meanDays': 35 },
      { 'stations.p2.beds': 5, 'stations.p2.stay.meanDays': 10 },
      { 'stations.p2.beds': 5, 'stations.p2.stay.meanDays': 21 },
    ]);
    const { status, tried, come } = tornado.getState();
    expect({ status, come }).toEqual({ status: 'done', come: 15 });
    const level = 1 - 0.05 / 6;
    expect(tried[0].swing).toMatchObject({
      low: difference(given[1], given[0], level),
      high: difference(given[2], given[0], level),
      apart: difference(given[2], given[1], level),
    });
    expect(tried[1].swing).toMatchObject({ isClear: false, apart: { mean: 0, low: 0, high: 0 } });
  });

  it('stops at once and goes on where it was; other settings begin it anew', () => {
    const { asked, answer, tornado } = byHand();
    tornado.open(two, present, numbers);
    answer([1, 2, 3]);
    answer([1, 2, 3]);
    tornado.stop();
    expect(asked.at(-1)!.isCancelled).toBe(true);
    expect(tornado.getState()).toMatchObject({ status: 'stopped', come: 3 });
    tornado.open(two, present, numbers); // looked at again: what somebody stopped stays so
    expect(asked).toHaveLength(3);
    tornado.goOn();
    expect(asked.at(-1)!.set).toEqual({ 'stations.p1.stay.meanDays': 14 });
    tornado.leave();
    expect(tornado.getState().status).toBe('stopped');
    tornado.open(two, present, numbers);
    expect(tornado.getState().status).toBe('running');
    tornado.open(two, { ...present, seed: 9 }, numbers);
    expect(tornado.getState()).toMatchObject({ status: 'running', come: 0, tried: [] });
    expect(tornado.isOf(two, present)).toBe(false);
  });

  it('a number that cannot be taken there is named, and the others are tried', () => {
    const { asked, answer, tornado } = byHand();
    tornado.open(two, present, numbers);
    answer([1, 2, 3]);
    const problem = { path: 'x', found: 'y', expected: 'z', hint: 'w', severity: 'error' } as const;
    asked.at(-1)!.listener.reply({ type: 'refused', id: 1, problems: [problem] });
    expect(tornado.getState().tried[0].problem).toContain('expected z');
    expect(asked.at(-1)!.set).toEqual({ 'stations.p2.stay.meanDays': 10 });
  });

  it('of a document without ranges is done at once', () => {
    const { asked, tornado } = byHand();
    tornado.open({ ...model, evidence: {} }, present, numbers);
    expect([tornado.getState().status, asked.length]).toEqual(['done', 0]);
  });
});

describe('in words', () => {
  const some = fc.double({ min: -200, max: 200, noNaN: true });
  it('nothing is claimed where the range spans zero, and no direction is lost where it does not', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0.001, max: 50, noNaN: true }), (mean, half) => {
        const side = { mean, low: mean - half, high: mean + half, n: 20 };
        const isClear = side.low > 0 || side.high < 0;
        const said = [sayEnd(side), sayApart({ low: side, high: side, apart: side, isClear })];
        if (!isClear) {
          expect(said).toEqual([NO_DIFFERENCE, NO_DIFFERENCE]);
          return;
        }
        expect(said[0]).toMatch(
          mean < 0 ? /^about [\d.,]+ fewer (person|people)$/ : /^about [\d.,]+ more (person|people)$/,
        );
        expect(said[1]).toMatch(/^about [\d.,]+ (person|people) apart$/);
      }),
    );
  });
  it('the same in every year is said so', () => {
    const none = { mean: 0, low: 0, high: 0, n: 20 };
    const swing = { low: none, high: none, apart: none, isClear: false };
    expect([sayEnd(none), sayApart(swing), sayApartRange(swing)]).toEqual([
      'the same',
      'no difference at all',
      'the same in every simulated year',
    ]);
  });
});

describe('the report', () => {
  it('names what the option and what a hand has changed, each with its value today', () => {
    const changed = changedLines(model, { option: 'other-reading-today', set: { 'stations.p2.beds': 5 } }, lines);
    expect(changed.map(({ name, today, now, isYours }) => [name, today, now, isYours])).toEqual([
      ['Places at home', '27 places', 'no limit', false],
      ['Care at home, starts per month', 'not set', '27', false],
      ['Supportive beds', '3 beds', '5 beds', true],
    ]);
  });
  it('asks for waiting first', () => {
    expect(measureLines(model)[0]).toMatchObject({ station: 'acute', measure: 'delayed' });
  });
});

describe('keys to views', () => {
  const pressed = (code: string, held: object = { altKey: true, shiftKey: true }) =>
    viewOfKeys({ altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, code, ...held });
  it.each([
    ['Digit1', 'explore'],
    ['Digit4', 'assumptions'],
    ['Digit6', 'report'],
    ['Numpad7', 'help'],
  ])('%s goes to %s', (code, view) => expect(pressed(code)).toBe(view));
  it('nothing else does', () => {
    for (const code of ['Digit0', 'Digit8', 'KeyA', 'F1']) expect(pressed(code)).toBeUndefined();
    for (const held of [{}, { altKey: true }, { shiftKey: true }, { altKey: true, shiftKey: true, ctrlKey: true }])
      expect(pressed('Digit1', held)).toBeUndefined();
  });
});
