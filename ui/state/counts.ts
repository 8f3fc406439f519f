// The snapshot: the counts of the day on show, taken once a frame for each run; every word, number and mark of the page reads it.
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

/** Of each run the last one taken: many parts of the page read it in a frame. */
const snapshots = new WeakMap<WatchedRun, { readonly asked: number; readonly counts: Counts }>();

/** All that is said of this run in this frame. The playhead moves once a frame, before anything is painted. */
export function snapshotOf(run: WatchedRun): Counts {
  const { day } = playhead.getState();
  const known = snapshots.get(run);
  if (known?.asked === day) return known.counts;
  const counts = countsAt(run, day);
  snapshots.set(run, { asked: day, counts });
  return counts;
}

/** The same of any day, for films and for what is said aloud. */
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

/** What is read off the snapshot of a run; renders only when that has changed. */
export function useSnapshot<T extends string | number | null>(run: WatchedRun, read: (counts: Counts) => T): T {
  return useStore(playhead, () => read(snapshotOf(run)));
}

/** The whole snapshot, for what shows so much of it that it changes in every frame. */
export const useCountsOf = (run: WatchedRun | null): Counts | null => useStore(playhead, () => run && snapshotOf(run));

export const useCounts = (): Counts | null => useCountsOf(useStore(watched, (state) => state.run));

/** The day of the snapshot, or what follows from it. */
export const useDay = (read: (day: number) => number = (day) => day): number =>
  useStore(playhead, (state) => read(state.day));

/** The day for what takes long to find or to listen to: no more often than `everyMs` while playing, at once when the playhead rests. */
export function useDayEvery(everyMs: number): number {
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
