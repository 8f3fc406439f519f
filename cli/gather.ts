// Runs every replication of every option requested and gathers the results by replication, whichever thread ran them.
import {
  type Model,
  Refusal,
  type RowKey,
  type RunRequest,
  compile,
  estimate,
  pairsOf,
  rowKeys,
} from '../engine/index.ts';
import { BadCommand } from './bad-command.ts';
import { poolFor } from './fleet/pool-for.ts';
import { listenForInterrupt } from './interrupt.ts';
import type { KeptYears } from './kept/years.ts';
import { counted } from './output/counted.ts';
import { progressBar } from './output/progress.ts';
import type { Pool } from './pool.ts';
import type { Combinations, Task } from './replicator.ts';
import type { Settings } from './settings.ts';
import { shareOut } from './share-out.ts';

export interface Gathered {
  readonly interrupted: boolean;
  /** How many replications, from the first, all options have finished. */
  readonly finished: number;
  readonly keys: RowKey[];
  /** By option, in the order requested: a run of another length has other days to look at, and other rows. */
  readonly keysOf: readonly RowKey[][];
  /** By option, in the order requested, then by replication. */
  readonly values: readonly Float64Array[][];
  /** The weeks of the first replications, by option, then by replication; see `byWeekBelow` of the settings. */
  readonly weeks: readonly Float64Array[][];
}

/** Events a task is made of: short enough for a quick answer to Ctrl-C, long enough that handing over costs nothing. */
const eventsATask = 150_000;
/** Below this many events, the work is done before a worker has started. */
const eventsWorthWorkers = 2_000_000;

/** All replications up to the number of the settings; those of `before`, and those kept, are not run again. */
export async function gather(
  model: Model,
  requests: readonly RunRequest[],
  settings: Settings,
  before?: Gathered,
  kept?: KeptYears,
): Promise<Gathered> {
  const programs = requests.map((request) => compile(model, request));
  const sizes = programs.map((program) =>
    estimate(program, settings.replications * requests.length, {
      byWeek: Math.min(settings.replications, settings.byWeekBelow) * requests.length,
    }),
  );
  const refusal = sizes.find((size) => size.refusal)?.refusal;
  if (refusal) throw new BadCommand('This request', [refusal]);

  const events = sizes.reduce((sum, size) => sum + size.events, 0) / requests.length;
  // A chunk of a queue goes by the network, so it is larger.
  const times = settings.queue === undefined ? 1 : 4;
  const aTask = Math.max(
    1,
    Math.min(16 * times, Math.floor((times * eventsATask) / (events / (settings.replications * requests.length)))),
  );
  const from = before?.finished ?? 0;
  const keysOf = programs.map((program) => rowKeys(program));
  const values = requests.map((_, option) => [...(before?.values[option] ?? [])]);
  const weeks = requests.map((_, option) => [...(before?.weeks[option] ?? [])]);
  const put = (option: number, replication: number, result: Float64Array) => {
    const rows = keysOf[option].length;
    values[option][replication] = result.subarray(0, rows);
    if (result.length > rows) weeks[option][replication] = result.subarray(rows);
  };
  for (const [option, request] of requests.entries())
    for (let replication = from; replication < settings.replications; replication++) {
      const one = kept?.at(request.option, replication);
      if (one !== undefined) put(option, replication, one);
    }
  const isMissing = (option: number, replication: number) => values[option][replication] === undefined;
  const groups = [...groupsOf(requests, settings, aTask, from, isMissing)].filter((group) => group.length > 0);
  const missing = groups.flat().reduce((sum, { task }) => sum + task.replications.length, 0);
  const isSmall = (events * missing) / (settings.replications * requests.length) < eventsWorthWorkers;
  const pool = await poolFor(model, settings, { isSmall, tasks: groups.flat().length });
  const interrupt = listenForInterrupt(settings.quiet, () => void pool.withdraw?.());
  const bar = await progressBar(missing, settings.quiet);
  try {
    const next = shareOut(groups);
    const feed = async (thread: number) => {
      for (let one = next(thread); one !== undefined && !interrupt.asked; one = next(thread)) {
        const { option, task } = one;
        const results = await runTwice(pool, task, thread);
        for (const [at, result] of results.entries()) put(option, task.replications[at], result);
        kept?.put(task.request.option, task.replications, results);
        bar.add(results.length);
        if (results.length < task.replications.length) interrupt.asked = true;
      }
    };
    await Promise.all(Array.from({ length: pool.workers }, (_, thread) => feed(thread)));
  } finally {
    bar.end();
    interrupt.end();
    await pool.close();
  }
  // After Ctrl-C the output is a whole, smaller experiment: `--replications` with that number repeats it.
  const unpaired = Math.min(...values.map((each) => unbroken(each)));
  const finished = settings.antithetic ? unpaired - (unpaired % 2) : unpaired;
  if (finished < settings.replications && !settings.quiet)
    process.stderr.write(`Stopped: ${finished} of ${counted(settings.replications, 'simulated period')} finished.\n`);
  return {
    interrupted: finished < settings.replications,
    finished,
    keys: keysOf[0],
    keysOf,
    values: values.map((each) => each.slice(0, finished)),
    weeks: weeks.map((each) => each.slice(0, finished)),
  };
}

/** What an interval is made of: replications, or where they are antithetic the means of their pairs. */
export const samplesOf = (replications: readonly Float64Array[], { antithetic }: Settings): readonly Float64Array[] =>
  antithetic ? pairsOf(replications) : replications;

/**
 * The same replications of every option are a group: the same people come in all of them. The options take turns, so that what is
 * finished when someone stops is finished for all of them.
 */
function* groupsOf(
  requests: readonly RunRequest[],
  { replications, seed, byWeekBelow, antithetic, stopAt }: Settings,
  aTask: number,
  from: number,
  isMissing: (option: number, replication: number) => boolean,
): Generator<{ option: number; task: Task }[]> {
  for (let first = from; first < replications; first += aTask) {
    const numbers = Array.from({ length: Math.min(aTask, replications - first) }, (_, at) => first + at);
    yield requests.flatMap((request, option) => {
      const its = numbers.filter((replication) => isMissing(option, replication));
      return its.length === 0
        ? []
        : [{ option, task: { request, seed, replications: its, byWeekBelow, antithetic, stopAt } }];
    });
  }
}

/** A thread that died is replaced and its work done again. A second failure is not chance, and a mean may leave nothing out. */
export async function runTwice(pool: Pool, task: Task | Combinations, thread: number): Promise<Float64Array[]> {
  try {
    return await pool.run(task, thread);
  } catch (error) {
    if (error instanceof Refusal || error instanceof BadCommand) throw error;
  }
  try {
    return await pool.run(task, thread);
  } catch (cause) {
    throw new Error(`Failed twice: ${said(task)}.`, { cause });
  }
}

function said(task: Task | Combinations): string {
  if ('swept' in task) {
    const { request, seed, replications } = task.swept;
    const [first] = task.combinations;
    return `option ${request.option}, seed ${seed}, ${replications} replications, combinations from ${JSON.stringify(first)}`;
  }
  const { request, seed, replications } = task;
  return `option ${request.option}, seed ${seed}, replications ${replications.join(', ')}`;
}

function unbroken(values: readonly Float64Array[]): number {
  let count = 0;
  while (count < values.length && values[count] !== undefined) count++;
  return count;
}
