// Plausible worlds of what is on the screen: which are asked for, and waited for by what leaves the page.
import type { Model } from '../../engine/index.ts';
import { requestOf, todayUnder, type Settings } from '../model/asked.ts';
import type { Shown } from '../model/shown.ts';
import { workers } from '../session/session.ts';
import { isCompared } from '../shown/numbers.ts';
import { toldOfWorlds, type WorldsTold } from '../shown/worlds-told.ts';
import { settings } from '../state/settings.ts';
import { worlds, type WorldsAsked } from '../state/worlds.ts';

/** Undefined where today is on the screen, which is beside nothing. */
export const worldsOfShown = (model: Model | undefined, shown: Shown | undefined): WorldsAsked | undefined =>
  model && shown && isCompared(shown)
    ? { ...besideToday(model, shown.settings), run: requestOf(shown.settings) }
    : undefined;

export const besideToday = (model: Model, of: Settings): Omit<WorldsAsked, 'run'> => ({
  model,
  baseline: todayUnder(of),
  seed: of.seed,
});

export function followWorlds(asked: readonly WorldsAsked[]): void {
  const pool = workers();
  if (pool) worlds.connect(pool);
  worlds.follow(asked);
}

/** Once they have come, or cannot; undefined where there are none. They take long only where somebody asked for them. */
export function worldsCome(asked: WorldsAsked | undefined, signal?: AbortSignal): Promise<WorldsTold | undefined> {
  const pool = workers();
  if (!asked || !pool) return Promise.resolve(undefined);
  worlds.connect(pool);
  const release = worlds.hold(asked);
  return new Promise((resolve, reject) => {
    const stop = worlds.subscribe(look);
    const end = () => {
      stop();
      release();
    };
    function look(): void {
      const found = worlds.of(asked!);
      const { status } = found;
      if (status === 'waiting' || status === 'running') return;
      end();
      resolve(toldOfWorlds(asked!.model, found));
    }
    signal?.addEventListener('abort', () => {
      end();
      reject(new Error('Stopped; nothing was saved.'));
    });
    look();
  });
}

// A move is heard here before anything is drawn again: its answer does not wait for a world.
settings.subscribe((now, before) => {
  if (now.present !== before.present || now.model !== before.model) worlds.follow([]);
});
