// Combinations of some numbers, one after the other, with the same people: what each came to, in the terminal's own numbers.
import {
  columnsOfNumbers,
  compile,
  isRowOf,
  programOf,
  Refusal,
  rowKeys,
  sayProblem,
  simulateCombination,
} from '../../engine/index.ts';
import type { CombinationsRequest, PageReply } from './protocol.ts';
import { stillAtWork } from './still-at-work.ts';

/** A step a replication or a part of one. */
export function* combinations(request: CombinationsRequest): Generator<PageReply | undefined, void> {
  const { id, model, run, seed, years, rows, combinations: asked } = request;
  const all = rowKeys(programOf(model, run, compile));
  const keys = rows.flatMap((row) => all.find((key) => isRowOf(key, row.station, row.measure, row.statistic)) ?? []);
  yield { type: 'combining', id, keys, columns: columnsOfNumbers(model, Object.keys(asked[0] ?? {})) };
  const question = { request: run, seed, replications: years, rows };
  for (const [at, numbers] of asked.entries()) {
    try {
      const found = yield* simulateCombination(model, question, numbers, compile, stillAtWork);
      yield { type: 'combination', id, at, found };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { type: 'combination', id, at, problem: error.problems.map(sayProblem).join(' ') };
    }
  }
}
