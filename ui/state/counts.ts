// The snapshot: the counts of the day on show, taken once a frame for each run; every word, number and mark of the page reads it.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { elsewhereIn, type IsElsewhere } from '../playback/elsewhere.ts';
import type { Seats } from '../playback/seating.ts';
import { daysUntil } from '../playback/waited-days.ts';
import { neededIn, type Elsewhere } from '../words/elsewhere.ts';
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
  /** Who waits for this station in a place elsewhere, the longest first. Those who hold none stand outside it themselves. */
  readonly queues: readonly (readonly number[])[];
  /** Of those in a place here, the ones who need other care, the most first. */
  readonly elsewhere: readonly (readonly Elsewhere[])[];
  /** Days people have been ready to go and still here, and days people have waited for this station, since the start date. */
  readonly delayedDays: Float64Array;
  readonly waitingDays: Float64Array;
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
  const { timeline } = run;
  const seats = timeline.seatsAt(day);
  const { world, holders } = seats;
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
    queues: queuesAt(seats),
    elsewhere: elsewhereAt(run, seats),
    delayedDays: since(daysUntil(seats.delayedDays, world.day), timeline.delayedDaysBefore),
    waitingDays: since(daysUntil(seats.waitingDays, world.day), timeline.waitingDaysBefore),
    left: world.left.map((people, exit) => people - timeline.leftBefore[exit]),
  };
}

const since = (now: Float64Array, before: Float64Array): Float64Array => now.map((days, at) => days - before[at]);

/** Of those who have waited as long, the one who came first in the run. */
function queuesAt({ world, holders }: Seats): Counts['queues'] {
  const stations = world.occupancy.length;
  const queues: number[][] = Array.from({ length: stations }, () => []);
  for (let room = 0; room < stations; room++)
    for (const person of holders[room])
      if (person >= 0 && world.askedFor[person] >= 0) queues[world.askedFor[person]].push(person);
  for (const people of queues) people.sort((a, b) => world.sinceDay[a] - world.sinceDay[b] || a - b);
  return queues;
}

const elsewhereOf = new WeakMap<WatchedRun, IsElsewhere>();

/** Whether somebody in a place of this run needs care elsewhere. */
export function isElsewhereIn(run: WatchedRun): IsElsewhere {
  const known = elsewhereOf.get(run) ?? elsewhereIn(run.model, run.network);
  elsewhereOf.set(run, known);
  return known;
}

function elsewhereAt(run: WatchedRun, { world, holders, askedFirst }: Seats): Counts['elsewhere'] {
  const isElsewhere = isElsewhereIn(run);
  const people = new Int32Array(run.network.needIds.length);
  return Array.from(world.occupancy, (_, station) => {
    people.fill(0);
    for (const person of holders[station])
      if (person >= 0 && isElsewhere(world.need[person], station, askedFirst[person])) people[world.need[person]]++;
    return [...people.entries()]
      .flatMap(([need, some]) => (some > 0 ? [{ people: some, care: careOf(run, need) }] : []))
      .toSorted((a, b) => b.people - a.people);
  });
}

const careOf = ({ model, network }: WatchedRun, need: number) => neededIn(model.needs[network.needIds[need]].label);

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
