// The playhead: the day on the map, whether it is moving and how fast. The frame loop moves it; it renders nothing.
import { createStore } from 'zustand/vanilla';
import { display } from './display.ts';

export interface Playhead {
  readonly day: number;
  readonly playing: boolean;
  readonly daysPerSecond: number;
  readonly minDay: number;
  readonly maxDay: number;
  /** Counts the jumps, so that a picture can tell a jump from playing on. */
  readonly jumps: number;
}

export const speeds = [0.5, 1, 2, 4, 7, 14, 30] as const;
/** At this speed and above marks do not travel: the eye could not follow them. */
export const TOO_FAST_TO_TRAVEL = 10;
/** Under reduced motion the picture changes no more often than this. */
const SECONDS_BETWEEN_STEPS = 0.5;
const PAUSED_KEY = 'onward.paused';

export const playhead = createStore<Playhead>(() => ({
  day: 0,
  // Nothing moves by itself for someone who asked for calm, or who paused the last time.
  playing: !display.getState().isReduced && remembered() !== 'yes',
  daysPerSecond: 2,
  minDay: 0,
  maxDay: 365,
  jumps: 0,
}));

/** People who ask for less motion get it at once. */
display.subscribe((now, before) => {
  if (now.isReduced && !before.isReduced) playhead.setState({ playing: false });
});

export function play(): void {
  const { day, minDay, maxDay } = playhead.getState();
  if (day >= maxDay) seek(minDay);
  playhead.setState({ playing: true });
  remember('no');
}

export function pause(): void {
  playhead.setState({ playing: false });
  remember('yes');
}

export function seek(day: number): void {
  const { minDay, maxDay, jumps } = playhead.getState();
  if (Number.isFinite(day)) playhead.setState({ day: Math.min(maxDay, Math.max(minDay, day)), jumps: jumps + 1 });
}

/** Goes by whole days from the day on show, and stops there: a step is for looking. */
export function step(days: number): void {
  if (playhead.getState().playing) pause();
  seek(Math.floor(playhead.getState().day) + days);
}

export function setSpeed(daysPerSecond: number): void {
  playhead.setState({ daysPerSecond });
}

/** Called when a run arrives: the day stays, unless the run does not reach it. */
export function setRange(minDay: number, maxDay: number): void {
  const { day } = playhead.getState();
  playhead.setState({ minDay, maxDay, day: Math.min(maxDay, Math.max(minDay, day)) });
}

let carriedSeconds = 0;

/** Called by the frame loop only, with the seconds since the last frame. */
export function advance(seconds: number): void {
  const { day, playing, daysPerSecond, maxDay } = playhead.getState();
  const { isReduced: reduced } = display.getState();
  if (!playing) return void (carriedSeconds = 0);
  let days = seconds * daysPerSecond;
  if (reduced) {
    carriedSeconds += seconds;
    const whole = Math.floor(carriedSeconds * daysPerSecond + 1e-9);
    if (carriedSeconds < SECONDS_BETWEEN_STEPS || whole < 1) return;
    carriedSeconds -= whole / daysPerSecond;
    days = whole;
  }
  const reached = Math.min(maxDay, (reduced ? Math.floor(day) : day) + days);
  // The end of a run is nobody's wish to pause, so it is not remembered as one.
  playhead.setState({ day: reached, playing: reached < maxDay });
}

/** A page opened from a disk may have no storage; then nothing is remembered. */
function remembered(): string | null {
  try {
    return localStorage.getItem(PAUSED_KEY);
  } catch {
    return null;
  }
}

function remember(paused: string): void {
  try {
    localStorage.setItem(PAUSED_KEY, paused);
  } catch {
    // Not kept: the next visit starts playing.
  }
}
