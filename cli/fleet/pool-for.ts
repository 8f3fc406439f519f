// The pool of a command: threads of this computer, or the workers of a queue, which is loaded only when it is asked for.
import { availableParallelism } from 'node:os';
import type { Model } from '../../engine/index.ts';
import { type Pool, openPool } from '../pool.ts';
import type { Settings } from '../settings.ts';

export async function poolFor(
  model: Model,
  settings: Settings,
  { isSmall, tasks }: { isSmall: boolean; tasks: number },
): Promise<Pool> {
  if (settings.queue !== undefined) return (await import('./open-fleet.ts')).openFleet(model, settings.queue, settings);
  const suited = isSmall ? 1 : availableParallelism();
  return openPool(model, Math.max(1, Math.min(settings.workers ?? suited, tasks)));
}
