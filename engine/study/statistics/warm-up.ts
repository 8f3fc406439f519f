// How long a warm-up a model needs (its initial transient): MSER-5 over people in the model, day by day from the very beginning.
// White (1997), Simulation 69(6); White, Cobb and Spratt (2000), Winter Simulation Conference.
import type { Program } from '../../network/compile.ts';
import { startRun, type MayGoOn } from '../../run/native.ts';
import { isWarmUpEmpty } from './filling.ts';
import { plannedChanges, type PlannedChange } from './planned.ts';

/** People at the end of each day from `-warmUpDays` on. */
export interface DailyPeople {
  /** In the model, in places or waiting outside. */
  readonly people: Float64Array;
  /** Ready and still holding a place, wherever. */
  readonly delayed: Float64Array;
}

export interface Truncation {
  /** Values to leave out at the beginning: a multiple of the batch. */
  readonly leaveOut: number;
  /** False when the least lies at the end of what is searched: the series may not have settled at all. */
  readonly isSettled: boolean;
  /** The MSER statistic by number of batches left out, for the first half of the series and its middle. */
  readonly statistic: Float64Array;
}

/**
 * The truncation that minimises the squared standard error of the mean of what is left, Σ (Y − Ȳ)² / m², over means of batches
 * of five; values left over at the end belong to no batch. More than half of the series is never left out.
 */
export function mser5(series: ArrayLike<number>, batch = 5): Truncation {
  const batches = Math.floor(series.length / batch);
  const means = Float64Array.from({ length: batches }, (_, b) => {
    let sum = 0;
    for (let at = b * batch; at < (b + 1) * batch; at++) sum += series[at];
    return sum / batch;
  });
  const last = Math.floor(batches / 2);
  const statistic = new Float64Array(batches === 0 ? 0 : last + 1);
  // From the end, so that one pass gives every truncation: Welford's sum of squares from the mean of those from b on.
  let [count, mean, squares] = [0, 0, 0];
  let best = last;
  for (let b = batches - 1; b >= 0; b--) {
    const apart = means[b] - mean;
    count++;
    mean += apart / count;
    squares += apart * (means[b] - mean);
    if (b > last) continue;
    statistic[b] = squares / count / count;
    if (statistic[b] <= statistic[best]) best = b;
  }
  return { leaveOut: best * batch, isSettled: batches > 1 && best < last, statistic };
}

/** One replication's days, from its beginning to its end. */
export function dailyPeople(
  program: Program,
  seed: number,
  replication: number,
  mayGoOn: MayGoOn | null = null,
): DailyPeople {
  const { warmUpDays, runDays } = program.network;
  const run = startRun(program, seed, replication, null, null, mayGoOn);
  const days = Math.floor(warmUpDays + runDays);
  const people = new Float64Array(days);
  const delayed = new Float64Array(days);
  for (let day = 0; day < days; day++) {
    run.runTo(day + 1 - warmUpDays);
    const { occupancy, waiting, delayed: ready } = run.census();
    for (let s = 0; s < occupancy.length; s++) {
      // A ready person waits for another place, so waiting counts them again.
      people[day] += occupancy[s] + waiting[s] - ready[s];
      delayed[day] += ready[s];
    }
  }
  return { people, delayed };
}

export interface WarmUpAdvice {
  /** The longer of what the two series need, in days from the beginning of the run. */
  readonly suggestedDays: number;
  readonly isSettled: boolean;
  /** What the document has. */
  readonly warmUpDays: number;
  /** Nobody comes before the start date and nobody is there: such a warm-up does nothing. */
  readonly isEmpty: boolean;
  /** Days looked at: up to the first dated change within the run. */
  readonly days: number;
  /** What besides the start makes these days differ from each other. */
  readonly changes: readonly PlannedChange[];
  /** Averages over replications, and their truncation. */
  readonly people: Truncation & { readonly series: Float64Array };
  readonly delayed: Truncation & { readonly series: Float64Array };
  readonly replications: number;
}

/** Averages over replications, in their order, then truncates: the start is common to all, the noise is not. */
export function adviseWarmUp(program: Program, replications: readonly DailyPeople[]): WarmUpAdvice {
  const { warmUpDays, runDays } = program.network;
  const change = program.later.find((one) => one.fromDay > 0)?.fromDay ?? runDays;
  const days = Math.floor(warmUpDays + change);
  const advice = (of: keyof DailyPeople) => {
    const series = new Float64Array(days);
    for (const one of replications)
      for (let day = 0; day < days; day++) series[day] += one[of][day] / replications.length;
    return { series, ...mser5(series) };
  };
  const [people, delayed] = [advice('people'), advice('delayed')];
  return {
    suggestedDays: Math.max(people.leaveOut, delayed.leaveOut),
    isSettled: people.isSettled && delayed.isSettled,
    warmUpDays,
    isEmpty: isWarmUpEmpty(program.network),
    days,
    changes: plannedChanges(program, -warmUpDays, change),
    people,
    delayed,
    replications: replications.length,
  };
}
