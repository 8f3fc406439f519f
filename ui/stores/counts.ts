// Counts of the day on show, for words and tables: at most so often while playing, at once when the playhead rests.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { playhead } from './playhead.ts';
import { watched, type WatchedRun } from './watched.ts';

/** By station index, as the engine's fold has them on `day`. */
export interface Counts {
  readonly day: number;
  readonly inUse: Int32Array;
  readonly places: Int32Array;
  readonly delayed: Int32Array;
  /** Of the delayed, those for more than seven days. */
  readonly delayedOverWeek: Int32Array;
  /** Asked for this station first and not moved, wherever they are. */
  readonly waiting: Int32Array;
  /** Of those waiting, the ones who hold no place anywhere. */
  readonly outside: Int32Array;
  /** People who left by this exit since the start date. */
  readonly left: Int32Array;
}

const WORLD_DELAYED = 3;

export function countsAt(run: WatchedRun, day: number): Counts {
  const { world, holders } = run.timeline.seatsAt(day);
  const delayedOverWeek = world.delayed.map((delayed, station) => {
    if (delayed === 0) return 0;
    const isLong = (person: number) =>
      person >= 0 && world.state[person] === WORLD_DELAYED && world.day - world.sinceDay[person] > 7;
    return holders[station].reduce((people, person) => people + Number(isLong(person)), 0);
  });
  return {
    day: world.day,
    inUse: world.occupancy.slice(),
    places: world.places.slice(),
    delayed: world.delayed.slice(),
    delayedOverWeek,
    waiting: world.waiting.slice(),
    outside: world.waiting.map((_, station) => countHeld(holders[world.waiting.length + station])),
    left: world.left.map((people, exit) => people - run.timeline.leftBefore[exit]),
  };
}

const countHeld = (cells: Int32Array): number => cells.reduce((people, person) => people + Number(person >= 0), 0);

/** The day on show, as a number that changes no more often than `everyMs` while playing. */
export function useDay(everyMs: number): number {
  const [day, setDay] = useState(() => playhead.getState().day);
  useEffect(() => {
    let shownAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      shownAt = performance.now();
      setDay(playhead.getState().day);
    };
    const stop = playhead.subscribe((now, before) => {
      if (now.day === before.day && now.playing === before.playing) return;
      const rests = !now.playing || now.jumps !== before.jumps;
      if (rests) {
        clearTimeout(timer);
        show();
      } else timer ??= setTimeout(show, Math.max(0, everyMs - (performance.now() - shownAt)));
    });
    show();
    return () => (stop(), clearTimeout(timer));
  }, [everyMs]);
  return day;
}

export const useCounts = (everyMs: number): Counts | null =>
  useCountsOf(
    useStore(watched, (state) => state.run),
    everyMs,
  );

/** Of a run that need not be the one on the map. */
export function useCountsOf(run: WatchedRun | null, everyMs: number): Counts | null {
  const day = useDay(everyMs);
  return run && countsAt(run, day);
}
