// The frame loop of one map: makes the frame of the playhead's day and paints the layers. Nothing here makes React render.
import { emptyFrame, fillFrame, NO_GLIDE, type Glide } from '../playback/frame.ts';
import { display } from '../stores/display.ts';
import { followed, followedIn } from '../stores/followed.ts';
import { playhead, TOO_FAST_TO_TRAVEL } from '../stores/playhead.ts';
import type { WatchedRun } from '../stores/watched.ts';
import { everyFrame, MOST_SECONDS } from './every-frame.ts';
import type { SceneLayout } from './scene-layout.ts';
import { layers } from './layers/index.ts';
import { personNear, planOf } from './painting.ts';
import { dark, light, looksByNeed } from './palette.ts';
import { makeSprites, type Sprites } from './sprites.ts';

/** How long a mark travels, whatever the speed. */
const GLIDE_SECONDS = 0.6;
/** Past either of these, averaged, shapes fall back to squares. */
const MOST_PAINT_MS = 12;
const MOST_FRAME_MS = 22;
/** So few are never what makes a frame late. */
const FEW_MARKS = 400;

/** Kept from run to run: every move of a slider brings another. */
const shapes = makeSprites();

/** A map being painted. */
export interface Painted {
  /** Whose mark is at this point, in pixels of the page from the map's corner; −1: nobody's. */
  personAt(x: number, y: number): number;
  stop(): void;
}

/** Starts painting. */
export function startLoop(canvas: HTMLCanvasElement, run: WatchedRun, layout: SceneLayout): Painted {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(layout.width * ratio);
  canvas.height = Math.round(layout.height * ratio);
  const context = canvas.getContext('2d')!;
  const plan = planOf(layout, run.network.stationIds.length, ratio);
  const paletteNow = () => (display.getState().isDark ? dark : light);
  let palette = paletteNow();
  let looks = looksByNeed(run.model, run.network.needIds, palette);
  const frame = emptyFrame();
  let sprites: Sprites | null = shapes;
  const budget = frameBudget();
  let jumps = playhead.getState().jumps;
  let afterDay = -Infinity;
  let restedSeconds = 0;
  let paintedDay = NaN;
  let person = followedIn(run, followed.getState().person);
  // A picture at rest has to show whom somebody has just chosen.
  const stopListening = followed.subscribe((now) => {
    person = followedIn(run, now.person);
    paintedDay = NaN;
  });
  const stopFrames = everyFrame(paint);
  const stopLooking = display.subscribe(() => {
    palette = paletteNow();
    looks = looksByNeed(run.model, run.network.needIds, palette);
    paintedDay = NaN;
  });

  function paint(seconds: number, frameMs: number): void {
    const state = playhead.getState();
    if (state.jumps !== jumps) [jumps, afterDay] = [state.jumps, state.day];
    restedSeconds = state.playing ? 0 : restedSeconds + seconds;
    // A picture at rest is painted once more after its last glide, and then left alone.
    if (state.day === paintedDay && restedSeconds > 2 * GLIDE_SECONDS) return;
    paintedDay = state.day;

    const began = performance.now();
    const seats = run.timeline.seatsAt(state.day);
    fillFrame(frame, seats, run.trace, glideNow());
    context.clearRect(0, 0, canvas.width, canvas.height);
    const painting = { context, layout, plan, frame, world: seats.world, taken: seats.holders };
    const shown = { ...painting, palette, looks, sprites, followed: person };
    for (const layer of layers) layer(shown);
    if (state.playing && budget(frameMs, performance.now() - began, frame.length)) sprites = null;
  }

  function glideNow(): Glide {
    const { daysPerSecond } = playhead.getState();
    if (display.getState().isReduced || daysPerSecond >= TOO_FAST_TO_TRAVEL) return NO_GLIDE;
    return { days: GLIDE_SECONDS * daysPerSecond, settledDays: restedSeconds * daysPerSecond, afterDay };
  }

  return {
    personAt: (x, y) => personNear(plan, frame, x, y),
    stop() {
      stopFrames();
      stopListening();
      stopLooking();
    },
  };
}

/** Says true once marks have made frames too slow for a while; single hitches do not count, nor do another program's. */
function frameBudget(): (frameMs: number, paintMs: number, marks: number) => boolean {
  let [frames, frameMean, paintMean] = [0, 16, 0];
  return (frameMs, paintMs, marks) => {
    if (frameMs > 1000 * MOST_SECONDS) return false;
    frames++;
    frameMean += (frameMs - frameMean) / 30;
    paintMean += (paintMs - paintMean) / 30;
    return frames > 60 && ((marks > FEW_MARKS && frameMean > MOST_FRAME_MS) || paintMean > MOST_PAINT_MS);
  };
}
