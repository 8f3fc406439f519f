// A model beside what happened: the band of its years under each series, the verdict, and what could explain a difference.
import {
  bandOf,
  compile,
  explain,
  limitsWords,
  bandWords,
  matchWords,
  referenceOf,
  xmrOf,
  yearsToSimulate,
} from '../../engine/index.ts';
import type { HistoryRequest, PageReply } from './protocol.ts';
import { stillAtWork } from './still-at-work.ts';

/** Years simulated between two words of how far it is. */
const YEARS_A_WORD = 10;

export function* history({ id, model, run, seed, matched }: HistoryRequest): Generator<PageReply | undefined, void> {
  const asking = { model, request: run, seed, compile, mayGoOn: stillAtWork };
  const all = yearsToSimulate(model, run);
  let done = 0;
  function* simulated<Result>(steps: Generator<undefined, Result>): Generator<PageReply | undefined, Result> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      done++;
      yield done % YEARS_A_WORD === 0 ? { type: 'progress', id, done: Math.min(1, done / all) } : undefined;
    }
  }
  const reference = yield* simulated(referenceOf(model, run, matched, asking));
  const observed = reference.asked.map(({ periods: { at } }, which) =>
    Float64Array.from(at, (period) => matched[which].series.values[period]),
  );
  const explained = yield* simulated(explain(reference, observed, asking));
  const beside = matched.map(({ series: { days, spacing } }, which) => {
    const values = Array.from(observed[which]);
    const band = bandOf(
      reference.years.map((year) => year[which]),
      observed[which],
    );
    const limits = xmrOf(values);
    return {
      days: Array.from(reference.asked[which].periods.at, (period) => days[period]),
      values,
      band,
      limits,
      words: [bandWords(band, spacing), limitsWords(limits, values.length, spacing)],
    };
  });
  yield {
    type: 'history',
    id,
    told: { beside, explained, words: matchWords(model, explained), without: reference.without },
  };
}
