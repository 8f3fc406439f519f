// Today, watched beside the run of the map: the same simulated year and the same people, on the same clock.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { begin } from './begin.ts';
import { watchToday } from './session.ts';
import { createWatched, type WatchedRun } from '../state/watched.ts';

export const todayRun = createWatched();

/** Watches today for as long as a presentation is on the screen. */
export function useWatchingToday(): WatchedRun | null {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    void begin().then(() => {
      if (!isOver) stop = watchToday(todayRun);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  return useStore(todayRun, (state) => state.run);
}
