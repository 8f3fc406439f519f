// The finished answer by weeks: requested when the numbers are there, dropped as soon as the settings change.
import { createStore } from 'zustand/vanilla';
import type { Model, RunRequest } from '../../engine/index.ts';
import type { Pool } from '../worker/client.ts';
import type { ToldByWeek } from '../worker/protocol.ts';
import { fingerprintOf, FIRST_REPLICATION } from '../model/shown.ts';
import { book as ofPage, createBook, type Book } from './book.ts';
import { createJudge } from './judging.ts';
import type { ResultsState } from './results.ts';
import { requestOf, todayUnder } from '../model/asked.ts';

/** Enough to see whether a model settles; as many as `onward run` takes for that. */
const MOST_REPLICATIONS = 100;
const MOST_KEPT = 24;
/** Somebody who moves a slider again by then is not kept waiting by weeks. */
export const REST_MILLISECONDS = 600;

export interface WeeksState {
  /** What is on the screen, and today beside it; undefined while it is worked out. */
  readonly option: ToldByWeek | undefined;
  readonly today: ToldByWeek | undefined;
  /** They are of the answer before; those of the one on the screen are on their way. */
  readonly isStale: boolean;
  /** Everything wanted has come, or cannot be had. */
  readonly isDone: boolean;
  /** Whether somebody asked for weeks, or for averages; undefined for whichever suits the answer. */
  readonly isChosen: boolean | undefined;
}

const nothing = { option: undefined, today: undefined, isStale: false, isDone: false };

const atMost = (replications: number): number => Math.min(MOST_REPLICATIONS, replications);

const printOf = (run: RunRequest, seed: number, replications: number): string =>
  `${replications} ${fingerprintOf(run, seed)}`;

export function createWeeks(book: Book = createBook()) {
  const store = createStore<WeeksState>(() => ({ ...nothing, isChosen: undefined }));
  const { setState } = store;
  const judge = createJudge(book);
  let pool: Pool | undefined;
  let kept = new Map<string, ToldByWeek | 'failed'>();
  let cancel: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Of what is shown or being worked out. */
  let wanted = '';

  const stop = () => {
    clearTimeout(timer);
    cancel?.();
    cancel = undefined;
  };

  function keep(print: string, told: ToldByWeek | 'failed'): void {
    kept.set(print, told);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  }

  /** The option first, then today, one after the other. */
  function goOn(model: Model, runs: readonly RunRequest[], seed: number, replications: number): void {
    const prints = runs.map((run) => printOf(run, seed, replications));
    const at = prints.findIndex((print) => !kept.has(print));
    const [option, today] = prints.map((print) => kept.get(print));
    const told = (one: ToldByWeek | 'failed' | undefined) => (one === 'failed' ? undefined : one);
    if (at !== 0) setState({ option: told(option), today: told(today), isStale: false, isDone: at < 0 });
    cancel = undefined;
    // The map's worker is the other one.
    if (at >= 0) cancel = ask(model, runs[at], seed, replications, () => goOn(model, runs, seed, replications), 1);
  }

  function ask(model: Model, run: RunRequest, seed: number, replications: number, ended: () => void, seat: number) {
    const here = book.verdicts();
    const end = (one: ToldByWeek | 'failed') => {
      if (one !== 'failed' && here === book.verdicts())
        judge.judge({ print: fingerprintOf(run, seed), replications }, one.settling);
      keep(printOf(run, seed, replications), one);
      ended();
    };
    const numbers = Array.from({ length: replications }, (_, i) => FIRST_REPLICATION + i);
    return pool?.ask(
      { type: 'weeks', model, run, seed, replications: numbers },
      {
        reply(reply) {
          if (reply.type === 'weeks') end(reply.told);
          if (reply.type === 'refused') end('failed');
        },
        failed: () => end('failed'),
      },
      seat,
    );
  }

  return {
    ...store,

    connect(workers: Pool): void {
      pool = workers;
    },

    /** Another model: nothing from before says anything about it. */
    open(): void {
      stop();
      kept = new Map();
      wanted = '';
      setState({ ...nothing, isChosen: undefined });
    },

    /** Follows the numbers: begins once they are all there. */
    follow({ status, isForPrevious, shown }: ResultsState, model: Model | undefined): void {
      const isFinished = status === 'done' && !isForPrevious && shown !== undefined && model !== undefined;
      const print = isFinished ? `${shown.replications} ${shown.fingerprint}` : '';
      if (print === wanted) return;
      wanted = print;
      stop();
      if (!isFinished) return setState({ isStale: true, isDone: false });
      const { settings } = shown;
      const [option, today] = [requestOf(settings), todayUnder(settings)];
      const isToday = fingerprintOf(option, settings.seed) === fingerprintOf(today, settings.seed);
      const runs = isToday ? [option] : [option, today];
      const replications = atMost(shown.replications);
      const begin = () => goOn(model, runs, settings.seed, replications);
      if (kept.has(printOf(option, settings.seed, replications))) return begin();
      setState({ isStale: true, isDone: false });
      timer = setTimeout(begin, REST_MILLISECONDS);
    },

    isKept: (run: RunRequest, seed: number, asked: number): boolean => kept.has(printOf(run, seed, atMost(asked))),

    /** For what is not on the screen yet. The returned function cancels. */
    ahead: (model: Model, run: RunRequest, seed: number, asked: number, ended: () => void) =>
      ask(model, run, seed, atMost(asked), ended, 0),

    choose: (isChosen: boolean): void => setState({ isChosen }),
  };
}

export const weeks = createWeeks(ofPage);

/** What holds for the numbers on the screen, once it is known. */
export const toldOfShown = ({ option, isStale }: WeeksState): ToldByWeek | undefined => (isStale ? undefined : option);

/** By weeks where an average would mislead, unless somebody chose. */
export const isByWeeks = ({ isChosen, option }: Pick<WeeksState, 'isChosen' | 'option'>): boolean =>
  isChosen ?? (option !== undefined && option.settling.settles !== 'settles');
