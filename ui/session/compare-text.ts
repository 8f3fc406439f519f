// Options side by side, worked out at a press: the same text as `onward compare … --json` prints.
import {
  differences,
  makeManifest,
  resultDocument,
  sayProblem,
  summarise,
  TO_SEE_WHETHER_IT_SETTLES,
  type Model,
  type RowKey,
  type Settling,
  withAverages,
} from '../../engine/index.ts';
import type { Pool } from '../worker/client.ts';
import { askSettling } from '../worker/settling.ts';

/** As the document has the options, without whatever has been edited; the first is the baseline. */
export interface Comparison {
  readonly model: Model;
  readonly options: readonly string[];
  readonly conditions: readonly string[];
  readonly seed: number;
  readonly replications: number;
}

/** Progress is a share from 0 to 1. Rejects with a sentence when refused, failed or stopped by the signal. */
export async function compareDocument(
  pool: Pool,
  { model, options, conditions, seed, replications }: Comparison,
  progress: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<string> {
  const years = Array.from({ length: replications }, (_, replication) => replication);
  const values: Float64Array[][] = [];
  const settlings: (Settling | undefined)[] = [];
  let keys: RowKey[] = [];
  const altogether = options.length * replications;
  for (const [at, option] of options.entries()) {
    const question = { type: 'replicate', model, run: { option, conditions }, seed, replications: years } as const;
    const found = await yearsOf(pool, { ...question, altogether }, signal, (share) =>
      progress((at + share) / options.length),
    );
    keys = found.keys;
    values.push(found.values);
    settlings.push(
      await new Promise((judged, reject) => {
        const failed = (message: string) => reject(new Error(message));
        askSettling(pool, model, question.run, found.weeks, { judged, failed });
      }),
    );
  }
  const [baseline] = options;
  const manifest = makeManifest(model, { seed, replications, options, baseline: baseline!, conditions, set: {} });
  const rows = options.flatMap((option, at) => withAverages(summarise(option, keys, values[at]), settlings[at]));
  const apart = options.flatMap((option, at) =>
    at === 0
      ? []
      : withAverages(differences(option, baseline!, keys, values[at], values[0]), settlings[at], settlings[0]),
  );
  return resultDocument(manifest, rows, apart);
}

/** Every simulated year of one option, in the order of their numbers whatever the order in which they come. */
function yearsOf(
  pool: Pool,
  question: Parameters<Pool['replicate']>[0],
  signal: AbortSignal | undefined,
  progress: (done: number) => void,
): Promise<{ keys: RowKey[]; values: Float64Array[]; weeks: Float64Array[] }> {
  return new Promise((resolve, reject) => {
    const stopped = () => reject(new Error('Stopped; nothing was saved.'));
    if (signal?.aborted) return stopped();
    const values: Float64Array[] = [];
    const weeks: Float64Array[] = [];
    let keys: RowKey[] = [];
    let come = 0;
    const cancel = pool.replicate(
      { ...question, byWeekBelow: TO_SEE_WHETHER_IT_SETTLES },
      {
        reply(reply) {
          if (reply.type === 'keys') keys = reply.keys;
          if (reply.type === 'refused') reject(new Error(reply.problems.map(sayProblem).join(' ')));
          if (reply.type !== 'chunk') return;
          values[reply.replication] = reply.values;
          if (reply.weeks) weeks[reply.replication] = reply.weeks;
          progress(++come / question.replications.length);
        },
        done: () => resolve({ keys, values, weeks }),
        failed: (message) => reject(new Error(message)),
      },
    );
    signal?.addEventListener('abort', () => {
      cancel();
      stopped();
    });
  });
}
