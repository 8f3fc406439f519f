// What is found under each step, worked out before it is reached: its simulated years, and whether they settle; so that the finding is its title at once.
import type { Model, RunRequest } from '../../../engine/index.ts';
import { requestOf, todayUnder } from '../../model/asked.ts';
import { fingerprintOf, FIRST_REPLICATION } from '../../model/shown.ts';
import { workers } from '../../session/session.ts';
import { settingsFor, type Step } from '../../shown/story-steps.ts';
import { book } from '../../state/book.ts';
import { settings } from '../../state/settings.ts';
import { weeks } from '../../state/weeks.ts';

/** One thing to be worked out ahead. */
export interface Piece {
  readonly key: string;
  isThere(): boolean;
  /** The returned function cancels; undefined where nobody can do it. */
  work(over: (isGivenUp: boolean) => void): (() => void) | undefined;
}

/** In the order of these steps. */
export function findingsOf(model: Model, steps: readonly Step[]): readonly Piece[] {
  const { present } = settings.getState();
  const pieces = steps.flatMap((step) => {
    const wanted = settingsFor(model, step, present);
    return [requestOf(wanted), todayUnder(wanted)].flatMap((run) => [
      yearsOf(model, run, wanted.seed, wanted.replications),
      weeksOf(model, run, wanted.seed, wanted.replications),
    ]);
  });
  return [...new Map(pieces.map((piece) => [piece.key, piece])).values()];
}

function yearsOf(model: Model, run: RunRequest, seed: number, replications: number): Piece {
  const print = fingerprintOf(run, seed);
  const missing = () => {
    const kept = book.years(print);
    return Array.from({ length: replications }, (_, at) => FIRST_REPLICATION + at).filter((year) => !kept.has(year));
  };
  return {
    key: `years ${replications} ${print}`,
    isThere: () => missing().length === 0,
    work(over) {
      const kept = book.years(print);
      return workers()?.replicate(
        { type: 'replicate', model, run, seed, replications: missing(), whenIdle: 'last' },
        {
          reply(reply) {
            if (reply.type === 'chunk') kept.set(reply.replication, reply.values);
            if (reply.type === 'refused') over(true);
          },
          done: () => over(false),
          failed: () => over(true),
        },
      );
    },
  };
}

const weeksOf = (model: Model, run: RunRequest, seed: number, replications: number): Piece => ({
  key: `weeks ${replications} ${fingerprintOf(run, seed)}`,
  isThere: () => weeks.isKept(run, seed, replications),
  work: (over) => weeks.ahead(model, run, seed, replications, () => over(false)),
});
