// One run of the checks: groups go to workers as these become free; it can be stopped and continued.
import { createStore } from 'zustand/vanilla';
import { VERSION, type Verified } from '../../../engine/index.ts';
import { ownWorker } from '../../ground/own-script.ts';
import type { CheckReply, CheckRequest, ListedCheck } from '../../worker/check-protocol.ts';
import type { TwinRow } from '../../worker/twin-protocol.ts';
import { USUAL, type Asked } from './asked.ts';

/** As much of a Worker as a run uses, so that a test can stand in for one. */
export interface CheckWorker {
  postMessage(message: CheckRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<CheckReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface CheckRun {
  readonly status: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  readonly asked: Asked;
  /** Of the interval, from 0 to 1; 0 until the list has come. */
  readonly level: number;
  /** All checks there are, by group, as soon as the list has come. */
  readonly groups: readonly (readonly ListedCheck[])[];
  /** What came back, by the place of the group. */
  readonly judged: ReadonlyMap<number, readonly Verified[]>;
  readonly message: string;
}

const startWorker = (): CheckWorker =>
  ownWorker(new URL('../../worker/check-worker.ts', import.meta.url)) as unknown as CheckWorker;
const allCores = () => Math.max(1, navigator.hardwareConcurrency || 1);

/** A group is named by the part before the point, a figure by the whole. */
export const groupOf = (id: string): string => id.split('.')[0];
export const isAsked = ({ only }: Asked, id: string): boolean =>
  only === undefined || only.some((name) => name === id || name === groupOf(id));

export function createCheckRun(start: () => CheckWorker = startWorker, cores: () => number = allCores) {
  const store = createStore<CheckRun>(() => ({
    status: 'waiting',
    asked: USUAL,
    level: 0,
    groups: [],
    judged: new Map(),
    message: '',
  }));
  const { getState, setState } = store;
  let workers: CheckWorker[] = [];
  /** Places of groups still to be handed out, in the order of the list except for the one that somebody came to see. */
  let queue: number[] = [];
  let firstGroup: string | undefined;

  const end = (status: CheckRun['status'], message = '') => {
    for (const worker of workers) worker.terminate();
    workers = [];
    setState({ status, message });
  };

  function hire(): CheckWorker {
    const worker = start();
    worker.onmessage = ({ data }) => hear(worker, data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      end('failed', event.message || 'A worker crashed.');
    };
    workers.push(worker);
    return worker;
  }

  function hear(worker: CheckWorker, reply: CheckReply): void {
    if (!workers.includes(worker)) return; // stopped while it was on its way
    if (reply.type === 'judged') {
      const { judged } = getState();
      setState({ judged: new Map(judged).set(reply.group, reply.rows) });
      return feed(worker);
    }
    setState({ groups: reply.groups, level: reply.level });
    feedAll();
  }

  function feed(worker: CheckWorker): void {
    const { asked, groups, judged } = getState();
    const group = queue.shift();
    if (group !== undefined)
      worker.postMessage({ type: 'judge', group, seed: asked.seed, replications: asked.replications });
    else if (wanted(groups, asked).every((at) => judged.has(at))) end('done');
  }

  function feedAll(): void {
    const { asked, groups, judged } = getState();
    const isFirst = (at: number) => groupOf(groups[at][0].id) === firstGroup;
    const missing = wanted(groups, asked).filter((at) => !judged.has(at));
    queue = missing.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
    while (workers.length < Math.max(1, Math.min(cores(), queue.length))) hire();
    for (const worker of workers) feed(worker);
  }

  function goOn(): void {
    if (getState().status === 'running') return;
    setState({ status: 'running', message: '' });
    if (getState().groups.length === 0) hire().postMessage({ type: 'list' });
    else feedAll();
  }

  let isLeft = false;

  return {
    ...store,
    goOn,

    /**
     * Begins what the address asks for, or goes on with it if it was left while running; what somebody stopped stays so.
     * `first` is the group to begin with.
     */
    open(asked: Asked, first?: string): void {
      firstGroup = first;
      const { asked: before, status } = getState();
      const isSame = before.seed === asked.seed && before.replications === asked.replications;
      const isNews = !isSame || String(before.only) !== String(asked.only) || status === 'waiting';
      if (isNews && workers.length > 0) end('stopped');
      // What was judged with another seed, or with more or fewer replications, says nothing here.
      if (isNews) setState({ asked, judged: isSame ? getState().judged : new Map() });
      if (isNews || isLeft) goOn();
      isLeft = false;
    },

    stop(): void {
      if (getState().status === 'running') end('stopped');
    },

    /** Another view is looked at, which needs the processor. */
    leave(): void {
      isLeft = getState().status === 'running';
      if (isLeft) end('stopped');
    },
  };
}

/** Places of the groups of which something is asked for. */
const wanted = (groups: CheckRun['groups'], asked: Asked): number[] =>
  [...groups.keys()].filter((at) => groups[at].some(({ id }) => isAsked(asked, id)));

/** The rows that were asked for and have come, in the order of the list. */
export function rowsOf({ groups, judged, asked }: Pick<CheckRun, 'groups' | 'judged' | 'asked'>): Verified[] {
  return groups.flatMap((_, at) => judged.get(at) ?? []).filter(({ id }) => isAsked(asked, id));
}

/**
 * The same text as `onward verify --json` prints, without its last line end. What the second engine says stands in it once it
 * has been asked; the terminal always asks it.
 */
export function checksDocument(run: CheckRun, secondEngine?: readonly TwinRow[]): string {
  const { asked, level } = run;
  const { seed, replications } = asked;
  return JSON.stringify({ version: VERSION, seed, replications, level, rows: rowsOf(run), secondEngine }, null, 2);
}

export const checkRun = createCheckRun();
