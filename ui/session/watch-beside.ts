// A second run to look at beside the one on the map: the same year under another option, simulated in a worker on request.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Model, RunRequest } from '../../engine/index.ts';
import { askToWatch } from './questions.ts';
import { settings } from '../state/settings.ts';
import { staged } from '../state/staged.ts';
import type { WatchedReply } from '../state/watched.ts';
import { sayProblem } from '../../engine/index.ts';

/** As much of a watched run as a person's journey needs. */
export interface BesideRun extends Pick<WatchedReply, 'trace' | 'people' | 'network' | 'gates'> {
  readonly model: Model;
}

export interface Beside {
  readonly run: BesideRun | undefined;
  readonly problem: string;
}

/** A request of these settings in the year on the map, under their seed; undefined asks for nothing. */
export function useBeside(asked: RunRequest | undefined): Beside {
  const model = useStore(settings, (s) => s.model);
  const seed = useStore(settings, (s) => s.present.seed);
  const replication = useStore(staged, (s) => s.replication);
  const [found, setFound] = useState<Beside & { readonly key?: string }>({ run: undefined, problem: '' });
  const key = JSON.stringify([model?.id, asked, seed, replication]);
  useEffect(() => {
    const [, request] = JSON.parse(key) as [unknown, RunRequest | null];
    if (!model || !request) return;
    return askToWatch(request, {
      reply(reply) {
        if (reply.type === 'refused')
          setFound({ key, run: undefined, problem: reply.problems.map(sayProblem).join(' ') });
        if (reply.type !== 'watched') return;
        const { trace, people, network, gates } = reply;
        setFound({ key, run: { trace, people, network, gates, model }, problem: '' });
      },
      failed: (message) => setFound({ key, run: undefined, problem: message }),
    });
  }, [model, key]);
  return found.key === key ? found : { run: undefined, problem: '' };
}
