// The book of simulated years: what came of each request, by replication, kept while there is room, so that undo, going back to an
// option and another view answer at once.
import type { Model, RowKey } from '../../engine/index.ts';

/** Requests whose years are kept. */
const MOST_KEPT = 24;

export function createBook() {
  let model: Model | undefined;
  let keys: readonly RowKey[] = [];
  let kept = new Map<string, Map<number, Float64Array>>();
  return {
    /** Of another model nothing that came before says anything. */
    open(next: Model): void {
      if (next === model) return;
      [model, keys, kept] = [next, [], new Map()];
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
  };
}

export type Book = ReturnType<typeof createBook>;
export const book = createBook();
