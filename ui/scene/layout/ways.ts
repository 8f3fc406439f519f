// The ways that people glide along: the pipes and, where there is none, round the boxes they do not enter.
import type { wayAround } from './around.ts';
import type { Box } from './box.ts';
import { pointAlong, type Curve } from './pipes.ts';
import type { SceneLayout } from './scene-layout.ts';

/** From one station (−1: outside) to another, edge to edge; null where there is none, so that nobody glides. */
export type WayOf = (from: number, to: number) => readonly Curve[] | null;

let around: typeof wayAround | undefined;
let fetching: Promise<void> | undefined;

/** How to go round is fetched when somebody first has to; until then they are simply there. */
export const fetchAround = (): Promise<void> =>
  (fetching ??= import('./around.ts').then(
    (piece) => void (around = piece.wayAround),
    () => {},
  ));

/** Each is found when it is first gone. `boxes`: by station. */
export function waysOf(layout: SceneLayout, boxes: readonly (Box | undefined)[]): WayOf {
  const pipes = new Map(layout.pipes.flatMap((pipe) => pipe.ways.map((way) => [way, pipe.curves] as const)));
  const found = new Map<string, readonly Curve[] | null>();
  return (from, to) => {
    const key = `${from}>${to}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const [a, b, pipe] = [boxes[from], boxes[to], pipes.get(key)];
    const isWhole = pipe && (!a || touches(a, pipe, 0)) && (!b || touches(b, pipe, 1));
    if (!isWhole && !around) void fetchAround();
    if (isWhole || !around) return isWhole ? pipe : null;
    const way = wayWith(around, layout, a, b, pipe);
    found.set(key, way);
    return way;
  };
}

/** A pipe of a whole locality ends at the edge of its lane: from there on to the row, and before it from the row. */
function wayWith(
  find: typeof wayAround,
  layout: SceneLayout,
  a: Box | undefined,
  b: Box | undefined,
  pipe: readonly Curve[] | undefined,
): readonly Curve[] | null {
  const others = layout.boxes.filter((box) => box !== a && box !== b);
  if (!pipe) return a && b ? find(a, b, others, layout) : null;
  const point = (t: number) => {
    const [x, y] = pointAlong(pipe, t);
    return { x, y, width: 0, height: 0 };
  };
  const before = a && !touches(a, pipe, 0) ? find(a, point(0), others, layout) : [];
  const after = b && !touches(b, pipe, 1) ? find(point(1), b, others, layout) : [];
  return before && after && [...before, ...pipe, ...after];
}

function touches(box: Box, pipe: readonly Curve[], t: number): boolean {
  const [x, y] = pointAlong(pipe, t);
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
}

/** Whether a way leads through one of these boxes. */
export function crosses(way: readonly Curve[], boxes: readonly Box[]): boolean {
  for (let step = 0; step <= STEPS; step++) {
    const [x, y] = pointAlong(way, step / STEPS);
    if (boxes.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)) return true;
  }
  return false;
}
const STEPS = 400;
