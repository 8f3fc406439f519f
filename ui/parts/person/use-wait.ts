// Why a person waits on a day, read from the trace in slices between frames: five years of a county have over a million records.
import { useEffect, useRef, useState } from 'react';
import { WaitState, waitIn, type Wait } from '../../../engine/index.ts';
import type { BesideRun } from '../../session/watch-beside.ts';

const SLICE_MS = 8;
const STEP_DAYS = 7;

export interface FoundWait {
  /** The day it holds of. */
  readonly day: number;
  /** Null: they are not waiting. */
  readonly wait: Wait | null;
}

/** Undefined until it is known; that of the day before while the next is worked out. */
export function useWait(run: BesideRun | undefined, person: number, day: number): FoundWait | undefined {
  const read = useRef<{ readonly run: BesideRun; readonly state: WaitState }>(undefined);
  const [found, setFound] = useState<FoundWait & { readonly of: string; readonly run: BesideRun }>();
  const of = String(person);
  useEffect(() => {
    if (!run || person < 0) return;
    // A trace is only read forward.
    if (read.current?.run !== run || read.current.state.world.day > day)
      read.current = { run, state: new WaitState(run) };
    const { state } = read.current;
    let timer: ReturnType<typeof setTimeout>;
    function goOn(): void {
      const until = performance.now() + SLICE_MS;
      while (state.world.day < day && performance.now() < until) {
        const from = Math.max(state.world.day, -run!.network.warmUpDays);
        state.advance(Math.min(day, from + STEP_DAYS));
      }
      if (state.world.day < day) timer = setTimeout(goOn);
      else setFound({ day, wait: waitIn(state, run!, person), of, run: run! });
    }
    goOn();
    return () => clearTimeout(timer);
  }, [run, person, day, of]);
  return found?.of === of && found.run === run ? found : undefined;
}
