// The search over every mix of several numbers for the least change that meets a target, in the workers, with a way to stop.
import { createStore } from 'zustand/vanilla';
import {
  leastChange,
  numbersAt,
  settingsOf,
  type FoundLeast,
  type MixNumber,
  type Model,
  type RunRequest,
} from '../../engine/index.ts';
import type { Goal } from '../model/goal.ts';
import { comparedLines, readerOf, type Role } from '../shown/compared-lines.ts';
import type { Pool } from '../worker/client.ts';
import { answerSearch } from './answer-search.ts';
import { roleOf } from './searching.ts';

/** As in the terminal: what is said holds with 95 %. */
const ALPHA = 0.05;
/** What is read of a simulated year; the target's own comes before them. */
const ALSO: readonly Role[] = ['empty', 'cost'];

export interface MixAsked {
  readonly model: Model;
  readonly goal: Goal;
  readonly run: RunRequest;
  readonly within: string;
  readonly levers: readonly MixNumber[];
  readonly seed: number;
  readonly replications: number;
}

export interface MixRun {
  readonly status: 'idle' | 'searching' | 'done' | 'stopped' | 'failed';
  readonly asked: MixAsked | undefined;
  readonly mixes: number;
  readonly years: number;
  readonly found: FoundLeast | undefined;
  readonly message: string;
}

const idle: MixRun = { status: 'idle', asked: undefined, mixes: 0, years: 0, found: undefined, message: '' };

export function createMixRun() {
  const store = createStore<MixRun>(() => idle);
  const { getState, setState } = store;
  let cancel = () => {};

  function end(state: Partial<MixRun>): void {
    cancel();
    cancel = () => {};
    setState(state);
  }

  return {
    ...store,

    start(pool: Pool, asked: MixAsked): void {
      const { model, goal, run, levers, seed, replications } = asked;
      end({ ...idle, status: 'searching', asked });
      const settings = settingsOf(levers);
      const looked = new Set<string>();
      const target = { sign: '<=', limit: goal.limit } as const;
      const search = leastChange({ settings, target, most: replications, places: Infinity, alpha: ALPHA });
      cancel = answerSearch(
        pool,
        search,
        {
          model,
          run,
          seed,
          numbersAt: (setting) => numbersAt(levers, setting),
          readerOf(keys) {
            const reader = readerOf(comparedLines(model), keys);
            const places = [roleOf[goal.kind], ...ALSO].map((role) =>
              reader.lines.findIndex((one) => one.role === role),
            );
            return (values) => {
              const row = reader.read(values);
              return places.map((at) => row[at] ?? NaN);
            };
          },
        },
        {
          asking: ({ settings: some }) => {
            some.forEach(({ name }) => looked.add(name));
            setState({ mixes: looked.size });
          },
          years: (count) => setState({ years: getState().years + count }),
          done: (found) => end({ status: 'done', found }),
          failed: (message) => end({ status: 'failed', message }),
        },
      );
    },

    stop(): void {
      if (getState().status === 'searching') end({ status: 'stopped' });
    },

    clear: (): void => end(idle),
  };
}

export const mixRun = createMixRun();
