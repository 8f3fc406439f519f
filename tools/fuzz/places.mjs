// Which places of the code have been reached in this thread: written by the build for fuzzing, read by whoever keeps inputs that reach new ones.
export const passed = new Uint8Array(200_000);
let reached = 0;

/** Here for the first time. */
export function mark(id) {
  passed[id] = 1;
  return ++reached;
}

globalThis.placesReached = () => reached;
