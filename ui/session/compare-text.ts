// Options side by side, worked out on a press: the same text that `onward compare … --json` prints.
import {
  differences,
  makeManifest,
  resultDocument,
  summarise,
  TO_SEE_WHETHER_IT_SETTLES,
  type Model,
  withAverages,
} from '../../engine/index.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import type { Pool } from '../worker/client.ts';
import { askSettledYears, type SettledYears } from '../worker/settled-years.ts';
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
  const years = Array.from({ length: replications }, (_, at) => FIRST_REPLICATION + at);
  const found: SettledYears[] = [];
  const altogether = options.length * replications;
  for (const option of options) {
    const run = { option, conditions };
    const question = { type: 'replicate', model, run, seed, replications: years, altogether } as const;
    const share = (come: number) => progress((found.length * replications + come) / altogether);
    found.push(await yearsOf(pool, question, signal, share));
  }
  const [baseline] = options;
  const manifest = makeManifest(model, { seed, replications, options, baseline, conditions, set: {} });
  const [today] = found;
  const rows = options.flatMap((option, at) => {
    const { keys, values, settling } = found[at];
    return withAverages(summarise(option, [...keys], [...values]), settling);
  });
  const apart = options.slice(1).flatMap((option, at) => {
    const { keys, values, settling } = found[at + 1];
    return withAverages(
      differences(option, baseline, [...keys], [...values], [...today.values]),
      settling,
      today.settling,
    );
  });
  return resultDocument(manifest, rows, apart);
}

/** Every simulated year of one option; `come` counts them as they come. */
const yearsOf = (
  pool: Pool,
  question: Parameters<Pool['replicate']>[0],
  signal: AbortSignal | undefined,
  progress: (come: number) => void,
) =>
  new Promise<SettledYears>((resolve, reject) => {
    const stopped = () => reject(new Error('Stopped; nothing was saved.'));
    if (signal?.aborted) return stopped();
    const fail = (message: string) => reject(new Error(message));
    let come = 0;
    const cancel = askSettledYears(
      (listener) => pool.replicate({ ...question, byWeekBelow: TO_SEE_WHETHER_IT_SETTLES }, listener),
      (weeks, judged) => askSettling(pool, question.model, question.run, weeks, judged),
      question.replications,
      { year: () => progress(++come), done: resolve, refused: fail, failed: fail },
    );
    signal?.addEventListener('abort', () => {
      cancel();
      stopped();
    });
  });
