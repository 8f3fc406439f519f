// A number over its range: which values are tried, what is requested, and that it can be stopped, refused and requested again.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import { createSweep, MOST_VALUES, valuesAcross } from '../../ui/study/sweep-run.ts';
import { tornado } from '../../ui/study/tornado-run.ts';
import { FIRST_REPLICATION } from '../../ui/model/shown.ts';
import { settings } from '../../ui/state/settings.ts';
import { subjectOf } from '../../ui/model/values.ts';
import type { Listener } from '../../ui/worker/client.ts';
import type { RunRequest } from '../../engine/index.ts';
import { shippedModel } from '../models/shipped.ts';

const model = shippedModel('ilkeston-2019');
const BEDS = 'stations.p2.beds';
const { station, measure } = subjectOf(model);

interface Question {
  readonly run: RunRequest;
  readonly years: readonly number[];
  readonly listener: Listener;
  cancelled: boolean;
}

/** A sweep whose questions are kept, to be answered as a worker would. */
function asked() {
  const questions: Question[] = [];
  const sweep = createSweep((run, _seed, years, listener) => {
    const question = { run, years, listener, cancelled: false };
    questions.push(question);
    return () => void (question.cancelled = true);
  }, tornado);
  const present = { ...settings.getState().present, replications: 3 };
  const start = (values: readonly number[]) => sweep.start(model, present, BEDS, values);
  const answer = (value: number) => {
    const { listener, years } = questions.at(-1)!;
    const key = { station, measure, statistic: 'mean', who: 'all', day: '', unit: 'people' };
    listener.reply({ type: 'keys', id: 1, keys: [{ ...key, statistic: 'p90' }, key] } as never);
    for (const replication of years)
      listener.reply({ type: 'chunk', id: 1, replication, values: Float64Array.of(99, value + replication) } as never);
    listener.done?.();
  };
  return { sweep, questions, present, start, answer };
}

describe('the values tried', () => {
  it('are whole numbers of steps from one end to the other, both ends among them, rising, nine at most', () => {
    const small = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 300 }), fc.constantFrom(0.5, 1, 2, 5), (low, steps, step) => {
        const high = low + steps * step;
        const values = valuesAcross(low, high, step);
        expect([values[0], values.at(-1)]).toEqual([low, high]);
        expect(values).toHaveLength(Math.min(MOST_VALUES, steps + 1));
        values.forEach((value, at) => {
          expect(Number.isInteger((value - low) / step)).toBe(true);
          if (at > 0) expect(value).toBeGreaterThan(values[at - 1]);
        });
      }),
    );
    expect(valuesAcross(0.1, 0.4, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4]);
  });
});

describe('a sweep', () => {
  it('asks for one value after another over the same years, and keeps the mean and range of each', () => {
    const { sweep, questions, start, answer } = asked();
    start([3, 6, 9]);
    for (const value of [12, 7, 5]) answer(value);
    expect(questions.map(({ run }) => run.set?.[BEDS])).toEqual([3, 6, 9]);
    const years = [0, 1, 2].map((at) => at + FIRST_REPLICATION);
    expect(questions.map((one) => one.years)).toEqual([years, years, years]);
    const { status, looks, come } = sweep.getState();
    expect([status, come]).toEqual(['done', 9]);
    expect(looks.map(({ mean }) => mean)).toEqual([12, 7, 5].map((value) => value + FIRST_REPLICATION + 1));
    looks.forEach(({ low, mean, high }) => expect(low < mean && mean < high).toBe(true));
  });

  it('can be stopped, keeps what it found, and is of no other number or setting', () => {
    const { sweep, questions, present, start, answer } = asked();
    start([3, 6, 9]);
    answer(12);
    sweep.stop();
    expect(questions.at(-1)!.cancelled).toBe(true);
    expect([sweep.getState().status, sweep.getState().looks.length]).toEqual(['stopped', 1]);
    expect(sweep.isOf(model, present, BEDS)).toBe(true);
    expect(sweep.isOf(model, present, 'stations.p3.beds')).toBe(false);
    expect(sweep.isOf(model, { ...present, seed: present.seed + 1 }, BEDS)).toBe(false);
    start([4, 5]);
    expect(sweep.getState()).toMatchObject({ status: 'running', values: [4, 5], looks: [], come: 0 });
  });

  it('ends in words where a value is refused or a worker fails twice', () => {
    const { sweep, questions, start, answer } = asked();
    start([3, 6]);
    answer(12);
    const found = { path: BEDS, found: '6', expected: 'fewer', hint: 'Give fewer.', severity: 'error' };
    questions.at(-1)!.listener.reply({ type: 'refused', id: 1, problems: [found] } as never);
    expect(sweep.getState().status).toBe('failed');
    expect(sweep.getState().message).toContain('Give fewer.');
    expect(sweep.getState().looks).toHaveLength(1);
    start([3, 6]);
    questions.at(-1)!.listener.failed('The worker crashed.');
    expect(sweep.getState()).toMatchObject({ status: 'failed', message: 'The worker crashed.' });
  });
});
