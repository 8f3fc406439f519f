// How much each number matters, worked out in idle workers: one number at a time, to either end of its range.
import { createStore } from 'zustand/vanilla';
import { endsOf, swingLevel, swingOf, type Ends, type Model, type Swing } from '../../engine/index.ts';
import { askWhenIdle, settlingOf } from '../session/questions.ts';
import { fingerprintOf, FIRST_REPLICATION } from '../model/shown.ts';
import { requestOf, type Settings } from '../model/asked.ts';
import type { DocumentNumber } from '../worker/protocol.ts';
import { askForSubject } from './subject-asked.ts';

/** Enough to tell what matters from what does not, since the same people come. */
export const MOST_REPLICATIONS = 40;

export interface Tried {
  readonly ends: Ends;
  readonly swing?: Swing;
  /** Why it could not be tried. */
  readonly problem?: string;
}

export interface TornadoState {
  readonly status: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  /** Numbers with a range that can be tried, in the order of the document. */
  readonly ends: readonly Ends[];
  readonly tried: readonly Tried[];
  readonly replications: number;
  /** Simulated years that have come, of this many. */
  readonly come: number;
  readonly asked: number;
  readonly message: string;
}

const nothing: TornadoState = {
  status: 'waiting',
  ends: [],
  tried: [],
  replications: 0,
  come: 0,
  asked: 0,
  message: '',
};

interface Job {
  readonly model: Model;
  readonly present: Settings;
  readonly print: string;
  readonly level: number;
  readonly replications: readonly number[];
}

const AS_IT_IS = 'as things are the run does not settle, so there is no average to compare with.';

/** What does not settle has no average: at that end there is nothing to compare. */
const averaged = (found: Float64Array, settles: boolean) => (settles ? found : found.map(() => Number.NaN));

export const printOf = (present: Settings): string =>
  `${fingerprintOf(requestOf(present), present.seed)} ${present.replications}`;

export function createTornado(ask: typeof askWhenIdle = askWhenIdle, judge: typeof settlingOf = settlingOf) {
  const store = createStore<TornadoState>(() => nothing);
  const { getState, setState } = store;
  let job: Job | undefined;
  let base: Float64Array | undefined;
  let cancel: (() => void) | undefined;
  let isLeft = false;

  const end = (status: TornadoState['status'], message = '') => {
    cancel?.();
    cancel = undefined;
    const done = getState().tried.length * 2 + Number(base !== undefined);
    setState({ status, message, come: done * getState().replications });
  };

  /** The result in each replication, with these numbers set over the settings of the screen. */
  function look(here: Job, set: Record<string, number>, done: (found: Float64Array, settles: boolean) => void) {
    cancel = askForSubject(
      judge,
      ask,
      { ...here, set },
      {
        year: () => setState({ come: getState().come + 1 }),
        done,
        refused: (problem) => tell({ problem }),
        failed: (message) => end('failed', message),
      },
    );
  }

  function tell(found: Omit<Tried, 'ends'>): void {
    const { ends, tried, replications } = getState();
    // What the settings of the screen themselves are refused for, the page says.
    if (base === undefined) return end('failed', found.problem ?? '');
    const now = [...tried, { ends: ends[tried.length], ...found }];
    setState({ tried: now, come: (now.length * 2 + 1) * replications });
    goOn();
  }

  function goOn(): void {
    const { ends, tried } = getState();
    const here = job!;
    const next = ends[tried.length];
    if (!next) return end('done');
    setState({ status: 'running', message: '' });
    if (base === undefined)
      return look(here, {}, (found, settles) => {
        if (!settles) return end('failed', AS_IT_IS);
        base = found;
        goOn();
      });
    const { path, low, high } = next;
    look(here, { [path]: low }, (atLow, lowSettles) =>
      look(here, { [path]: high }, (atHigh, highSettles) => {
        const [below, above] = [averaged(atLow, lowSettles), averaged(atHigh, highSettles)];
        tell({ swing: swingOf(base!, below, above, here.level) });
      }),
    );
  }

  return {
    ...store,

    /** Begins for these settings, or goes on where it was left; what somebody stopped stays so until the settings change. */
    open(model: Model, present: Settings, numbers: readonly DocumentNumber[]): void {
      const print = printOf(present);
      const isSame = job?.model === model && job.print === print;
      const wasLeft = isLeft;
      isLeft = false;
      if (isSame) return wasLeft ? goOn() : undefined;
      end('stopped');
      const values = new Map(numbers.map(({ path, value }) => [path, value]));
      const ends = endsOf(model.evidence ?? {}, (path) => values.get(path));
      const years = Math.min(MOST_REPLICATIONS, present.replications);
      const replications = Array.from({ length: years }, (_, i) => FIRST_REPLICATION + i);
      // Each has three ranges: at either end, and across.
      job = { model, present, print, level: swingLevel(3 * ends.length), replications };
      base = undefined;
      setState({ ...nothing, ends, replications: years, asked: (ends.length * 2 + 1) * years });
      if (ends.length > 0) goOn();
      else setState({ status: 'done' });
    },

    /** What was found is of these settings. */
    isOf: (model: Model, present: Settings): boolean => job?.model === model && job.print === printOf(present),

    stop: (): void => end('stopped'),
    goOn,

    /** Another view is looked at, which needs the processor. */
    leave(): void {
      isLeft = getState().status === 'running';
      if (isLeft) end('stopped');
    },
  };
}

export const tornado = createTornado();
