// Simulated years of one request in the order of their numbers, with a word on whether the run settles, asked of workers as one question.
import { hasAverages, sayProblem, type RowKey, type RunRequest, type Settling } from '../../engine/index.ts';
import type { Listener } from './client.ts';
import type { Judged } from './settling.ts';

export interface SettledYears {
  readonly keys: readonly RowKey[];
  /** By place among the replications asked for. */
  readonly values: readonly Float64Array[];
  /** Undefined where there was nothing to judge by. */
  readonly settling: Settling | undefined;
  /** Of what does not settle no average means anything. */
  readonly settles: boolean;
}

export interface Heard {
  /** One more simulated year has come. */
  year?(): void;
  done(years: SettledYears): void;
  /** Why it cannot be run, in a sentence. */
  refused(problem: string): void;
  failed(message: string): void;
}

/** `ask` brings the years with their weeks, `judge` says of these whether the run settles. The returned function cancels. */
export function askSettledYears(
  ask: (listener: Listener) => () => void,
  judge: (weeks: readonly Float64Array[], judged: Judged) => () => void,
  replications: readonly number[],
  heard: Heard,
): () => void {
  const values: Float64Array[] = [];
  const weeks: Float64Array[] = [];
  let keys: readonly RowKey[] = [];
  let stopJudging = () => {};
  const stopYears = ask({
    reply(reply) {
      if (reply.type === 'refused') heard.refused(reply.problems.map(sayProblem).join(' '));
      if (reply.type === 'keys') keys = reply.keys;
      if (reply.type !== 'chunk') return;
      const at = replications.indexOf(reply.replication);
      values[at] = reply.values;
      if (reply.weeks) weeks[at] = reply.weeks;
      heard.year?.();
    },
    done() {
      stopJudging = judge(weeks, {
        judged: (settling) =>
          heard.done({ keys, values, settling, settles: settling === undefined || hasAverages(settling) }),
        failed: heard.failed,
      });
    },
    failed: heard.failed,
  });
  return () => {
    stopYears();
    stopJudging();
  };
}

/** With numbers laid over what a request sets already. */
export const withNumbers = (run: RunRequest, set: Readonly<Record<string, number>>): RunRequest => ({
  ...run,
  set: { ...run.set, ...set },
});
