// Work that takes a while: its progress, a way to stop it, and its result in words.
import { useRef, useState } from 'react';

/** Gives its sentence when done. `progress` takes a share from 0 to 1. */
export type Task = (progress: (done: number) => void, signal: AbortSignal) => Promise<string>;

export interface Work {
  /** What is being made, and how far it is; undefined while nothing is. */
  readonly going: { readonly what: string; readonly done: number | undefined } | undefined;
  begin(what: string, task: Task): void;
  stop(): void;
}

export function useWork(say: (words: string) => void): Work {
  const [going, setGoing] = useState<Work['going']>();
  const abort = useRef<AbortController>(null);

  async function run(what: string, task: Task): Promise<void> {
    const mine = (abort.current = new AbortController());
    setGoing({ what, done: undefined });
    say('');
    try {
      say(await task((done) => abort.current === mine && setGoing({ what, done }), mine.signal));
    } catch (problem) {
      say(
        mine.signal.aborted
          ? 'Stopped; nothing was saved.'
          : `${what} could not be made: ${(problem as Error).message}`,
      );
    }
    if (abort.current === mine) setGoing(undefined);
  }

  return { going, begin: (what, task) => void run(what, task), stop: () => abort.current?.abort() };
}

export function Working({ work: { going, stop } }: { readonly work: Work }) {
  if (!going) return null;
  return (
    <p className="working">
      <output>{going.what}…</output> <progress value={going.done} aria-label={going.what} />{' '}
      <button type="button" onClick={stop}>
        Stop
      </button>
    </p>
  );
}
