// The plausible worlds of what is on the screen, worked out once its own numbers are there and as long as somebody looks.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { requestOf, todayUnder } from '../../model/asked.ts';
import type { Shown } from '../../model/shown.ts';
import { workers } from '../../session/session.ts';
import { isCompared } from '../../shown/numbers.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { weeks } from '../../state/weeks.ts';
import { worlds, type WorldsAsked, type WorldsFound } from '../../state/worlds.ts';

export interface WorldsShown {
  readonly asked: WorldsAsked;
  readonly found: WorldsFound;
}

/** Undefined where today is on the screen, which is beside nothing. */
export function useWorldsShown(): WorldsShown | undefined {
  useStore(worlds);
  const model = useStore(settings, (s) => s.model);
  const shown = useStore(results, (s) => s.shown);
  if (!model || !shown || !isCompared(shown)) return undefined;
  const asked = askedOf(model, shown);
  return { asked, found: worlds.of(asked) };
}

const askedOf = (model: WorldsAsked['model'], { settings: of }: Shown): WorldsAsked => ({
  model,
  baseline: todayUnder(of),
  run: requestOf(of),
  seed: of.seed,
});

/** Has them worked out: after the numbers and their weeks, for these go before; nothing while a move is being answered. */
export function useWorldsWorkedOut(): WorldsShown | undefined {
  const found = useWorldsShown();
  const isAtRest = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const isByWeekToo = useStore(weeks, (s) => s.isDone);
  const asked = isAtRest && isByWeekToo ? found?.asked : undefined;
  useEffect(() => followWorlds(asked ? [asked] : []));
  useEffect(() => () => worlds.follow([]), []);
  return found;
}

export function followWorlds(asked: readonly WorldsAsked[]): void {
  const pool = workers();
  if (pool) worlds.connect(pool);
  worlds.follow(asked);
}

// A move is heard here before anything is drawn again: its answer does not wait for a world.
settings.subscribe((now, before) => {
  if (now.present !== before.present || now.model !== before.model) worlds.follow([]);
});
