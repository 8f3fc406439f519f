// How many wait, of those a model is about, in each simulated year under some numbers: what the tornado and the sweep look at.
import { hasAverages, sayProblem, type Model } from '../../engine/index.ts';
import type { askWhenIdle, settlingOf } from '../session/session.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import { requestOf, type Settings } from '../model/asked.ts';
import { subjectOf } from '../model/values.ts';

export interface Asked {
  readonly model: Model;
  readonly present: Settings;
  /** Numbers laid over the settings of the screen. */
  readonly set: Readonly<Record<string, number>>;
  readonly replications: readonly number[];
}

export interface Heard {
  /** One more simulated year has come. */
  year(): void;
  /** By replication; an average of them means something only where the run settles. */
  done(found: Float64Array, settles: boolean): void;
  refused(problem: string): void;
  failed(message: string): void;
}

/** The returned function cancels. */
export function askForSubject(
  judge: typeof settlingOf,
  ask: typeof askWhenIdle,
  { model, present, set, replications }: Asked,
  heard: Heard,
) {
  const { station, measure } = subjectOf(model);
  const found = new Float64Array(replications.length);
  const weeks: Float64Array[] = [];
  let column = -1;
  const request = requestOf(present);
  const run = { ...request, set: { ...request.set, ...set } };
  let stopJudging = () => {};
  const stopYears = ask(run, present.seed, replications, {
    reply(reply) {
      if (reply.type === 'refused') heard.refused(reply.problems.map(sayProblem).join(' '));
      if (reply.type === 'keys')
        column = reply.keys.findIndex(
          (key) =>
            key.station === station &&
            key.measure === measure &&
            key.statistic === 'mean' &&
            key.who === 'all' &&
            key.day === '',
        );
      if (reply.type !== 'chunk') return;
      found[reply.replication - FIRST_REPLICATION] = reply.values[column] ?? Number.NaN;
      if (reply.weeks) weeks[reply.replication - FIRST_REPLICATION] = reply.weeks;
      heard.year();
    },
    done() {
      if (weeks.length === 0) return heard.done(found, true);
      stopJudging = judge(run, weeks, {
        judged: (settling) => heard.done(found, settling === undefined || hasAverages(settling)),
        failed: (message) => heard.failed(message),
      });
    },
    failed: (message) => heard.failed(message),
  });
  return () => {
    stopYears();
    stopJudging();
  };
}
