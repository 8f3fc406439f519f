// A sign of life from the middle of a long run, so that a slow machine is not taken for a worker that hangs.
import type { PageReply } from './protocol.ts';

const EVERY_MS = 1000;
let lastMs = 0;

/** Asked by the engine every so many instants; the answer is always yes. */
export function stillAtWork(): true {
  const nowMs = performance.now();
  if (nowMs - lastMs >= EVERY_MS) {
    lastMs = nowMs;
    self.postMessage({ type: 'ready', id: 0 } satisfies PageReply);
  }
  return true;
}
