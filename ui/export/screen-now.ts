// The screen of this moment, from the stores: nothing until every number of it is there.
import { linkNow } from '../address/address-bar.ts';
import { commandFor } from '../shown/numbers.ts';
import { results } from '../state/results.ts';
import { settings } from '../state/settings.ts';
import { worldsCome, worldsOfShown } from '../study/worlds-asked.ts';
import { weeks } from '../state/weeks.ts';
import { isAsShipped, isPublicAddress, nameForCommand } from './origin.ts';
import { screenOf, type Screen } from './screen.ts';

export async function screenNow(signal?: AbortSignal): Promise<Screen> {
  await weeksCome(signal);
  const { model } = settings.getState();
  const state = results.getState();
  const link = linkNow();
  const byWeek = weeks.getState();
  // Whatever moves while they come, the screen is that of before.
  const worlds = await worldsCome(worldsOfShown(model, state.shown), signal);
  const screen =
    model &&
    state.shown &&
    screenOf(model, state, {
      weeks: byWeek,
      worlds,
      command: commandFor(nameForCommand(model, await isAsShipped(model)), state.shown),
      link: isPublicAddress(link) ? link : undefined,
    });
  if (!screen) throw new Error('There are no numbers yet.');
  return screen;
}

/** By weeks they come a moment after the rest; a paper waits for them, and the user may stop it. */
function weeksCome(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const isThere = () => weeks.getState().isDone;
    if (isThere()) return resolve();
    const stop = weeks.subscribe(() => {
      if (!isThere()) return;
      stop();
      resolve();
    });
    signal?.addEventListener('abort', () => {
      stop();
      reject(new Error('Stopped; nothing was saved.'));
    });
  });
}
