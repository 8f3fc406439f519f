// Plausible worlds on the page: one option after the other, given up when others are wanted, and no world is simulated twice.
import { describe, expect, it, vi } from 'vitest';
import type { Model } from '../../engine/index.ts';
import { createWorlds, WORLDS, type WorldsAsked } from '../../ui/state/worlds.ts';
import { sayUncertain } from '../../ui/words/worlds.ts';
import type { Listener, Pool } from '../../ui/worker/client.ts';
import type { PageReply, PageRequest, Sent, WorldsRequest } from '../../ui/worker/protocol.ts';
import { stepsOfStudy } from '../../ui/worker/studies.ts';
import { smallModel } from './small-model.ts';

const model = {
  ...smallModel,
  calendar: { startDate: '2020-01-06', warmUpDays: 10, runDays: 70 },
  evidence: {
    'streams.acute.arrivalsPerDay': { status: 'illustrative', source: 'made up', low: 1.5, high: 2.5 },
    'stations.p1.stay.days': { status: 'illustrative', source: 'made up', low: 10, high: 30 },
  },
} as Model;
const asked = (beds: number): WorldsAsked => ({
  model,
  baseline: { option: 'today' },
  run: { option: 'today', set: { 'stations.p2.beds': beds } },
  seed: 1,
});

/** A worker that goes on by so many worlds at each word. */
function workerByHand() {
  const questions: WorldsRequest[] = [];
  let now: { steps: Iterator<PageReply | undefined>; listener: Listener } | undefined;
  const pool = {
    ask(question: Omit<WorldsRequest, 'id'>, listener: Listener) {
      const request = { ...question, id: questions.length };
      questions.push(request);
      const mine = { steps: stepsOfStudy(request), listener };
      now = mine;
      return () => void (now = now === mine ? undefined : now);
    },
  } as unknown as Pool;
  const simulate = (most: number) => {
    for (let come = 0; come < most && now;) {
      const { value } = now.steps.next() as IteratorResult<PageReply | undefined>;
      if (value?.type === 'done') {
        const { listener } = now;
        now = undefined;
        listener.done?.();
      } else if (value) now.listener.reply(value);
      if (value?.type === 'world') come++;
    }
  };
  return { pool, questions, simulate, isIdle: () => now === undefined };
}

describe('the worlds of an option', () => {
  it('are given up when others are wanted, and taken up where they were', () => {
    const { pool, questions, simulate, isIdle } = workerByHand();
    const worlds = createWorlds();
    worlds.connect(pool);
    worlds.follow([asked(5)]);
    simulate(7);
    worlds.follow([]);
    expect(isIdle()).toBe(true);
    expect(worlds.of(asked(5)).judged.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    worlds.follow([asked(5), asked(6)]);
    simulate(WORLDS - 7 + 1);
    expect(questions.map(({ wanted }) => wanted.length)).toEqual([WORLDS, WORLDS - 7, WORLDS]);
    expect([asked(5), asked(6)].map((one) => worlds.of(one).status)).toEqual(['done', 'running']);
    worlds.follow([asked(5)]);
    expect(questions.length).toBe(3);
    // The same as if nothing had come in between.
    const alone = workerByHand();
    const whole = createWorlds();
    whole.connect(alone.pool);
    whole.follow([asked(5)]);
    alone.simulate(WORLDS + 1);
    expect(whole.of(asked(5)).judged.length).toBe(WORLDS);
    expect(worlds.of(asked(5)).judged).toEqual(whole.of(asked(5)).judged);
  });

  it('stay stopped until somebody goes on', () => {
    const { pool, questions, simulate } = workerByHand();
    const worlds = createWorlds();
    worlds.connect(pool);
    worlds.follow([asked(5)]);
    simulate(2);
    worlds.stop(asked(5));
    expect([worlds.of(asked(5)).status, worlds.of(asked(5)).judged.length]).toEqual(['stopped', 2]);
    expect(questions.length).toBe(1);
    worlds.goOn(asked(5));
    expect(questions[1].wanted.length).toBe(WORLDS - 2);
  });
});

it('a world waits for everything else that is asked of its worker, and is dropped when it is cancelled', async () => {
  vi.resetModules();
  const said: PageReply[] = [];
  const self = {
    onmessage: (_event: { data: PageRequest | Sent }) => {},
    postMessage(reply: PageReply) {
      said.push(reply);
      if (reply.type === 'world' && reply.id === 2) tell({ type: 'cancel', id: 2 });
    },
  };
  vi.stubGlobal('self', self);
  await import('../../ui/worker/worker.ts');
  await Promise.all([import('../../ui/worker/studies.ts'), import('../../ui/worker/checking.ts')]);
  const tell = (data: PageRequest) => self.onmessage({ data });
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const question = {
    ...asked(5),
    type: 'worlds' as const,
    replications: [0, 1, 2, 3],
    worlds: WORLDS,
    mayTakeLong: true,
    station: 'acute',
    measure: 'delayed',
  };
  tell({ ...question, id: 1, wanted: numbers(2) });
  tell({ ...question, id: 2, wanted: numbers(WORLDS) });
  const { baseline, seed } = question;
  tell({ type: 'weeks', id: 3, model, run: baseline, seed, replications: numbers(3) });
  tell({ type: 'replicate', id: 4, model, run: baseline, seed, replications: numbers(3) });
  await expect.poll(() => said.some(({ type, id }) => type === 'world' && id === 2)).toBe(true);
  // The rest of what was asked before would come before this.
  tell({ ...question, id: 5, wanted: numbers(1) });
  await expect.poll(() => said.some(({ type, id }) => type === 'done' && id === 5)).toBe(true);
  const order = said.filter(({ type }) => ['chunk', 'weeks', 'world'].includes(type)).map(({ id }) => id);
  expect(order).toEqual([4, 4, 4, 3, 1, 1, 2, 5]);
});

describe('what decides is said as a question', () => {
  it.each([
    ['streams.acute.arrivalsPerDay', 'how many people come'],
    ['streams.acute.shares.p2', 'how many people need a bed'],
    ['stations.p2.stay.meanDays', 'how long people stay in the bed'],
    ['stations.p2.beds', 'how many beds there are'],
    ['consequencesOfDelay.stayDaysPerDelayedDay', 'how much longer people stay after a delay'],
  ])('%s', (path, words) => expect(sayUncertain(model, path)).toBe(words));
});
