// The plausible worlds of what is on the screen, worked out once its own numbers are there and as long as somebody looks.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { toldOfWorlds, type WorldsTold } from '../../shown/worlds-told.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { weeks } from '../../state/weeks.ts';
import { worlds, type WorldsAsked, type WorldsFound } from '../../state/worlds.ts';
import { followWorlds, worldsOfShown } from '../../study/worlds-asked.ts';

/** Of the picture, to which the line leads. */
export const WORLDS_HEADING = 'plausible-worlds';

export interface WorldsShown {
  readonly asked: WorldsAsked;
  readonly found: WorldsFound;
  readonly told: WorldsTold | undefined;
}

/** Undefined where today is on the screen, which is beside nothing. */
export function useWorldsShown(): WorldsShown | undefined {
  const model = useStore(settings, (s) => s.model);
  const shown = useStore(results, (s) => s.shown);
  return useWorldsOf(worldsOfShown(model, shown));
}

export function useWorldsOf(asked: WorldsAsked | undefined): WorldsShown | undefined {
  useStore(worlds);
  if (!asked) return undefined;
  const found = worlds.of(asked);
  return { asked, found, told: toldOfWorlds(asked.model, found) };
}

/** Has them worked out: after the numbers and their weeks, for these go before; nothing while a move is being answered. */
export function useWorldsWorkedOut(): WorldsShown | undefined {
  const found = useWorldsShown();
  const isAtRest = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const isByWeekToo = useStore(weeks, (s) => s.isDone);
  const asked = isAtRest && isByWeekToo ? found?.asked : undefined;
  useFollowed(asked ? [asked] : []);
  return found;
}

export function useFollowed(asked: readonly WorldsAsked[]): void {
  useEffect(() => followWorlds(asked));
  useEffect(() => () => worlds.follow([]), []);
}
