// The first number after a move: on the screen as soon as enough years have come, and never kept waiting by later moves.
import { describe, expect, it } from 'vitest';
import type { RowKey, Settling } from '../../engine/index.ts';
import { createResults } from '../../ui/state/results.ts';
import { startOf, type Settings } from '../../ui/model/asked.ts';
import type { Listener, Pool } from '../../ui/worker/client.ts';
import { smallModel } from './small-model.ts';

const key: RowKey = { station: 'acute', measure: 'delayed', statistic: 'mean', who: 'all', day: '', unit: 'people' };
const start = startOf(smallModel);
const moved = (beds: number): Settings => ({ ...start, set: { 'stations.p2.beds': beds } });

/** Of a run that is shorter than a week. */
const noWeeks = new Float64Array();
const settling: Settling = { settles: 'settles', changes: [], stretches: null, stations: [] };

/** A pool that only notes what it is asked; the test answers. Whether it settles is known at once. */
function asked() {
  const jobs: { beds: unknown; isCancelled: boolean; answer(from: number, to: number): void }[] = [];
  const replicate: Pool['replicate'] = ({ run, replications, byWeekBelow = 0 }, listener: Listener) => {
    const job = {
      beds: run.set?.['stations.p2.beds'],
      isCancelled: false,
      answer(from: number, to: number) {
        listener.reply({ type: 'keys', id: 1, keys: [key] });
        for (let replication = from; replication < to; replication++)
          listener.reply({
            type: 'chunk',
            id: 1,
            replication,
            values: Float64Array.of(10 + replication),
            ...(replication < byWeekBelow && { weeks: noWeeks }),
          });
        if (to > replications.at(-1)!) listener.done?.();
      },
    };
    jobs.push(job);
    return () => void (job.isCancelled = true);
  };
  const results = createResults();
  const ask: Pool['ask'] = ({ type }, listener) => {
    if (type === 'settling') listener.reply({ type, id: 1, settling });
    return () => {};
  };
  results.connect({ replicate, ask });
  results.open(smallModel);
  return { results, jobs };
}

describe('the first number', () => {
  it('is there with the second year, before anything else is done', () => {
    const { results, jobs } = asked();
    results.run(start);
    jobs[0].answer(0, 1);
    expect(results.getState().shown).toBeUndefined();
    jobs[0].answer(1, 2);
    expect(results.getState().shown?.option[0].value).toBe(10.5);
  });

  it('of a moved slider needs its own years only, and takes the outline off', () => {
    const { results, jobs } = asked();
    results.run(start);
    jobs[0].answer(0, start.replications);
    results.run(moved(4));
    expect(results.getState().isForPrevious).toBe(true);
    jobs[1].answer(0, 2);
    expect(results.getState()).toMatchObject({
      isForPrevious: false,
      status: 'sharpening',
      shown: { replications: 2 },
    });
  });

  it('is beside today once it is known whether today settles, and from then on at once', async () => {
    const { results, jobs } = asked();
    const apart = () => results.getState().shown?.differences.length;
    results.run(moved(4));
    for (const job of jobs) job.answer(0, 2);
    expect(apart()).toBe(0);
    for (const job of jobs) job.answer(2, start.replications);
    await expect.poll(apart).toBe(1);
    results.run(moved(5));
    jobs.at(-1)!.answer(0, 2);
    expect(results.getState()).toMatchObject({ isForPrevious: false, shown: { replications: 2 } });
    expect(apart()).toBe(1);
  });

  it('comes through while a thumb moves on, and then only the newest move is asked', () => {
    const { results, jobs } = asked();
    results.run(start);
    jobs[0].answer(0, start.replications);
    for (const beds of [4, 5, 6]) results.run(moved(beds));
    expect(jobs.map(({ beds }) => beds)).toEqual([undefined, 4]);
    jobs[1].answer(0, 2);
    expect(results.getState().shown?.settings.set).toEqual({ 'stations.p2.beds': 4 });
    expect(jobs.map(({ beds, isCancelled }) => [beds, isCancelled])).toEqual([
      [undefined, false],
      [4, true],
      [6, false],
    ]);
    expect(results.getState().isForPrevious).toBe(true);
  });
});

describe('another number of years, while the first are on their way', () => {
  it('is fewer: the rest is simulated no more', async () => {
    const { results, jobs } = asked();
    results.run({ ...start, replications: 1000 });
    jobs[0].answer(0, 50);
    results.run({ ...start, replications: 50 });
    expect(jobs.map(({ isCancelled }) => isCancelled)).toEqual([true]);
    await expect.poll(() => results.getState()).toMatchObject({ status: 'done', shown: { replications: 50 } });
  });

  it('is more: those that are missing are asked for', async () => {
    const { results, jobs } = asked();
    results.run({ ...start, replications: 50 });
    jobs[0].answer(0, 20);
    results.run({ ...start, replications: 60 });
    expect(jobs.map(({ isCancelled }) => isCancelled)).toEqual([true, false]);
    jobs[1].answer(20, 60);
    await expect.poll(() => results.getState()).toMatchObject({ status: 'done', shown: { replications: 60 } });
  });
});
