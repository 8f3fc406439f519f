// The worker itself, without a thread of its own: what it answers first, what waits, and what it drops.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReply, PageRequest, Sent } from '../../ui/worker/protocol.ts';
import { smallModel } from './small-model.ts';

let said: PageReply[] = [];
let tell: (message: PageRequest | Sent) => void;

beforeEach(async () => {
  vi.resetModules();
  said = [];
  const self = {
    onmessage: (_event: { data: PageRequest | Sent }) => {},
    postMessage: (reply: PageReply) => void said.push(reply),
  };
  vi.stubGlobal('self', self);
  await import('../../ui/worker/worker.ts');
  // What a worker fetches when it needs it is there: here it is about order alone.
  await Promise.all([import('../../ui/worker/studies.ts'), import('../../ui/worker/checking.ts')]);
  tell = (data) => self.onmessage({ data });
});

const years = (id: number, beds: number | undefined, count: number) => ({
  type: 'replicate' as const,
  id,
  model: smallModel,
  run: beds === undefined ? { option: 'today' } : { option: 'today', set: { 'stations.p2.beds': beds } },
  seed: 7,
  replications: Array.from({ length: count }, (_, at) => at),
});
const isDone = (id: number) => said.some((reply) => reply.type === 'done' && reply.id === id);
/** `2.0` is year 0 of question 2. */
const told = () =>
  said.flatMap((reply) =>
    reply.type === 'chunk'
      ? [`${reply.id}.${reply.replication}`]
      : ['reading', 'weeks'].includes(reply.type)
        ? [reply.type]
        : [],
  );

describe('two options and what is read off the document, asked at once', () => {
  it('are answered a pair at a time, then the reading, then the rest', async () => {
    tell({ ...years(1, 4, 9), first: 2 });
    tell({ ...years(2, 5, 9), first: 2 });
    tell({
      type: 'read',
      id: 3,
      model: smallModel,
      run: { option: 'today', set: { 'stations.p2.beds': 5 } },
      paths: [],
    });
    await expect.poll(() => isDone(1) && isDone(2) && isDone(3)).toBe(true);
    expect(told().slice(0, 5)).toEqual(['1.0', '2.0', '1.1', '2.1', 'reading']);
    expect(told().toSorted()).toEqual(
      ['reading', ...[1, 2].flatMap((id) => Array.from({ length: 9 }, (_, year) => `${id}.${year}`))].toSorted(),
    );
  });
});

describe('a year that makes ready', () => {
  it('comes after everything else, also after weeks that are asked for later', async () => {
    tell({ ...years(1, 6, 1), whenIdle: 'last' });
    tell({ ...years(2, 4, 2), type: 'weeks' });
    tell(years(3, 5, 3));
    await expect.poll(() => isDone(1) && isDone(2) && isDone(3)).toBe(true);
    expect(told()).toEqual(['3.0', '3.1', '3.2', 'weeks', '1.0']);
  });

  it('is not simulated once it is cancelled', async () => {
    tell({ ...years(1, 6, 3), whenIdle: 'last' });
    tell({ type: 'cancel', id: 1 });
    tell(years(2, 4, 2));
    await expect.poll(() => isDone(2)).toBe(true);
    expect(told()).toEqual(['2.0', '2.1']);
  });
});

it('a question without a document is about the one before', async () => {
  tell(years(1, 4, 1));
  tell({ ...years(2, 4, 1), model: undefined });
  await expect.poll(() => isDone(1) && isDone(2)).toBe(true);
  const [one, same] = said.filter((reply) => reply.type === 'chunk');
  expect(same.values).toEqual(one.values);
});
