// Which change is switched on in this process, and which changes a test reaches.

/** A change that one test reaches this often keeps a loop from ending. */
const MOST_HITS = 3_000_000;

let active = -1;
let hits = 0;

/** Asked at every place that can be changed: is this the change that is on? */
export function act(id) {
  if (id !== active) return false;
  if (++hits > MOST_HITS) throw new Error('A change that is come past without end.');
  return true;
}

/** Switches one change on, or all off with -1. */
export function switchOn(id) {
  active = id;
  hits = 0;
}

/** By number of a change: whether it was reached. Only the build made for looking writes here. */
export const passed = new Uint8Array(100_000);

/** The changes reached since the last call. */
export function takePassed() {
  const ids = [];
  for (let id = 0; id < passed.length; id++) if (passed[id]) ids.push(id);
  passed.fill(0);
  return ids;
}
