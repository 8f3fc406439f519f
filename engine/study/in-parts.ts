// A replication a part at a time, so that whoever runs it can look in between at what else is asked; to the bit as in one piece.
import type { Program } from '../network/compile.ts';
import type { MayGoOn, Run } from '../run/native.ts';
import { readAndHandBack, startWatch, startToReplicate, type WatchedRun } from './replication.ts';
import { weekByWeek } from './statistics/weeks.ts';

/** Arrivals and ended stays: some ten milliseconds. */
const EVENTS_A_PART = 20_000;
const DAYS_A_STEP = 7;

/** Each `undefined` that it yields is a part done. */
export type InParts<Result> = Generator<undefined, Result>;

export interface Replicated {
  readonly values: Float64Array;
  readonly weeks?: Float64Array;
}

/** As `replicate`, or `replicateByWeek`. */
export function* replicateInParts(
  program: Program,
  seed: number,
  replication: number,
  byWeek: boolean,
  mayGoOn: MayGoOn | null,
): InParts<Replicated> {
  const run = startToReplicate(program, seed, replication, mayGoOn);
  if (!byWeek) {
    yield* partsOf(run, dayAfterDay(program, run));
    return { values: readAndHandBack(program, run) };
  }
  const weeks = yield* partsOf(run, weekByWeek(program.network, run));
  return { values: readAndHandBack(program, run), weeks };
}

/** As `watch`. */
export function* watchInParts(
  program: Program,
  seed: number,
  replication: number,
  mayGoOn: MayGoOn | null,
): InParts<WatchedRun> {
  const { run, read } = startWatch(program, seed, replication, mayGoOn);
  yield* partsOf(run, dayAfterDay(program, run));
  return read();
}

/** Takes a run on step by step to its end; a part is as many steps as have enough events. */
function* partsOf<Result>(run: Run, steps: Generator<undefined, Result>): InParts<Result> {
  let before = run.events();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      run.finish();
      return value;
    }
    if (run.events() - before < EVENTS_A_PART) continue;
    before = run.events();
    yield;
  }
}

function* dayAfterDay({ network }: Program, run: Run): Generator<undefined, void> {
  for (let day = DAYS_A_STEP - network.warmUpDays; day < network.runDays; day += DAYS_A_STEP) {
    run.runTo(day);
    yield;
  }
}
