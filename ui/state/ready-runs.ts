// Runs prepared before anybody looks at them, up to a bound of memory: each can then be watched at once.
import type { Model, RunRequest } from '../../engine/index.ts';
import type { WatchedRun } from './watched.ts';

/** A county's five years take about 60 MB: a story of eight options fits, and a laptop of 8 GB has room for it. */
const MOST_BYTES = 500e6;

/** What there is to watch. */
interface Asked {
  readonly model: Model;
  readonly run: RunRequest;
  readonly seed: number;
  readonly replication: number;
}

export const keyOfQuestion = ({ seed, replication, run }: Asked): string => JSON.stringify([seed, replication, run]);

export function createReadyRuns(mostBytes = MOST_BYTES) {
  const runs = new Map<string, WatchedRun>();
  const bytes = () => [...runs.values()].reduce((sum, run) => sum + bytesOf(run), 0);
  return {
    /** Nothing of another document. */
    find(question: Asked): WatchedRun | undefined {
      const run = runs.get(keyOfQuestion(question));
      return run?.model === question.model ? run : undefined;
    },

    /** Keeps it, and of `wanted`, the soonest needed first, as many as there is room for. Says whether it is among them. */
    keep(question: Asked, run: WatchedRun, wanted: readonly string[]): boolean {
      const key = keyOfQuestion(question);
      runs.set(key, run);
      for (const old of runs.keys()) if (!wanted.includes(old)) runs.delete(old);
      for (let at = wanted.length - 1; at > 0 && bytes() > mostBytes; at--) runs.delete(wanted[at]);
      return runs.has(key);
    },

    clear: (): void => runs.clear(),
  };
}

function bytesOf({ trace, people, timeline }: WatchedRun): number {
  const columns = [...Object.values(trace), ...Object.values(people)].filter((column) => ArrayBuffer.isView(column));
  return timeline.bytes + columns.reduce((sum, column) => sum + column.byteLength, 0);
}

export const readyRuns = createReadyRuns();
