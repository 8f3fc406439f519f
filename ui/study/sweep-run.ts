// One number over its whole range, worked out in the workers: how many wait at each of some values of it, the same people each time.
import { createStore } from 'zustand/vanilla';
import { AT_LEAST_NOTHING, interval, within, type Interval, type Model } from '../../engine/index.ts';
import { askWhenIdle, settlingOf } from '../session/questions.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import type { Settings } from '../model/asked.ts';
import { askForSubject } from './subject-asked.ts';
import { MOST_REPLICATIONS, printOf, tornado } from './tornado-run.ts';

/** Enough to see a bend, and soon there. */
export const MOST_VALUES = 9;

export interface SweepState {
  readonly status: 'idle' | 'running' | 'stopped' | 'done' | 'failed';
  readonly path: string;
  readonly values: readonly number[];
  /** Of the values so far, in their order; NaN where the run does not settle. */
  readonly looks: readonly Interval[];
  readonly replications: number;
  /** Simulated years that have come. */
  readonly come: number;
  readonly message: string;
}

const idle: SweepState = { status: 'idle', path: '', values: [], looks: [], replications: 0, come: 0, message: '' };

/** Values from one end to the other, as many as there are steps and at most nine, evenly spread and each a whole number of steps on. */
export function valuesAcross(low: number, high: number, step: number): number[] {
  const steps = Math.floor((high - low) / step + 1e-9);
  const last = Math.min(MOST_VALUES - 1, steps);
  return Array.from({ length: last + 1 }, (_, at) =>
    at === last ? high : Number((low + Math.round((at * steps) / last) * step).toPrecision(12)),
  );
}

export function createSweep(
  ask: typeof askWhenIdle = askWhenIdle,
  beside = tornado,
  judge: typeof settlingOf = settlingOf,
) {
  const store = createStore<SweepState>(() => idle);
  const { getState, setState } = store;
  let of: { readonly model: Model; readonly present: Settings } | undefined;
  let cancel: (() => void) | undefined;
  let hasPaused = false;

  function end(status: SweepState['status'], message = ''): void {
    cancel?.();
    cancel = undefined;
    setState({ status, message });
    if (hasPaused) beside.goOn();
    hasPaused = false;
  }

  function goOn(): void {
    const { path, values, looks, replications } = getState();
    const value = values[looks.length];
    if (value === undefined) return end('done');
    const years = Array.from({ length: replications }, (_, i) => FIRST_REPLICATION + i);
    cancel = askForSubject(
      judge,
      ask,
      { ...of!, set: { [path]: value }, replications: years },
      {
        year: () => setState({ come: getState().come + 1 }),
        done(found, settles) {
          const look = settles
            ? within(interval(found), AT_LEAST_NOTHING)
            : { mean: NaN, low: NaN, high: NaN, n: found.length };
          setState({ looks: [...looks, look] });
          goOn();
        },
        refused: (problem) => end('failed', problem),
        failed: (message) => end('failed', message),
      },
    );
  }

  return {
    ...store,

    start(model: Model, present: Settings, path: string, values: readonly number[]): void {
      if (getState().status === 'running') end('stopped');
      of = { model, present };
      // A person who asks for this one does not want to wait for all the others.
      hasPaused = beside.getState().status === 'running';
      if (hasPaused) beside.stop();
      const replications = Math.min(MOST_REPLICATIONS, present.replications);
      setState({ ...idle, status: 'running', path, values, replications });
      goOn();
    },

    /** What was found is of this number under these settings. */
    isOf: (model: Model, present: Settings, path: string): boolean =>
      of?.model === model && printOf(of.present) === printOf(present) && getState().path === path,

    stop(): void {
      if (getState().status === 'running') end('stopped');
    },
  };
}

export const sweep = createSweep();
