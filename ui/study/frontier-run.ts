// The mixes that no other beats, worked out in the workers: the first points soon, then closer and surer ones, with a way to stop.
import { createStore } from 'zustand/vanilla';
import {
  frontier,
  numbersAt,
  settingsOf,
  type Against,
  type Frontier,
  type FrontierPoint,
  type MixNumber,
  type Model,
  type RunRequest,
} from '../../engine/index.ts';
import { comparedLines, readerOf, type Role } from '../shown/compared-lines.ts';
import type { Pool } from '../worker/client.ts';
import { answerSearch } from './answer-search.ts';

/** The readings of a mix, in their order. */
export const READ: readonly Role[] = ['waiting', 'empty', 'cost', 'days'];

export interface FrontierWanted {
  readonly model: Model;
  /** Everything but the numbers of the mix. */
  readonly run: RunRequest;
  readonly levers: readonly MixNumber[];
  readonly against: readonly Against[];
  readonly mostWaiting: number;
  readonly seed: number;
  readonly replications: number;
}

export interface FrontierRun {
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  readonly asked: FrontierWanted | undefined;
  /** As far as it is known. */
  readonly front: readonly FrontierPoint[];
  readonly years: number;
  readonly progress: number;
  /** All that was looked at, when it is done. */
  readonly looked: Frontier['looked'] | undefined;
  readonly message: string;
}

const idle: FrontierRun = {
  status: 'idle',
  asked: undefined,
  front: [],
  years: 0,
  progress: 0,
  looked: undefined,
  message: '',
};

export function createFrontierRun() {
  const store = createStore<FrontierRun>(() => idle);
  const { getState, setState } = store;
  let cancel = () => {};

  function end(state: Partial<FrontierRun>): void {
    cancel();
    cancel = () => {};
    setState(state);
  }

  return {
    ...store,

    start(pool: Pool, asked: FrontierWanted): void {
      const { model, run, levers, against, mostWaiting, seed, replications } = asked;
      end({ ...idle, status: 'running', asked });
      const settings = settingsOf(levers);
      cancel = answerSearch(
        pool,
        frontier({ settings, against, mostWaiting, most: replications }),
        {
          model,
          run,
          seed,
          numbersAt: (setting) => numbersAt(levers, setting),
          readerOf(keys) {
            const reader = readerOf(comparedLines(model), keys);
            const places = READ.map((role) => reader.lines.findIndex((line) => line.role === role));
            return (values) => {
              const row = reader.read(values);
              return places.map((at) => row[at] ?? NaN);
            };
          },
        },
        {
          asking: ({ front, progress }) => setState({ front, progress }),
          years: (count) => setState({ years: getState().years + count }),
          done: ({ front, looked }) => end({ status: 'done', front, looked, progress: 1 }),
          failed: (message) => end({ status: 'failed', message }),
        },
      );
    },

    /** What was found stays on the screen. */
    stop(): void {
      if (getState().status === 'running') end({ status: 'stopped' });
    },

    clear: (): void => end(idle),
  };
}

export const frontierRun = createFrontierRun();
