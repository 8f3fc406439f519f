// How one list is spread: its weeks with the band that holds 8 replications in 10, and how often it is longer than any number.
import {
  compile,
  interval,
  judgeSettling,
  programOf,
  quantileType7,
  replicateSpread,
  settlingWords,
  weekKeys,
  SHARE,
  within,
} from '../../engine/index.ts';
import type { PageReply, Spread, SpreadRequest } from './protocol.ts';
import { stillAtWork } from './still-at-work.ts';

/** The ends of the band: a tenth of the replications lie below it and a tenth above. */
const BAND = [0.1, 0.9] as const;

/** A step a replication. */
export function* spread(request: SpreadRequest): Generator<PageReply, void> {
  const { id, model, run, seed, replications, followed } = request;
  const program = programOf(model, run, compile);
  const weeks: Float64Array[] = [];
  const over: Float64Array[] = [];
  for (const replication of replications) {
    const one = replicateSpread(program, seed, replication, followed, stillAtWork);
    weeks.push(one.weeks);
    over.push(one.shareOver);
    yield { type: 'progress', id, done: weeks.length };
  }
  const settling = judgeSettling(program, weeks);
  const keys = weekKeys(program);
  const isFollowed = (at: number) => keys[at].station === followed.station && keys[at].measure === followed.measure;
  const places = keys.map((_, at) => at).filter(isFollowed);
  const told: Spread = {
    settling,
    words: settlingWords(settling, (station) => model.stations[station]?.label ?? station),
    dates: places.map((at) => keys[at].day),
    weeks: bandsOf(places.map((at) => Float64Array.from(weeks, (one) => one[at]))),
    over: intervalsOf(over),
    replications: weeks.length,
  };
  yield { type: 'spread', id, spread: told };
}

function bandsOf(columns: readonly Float64Array[]): Spread['weeks'] {
  const mean = columns.map((column) => interval(column).mean);
  const [low, high] = BAND.map((share) => columns.map((column) => quantileType7(column, column.length, share)));
  return { mean, low: low!, high: high! };
}

/** A run that never came to n people was never above it. */
function intervalsOf(over: readonly Float64Array[]): Spread['over'] {
  const counts = Math.max(0, ...over.map((one) => one.length));
  const all = Array.from({ length: counts }, (_, n) => within(interval(over.map((one) => one[n] ?? 0)), SHARE));
  return { mean: all.map(({ mean }) => mean), low: all.map(({ low }) => low), high: all.map(({ high }) => high) };
}
