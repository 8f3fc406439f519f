// The pool of workers: years are shared out, cancelled work sends no answer, and a crash or a silence is survived once and then reported.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPool, type Listener, type WorkerLike } from '../../ui/worker/client.ts';
import type { PageReply, Sent } from '../../ui/worker/protocol.ts';
import { FETCH_SECONDS, PATIENCE_SECONDS } from '../../ui/worker/watchdog.ts';
import { smallModel } from './small-model.ts';

/** Workers that do nothing by themselves: the test is their engine. */
function standIns() {
  const workers: (WorkerLike & { heard: Sent[]; ended: boolean })[] = [];
  const start = () => {
    const worker = {
      heard: [] as Sent[],
      ended: false,
      postMessage: (message: Sent) => void worker.heard.push(message),
      terminate: () => void (worker.ended = true),
      onmessage: null,
      onerror: null,
    };
    workers.push(worker);
    return worker as WorkerLike;
  };
  const say = (at: number, reply: PageReply) => workers[at].onmessage!({ data: reply } as MessageEvent<PageReply>);
  const crash = (at: number) => workers[at].onerror!({ message: 'out of memory' } as ErrorEvent);
  const years = (at: number) =>
    workers[at].heard.flatMap((message) => (message.type === 'replicate' ? [message.replications] : []));
  return { workers, start, say, crash, years };
}

function listening() {
  const heard: string[] = [];
  const listener: Listener = {
    reply: (reply) => void heard.push(reply.type === 'chunk' ? `year ${reply.replication}` : reply.type),
    done: () => void heard.push('done'),
    failed: (message) => void heard.push(`failed: ${message}`),
  };
  return { heard, listener };
}

const question = (replications: number[]) =>
  ({ type: 'replicate', model: smallModel, run: { option: 'today' }, seed: 7, replications }) as const;
const chunk = (id: number, replication: number): PageReply => ({
  type: 'chunk',
  id,
  replication,
  values: new Float64Array(1),
});

describe('the pool', () => {
  it('deals simulated years out in turn, and is done when every worker is', () => {
    const { start, say, years } = standIns();
    const { heard, listener } = listening();
    createPool(start, 2).replicate(question([0, 1, 2, 3, 4]), listener);
    expect([years(0), years(1)]).toEqual([[[0, 2, 4]], [[1, 3]]]);
    say(0, chunk(1, 0));
    say(1, { type: 'done', id: 2 });
    expect(heard).toEqual(['year 0']);
    say(0, { type: 'done', id: 1 });
    expect(heard).toEqual(['year 0', 'done']);
  });

  it('has as many years done before all else as a number on the screen needs, however many workers there are', () => {
    const firstOf = (size: number) => {
      const { workers, start } = standIns();
      createPool(start, size).replicate(question([0, 1, 2, 3]), listening().listener);
      return workers.map(({ heard }) => heard.map((message) => 'first' in message && message.first));
    };
    expect(firstOf(1)).toEqual([[2]]);
    expect(firstOf(2)).toEqual([[1], [1]]);
  });

  it('hears nothing more of what was cancelled', () => {
    const { workers, start, say } = standIns();
    const { heard, listener } = listening();
    const cancel = createPool(start, 1).replicate(question([0, 1]), listener);
    cancel();
    say(0, chunk(1, 0));
    say(0, { type: 'done', id: 1 });
    expect(workers[0].heard.at(-1)).toEqual({ type: 'cancel', id: 1 });
    expect(heard).toEqual([]);
  });

  it('takes of a worker that answers twice the first answer, and one end', () => {
    const { start, say } = standIns();
    const { heard, listener } = listening();
    createPool(start, 1).replicate(question([0, 1]), listener);
    say(0, chunk(1, 0));
    say(0, chunk(1, 0));
    say(0, chunk(1, 1));
    say(0, { type: 'done', id: 1 });
    say(0, { type: 'done', id: 1 });
    expect(heard).toEqual(['year 0', 'year 1', 'done']);
  });

  it('starts a crashed worker again and asks it once for what is missing', () => {
    const { workers, start, say, crash, years } = standIns();
    const { heard, listener } = listening();
    createPool(start, 1).replicate(question([0, 1, 2]), listener);
    say(0, chunk(1, 0));
    crash(0);
    expect(workers[0].ended).toBe(true);
    expect(years(1)).toEqual([[1, 2]]);
    crash(1);
    expect(heard).toEqual(['year 0', 'failed: out of memory']);
    expect(workers).toHaveLength(2);
  });

  it('starts a worker afresh for the next question after a failure', () => {
    const { start, crash, years } = standIns();
    const pool = createPool(start, 1);
    pool.replicate(question([0]), listening().listener);
    crash(0);
    crash(1);
    pool.replicate(question([5]), listening().listener);
    expect(years(2)).toEqual([[5]]);
  });

  it('sends a worker each document once: again only to one that took its place, or after another', () => {
    const { workers, start, crash } = standIns();
    const pool = createPool(start, 1);
    const { listener } = listening();
    const other = { ...smallModel, id: 'other' };
    const sent = (at: number) => workers[at].heard.map((message) => ('model' in message ? message.model?.id : '-'));
    pool.replicate(question([0]), listener);
    pool.replicate(question([1]), listener);
    pool.ask({ type: 'shipped', text: '' }, listener);
    pool.ask({ type: 'read', model: smallModel, run: { option: 'today' }, paths: [] }, listener);
    pool.replicate({ ...question([2]), model: other }, listener);
    pool.replicate(question([3]), listener);
    expect(sent(0)).toEqual(['small', undefined, '-', undefined, 'other', 'small']);
    crash(0);
    expect(sent(1)).toEqual(['small', undefined, '-', undefined, 'other', 'small']);
  });

  it('says a refusal once, however many workers there are', () => {
    const { start, say } = standIns();
    const { heard, listener } = listening();
    createPool(start, 2).replicate(question([0, 1]), listener);
    say(0, { type: 'refused', id: 1, problems: [] });
    say(1, { type: 'refused', id: 2, problems: [] });
    expect(heard).toEqual(['refused']);
  });
});

