// The search for what it would take: value after value over the same simulated years, in the workers, until it is found or stopped.
import { createStore } from 'zustand/vanilla';
import {
  AT_LEAST_NOTHING,
  interval,
  SHARE,
  within,
  mostTries,
  solve,
  TO_SEE_WHETHER_IT_SETTLES,
  type Model,
  type RunRequest,
  type Solved,
  type Tries,
} from '../../engine/index.ts';
import type { Goal, GoalKind } from '../model/goal.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import type { Pool } from '../worker/client.ts';
import { askSettledYears, withNumbers } from '../worker/settled-years.ts';
import { askSettling } from '../worker/settling.ts';
import { comparedLines, readerOf, type Role } from '../shown/compared-lines.ts';

export interface Search {
  readonly model: Model;
  readonly goal: Goal;
  /** Everything but the number that is looked for. */
  readonly run: RunRequest;
  /** Whose it is: a column's title. */
  readonly within: string;
  readonly tries: Tries;
  /** What is laid over the run at each value tried. */
  readonly numbersAt: (value: number) => Readonly<Record<string, number>>;
  readonly seed: number;
  readonly replications: number;
}

/** A value tried, with the empty places it leaves on a typical day and what a year costs; NaN where that cannot be said, or the run does not settle. */
export interface Look {
  readonly value: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly empty: number;
  readonly costs: number;
}

export interface Searching {
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  readonly search: Search | undefined;
  /** In the order in which they were tried. */
  readonly looks: readonly Look[];
  /** A share from 0 to 1 of the most it can take. */
  readonly progress: number;
  readonly solved: Solved | undefined;
  readonly message: string;
}

const idle: Searching = { status: 'idle', search: undefined, looks: [], progress: 0, solved: undefined, message: '' };

/** The line of the comparison that a target is about. */
export const roleOf: Readonly<Record<GoalKind, Role>> = { mean: 'waiting', p90: 'bad day', days: 'days' };

export function createSearching() {
  const store = createStore<Searching>(() => idle);
  const { getState, setState } = store;
  let cancel: (() => void) | undefined;

  function end(state: Partial<Searching>): void {
    cancel?.();
    cancel = undefined;
    setState(state);
  }

  function start(pool: Pool, search: Search): void {
    end({ ...idle, status: 'running', search });
    const { goal, tries } = search;
    const steps = solve(tries, { sign: '<=', limit: goal.limit });
    const most = mostTries(tries);
    const goOn = (step: IteratorResult<number, Solved>): void => {
      if (step.done) return end({ status: 'done', progress: 1, solved: step.value });
      look(pool, search, step.value, most, (found) => {
        setState({ looks: [...getState().looks, found] });
        goOn(steps.next({ ...found, n: search.replications }));
      });
    };
    goOn(steps.next());
  }

  function look(pool: Pool, search: Search, value: number, most: number, found: (look: Look) => void): void {
    const { model, goal, run, numbersAt, seed, replications } = search;
    const years = Array.from({ length: replications }, (_, at) => FIRST_REPLICATION + at);
    const tried = withNumbers(run, numbersAt(value));
    const question = { type: 'replicate', model, run: tried, seed, replications: years } as const;
    let come = 0;
    const before = cancel;
    const stop = askSettledYears(
      (listener) => pool.replicate({ ...question, byWeekBelow: TO_SEE_WHETHER_IT_SETTLES }, listener),
      (weeks, judged) => askSettling(pool, model, tried, weeks, judged),
      years,
      {
        year: () => setState({ progress: (getState().looks.length + ++come / replications) / most }),
        done({ keys, values, settles }) {
          const reader = readerOf(comparedLines(model), keys);
          const rows = values.map((row) => reader.read(row));
          const of = (role: Role) => {
            const at = reader.lines.findIndex((line) => line.role === role);
            const mean = interval(rows.map((row) => row[at] ?? Number.NaN));
            return within(mean, reader.keys[at]?.unit === 'share' ? SHARE : AT_LEAST_NOTHING);
          };
          const { mean, low, high } = of(roleOf[goal.kind]);
          // What does not settle has no average, and so meets no target.
          if (settles) found({ value, mean, low, high, empty: of('empty').mean, costs: of('cost').mean });
          else found({ value, mean: NaN, low: NaN, high: NaN, empty: NaN, costs: NaN });
        },
        refused: (message) => end({ status: 'failed', message }),
        failed: (message) => end({ status: 'failed', message }),
      },
    );
    // An answer that is there at once has begun the next look already.
    if (cancel === before) cancel = stop;
  }

  return {
    ...store,
    start,
    /** What was tried stays on the screen. */
    stop(): void {
      if (getState().status === 'running') end({ status: 'stopped' });
    },
    clear: (): void => end(idle),
  };
}

export const searching = createSearching();
