// Whether a run settles: a worker says so from the weeks of its first simulated years, because the page cannot compile a model.
import { sayProblem, type Model, type RunRequest, type Settling } from '../../engine/index.ts';
import type { Pool } from './client.ts';

export interface Judged {
  /** Undefined where no weeks came: then there is nothing to judge by. */
  judged(settling: Settling | undefined): void;
  failed(message: string): void;
}

/** The returned function cancels. */
export function askSettling(
  pool: Pool,
  model: Model,
  run: RunRequest,
  weeks: readonly Float64Array[],
  { judged, failed }: Judged,
): () => void {
  if (weeks.length === 0) {
    judged(undefined);
    return () => {};
  }
  return pool.ask(
    { type: 'settling', model, run, weeks },
    {
      reply(reply) {
        if (reply.type === 'settling') judged(reply.settling);
        if (reply.type === 'refused') failed(reply.problems.map(sayProblem).join(' '));
      },
      failed,
    },
  );
}
