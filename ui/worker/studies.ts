// What a worker works out with code fetched for it: the run by weeks, whether the warm-up is long enough, every number of the document.
import {
  adviseWarmUp,
  compile,
  dailyPeople,
  judgeSettling,
  numberAt,
  numberPaths,
  programOf,
  replicateInParts,
  settlingWords,
  summarise,
  weekKeys,
  weekLimits,
  type DailyPeople,
} from '../../engine/index.ts';
import type {
  NumbersRequest,
  PageReply,
  SettlingRequest,
  Study,
  StudyRequest,
  ToldByWeek,
  WeekSeries,
} from './protocol.ts';
import { combinations } from './combinations.ts';
import { history } from './history.ts';
import { spread } from './spread.ts';
import { stillAtWork } from './still-at-work.ts';
import { worlds } from './worlds.ts';

/** A step a replication, like any work of a worker. */
export function* stepsOfStudy(request: Study): Generator<PageReply | undefined, void> {
  if (request.type === 'numbers') yield numbersOf(request);
  else if (request.type === 'settling') yield settlingOf(request);
  else if (request.type === 'spread') yield* spread(request);
  else if (request.type === 'worlds') yield* worlds(request);
  else if (request.type === 'history') yield* history(request);
  else if (request.type === 'combinations') yield* combinations(request);
  else yield* request.type === 'weeks' ? weeks(request) : warmUp(request);
  yield { type: 'done', id: request.id };
}

const settlingOf = ({ id, model, run, weeks }: SettlingRequest): PageReply => ({
  type: 'settling',
  id,
  settling: judgeSettling(programOf(model, run, compile), weeks),
});

/** An option may take one away; then it is as in the document, and nothing asks for it. */
function numbersOf({ id, model, run }: NumbersRequest): PageReply {
  const inForce = programOf(model, run, compile).model;
  const here = new Set(numberPaths(inForce));
  const numbers = numberPaths(model).map((path) => {
    const { value: document, facts } = numberAt(model, path);
    return { path, document, value: here.has(path) ? numberAt(inForce, path).value : document, facts };
  });
  return { type: 'numbers', id, numbers };
}

function* weeks({ id, model, run, seed, replications }: StudyRequest): Generator<PageReply | undefined, void> {
  const program = programOf(model, run, compile);
  const found: Float64Array[] = [];
  for (const replication of replications) {
    const { weeks } = yield* replicateInParts(program, seed, replication, true, stillAtWork);
    found.push(weeks!);
    yield { type: 'progress', id, done: found.length };
  }
  const settling = judgeSettling(program, found);
  const words = settlingWords(settling, (station) => model.stations[station]?.label ?? station);
  const series = seriesOf(summarise(run.option, weekKeys(program), found, weekLimits(program)));
  const dates = [...new Set(weekKeys(program).map(({ day }) => day))];
  yield { type: 'weeks', id, told: { settling, words, dates, series, replications: found.length } };
}

/** People waiting and delayed, by place: as many weeks each as there are dates. */
function seriesOf(rows: ReturnType<typeof summarise>): ToldByWeek['series'] {
  const series = new Map<string, WeekSeries>();
  for (const { station, measure, value, ciLow, ciHigh } of rows) {
    if (measure === 'occupancy') continue;
    const key = `${measure} ${station}`;
    const one = series.get(key) ?? { station, measure, mean: [], low: [], high: [] };
    one.mean.push(value ?? Number.NaN);
    one.low.push(ciLow ?? Number.NaN);
    one.high.push(ciHigh ?? Number.NaN);
    series.set(key, one);
  }
  return [...series.values()];
}

function* warmUp({ id, model, run, seed, replications }: StudyRequest): Generator<PageReply, void> {
  const program = programOf(model, run, compile);
  const days: DailyPeople[] = [];
  for (const replication of replications) {
    days.push(dailyPeople(program, seed, replication, stillAtWork));
    yield { type: 'progress', id, done: days.length };
  }
  yield { type: 'warm-up', id, advice: adviseWarmUp(program, days) };
}
