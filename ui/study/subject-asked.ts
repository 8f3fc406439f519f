// How many people wait in each simulated year under some numbers, for the service a model is about: the result of the tornado and the sweep.
import { placeOfMean, type Model } from '../../engine/index.ts';
import { requestOf, type Settings } from '../model/asked.ts';
import { subjectOf } from '../model/values.ts';
import type { askWhenIdle, settlingOf } from '../session/questions.ts';
import { askSettledYears, withNumbers, type Heard as HeardOfYears } from '../worker/settled-years.ts';

export interface Asked {
  readonly model: Model;
  readonly present: Settings;
  /** Numbers laid over the settings of the screen. */
  readonly set: Readonly<Record<string, number>>;
  readonly replications: readonly number[];
}

export interface Heard extends Omit<HeardOfYears, 'done'> {
  /** By replication; an average of them means something only where the run settles. */
  done(found: Float64Array, settles: boolean): void;
}

/** The returned function cancels. */
export function askForSubject(
  judge: typeof settlingOf,
  ask: typeof askWhenIdle,
  { model, present, set, replications }: Asked,
  heard: Heard,
): () => void {
  const { station, measure } = subjectOf(model);
  const run = withNumbers(requestOf(present), set);
  return askSettledYears(
    (listener) => ask(run, present.seed, replications, listener),
    (weeks, judged) => judge(run, weeks, judged),
    replications,
    {
      ...heard,
      done({ keys, values, settles }) {
        const at = placeOfMean(keys, station, measure);
        heard.done(
          Float64Array.from(values, (row) => row[at] ?? Number.NaN),
          settles,
        );
      },
    },
  );
}
