// Long because the search is asked of the same made-up workers. The comparison's numbers are those of a whole study, replication by replication; work that nobody looks at any more is stopped.
import { describe, expect, it } from 'vitest';
import {
  AT_LEAST_NOTHING,
  compile,
  differences,
  interval,
  replicate,
  rowKeys,
  solve,
  summarise,
  withAverages,
  within,
  work,
  type RunRequest,
} from '../../engine/index.ts';
import { asCounted } from '../../engine/study/statistics/averages.ts';
import { columnsOf, offeredBeside } from '../../ui/study/columns.ts';
import { communityOf } from '../../ui/shown/compared-lines.ts';
import { createSearching } from '../../ui/study/searching.ts';
import { createSideBySide, fromToday } from '../../ui/study/side-by-side.ts';
import { startOf, type Settings } from '../../ui/model/asked.ts';
import type { Pool } from '../../ui/worker/client.ts';
import { stepsOfStudy } from '../../ui/worker/studies.ts';
import type { Spread } from '../../ui/worker/protocol.ts';
import { hear } from './hear.ts';
import { smallModel } from './small-model.ts';

/** Workers that answer when told to, in the order in which they were asked. */
function workersByHand() {
  const due: { isCancelled: boolean; type: string; answer(): void }[] = [];
  const pool: Pool = {
    replicate(question, listener) {
      const job = {
        isCancelled: false,
        type: question.type,
        answer() {
          hear(work({ ...question, id: 1 }, compile), listener);
        },
      };
      due.push(job);
      return () => void (job.isCancelled = true);
    },
    ask(question, listener) {
      if (question.type === 'settling') {
        hear(stepsOfStudy({ ...question, id: 1 }), listener);
        return () => {};
      }
      if (question.type !== 'spread') throw new Error(question.type);
      const job = {
        isCancelled: false,
        type: question.type,
        answer() {
          hear(stepsOfStudy({ ...question, id: 1 }), listener);
        },
      };
      due.push(job);
      return () => void (job.isCancelled = true);
    },
  };
  const answerAll = () => {
    while (due.length > 0) {
      const job = due.shift()!;
      if (!job.isCancelled) job.answer();
    }
  };
  return { pool, due, answerAll };
}

const start = startOf(smallModel);
const REPLICATIONS = 6;
const columnsFor = (settings: Settings, chosen?: readonly string[]) =>
  columnsOf(
    smallModel,
    settings,
    offeredBeside(smallModel, settings, () => 'Mine'),
    chosen,
  );
const asked = (settings: Settings, chosen?: readonly string[]) => ({
  model: smallModel,
  columns: columnsFor(settings, chosen),
  seed: settings.seed,
  replications: REPLICATIONS,
});
const allOf = (run: RunRequest) => {
  const program = compile(smallModel, run);
  const values = Array.from({ length: REPLICATIONS }, (_, r) => replicate(program, start.seed, r));
  return { keys: rowKeys(program), values };
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 120));

describe('side by side', () => {
  const edited: Settings = { ...start, option: 'more-beds', set: { 'stations.p1.places': 29 } };

  it('has the rows and paired differences of the whole study, to the last digit, for what is edited as well', async () => {
    const { pool, answerAll } = workersByHand();
    const store = createSideBySide();
    store.connect(pool);
    store.run(asked(edited, ['*', 'more-beds']));
    answerAll();
    await settle();
    answerAll();
    const state = store.getState();
    expect([state.status, state.progress, state.replications]).toEqual(['done', 1, REPLICATIONS]);
    const today = allOf({ option: 'today' });
    state.asked!.columns.forEach(({ id, run }, column) => {
      const { keys, values } = allOf(run);
      const [ofToday, ofThis] = [state.spreads[0] as Spread, state.spreads[column] as Spread];
      const rows = withAverages(summarise(id, keys, values), ofThis.settling);
      const apart = withAverages(
        differences(id, 'today', keys, values, today.values),
        ofThis.settling,
        ofToday.settling,
      );
      const found = state.lines.map(
        (line, at) => [line, state.rows[column][at], fromToday(state, column)?.[at]] as const,
      );
      for (const [line, row, difference] of found.filter(([one]) => !one.from)) {
        const at = keys.findIndex(
          (key) =>
            key.station === line.station &&
            key.measure === line.measure &&
            key.statistic === line.statistic &&
            key.who === 'all' &&
            key.day === '',
        );
        expect(row).toEqual(rows[at]);
        if (column > 0) expect(difference).toEqual(apart[at]);
      }
      // A sum over services has the interval of the sum, not the sum of intervals.
      const empty = state.lines.findIndex(({ role }) => role === 'empty');
      const free = communityOf(smallModel).map((station) =>
        keys.findIndex((key) => key.station === station && key.measure === 'free' && key.who === 'all'),
      );
      expect(free).toHaveLength(2);
      // By flow balance 2 × 0.4 × 14 = 11.2 beds are needed and 3 or 11 are there: none of these settles, and none has an average.
      expect([state.rows[column][empty].value, state.rows[column][empty].ciLow]).toEqual([null, null]);
    });
    expect(state.spreads.map((one) => typeof one)).toEqual(['object', 'object', 'object']);
  });

  it('knows no number of empty places where there is no limit', async () => {
    const { pool, answerAll } = workersByHand();
    const store = createSideBySide();
    store.connect(pool);
    store.run(asked(start, ['no-limit']));
    answerAll();
    await settle();
    const { rows, lines } = store.getState();
    const empty = lines.findIndex(({ role }) => role === 'empty');
    // Today does not settle: what was counted stands behind the average that is withheld.
    expect(rows.map((of) => asCounted(of[empty]).value === null)).toEqual([false, true]);
  });

  it('stops what is not looked at any more, and asks once for what it has', async () => {
    const { pool, due, answerAll } = workersByHand();
    const store = createSideBySide();
    store.connect(pool);
    store.run(asked(start, ['more-beds', 'no-limit']));
    expect(due).toHaveLength(3);
    store.run(asked(start, ['no-limit']));
    expect(due.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false]);
    answerAll();
    await settle();
    store.leave();
    answerAll();
    store.run(asked(start, ['no-limit']));
    expect(due.filter(({ type }) => type === 'replicate')).toEqual([]);
    expect(store.getState().status).toBe('done');
    store.leave();
    expect(due.every(({ isCancelled }) => isCancelled)).toBe(true);
  });
});

