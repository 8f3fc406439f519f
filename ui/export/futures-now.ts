// The futures on the screen, to be taken away: the run on the map, and today of the same year beside it, asked for anew.
import { hasEdits, todayUnder } from '../model/asked.ts';
import { TODAY } from '../model/values.ts';
import { sayProblem } from '../../engine/index.ts';
import { askToWatch } from '../session/questions.ts';
import { settings } from '../state/settings.ts';
import { makeReady, watched, type WatchedRun } from '../state/watched.ts';

export interface FuturesNow {
  readonly runs: readonly WatchedRun[];
  readonly names: readonly string[];
}

/** Undefined where no run is on a map. */
export async function futuresNow(what: string, signal: AbortSignal): Promise<FuturesNow | undefined> {
  const { run, isBehind } = watched.getState();
  const { present } = settings.getState();
  if (!run || isBehind) return undefined;
  if (present.option === TODAY && !hasEdits(present)) return { runs: [run], names: [what] };
  return { runs: [await todayOf(run, signal), run], names: ['Today', what] };
}

function todayOf({ model, replication }: WatchedRun, signal: AbortSignal): Promise<WatchedRun> {
  const request = todayUnder(settings.getState().present);
  return new Promise((resolve, reject) => {
    const stop = askToWatch(request, {
      reply(reply) {
        if (reply.type === 'refused') reject(new Error(reply.problems.map(sayProblem).join(' ')));
        if (reply.type !== 'watched') return;
        makeReady({ ...reply, replication, request }, model, resolve, { isWanted: () => !signal.aborted, firstMs: 0 });
      },
      failed: (message) => reject(new Error(message)),
    });
    signal.addEventListener('abort', () => {
      stop();
      reject(new Error('Stopped; nothing was saved.'));
    });
  });
}
