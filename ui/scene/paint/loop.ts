// The frame loop of one map: makes the frame of the playhead's day and paints the layers. Nothing here makes React render.
import { emptyFrame, fillFrame, LEAVING, NO_GLIDE, type Frame, type Glide } from '../../playback/frame.ts';
import { isElsewhereIn, snapshotOf, type Counts } from '../../state/counts.ts';
import { nightAt } from '../../playback/night.ts';
import { display } from '../../state/display.ts';
import { followed, followedIn } from '../../state/followed.ts';
import { playhead, TOO_FAST_TO_TRAVEL } from '../../state/playhead.ts';
import { pointed, pointedIn } from '../../state/pointed.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { clear } from './clear.ts';
import { everyFrame } from './every-frame.ts';
import type { SceneLayout } from '../layout/scene-layout.ts';
import { isInWrongPlace } from './layers/stamp.ts';
import { layers } from './layers/index.ts';
import { personNear, planOf } from './painting.ts';
import { dark, light, looksByNeed, systemColours } from './palette.ts';
import { placesReady } from './fetched.ts';
import { makeSprites } from './sprites.ts';

/** Days a second. */
const SLOW_ENOUGH_FOR_NIGHTS = 2;
/** How long a mark travels, whatever the speed. */
const GLIDE_SECONDS = 0.6;

/** Kept from run to run: every move of a slider brings another. */
const [lightSprites, darkSprites] = [makeSprites(light), makeSprites(dark)];

/** A map being painted. */
export interface Painted {
  /** Whose mark is at this point, in pixels of the page from the map's corner; −1: nobody's. */
  personAt(x: number, y: number): number;
  stop(): void;
}

/** What one canvas shows just now: the day, and by station how many marks of each kind are painted for it. */
export interface PaintedMarks {
  /** By station, how many stand at its door. */
  readonly queues: Readonly<Record<string, number>>;
  readonly canvas: HTMLCanvasElement;
  readonly day: number;
  readonly marks: Readonly<Record<string, readonly number[]>>;
}

const paintedNow = new Map<HTMLCanvasElement, () => PaintedMarks>();

/** For tests and for the curious: every map on the page, by station the marks in care, delayed, waiting outside and in the wrong place. */
export const paintedMaps = (): readonly PaintedMarks[] => [...paintedNow.values()].map((tell) => tell());

/** Starts painting, and has painted once when it returns: words and marks of a new run come in one frame. */
export function startLoop(canvas: HTMLCanvasElement, run: WatchedRun, layout: SceneLayout): Painted {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(layout.width * ratio);
  canvas.height = Math.round(layout.height * ratio);
  const context = canvas.getContext('2d')!;
  const plan = planOf(layout, run.network.stationIds.length, ratio);
  const paletteNow = () => {
    const { picture, isDark } = display.getState();
    return picture === 'bars' ? systemColours : isDark ? dark : light;
  };
  let palette = paletteNow();
  let looks = looksByNeed(run.model, run.network.needIds, palette);
  const frame = emptyFrame();
  const isElsewhere = isElsewhereIn(run);
  let jumps = playhead.getState().jumps;
  let afterDay = -Infinity;
  let restedSeconds = 0;
  let paintedDay = NaN;
  let person = followedIn(run, followed.getState().person);
  // A picture at rest must show the person who has just been chosen.
  const stopListening = followed.subscribe((now) => {
    person = followedIn(run, now.person);
    paintedDay = NaN;
  });
  void placesReady.then(() => void (paintedDay = NaN));
  const stopPointing = pointed.subscribe(() => void (paintedDay = NaN));
  const stopFrames = everyFrame(paint);
  const stopLooking = display.subscribe(() => {
    palette = paletteNow();
    looks = looksByNeed(run.model, run.network.needIds, palette);
    paintedDay = NaN;
  });
  let queues: Counts['queues'] = [];
  paintedNow.set(canvas, () => ({
    queues: Object.fromEntries(run.network.stationIds.map((id, station) => [id, queues[station]?.length ?? 0])),
    canvas,
    day: frame.day,
    marks: tally(frame, run),
  }));
  paint(0);

  function paint(seconds: number): void {
    const state = playhead.getState();
    if (state.jumps !== jumps) [jumps, afterDay] = [state.jumps, state.day];
    restedSeconds = state.playing ? 0 : restedSeconds + seconds;
    // A picture at rest is painted once more after its last glide, and then left alone.
    if (state.day === paintedDay && restedSeconds > 2 * GLIDE_SECONDS) return;
    paintedDay = state.day;

    const seats = run.timeline.seatsAt(state.day);
    fillFrame(frame, seats, run.trace, glideNow());
    clear(context, palette, nightNow(state.day));
    queues = snapshotOf(run).queues;
    const painting = { context, layout, plan, frame, world: seats.world, taken: seats.holders };
    const shown = {
      ...painting,
      palette,
      looks,
      sprites: palette === dark ? darkSprites : lightSprites,
      followed: person,
      isElsewhere,
      queues,
      pointed: pointedIn(run),
    };
    for (const layer of layers) layer(shown);
  }

  /** Only while it is played so slowly that a night lasts a moment; anything faster would flicker. */
  function nightNow(day: number): number {
    const { playing, daysPerSecond } = playhead.getState();
    const { isReduced, picture } = display.getState();
    if (!playing || daysPerSecond > SLOW_ENOUGH_FOR_NIGHTS || isReduced || picture === 'bars') return 0;
    // Where nights follow each other soon, they are lighter: a breath, and no flashing.
    return nightAt(day) / Math.max(1, Math.sqrt(daysPerSecond));
  }

  function glideNow(): Glide {
    const { daysPerSecond } = playhead.getState();
    if (display.getState().isReduced || daysPerSecond >= TOO_FAST_TO_TRAVEL) return NO_GLIDE;
    return { days: GLIDE_SECONDS * daysPerSecond, settledDays: restedSeconds * daysPerSecond, afterDay };
  }

  return {
    personAt: (x, y) => personNear(plan, frame, x, y),
    stop() {
      paintedNow.delete(canvas);
      stopFrames();
      stopListening();
      stopPointing();
      stopLooking();
    },
  };
}

/** By station and kind: who is in care there, delayed there, outside it, and in the wrong place. Who is leaving is only seen off. */
function tally(frame: Frame, run: WatchedRun): Record<string, number[]> {
  const { stationIds } = run.network;
  const isElsewhere = isElsewhereIn(run);
  const marks = stationIds.map(() => [0, 0, 0, 0]);
  for (let i = 0; i < frame.length; i++)
    if (frame.kind[i] !== LEAVING) {
      const of = marks[frame.room[i] % stationIds.length];
      of[frame.kind[i]]++;
      if (isInWrongPlace({ frame, isElsewhere }, i)) of[3]++;
    }
  return Object.fromEntries(stationIds.map((id, station) => [id, marks[station]]));
}
