// A worker in the middle of a long run sends signs of life, whatever its request, so that a slow machine is not mistaken for one that hangs.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Model } from '../../engine/index.ts';
import type { PageReply, PageRequest } from '../../ui/worker/protocol.ts';
import { smallModel } from './small-model.ts';

/** Some 100,000 instants a run: in the middle of it half a dozen questions whether it may go on. */
const busy: Model = {
  ...smallModel,
  streams: { acute: { ...smallModel.streams!.acute!, arrivalsPerDay: 120 } },
  stations: {
    ...smallModel.stations,
    p1: {
      kind: 'caseload',
      label: 'Home',
      places: 'unlimited',
      stay: { shape: 'fixed', days: 20 },
      next: [{ to: 'home' }],
    },
    p2: { kind: 'ward', label: 'Bed', beds: 'unlimited', stay: { shape: 'fixed', days: 14 }, next: [{ to: 'home' }] },
  },
  options: [{ id: 'today', title: 'Today' }],
};

const said: PageReply[] = [];
const page = { postMessage: (reply: PageReply) => void said.push(reply), onmessage: null as unknown };

beforeAll(async () => {
  vi.stubGlobal('self', page);
  // A machine on which a second passes between two questions.
  let nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 1001));
  await import('../../ui/worker/worker.ts');
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const run = { option: 'today' };
const years = { model: busy, run, seed: 7, replications: [0] };
it.each<PageRequest>([
  { type: 'replicate', id: 1, ...years },
  { type: 'replicate', id: 2, ...years, byWeekBelow: 1 },
  { type: 'watch', id: 3, model: busy, run, seed: 7, replication: 0 },
  { type: 'weeks', id: 4, ...years },
  { type: 'warm-up', id: 5, ...years },
  { type: 'spread', id: 6, ...years, followed: { station: 'all', measure: 'delayed' } },
])('while it works on $type', async (request) => {
  said.length = 0;
  (page.onmessage as (event: { data: PageRequest }) => void)({ data: request });
  await vi.waitFor(() => expect(said.at(-1)).toEqual({ type: 'done', id: request.id }), { timeout: 900_000 });
  expect(said.filter(({ type }) => type === 'ready').length).toBeGreaterThanOrEqual(4);
});
