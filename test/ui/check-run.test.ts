// A run of the checks: groups go to whichever worker is free, a stop takes effect at once, and what was judged is not run again.
import { describe, expect, it } from 'vitest';
import type { Verified } from '../../engine/index.ts';
import { commandFor, readAsked, USUAL } from '../../ui/views/checks/asked.ts';
import { checksDocument, createCheckRun, rowsOf, type CheckWorker } from '../../ui/views/checks/check-run.ts';
import type { CheckReply, CheckRequest } from '../../ui/worker/check-protocol.ts';

const check = (id: string) => ({ id, title: id, figure: 'f', formula: 'x', source: 's', expected: 1 });
const groups = [[check('a.one'), check('a.two')], [check('b.one')], [check('c.one')], [check('d.one')]];
const row = (id: string): Verified => ({
  ...check(id),
  simulated: 1,
  low: 0.9,
  high: 1.1,
  verdict: 'inside',
  halfWidthShare: 0.1,
});
const rows = (at: number) => groups[at].map(({ id }) => row(id));

/** Workers that do nothing by themselves: the test is their engine. */
function standIns(cores = 2) {
  const workers: (CheckWorker & { heard: CheckRequest[]; ended: boolean })[] = [];
  const run = createCheckRun(
    () => {
      const worker = {
        heard: [] as CheckRequest[],
        ended: false,
        postMessage: (message: CheckRequest) => void worker.heard.push(message),
        terminate: () => void (worker.ended = true),
        onmessage: null,
        onerror: null,
      };
      workers.push(worker);
      return worker;
    },
    () => cores,
  );
  const say = (at: number, data: CheckReply) => workers[at].onmessage!({ data } as MessageEvent<CheckReply>);
  const list = (at = 0) => say(at, { type: 'listed', level: 0.999, groups });
  const judge = (at: number, group: number) => say(at, { type: 'judged', group, rows: rows(group) });
  const asked = (at: number) => workers[at].heard.flatMap((one) => (one.type === 'judge' ? [one.group] : []));
  const status = () => run.getState().status;
  return { run, workers, list, judge, asked, status };
}

describe('a run', () => {
  it('asks one worker for the list, and then keeps every core busy until all are judged', () => {
    const { run, workers, list, judge, asked, status } = standIns();
    run.open({ ...USUAL, seed: 7, replications: 12 });
    expect(workers.map(({ heard }) => heard)).toEqual([[{ type: 'list' }]]);
    list();
    expect([asked(0), asked(1)]).toEqual([[0], [1]]);
    expect(workers[1].heard).toEqual([{ type: 'judge', group: 1, seed: 7, replications: 12 }]);
    judge(1, 1);
    judge(1, 2);
    expect([asked(0), asked(1)]).toEqual([[0], [1, 2, 3]]);
    judge(1, 3);
    expect(status()).toBe('running');
    judge(0, 0);
    expect(status()).toBe('done');
    expect(workers.every(({ ended }) => ended)).toBe(true);
    // In the order of the list, whatever the order in which they came.
    expect(rowsOf(run.getState()).map(({ id }) => id)).toEqual(['a.one', 'a.two', 'b.one', 'c.one', 'd.one']);
  });

  it('stops at once, hears nothing more, and goes on with what is missing', () => {
    const { run, workers, list, judge, asked, status } = standIns();
    run.open(USUAL);
    list();
    judge(0, 0);
    run.stop();
    expect([status(), workers.every(({ ended }) => ended)]).toEqual(['stopped', true]);
    judge(1, 1);
    expect(rowsOf(run.getState())).toHaveLength(2);
    run.goOn();
    expect([asked(2), asked(3)]).toEqual([[1], [2]]);
  });

  it('left while it runs it goes on when looked at again; stopped by somebody it stays so', () => {
    const { run, list, status } = standIns();
    run.open(USUAL);
    list();
    run.leave();
    expect(status()).toBe('stopped');
    run.open(USUAL);
    expect(status()).toBe('running');
    run.stop();
    run.leave();
    run.open(USUAL);
    expect(status()).toBe('stopped');
  });

  it('only some are simulated when only some are asked for, and another seed forgets what was found', () => {
    const { run, list, judge, asked, status } = standIns(1);
    run.open({ ...USUAL, only: ['a.two', 'c'] });
    list();
    judge(0, 0);
    judge(0, 2);
    expect([asked(0), status()]).toEqual([[0, 2], 'done']);
    expect(rowsOf(run.getState()).map(({ id }) => id)).toEqual(['a.two', 'c.one']);
    run.open({ ...USUAL, only: ['a.two', 'c'], seed: 2 });
    expect([rowsOf(run.getState()), status()]).toEqual([[], 'running']);
    expect(JSON.parse(checksDocument(run.getState()))).toMatchObject({ seed: 2, replications: 200, level: 0.999 });
  });

  it('begins with the group that somebody came to see', () => {
    const { run, list, asked } = standIns();
    run.open(USUAL, 'c');
    list();
    expect([asked(0), asked(1)]).toEqual([[2], [0]]);
  });

  it('a name that no check has ends it, with nothing found', () => {
    const { run, list, status } = standIns();
    run.open({ ...USUAL, only: ['nothing'] });
    list();
    expect([status(), rowsOf(run.getState())]).toEqual(['done', []]);
  });

  it('a crash is said, and what came before it is kept', () => {
    const { run, workers, list, judge, asked } = standIns();
    run.open(USUAL);
    list();
    judge(0, 0);
    workers[1].onerror!({ message: 'out of memory' } as ErrorEvent);
    expect(run.getState()).toMatchObject({ status: 'failed', message: 'out of memory' });
    run.goOn();
    expect([asked(2), asked(3)]).toEqual([[1], [2]]);
  });
});

describe('what the address asks', () => {
  it('is usual unless it says otherwise', () => {
    expect(readAsked('#/checks')).toEqual({ asked: USUAL, ignored: [] });
    expect(readAsked('#/checks?s=3&n=40&only=a,b.one').asked).toEqual({
      seed: 3,
      replications: 40,
      only: ['a', 'b.one'],
    });
  });

  it.each(['s=-1', 's=4294967296', 's=1e3', 'n=1', 'n=10001', 'n='])('%s is named and not used', (query) => {
    const { asked, ignored } = readAsked(`#/checks?${query}`);
    expect(asked).toEqual(USUAL);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toContain('whole number from');
  });

  it('has a command that asks the same', () => {
    expect(commandFor(USUAL)).toBe('npx onward verify');
    expect(commandFor({ seed: 3, replications: 40, only: ['a', 'b.one'] })).toBe(
      'npx onward verify --only a --only b.one --seed 3 --replications 40',
    );
  });
});
