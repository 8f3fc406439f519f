// Real weeks laid over the weeks of the model, by their dates: where each falls, and how many lie in the band of simulated years.
import { dayNumber } from '../../engine/index.ts';
import type { Fit } from '../words/history.ts';
import type { Spread } from '../worker/protocol.ts';
import type { Week } from './real-weeks-text.ts';

/** Each real week with the model's week it falls in; those outside the run are left out. */
export function weeksBeside(weeks: readonly Week[], { dates }: Pick<Spread, 'dates'>): { week: Week; at: number }[] {
  const from = dayNumber(dates[0] ?? '');
  return weeks.flatMap((week) => {
    const at = Math.floor((dayNumber(week.date) - from) / 7);
    return at >= 0 && at < dates.length ? [{ week, at }] : [];
  });
}

export function fitOf(weeks: readonly Week[], spread: Spread): Fit {
  const beside = weeksBeside(weeks, spread);
  const { mean, low, high } = spread.weeks;
  const count = (is: (people: number, at: number) => boolean) =>
    beside.filter(({ week, at }) => is(week.people, at)).length;
  const average = (of: (one: (typeof beside)[number]) => number) =>
    beside.reduce((sum, one) => sum + of(one), 0) / beside.length;
  return {
    weeks: beside.length,
    within: count((people, at) => people >= low[at] && people <= high[at]),
    above: count((people, at) => people > high[at]),
    below: count((people, at) => people < low[at]),
    real: average(({ week }) => week.people),
    model: average(({ at }) => mean[at]),
  };
}
