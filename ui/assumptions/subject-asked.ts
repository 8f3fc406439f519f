// How many wait, of those a model is about, in each simulated year under some numbers: what the tornado and the sweep look at.
import { sayProblem, type Model } from '../../engine/index.ts';
import type { askWhenIdle } from '../follow.ts';
import { FIRST_REPLICATION } from '../stores/results.ts';
import { requestOf, type Settings } from '../stores/settings.ts';
import { subjectOf } from '../values.ts';

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
  /** By replication. */
  done(found: Float64Array): void;
  refused(problem: string): void;
  failed(message: string): void;
}

/** The returned function cancels. */
export function askForSubject(ask: typeof askWhenIdle, { model, present, set, replications }: Asked, heard: Heard) {
  const { station, measure } = subjectOf(model);
  const found = new Float64Array(replications.length);
  let column = -1;
  const request = requestOf(present);
  return ask({ ...request, set: { ...request.set, ...set } }, present.seed, replications, {
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
      heard.year();
    },
    done: () => heard.done(found),
    failed: (message) => heard.failed(message),
  });
}
