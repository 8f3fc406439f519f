// The book of simulated years: what came of each request, by replication, and whether it settles, kept while there is room, so that
// undo, going back to an option and another view answer at once.
import type { Model, RowKey, Settling } from '../../engine/index.ts';

/** Requests whose years are kept. */
const MOST_KEPT = 24;

/** Whether runs settle, undefined where nobody can say; and of those that are still to be judged the weeks, by year. */
export interface Verdicts {
  readonly given: Map<string, Settling | undefined>;
  readonly weeks: Map<string, Map<number, Float64Array>>;
}

const none = (): Verdicts => ({ given: new Map(), weeks: new Map() });

export function createBook() {
  let model: Model | undefined;
  let keys: readonly RowKey[] = [];
  let kept = new Map<string, Map<number, Float64Array>>();
  let verdicts = none();
  return {
    /** Of another model nothing that came before says anything. */
    open(next: Model): void {
      if (next === model) return;
      [model, keys, kept, verdicts] = [next, [], new Map(), none()];
    },
    /** What each number of a year's row is about; every option of a model has the same rows. */
    keys: () => keys,
    setKeys: (next: readonly RowKey[]): void => void (keys = next),
    /** By replication, under the fingerprint of a request; the most lately used are kept. */
    years(fingerprint: string): Map<number, Float64Array> {
      const found = kept.get(fingerprint) ?? new Map<number, Float64Array>();
      kept.delete(fingerprint);
      kept.set(fingerprint, found);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      return found;
    },
    /** Of the runs of this model. */
    verdicts: () => verdicts,
  };
}

export type Book = ReturnType<typeof createBook>;
export const book = createBook();