describe('a worker that falls silent', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (seconds: number) => void vi.advanceTimersByTime(seconds * 1000);
  const ready: PageReply = { type: 'ready', id: 0 };

  function onePool() {
    const stands = standIns();
    const said: string[] = [];
    const pool = createPool(stands.start, 1, () => said.push('hung'));
    return { ...stands, pool, said };
  }

  it('is ended after 20 seconds, said, and its work asked once more; the second time it has failed', () => {
    const { workers, say, years, pool, said } = onePool();
    const { heard, listener } = listening();
    pool.replicate(question([0, 1, 2]), listener);
    say(0, chunk(1, 0));
    pass(PATIENCE_SECONDS - 1);
    expect([workers.length, said]).toEqual([1, []]);
    pass(1);
    expect([workers[0].ended, years(1), said]).toEqual([true, [[1, 2]], ['hung']]);
    say(0, chunk(1, 1)); // an answer that comes after its worker has ended
    say(1, ready);
    pass(PATIENCE_SECONDS);
    expect(heard).toEqual([
      'year 0',
      'failed: A worker was silent for 20 seconds, and so was the one that took its place.',
    ]);
    expect([workers.length, workers[1].ended, said]).toEqual([2, true, ['hung']]);
  });

  it('is left alone while anything comes, and while nothing is due', () => {
    const { workers, say, pool } = onePool();
    const { heard, listener } = listening();
    pool.replicate(question([0, 1]), listener);
    for (const year of [0, 1]) {
      pass(PATIENCE_SECONDS - 1);
      say(0, chunk(1, year));
    }
    say(0, { type: 'done', id: 1 });
    pass(10 * PATIENCE_SECONDS);
    pool.replicate(question([2]), listener);
    pass(PATIENCE_SECONDS - 1);
    expect([workers.length, workers[0].ended, heard.at(-1)]).toEqual([1, false, 'done']);
    pass(1);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('may take longer while it is still being fetched', () => {
    const { workers, pool } = onePool();
    pool.replicate(question([0]), listening().listener);
    pass(FETCH_SECONDS - 1);
    expect(workers).toHaveLength(1);
    pass(1);
    expect(workers).toHaveLength(2);
  });

  it('is not the same as a laptop that sleeps: the clock alone does not count', () => {
    const { workers, say, pool } = onePool();
    pool.replicate(question([0]), listening().listener);
    say(0, ready);
    vi.setSystemTime(Date.now() + 3_600_000);
    pass(1);
    expect(workers).toHaveLength(1);
  });
});
