// The page's side of the workers: splits simulated years among them, cancels by id, and restarts one that crashed or hangs.
import type { Model } from '../../engine/index.ts';
import { ownWorker } from '../ground/own-script.ts';
import { FEWEST_SHOWN } from '../model/shown.ts';
import type { PageReply, Question, Sent } from './protocol.ts';
import { PATIENCE_SECONDS, watch, type Watchdog } from './watchdog.ts';

/** As much of a Worker as the pool uses, so that a test can stand in for one. */
export interface WorkerLike {
  postMessage(message: Sent): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<PageReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Listener {
  reply(reply: PageReply): void;
  /** Everything asked for has come. */
  done?(): void;
  /** It could not be done, even when asked a second time. */
  failed(message: string): void;
}

interface Task {
  readonly id: number;
  readonly seat: number;
  readonly question: Question;
  readonly listener: Listener;
  readonly finished: Set<number>;
  retried: boolean;
}

export interface Pool {
  /** Asks one worker. The returned function cancels; nothing is heard of it afterwards. */
  ask(question: Question, listener: Listener, seat?: number): () => void;
  /** Simulated years, dealt out to the workers in turn so that the first few come first. */
  replicate(question: YearsAsked, listener: Listener): () => void;
}

export interface WarmPool extends Pool {
  /**
   * Makes every worker ready for such a question while nobody asks for anything; given up at once when somebody does. `ended` hears
   * whether they are ready.
   */
  warm(question: YearsAsked, ended: (isReady: boolean) => void): () => void;
}

type YearsAsked = Extract<Question, { type: 'replicate' }>;

const startWorker = (): WorkerLike => ownWorker(new URL('./worker.ts', import.meta.url)) as unknown as WorkerLike;

const twoAtMost = () => Math.max(1, Math.min(2, navigator.hardwareConcurrency || 1));

/** `sayHung` is called when a worker has fallen silent and another has taken its place. */
export function createPool(
  start: () => WorkerLike = startWorker,
  size: number = twoAtMost(),
  sayHung: () => void = () => {},
): WarmPool {
  const tasks = new Map<number, Task>();
  let lastId = 0;
  /** Filled when first needed, so that a worker that cannot even start is not started for ever. */
  const seats: (WorkerLike | undefined)[] = [];
  const watchdogs: (Watchdog | undefined)[] = [];
  /** By seat, the document that its worker has: one is large, and a worker keeps what it has made of it. */
  const opened: (Model | undefined)[] = [];
  const dueAt = (seat: number) => [...tasks.values()].filter((task) => task.seat === seat);

  function sit(seat: number): WorkerLike {
    const worker = start();
    opened[seat] = undefined;
    const watchdog = watch(
      () => dueAt(seat).length > 0,
      () => {
        replace(`A worker was silent for ${PATIENCE_SECONDS} seconds, and so was the one that took its place.`);
        if (dueAt(seat).length > 0) sayHung();
      },
    );
    watchdogs[seat] = watchdog;
    worker.onmessage = ({ data }) => {
      if (seats[seat] !== worker) return; // ended while it was on its way
      watchdog.heard();
      hear(data);
    };
    const replace = (message: string) => {
      watchdog.end();
      worker.terminate();
      seats[seat] = undefined;
      for (const task of dueAt(seat)) askAgain(task, message);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      replace(event.message || 'crashed');
    };
    return worker;
  }

  function hear(reply: PageReply): void {
    const task = tasks.get(reply.id);
    if (!task) return; // cancelled while it was on its way
    if (reply.type === 'failed') return askAgain(task, reply.message);
    if (reply.type === 'chunk' && task.finished.has(reply.replication)) return; // it has come before
    if (reply.type === 'chunk') task.finished.add(reply.replication);
    if (reply.type === 'done' || reply.type === 'refused') tasks.delete(task.id);
    if (reply.type === 'done') task.listener.done?.();
    else task.listener.reply(reply);
  }

  /** Once more, for what is still missing; a mean over the years that happened to survive would be biased. */
  function askAgain(task: Task, message: string): void {
    if (task.retried) {
      tasks.delete(task.id);
      task.listener.failed(message);
      return;
    }
    task.retried = true;
    send(task);
  }

  function send(task: Task): void {
    const { question, finished, id } = task;
    const remaining =
      question.type === 'replicate'
        ? { ...question, replications: question.replications.filter((r) => !finished.has(r)) }
        : question;
    const worker = (seats[task.seat] ??= sit(task.seat));
    const isOpen = 'model' in remaining && remaining.model === opened[task.seat];
    worker.postMessage({ ...remaining, id, ...(isOpen && { model: undefined }) } as Sent);
    if ('model' in remaining) opened[task.seat] = remaining.model;
    watchdogs[task.seat]?.asked();
  }

  /** Of the workers that are being made ready, if any are. */
  let stopWarming = () => {};

  function ask(question: Question, listener: Listener, seat = 0): () => void {
    // Weeks go before it in any case and worlds after it, and somebody who is about to move a slider does not wait for them.
    if (question.type !== 'weeks' && question.type !== 'worlds') stopWarming();
    return put(question, listener, seat);
  }

  function put(question: Question, listener: Listener, seat: number): () => void {
    const task: Task = { id: ++lastId, seat: seat % size, question, listener, finished: new Set(), retried: false };
    tasks.set(task.id, task);
    send(task);
    return () => {
      if (tasks.delete(task.id)) seats[task.seat]?.postMessage({ type: 'cancel', id: task.id });
    };
  }

  function warm(question: YearsAsked, ended: (isReady: boolean) => void): () => void {
    stopWarming();
    let left = size;
    const cancels: (() => void)[] = [];
    const end = (isReady: boolean) => {
      stopWarming = () => {};
      cancels.forEach((cancel) => cancel());
      ended(isReady);
    };
    const stop = (stopWarming = () => end(false));
    const listener: Listener = {
      reply: ({ type }) => type === 'refused' && end(true), // there is nothing to be made ready
      done: () => void (--left === 0 && end(true)),
      failed: stop,
    };
    for (let seat = 0; seat < size; seat++) cancels.push(put({ ...question, whenIdle: 'last' }, listener, seat));
    return () => stopWarming === stop && stop();
  }

  function replicate(question: YearsAsked, listener: Listener): () => void {
    const shares = Array.from({ length: size }, (_, seat) =>
      question.replications.filter((_r, i) => i % size === seat),
    );
    // Together, as many as a number needs before it is shown.
    const first = Math.ceil(FEWEST_SHOWN / size);
    let left = shares.filter((share) => share.length > 0).length;
    const cancels: (() => void)[] = [];
    const stopAll = () => cancels.forEach((cancel) => cancel());
    const all: Listener = {
      reply(reply) {
        if (reply.type === 'refused') stopAll(); // once is enough: every worker would refuse the same
        listener.reply(reply);
      },
      done() {
        if (--left === 0) listener.done?.();
      },
      failed(message) {
        stopAll();
        listener.failed(message);
      },
    };
    shares.forEach((replications, seat) => {
      if (replications.length > 0) cancels.push(ask({ ...question, replications, first }, all, seat));
    });
    return stopAll;
  }

  return { ask, replicate, warm };
}
