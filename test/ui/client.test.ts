// The pool of workers: years are dealt out, cancelled work stays silent, a crash is survived once and then said.
import { describe, expect, it } from 'vitest';
import { createPool, type Listener, type WorkerLike } from '../../ui/worker/client.ts';
import type { PageReply, PageRequest } from '../../ui/worker/protocol.ts';
import { smallModel } from './small-model.ts';

/** Workers that do nothing by themselves: the test is their engine. */
function standIns() {
  const workers: (WorkerLike & { heard: PageRequest[]; ended: boolean })[] = [];
  const start = () => {
    const worker = {
      heard: [] as PageRequest[],
      ended: false,
      postMessage: (message: PageRequest) => void worker.heard.push(message),
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

  it('says a refusal once, however many workers there are', () => {
    const { start, say } = standIns();
    const { heard, listener } = listening();
    createPool(start, 2).replicate(question([0, 1]), listener);
    say(0, { type: 'refused', id: 1, problems: [] });
    say(1, { type: 'refused', id: 2, problems: [] });
    expect(heard).toEqual(['refused']);
  });
});
