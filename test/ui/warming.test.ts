// Workers are made ready while nobody asks for anything, once for a document, and that is given up as soon as somebody asks.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startOf } from '../../ui/model/asked.ts';
import { createPool, type WarmPool, type WorkerLike } from '../../ui/worker/client.ts';
import type { PageReply, Sent } from '../../ui/worker/protocol.ts';
import { smallModel } from './small-model.ts';

const years = (replications: number[]) =>
  ({ type: 'replicate', model: smallModel, run: { option: 'today' }, seed: 7, replications }) as const;
const deaf = { reply: () => {}, failed: () => {} };

describe('the pool', () => {
  function twoWorkers() {
    const workers: (WorkerLike & { heard: Sent[] })[] = [];
    const pool = createPool(() => {
      const heard: Sent[] = [];
      const worker = {
        heard,
        postMessage: (message: Sent) => void heard.push(message),
        terminate: () => {},
        onmessage: null,
        onerror: null,
      };
      workers.push(worker);
      return worker as WorkerLike;
    }, 2);
    const say = (at: number, reply: PageReply) => workers[at].onmessage!({ data: reply } as MessageEvent<PageReply>);
    const heard = (at: number) => workers[at].heard.map(({ type, id }) => `${type} ${id}`);
    return { workers, pool, say, heard };
  }

  it('has every worker simulate it, after all else, and says when they are ready', () => {
    const { workers, pool, say, heard } = twoWorkers();
    const ended: boolean[] = [];
    pool.warm(years([0]), (isReady) => void ended.push(isReady));
    expect([heard(0), heard(1)]).toEqual([['replicate 1'], ['replicate 2']]);
    expect(workers.map((worker) => 'whenIdle' in worker.heard[0] && worker.heard[0].whenIdle)).toEqual([
      'last',
      'last',
    ]);
    say(0, { type: 'done', id: 1 });
    expect(ended).toEqual([]);
    say(1, { type: 'done', id: 2 });
    expect(ended).toEqual([true]);
    pool.ask(years([1]), deaf);
    expect(heard(0)).toEqual(['replicate 1', 'replicate 3']);
  });

  it('gives it up before it passes on what somebody asks', () => {
    const { pool, heard } = twoWorkers();
    const ended: boolean[] = [];
    pool.warm(years([0]), (isReady) => void ended.push(isReady));
    pool.replicate(years([0, 1]), deaf);
    expect(heard(0)).toEqual(['replicate 1', 'cancel 1', 'replicate 3']);
    expect(heard(1)).toEqual(['replicate 2', 'cancel 2', 'replicate 4']);
    expect(ended).toEqual([false]);
  });

  it('goes on beside the weeks, which go first by themselves', () => {
    const { pool, heard } = twoWorkers();
    pool.warm(years([0]), () => {});
    pool.ask({ ...years([0]), type: 'weeks' }, deaf, 1);
    expect(heard(1)).toEqual(['replicate 2', 'weeks 3']);
  });

  it('is given up by whoever began it, but not twice', () => {
    const { pool, heard } = twoWorkers();
    const ended: boolean[] = [];
    const stop = pool.warm(years([0]), (isReady) => void ended.push(isReady));
    stop();
    stop();
    expect([heard(0), ended]).toEqual([['replicate 1', 'cancel 1'], [false]]);
  });
});

describe('a page at rest', () => {
  type Warmed = Parameters<WarmPool['warm']>;
  let asked: Warmed[] = [];
  let stopped = 0;
  let page: { hidden: boolean; look(): void; addEventListener(type: string, look: () => void): void };
  const pool: WarmPool = {
    ask: () => () => {},
    replicate: () => () => {},
    warm(...warmed) {
      asked.push(warmed);
      return () => {
        stopped++;
        warmed[1](false);
      };
    },
  };

  let keepWarm: (pool: WarmPool) => void;
  let answer: () => void;
  let change: () => void;

  // Of a page of its own, for what follows the stores follows them to the end.
  beforeEach(async () => {
    vi.resetModules();
    const [{ results }, { settings }] = await Promise.all([
      import('../../ui/state/results.ts'),
      import('../../ui/state/settings.ts'),
    ]);
    ({ keepWarm } = await import('../../ui/session/warming.ts'));
    answer = () => results.setState({ status: 'done' });
    change = () => results.setState({ status: 'sharpening' });
    [asked, stopped] = [[], 0];
    page = { hidden: false, look: () => {}, addEventListener: (_type, look) => void (page.look = look) };
    vi.stubGlobal('document', page);
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    settings.open(smallModel, { present: startOf(smallModel), past: [], future: [] });
    const values = { 'stations.p2.beds': 3 };
    results.setState({
      status: 'sharpening',
      isForPrevious: false,
      readings: { today: { offered: [], facts: {}, values } },
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('asks once its answer is whole, by the way that a slider takes, and changes no number by it', () => {
    keepWarm(pool);
    expect(asked).toEqual([]);
    answer();
    const [[question]] = asked;
    expect(question).toMatchObject({ run: { option: 'today', set: { 'stations.p2.beds': 3 } }, replications: [0] });
    answer();
    expect(asked).toHaveLength(1);
  });

  it('asks once for a document, and again after it was given up', () => {
    keepWarm(pool);
    answer();
    asked[0][1](false);
    change();
    expect(asked).toHaveLength(1);
    answer();
    expect(asked).toHaveLength(2);
    asked[1][1](true);
    answer();
    expect(asked).toHaveLength(2);
  });

  it('does nothing while nobody sees it, and stops when it is hidden', () => {
    keepWarm(pool);
    page.hidden = true;
    answer();
    expect(asked).toEqual([]);
    page.hidden = false;
    page.look();
    expect(asked).toHaveLength(1);
    page.hidden = true;
    page.look();
    expect(stopped).toBe(1);
  });

  it('does nothing for somebody who saves data', () => {
    vi.stubGlobal('navigator', { connection: { saveData: true } });
    keepWarm(pool);
    answer();
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(prefers-reduced-data: reduce)' }));
    answer();
    expect(asked).toEqual([]);
  });
});