describe('how the waiting is spread', () => {
  it('is the same weeks and shares whichever way they are asked for', async () => {
    const { pool, answerAll } = workersByHand();
    const store = createSideBySide();
    store.connect(pool);
    store.run(asked(start, []));
    answerAll();
    await settle();
    answerAll();
    const [spread] = store.getState().spreads;
    if (typeof spread !== 'object') throw new Error('There is no spread.');
    const { weeks, over } = spread;
    weeks.mean.forEach((mean, week) => {
      expect(weeks.low[week]).toBeLessThanOrEqual(weeks.high[week]);
      expect(mean).toBeGreaterThanOrEqual(0);
    });
    // The mean number of people is the sum over n of the share of the time with more than n.
    const { keys, values } = allOf({ option: 'today' });
    const at = keys.findIndex(
      (key) => key.station === 'acute' && key.measure === 'delayed' && key.statistic === 'mean' && key.who === 'all',
    );
    const waiting = interval(values.map((one) => one[at])).mean;
    expect(over.mean.reduce((sum, one) => sum + one, 0)).toBeCloseTo(waiting, 9);
    expect(over.mean.every((one, n) => n === 0 || one <= over.mean[n - 1])).toBe(true);
  });
});

describe('the search', () => {
  const search = {
    model: smallModel,
    goal: { paths: ['stations.p2.beds'], kind: 'mean', limit: 6, within: 'today' } as const,
    run: { option: 'today', conditions: [], set: {}, changes: [] },
    within: 'Today',
    tries: { least: 0, most: 30, step: 1 },
    numbersAt: (value: number) => ({ 'stations.p2.beds': value }),
    seed: start.seed,
    replications: 4,
  };

  it('finds in the page what the engine finds', () => {
    const { pool, answerAll } = workersByHand();
    const searching = createSearching();
    searching.start(pool, search);
    answerAll();
    const { status, solved, looks, progress } = searching.getState();
    const steps = solve(search.tries, { sign: '<=', limit: 6 });
    let step = steps.next();
    while (!step.done) {
      const program = compile(smallModel, { option: 'today', set: { 'stations.p2.beds': step.value } });
      const at = rowKeys(program).findIndex(
        (key) => key.station === 'acute' && key.measure === 'delayed' && key.statistic === 'mean' && key.who === 'all',
      );
      // With fewer than 11.2 beds it does not settle: there is no average, and nothing meets a target.
      const settles = step.value > 11.2;
      const found = interval(
        Array.from({ length: 4 }, (_, r) => (settles ? replicate(program, start.seed, r)[at] : Number.NaN)),
      );
      step = steps.next(within(found, AT_LEAST_NOTHING));
    }
    expect([status, progress, solved]).toEqual(['done', 1, step.value]);
    expect(solved!.value).toBeGreaterThanOrEqual(12);
    expect(looks.map(({ value }) => value).toSorted((a, b) => a - b)).toEqual(solved!.tried.map(({ value }) => value));
  });

  it('says what a year costs at each number tried where prices are there, and nothing where they are not', () => {
    const { pool, answerAll } = workersByHand();
    const searching = createSearching();
    const p2 = { ...smallModel.stations.p2!, costs: { placeDayGbp: 100 } };
    const evidence = { 'stations.p2.costs.placeDayGbp': { status: 'illustrative', source: 'Made up.' } };
    const priced = { ...smallModel, stations: { ...smallModel.stations, p2 }, evidence } as typeof smallModel;
    searching.start(pool, { ...search, model: priced });
    answerAll();
    const settled = searching.getState().looks.filter(({ mean }) => Number.isFinite(mean));
    expect(settled.length).toBeGreaterThan(2);
    // Every bed is paid for, in use or not.
    for (const { value, costs } of settled) expect(costs).toBeCloseTo(value * 100 * 365.25, -4);
    searching.start(pool, search);
    answerAll();
    expect(searching.getState().looks.every(({ costs }) => Number.isNaN(costs))).toBe(true);
  });

  it('stops at once, keeps what was tried, and a refusal is said', () => {
    const { pool, due } = workersByHand();
    const searching = createSearching();
    searching.start(pool, search);
    due.shift()!.answer();
    searching.stop();
    expect(searching.getState()).toMatchObject({ status: 'stopped', solved: undefined });
    expect(searching.getState().looks).toHaveLength(1);
    expect(due.every(({ isCancelled }) => isCancelled)).toBe(true);
    searching.start(pool, { ...search, run: { ...search.run, option: 'nobody' } });
    due.at(-1)!.answer();
    expect(searching.getState()).toMatchObject({ status: 'failed', message: expect.stringContaining('nobody') });
  });
});
