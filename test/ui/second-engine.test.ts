// The second engine on the page: started and stopped at a press, and its findings in plain words.
import { describe, expect, it } from 'vitest';
import { createTwinRun, type TwinWorker } from '../../ui/views/checks/twin-run.ts';
import { sayAll, sayOne } from '../../ui/words/second-engine.ts';
import type { TwinReply, TwinRequest, TwinRow } from '../../ui/worker/twin-protocol.ts';

const row = (id: string, more: Partial<TwinRow> = {}): TwinRow => ({
  id,
  verdict: 'equal',
  patients: 1200,
  times: 5000,
  equal: 5000,
  ties: 0,
  unsupported: [],
  firstDifference: null,
  ...more,
});
const lacking = row('endless', {
  verdict: 'unsupported',
  patients: 0,
  times: 0,
  equal: 0,
  unsupported: ['streams.people.alwaysWaiting: the next comes the moment one is taken.'],
});
const different = row('other', { verdict: 'different', equal: 4999, firstDifference: 'person 1.2, step 3: Onward …' });

describe('in words', () => {
  it('all equal, so far and at the end, leaving out what could not be compared', () => {
    expect(sayAll([row('a'), lacking], false)).toBe(
      '1 model so far: 1,200 patients, 5,000 times compared, all equal to the last bit.',
    );
    expect(sayAll([row('a'), row('b')], true)).toBe(
      '2 models: 2,400 patients, 10,000 times compared, all equal to the last bit.',
    );
    expect(sayAll([lacking], true)).toBe('SimJS cannot run any of these models.');
    expect(sayAll([], false)).toBe('Fetching the second engine…');
  });

  it('the first difference, and that after a tie neither need be wrong', () => {
    expect(sayAll([row('a'), different], true)).toContain('1 of them not equal');
    expect(sayOne(different)).toBe(
      '1,200 patients, 5,000 times compared, 1 of them not equal. First difference: person 1.2, step 3: Onward ….',
    );
    expect(sayOne({ ...different, verdict: 'reported' })).toMatch(/neither engine need be wrong\.$/);
    expect(sayOne(lacking)).toBe('SimJS cannot follow 1 rule of this model.');
  });
});

function standIn(openModel = () => Promise.resolve({ model: '{}', run: { option: 'today' } })) {
  const workers: (TwinWorker & { heard: TwinRequest[]; ended: boolean })[] = [];
  const run = createTwinRun(() => {
    const worker = {
      heard: [] as TwinRequest[],
      ended: false,
      postMessage: (message: TwinRequest) => void worker.heard.push(message),
      terminate: () => void (worker.ended = true),
      onmessage: null,
      onerror: null,
    };
    workers.push(worker);
    return worker;
  }, openModel);
  const say = (at: number, data: TwinReply) => workers[at].onmessage!({ data } as MessageEvent<TwinReply>);
  return { run, workers, say };
}

describe('a comparison', () => {
  const asked = { seed: 3, only: ['a'] };

  it('comes row by row, and is saved only when all of it has come, for what it was asked', async () => {
    const { run, workers, say } = standIn();
    await run.begin(asked);
    await run.begin(asked); // a second press is no second worker
    expect(workers.map(({ heard }) => heard)).toEqual([
      [{ open: { model: '{}', run: { option: 'today' } }, seed: 3, only: ['a'] }],
    ]);
    say(0, { type: 'begun', models: 2 });
    say(0, { type: 'open', row: { ...row('m'), title: 'M', option: 'Today' } });
    say(0, { type: 'check', row: row('a'), title: 'A' });
    expect([run.getState().open?.id, run.rowsFor(asked)]).toEqual(['m', undefined]);
    say(0, { type: 'done' });
    expect([run.getState().status, workers[0].ended]).toEqual(['done', true]);
    expect(JSON.stringify(run.rowsFor(asked))).toBe(JSON.stringify([row('a')]));
    expect([run.rowsFor({ ...asked, seed: 4 }), run.rowsFor({ ...asked, only: undefined })]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('stopped while its model is still being fetched, it starts nothing', async () => {
    let come: (found: { model: string; run: { option: string } }) => void = () => {};
    const { run, workers } = standIn(() => new Promise((resolve) => void (come = resolve)));
    const begun = run.begin(asked);
    run.stop();
    come({ model: '{}', run: { option: 'today' } });
    await begun;
    expect([run.getState().status, workers]).toEqual(['stopped', []]);
  });

  it('that crashes says so and may be begun again', async () => {
    const { run, workers } = standIn();
    await run.begin(asked);
    workers[0].onerror!({ message: 'out of memory' } as ErrorEvent);
    expect(run.getState()).toMatchObject({ status: 'failed', message: 'out of memory' });
    await run.begin(asked);
    expect([workers.length, run.getState().status]).toEqual([2, 'running']);
  });
});
