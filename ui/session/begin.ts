// Begins with what this tab had open or what the address names; earlier work is one press away.
import { connect, follow } from './opening.ts';
import { route } from '../address/route.ts';
import { storageOf } from '../ground/storage.ts';
import { settings } from '../state/settings.ts';

let begun: Promise<void> | undefined;

/** Starts the views of the model; people who open another view first do not wait for them. */
export const begin = (): Promise<void> => (begun ??= start());

async function start(): Promise<void> {
  connect();
  // Another view may have opened a model already.
  if (settings.getState().model) return;
  const { hash } = route.getState();
  const isAnyKept = Object.keys(storageOf('localStorage') ?? {}).some((key) => key.startsWith('onward.work.'));
  if (!isAnyKept) return follow(hash);
  const { offerKept, takeUp } = await import('./kept-again.ts');
  if (await takeUp(hash)) return;
  await follow(hash);
  offerKept();
}
