// The picture of a warm-up, in words.
import type { WarmUpAdvice } from '../../engine/index.ts';

/** What the picture shows, for those who do not see it. */
export function sayDaily({ people, warmUpDays, suggestedDays, isSettled }: WarmUpAdvice): string {
  const { series } = people;
  const last = series.length - 1;
  const shown = (at: number) => series[at]?.toFixed(1) ?? '–';
  const marks = isSettled ? `, the suggested one after ${suggestedDays} days` : '';
  return `People in the model at the end of each day: ${shown(0)} on the first, ${shown(Math.min(last, warmUpDays))} where the warm-up of ${warmUpDays} days ends${marks}, ${shown(last)} on the last.`;
}
