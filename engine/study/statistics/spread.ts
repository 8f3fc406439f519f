// How one list was spread over a run: the share of the time with more than a given number of people on it, beside the run's weeks.
import type { Program } from '../../network/compile.ts';
import { sharesOver, type Level } from '../../account/level.ts';
import { startRun, type MayGoOn, type Run } from '../../run/native.ts';
import { weekMeans } from './weeks.ts';

/** People waiting for a station first, or delayed in it; `all` for everyone delayed, wherever they are. */
export interface Followed {
  readonly station: string;
  readonly measure: 'waiting' | 'delayed';
}

/**
 * One replication: its weeks as `weekMeans` has them, and by n the share of the time with more than n people, from n = 0 up to the
 * most there ever were (where it is 0).
 */
export function replicateSpread(
  program: Program,
  seed: number,
  replication: number,
  followed: Followed,
  mayGoOn: MayGoOn | null = null,
): { weeks: Float64Array; shareOver: Float64Array } {
  const { network } = program;
  const run = startRun(program, seed, replication, null, null, mayGoOn);
  const weeks = weekMeans(network, run);
  run.finish();
  return { weeks, shareOver: sharesOver(levelOf(program, run, followed).timeAt) };
}

function levelOf({ network }: Program, { ledger }: Run, { station, measure }: Followed): Level {
  if (station === 'all' && measure === 'delayed') return ledger.delayedAnywhere;
  const at = network.stationIds.indexOf(station);
  if (at < 0) throw new Error(`No list of people ${measure} at ${station}.`);
  return ledger[measure].levels[at];
}
