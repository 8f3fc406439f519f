// A search over mixes of several numbers, in the workers: where it stands, what it has found, and a way to stop it.
import { createStore } from 'zustand/vanilla';
import {
  numbersAt,
  settingsOf,
  type Answer,
  type Ask,
  type MixNumber,
  type Model,
  type RunRequest,
} from '../../engine/index.ts';
import { comparedLines, readerOf, type Role } from '../shown/compared-lines.ts';
import type { Pool } from '../worker/client.ts';
import { answerSearch } from './answer-search.ts';

export interface MixesAsked {
  readonly model: Model;
  /** Everything but the numbers of the mix. */
  readonly run: RunRequest;
  readonly levers: readonly MixNumber[];
  readonly seed: number;
  readonly replications: number;
}

interface Standing<Asked> {
  readonly status: 'idle' | 'running' | 'done' | 'stopped' | 'failed';
  readonly asked: Asked | undefined;
  /** Simulated so far. */
  readonly years: number;
  readonly message: string;
}

interface Kind<Asked, Own, A extends Ask, Found> {
  /** Before anything is found. */
  readonly nothing: Own;
  search(asked: Asked, settings: ReturnType<typeof settingsOf>): Generator<A, Found, readonly Answer[]>;
  /** What is read of a simulated year, in this order. */
  reads(asked: Asked): readonly Role[];
  asking(ask: A, before: Own): Partial<Own>;
  done(found: Found): Partial<Own>;
}

export function createMixesSearch<Asked extends MixesAsked, Own extends object, A extends Ask, Found>(
  kind: Kind<Asked, Own, A, Found>,
) {
  type State = Standing<Asked> & Own;
  const idle: State = { status: 'idle', asked: undefined, years: 0, message: '', ...kind.nothing };
  const store = createStore<State>(() => idle);
  const { getState } = store;
  const setState = (more: Partial<Standing<Asked>> | Partial<Own>) => store.setState(more as Partial<State>);
  let cancel = () => {};

  function end(state: Partial<Standing<Asked>>, own: Partial<Own> = {}): void {
    cancel();
    cancel = () => {};
    setState({ ...own, ...state });
  }

  return {
    ...store,

    start(pool: Pool, asked: Asked): void {
      const { model, run, levers, seed } = asked;
      end({ ...idle, status: 'running', asked });
      const readerOfYear = (keys: Parameters<typeof readerOf>[1]) => {
        const reader = readerOf(comparedLines(model), keys);
        const places = kind.reads(asked).map((role) => reader.lines.findIndex((line) => line.role === role));
        return (values: Float64Array) => {
          const row = reader.read(values);
          return places.map((at) => row[at] ?? NaN);
        };
      };
      cancel = answerSearch(
        pool,
        kind.search(asked, settingsOf(levers)),
        { model, run, seed, numbersAt: (setting) => numbersAt(levers, setting), readerOf: readerOfYear },
        {
          asking: (ask) => setState(kind.asking(ask, getState())),
          years: (count) => setState({ years: getState().years + count }),
          done: (found) => end({ status: 'done' }, kind.done(found)),
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
