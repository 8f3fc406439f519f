// What a referee asks of a model, worked out in a worker: the run by weeks, and whether the warm-up is long enough.
import {
  adviseWarmUp,
  compile,
  dailyPeople,
  judgeSettling,
  replicateByWeek,
  settlingWords,
  summarise,
  weekKeys,
  type DailyPeople,
} from '../../engine/index.ts';
import type { PageReply, StudyRequest, ToldByWeek, WeekSeries } from './protocol.ts';

/** A step a replication, like any work of a worker. */
export function* stepsOfStudy(request: StudyRequest): Generator<PageReply, void> {
  yield* request.type === 'weeks' ? weeks(request) : warmUp(request);
  yield { type: 'done', id: request.id };
}

function* weeks({ id, model, run, seed, replications }: StudyRequest): Generator<PageReply, void> {
  const program = compile(model, run);
  const found: Float64Array[] = [];
  for (const replication of replications) {
    found.push(replicateByWeek(program, seed, replication).weeks);
    yield { type: 'progress', id, done: found.length };
  }
  const settling = judgeSettling(program, found);
  const words = settlingWords(settling, (station) => model.stations[station]?.label ?? station);
  const series = seriesOf(summarise(run.option, weekKeys(program), found));
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
  const program = compile(model, run);
  const days: DailyPeople[] = [];
  for (const replication of replications) {
    days.push(dailyPeople(program, seed, replication));
    yield { type: 'progress', id, done: days.length };
  }
  yield { type: 'warm-up', id, advice: adviseWarmUp(program, days) };
}
