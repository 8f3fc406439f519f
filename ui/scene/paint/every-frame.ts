// Every frame: the clock moves once for all maps, so that two maps never show different moments.
import { advance } from '../../state/playhead.ts';

/** A tab that slept does not make up for it. */
const MOST_SECONDS = 0.1;

/** `seconds` since the last frame, a sleep left out. */
type Paint = (seconds: number) => void;

const paints = new Set<Paint>();
let request = 0;
let before = 0;

/** Calls `paint` in each frame, after the playhead has moved. The returned function ends it. */
export function everyFrame(paint: Paint): () => void {
  paints.add(paint);
  if (paints.size === 1) {
    before = performance.now();
    request = requestAnimationFrame(tick);
  }
  return () => {
    paints.delete(paint);
    if (paints.size === 0) cancelAnimationFrame(request);
  };
}

function tick(now: number): void {
  request = requestAnimationFrame(tick);
  const seconds = Math.max(0, Math.min(MOST_SECONDS, (now - before) / 1000));
  before = now;
  advance(seconds);
  for (const paint of paints) paint(seconds);
}
