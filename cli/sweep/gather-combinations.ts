// Runs the combinations of a sweep on threads: many to a task where they are quick, the replications of one shared out where they are long.
import {
  type Found,
  type Numbers,
  Refusal,
  TO_SEE_WHETHER_IT_SETTLES,
  compile,
  estimate,
  reduceCombination,
  requestAt,
  rowKeys,
} from '../../engine/index.ts';
import { BadCommand } from '../bad-command.ts';
import { poolFor } from '../fleet/pool-for.ts';
import { runTwice } from '../gather.ts';
import { listenForInterrupt } from '../interrupt.ts';
import { progressBar } from '../output/progress.ts';
import type { Pool } from '../pool.ts';
import type { Finished } from './kept-combinations.ts';
import { numbersAt, type Sweep } from './question.ts';

/** Events of a task: short enough for a quick answer to Ctrl-C, long enough that handing over costs nothing. */
const EVENTS_A_TASK = 500_000;
/** As long as that takes, by the clock: combinations of one sweep may differ a hundredfold. */
const MILLISECONDS_A_TASK = 300;
/** A combination with more is shared out, however short the others are: some seconds. */
const MOST_EVENTS_AT_ONCE = 10_000_000;
/** Fewer are done before a worker has started. */
const EVENTS_WORTH_WORKERS = 2_000_000;
const MOST_A_TASK = 500;
/** What a worker of a queue has begun it finishes, and how long that takes is not known before. */
const MOST_A_QUEUED_TASK = 32;

/** Events of a combination, all replications together: on average, and of the longest. */
export interface Sizes {
  readonly mean: number;
  readonly most: number;
}

/** A combination whose replications several threads share. */
interface Shared {
  readonly combination: number;
  readonly years: { values: Float64Array; weeks?: Float64Array }[];
  left: number;
}

/** Each is handed over as it finishes, in no order; not all of them where somebody stops. */
export async function gatherCombinations(
  sweep: Sweep,
  wanted: readonly number[],
  { mean, most }: Sizes,
  hear: (finished: readonly Finished[]) => void,
): Promise<void> {
  const { model, settings } = sweep;
  if (wanted.length === 0) return;
  const isSmall = mean * wanted.length < EVENTS_WORTH_WORKERS;
  const pool = await poolFor(model, settings, { isSmall, tasks: wanted.length * settings.replications });
  const interrupt = listenForInterrupt(settings.quiet, () => void pool.withdraw?.());
  const bar = await progressBar(wanted.length, settings.quiet, 'combinations');
  const finish = (finished: readonly Finished[]) => {
    hear(finished);
    bar.add(finished.length);
  };
  // Who has failed has stopped the others too: their results would be thrown away.
  let hasFailed = false;
  const goesOn = () => !interrupt.asked && !hasFailed;
  const isLong = mean > EVENTS_A_TASK || most > MOST_EVENTS_AT_ONCE;
  const next = isLong ? partsOf(sweep, wanted, most, finish) : tasksOf(sweep, wanted, mean, finish);
  const feed = async (thread: number) => {
    try {
      for (let step = next.next(); goesOn() && step.done !== true; step = next.next()) await step.value(pool, thread);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  try {
    const all = await Promise.allSettled(Array.from({ length: pool.workers }, (_, thread) => feed(thread)));
    const failed = all.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    bar.end();
    interrupt.end();
    await pool.close();
  }
}

type Step = (pool: Pool, thread: number) => Promise<void>;

/** Several combinations a task: as many as the one before has shown to be right. How they are divided shows in no result. */
function* tasksOf(
  sweep: Sweep,
  wanted: readonly number[],
  events: number,
  finish: (finished: readonly Finished[]) => void,
): Generator<Step> {
  const within = (most: number, count: number) => Math.max(1, Math.min(most, Math.floor(count)));
  const isQueue = sweep.settings.queue !== undefined;
  // The first of them are small: what is finished by then is kept, should somebody stop at once.
  let aTask = isQueue ? within(MOST_A_QUEUED_TASK, EVENTS_A_TASK / events) : 1;
  for (let first = 0; first < wanted.length;) {
    const some = wanted.slice(first, first + aTask);
    first += some.length;
    const combinations = some.map((at) => numbersAt(sweep, at));
    yield async (pool, thread) => {
      const began = performance.now();
      const found = await runTwice(pool, { swept: sweep.question, combinations }, thread);
      const fitting = (some.length * MILLISECONDS_A_TASK) / Math.max(1, performance.now() - began);
      // In a queue a task also waits, which says nothing of how long it takes.
      if (!isQueue) aTask = within(Math.min(MOST_A_TASK, 2 * some.length), fitting);
      const isRefused = (one: Found) => one.length === 0;
      // Fewer come back where somebody has asked to stop.
      finish(found.flatMap((one, i): Finished[] => (isRefused(one) ? [] : [[some[i], one]])));
      const refused = found.findIndex(isRefused);
      if (refused >= 0) refuse(sweep, combinations[refused]);
    };
  }
}

/** Some replications of one combination a task. */
function* partsOf(
  sweep: Sweep,
  wanted: readonly number[],
  events: number,
  finish: (finished: readonly Finished[]) => void,
): Generator<Step> {
  const { model, question } = sweep;
  const { seed, replications, rows } = question;
  const aTask = Math.max(1, Math.floor((EVENTS_A_TASK * replications) / events));
  for (const combination of wanted) {
    const shared: Shared = { combination, years: [], left: replications };
    const numbers = numbersAt(sweep, combination);
    eventsAt(sweep, numbers);
    const request = requestAt(question, numbers);
    for (let first = 0; first < replications; first += aTask) {
      const its = Array.from({ length: Math.min(aTask, replications - first) }, (_, at) => first + at);
      yield async (pool, thread) => {
        const task = { request, seed, replications: its, byWeekBelow: TO_SEE_WHETHER_IT_SETTLES };
        const values = await runTwice(pool, task, thread);
        const program = compile(model, request);
        const all = rowKeys(program).length;
        for (const [at, one] of values.entries())
          shared.years[first + at] = {
            values: one.subarray(0, all),
            ...(one.length > all && { weeks: one.subarray(all) }),
          };
        shared.left -= values.length;
        if (shared.left === 0) finish([[combination, reduceCombination(program, rows, shared.years)]]);
      };
    }
  }
}

/** Events of all replications of a combination. Where it cannot be simulated it throws, in the model's own words. */
export function eventsAt({ model, question }: Sweep, numbers: Numbers): number {
  const refused = (problems: BadCommand['problems']) =>
    new BadCommand(`The combination ${sayNumbers(numbers)}`, problems);
  try {
    const byWeek = Math.min(question.replications, TO_SEE_WHETHER_IT_SETTLES);
    const size = estimate(compile(model, requestAt(question, numbers)), question.replications, { byWeek });
    if (size.refusal) throw refused([size.refusal]);
    return Math.max(1, size.events);
  } catch (error) {
    throw error instanceof Refusal ? refused(error.problems) : error;
  }
}

/** A thread says only that it refused. */
function refuse(sweep: Sweep, numbers: Numbers): never {
  eventsAt(sweep, numbers);
  throw new Error(`Refused by one thread only: ${sayNumbers(numbers)}.`);
}

const sayNumbers = (numbers: Numbers): string =>
  Object.entries(numbers)
    .map(([path, value]) => `${path}=${value}`)
    .join(', ');
