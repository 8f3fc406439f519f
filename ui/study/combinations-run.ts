// Every combination of some numbers, worked out in the workers with the same people: a few years of each first, then all years of each.
import { createStore } from 'zustand/vanilla';
import {
  designs,
  sayProblem,
  type Found,
  type Model,
  type RowKey,
  type Swept,
  type TidyColumn,
} from '../../engine/index.ts';
import { requestOf, type Settings } from '../model/asked.ts';
import { combinationsOf, type Tried } from '../model/tried.ts';
import { subjectOf } from '../model/values.ts';
import type { Pool } from '../worker/client.ts';
import { MOST_REPLICATIONS, printOf, tornado } from './tornado-run.ts';

/** Enough for a first look, and for a word on whether each settles. */
const FIRST_YEARS = 5;
/** How often what has come is shown, in milliseconds. */
const SHOW_EVERY = 100;
/** As many as the page has workers at most: each takes every second combination. */
const SEATS = 2;

/** What is known of a combination so far; `years` is how many simulated ones that is. */
export interface Combination {
  readonly values: readonly number[];
  readonly years: number;
  readonly found?: Found;
  /** Why it cannot be simulated. */
  readonly problem?: string;
}

export interface CombinationsState {
  readonly status: 'idle' | 'running' | 'stopped' | 'done' | 'failed';
  readonly tried: readonly Tried[];
  /** In the order of a grid: the last number quickest. */
  readonly combinations: readonly Combination[];
  readonly years: number;
  /** Simulated years that have come, of this many. */
  readonly come: number;
  readonly asked: number;
  readonly keys: readonly RowKey[];
  readonly columns: readonly TidyColumn[];
  readonly message: string;
}

const idle: CombinationsState = {
  status: 'idle',
  tried: [],
  combinations: [],
  years: 0,
  come: 0,
  asked: 0,
  keys: [],
  columns: [],
  message: '',
};

export function createCombinations(beside: Pick<typeof tornado, 'getState' | 'stop' | 'goOn'> = tornado) {
  const store = createStore<CombinationsState>(() => idle);
  const { getState, setState } = store;
  let of: { readonly model: Model; readonly print: string } | undefined;
  let cancels: (() => void)[] = [];
  /** What has come and is not shown yet. */
  let news: Map<number, Combination> = new Map();
  let come = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasPaused = false;

  function show(more: Partial<CombinationsState> = {}): void {
    clearTimeout(timer);
    timer = undefined;
    const { combinations } = getState();
    const now = news.size === 0 ? combinations : combinations.map((one, at) => news.get(at) ?? one);
    news = new Map();
    setState({ combinations: now, come, ...more });
  }

  function end(status: CombinationsState['status'], message = ''): void {
    for (const cancel of cancels) cancel();
    cancels = [];
    show({ status, message });
    if (hasPaused) beside.goOn();
    hasPaused = false;
  }

  /** So many years of every combination; then the next stage. */
  function stage(pool: Pool, model: Model, present: Settings, stages: readonly number[]): void {
    const [years, ...later] = stages;
    if (years === undefined) return end('done');
    const { combinations, tried } = getState();
    const { station, measure } = subjectOf(model);
    let left = 0;
    for (let seat = 0; seat < SEATS; seat++) {
      const its = combinations.flatMap((one, at) => (at % SEATS === seat && one.problem === undefined ? [at] : []));
      if (its.length === 0) continue;
      left++;
      const question = {
        type: 'combinations',
        model,
        run: requestOf(present),
        seed: present.seed,
        years,
        rows: [{ station, measure, statistic: 'mean' }],
        combinations: its.map((at) => numbersOf(tried, combinations[at].values)),
      } as const;
      cancels.push(
        pool.ask(
          question,
          {
            reply(reply) {
              if (reply.type === 'refused') end('failed', reply.problems.map(sayProblem).join(' '));
              if (reply.type === 'combining') setState({ keys: reply.keys, columns: reply.columns });
              if (reply.type !== 'combination') return;
              const { found, problem } = reply;
              const at = its[reply.at];
              news.set(at, {
                values: combinations[at].values,
                years,
                ...(found && { found }),
                ...(problem && { problem }),
              });
              come += years;
              timer ??= setTimeout(show, SHOW_EVERY);
            },
            done() {
              if (--left > 0) return;
              show();
              stage(pool, model, present, later);
            },
            failed: (message) => end('failed', message),
          },
          seat,
        ),
      );
    }
    if (left === 0) end('done');
  }

  return {
    ...store,

    start(pool: Pool, model: Model, present: Settings, tried: readonly Tried[]): void {
      end('stopped');
      of = { model, print: printOf(present) };
      // A person who asks for this does not want to wait for what comes by itself.
      hasPaused = beside.getState().status === 'running';
      if (hasPaused) beside.stop();
      come = 0;
      const count = combinationsOf(tried);
      const years = Math.min(MOST_REPLICATIONS, present.replications);
      const grid = designs.find(({ id }) => id === 'grid')!.make(tried, 0, 0);
      const combinations = Array.from({ length: count }, (_, at) => ({ values: grid.at(at), years: 0 }));
      // The years of the first look are simulated again: a few more years, and each answer is to the bit that of a terminal.
      const stages = years > FIRST_YEARS ? [FIRST_YEARS, years] : [years];
      const asked = count * stages.reduce((sum, one) => sum + one, 0);
      setState({ ...idle, status: 'running', tried, combinations, years, asked });
      stage(pool, model, present, stages);
    },

    /** What was found is of these settings. */
    isOf: (model: Model, present: Settings): boolean => of?.model === model && of.print === printOf(present),

    stop(): void {
      if (getState().status === 'running') end('stopped');
    },
  };
}

export const numbersOf = (tried: readonly Tried[], values: readonly number[]): Record<string, number> =>
  Object.fromEntries(tried.map(({ path }, at) => [path, values[at]]));

/** Those with all their years, as a table of a sweep has them. */
export const sweptOf = ({ combinations, years }: CombinationsState): Swept[] =>
  combinations.flatMap(({ values, found, years: its }) => (found && its === years ? [{ values, found }] : []));

export const combinations = createCombinations();
