// The door of a service: where those who wait for a place in it stand, one mark each, the longest next to the inlet. Pure.
import type { Box } from './box.ts';
import type { SceneLayout } from './scene-layout.ts';

export interface Door {
  /** Side of a mark with its gap. */
  readonly step: number;
  readonly columns: number;
  readonly rows: number;
  /** The right edge of the queue, which is the inlet, and its middle. */
  readonly x: number;
  readonly y: number;
}

/** The bar across the inlet of a full service stands in it. */
const BAR_PX = 5;
const [LEAST_PX, MOST_PX] = [7, 20];

/** Null where nobody queues: at a service that takes everybody at once, in the plain picture, where all are bars, and where there is no room. */
export function doorOf({ doorPx, cellPx, fontPx, picture }: SceneLayout, box: Box): Door | null {
  const { isExit, isUnlimited, isWaitedFor, members } = box.of;
  if (picture !== 'places' || cellPx === 0 || isExit || (isUnlimited && !isWaitedFor) || members) return null;
  const step = Math.round(Math.max(LEAST_PX, Math.min(MOST_PX, cellPx * 0.72, fontPx)));
  const columns = Math.floor((Math.min(doorPx, box.x) - BAR_PX) / step);
  const rows = Math.floor(box.height / step);
  return columns < 1 || rows < 1 ? null : { step, columns, rows, x: box.x - BAR_PX, y: box.y + box.height / 2 };
}

/** So many of `people` have a mark of their own; where not all have, the last mark says that there are more. */
export const marksAt = ({ columns, rows }: Door, people: number): number => Math.min(people, columns * rows);

/** Top left corner of a mark. */
export function spotAt({ step, columns, x, y }: Door, marks: number, at: number): readonly [x: number, y: number] {
  const rows = Math.ceil(marks / columns);
  return [x - step * (1 + (at % columns)), y - (rows * step) / 2 + step * Math.floor(at / columns)];
}

/** Which mark is at this point, if any. */
export function markAt(door: Door, marks: number, x: number, y: number): number | undefined {
  const column = Math.floor((door.x - x) / door.step);
  const row = Math.floor((y - spotAt(door, marks, 0)[1]) / door.step);
  const at = row * door.columns + column;
  return column >= 0 && column < door.columns && row >= 0 && at < marks ? at : undefined;
}
