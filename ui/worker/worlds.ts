// Plausible worlds of an option beside today, one after the other: both options with the same people in each, and what is judged of it.
import {
  compile,
  drawWorlds,
  estimate,
  judgeWorld,
  numberAt,
  placeOfMean,
  readingWorlds,
  replicateInParts,
  rowKeys,
  type JudgedReading,
  type PlausibleWorld,
} from '../../engine/index.ts';
import type { PageReply, WorldsRequest } from './protocol.ts';
import { stillAtWork } from './still-at-work.ts';

/** About two minutes of an office laptop: what takes longer, nobody has asked for by looking at a page. */
const MOST_EVENTS_UNASKED = 150_000_000;

/** A step a replication or a part of one. */
export function* worlds(request: WorldsRequest): Generator<PageReply | undefined, void> {
  const { id, model, baseline, run, seed, replications, worlds: all, wanted, station, measure, mayTakeLong } = request;
  const requests = [baseline, run] as const;
  const program = compile(model, baseline);
  const { refusal, events } = estimate(program, requests.length * replications.length * wanted.length);
  if (refusal) return yield { type: 'refused', id, problems: [refusal] };
  const { uncertain, world } = drawWorlds(model, requests, seed, all, compile);
  const { without, decided } = uncertain;
  const numbers = uncertain.numbers.map((one) => ({ ...one, facts: numberAt(model, one.path).facts }));
  const isLong = events > MOST_EVENTS_UNASKED;
  yield { type: 'drawn', id, drawn: { numbers, without, decided, isLong } };
  if (numbers.length === 0 || (isLong && !mayTakeLong)) return;
  const keys = rowKeys(program);
  const at = placeOfMean(keys, station, measure);
  const judged = function* (its: PlausibleWorld) {
    yield;
    const today = yield* simulated(its, 0, request, at);
    const option = yield* simulated(its, 1, request, at);
    return judgeWorld(its, keys[at], [today, option]);
  };
  const readings: JudgedReading[] = [];
  for (const one of readingWorlds(model, [baseline, run], compile))
    readings.push({ ...one, world: yield* judged(one.world) });
  yield { type: 'readings', id, readings };
  for (const number of wanted) yield { type: 'world', id, world: yield* judged(world(number)) };
}

function* simulated({ programs }: PlausibleWorld, of: 0 | 1, { seed, replications }: WorldsRequest, at: number) {
  const row: number[] = [];
  const weeks: Float64Array[] = [];
  for (const replication of replications) {
    const one = yield* replicateInParts(programs[of], seed, replication, true, stillAtWork);
    row.push(one.values[at]);
    weeks.push(one.weeks!);
    yield;
  }
  return { row, weeks };
}
