// Around: a way from one box to another that crosses no third, along the middles of the gaps between them. Pure.
import type { Box } from './box.ts';
import type { Curve } from './pipes.ts';

type Rect = Pick<Box, 'x' | 'y' | 'width' | 'height'>;
type Point = readonly [number, number];

/** A bend counts as much as a detour of so many pixels: better one long way round than a staircase. */
const BEND_PX = 40;
/** Corners are rounded by no more than this. */
const CORNER_PX = 10;

interface Room {
  readonly width: number;
  readonly height: number;
}

/** From the edge of one to the edge of the other; null where there is no way round. A point is a box without a size. */
export function wayAround(from: Rect, to: Rect, others: readonly Rect[], room: Room): Curve[] | null {
  const [start, end] = [middleOf(from), middleOf(to)];
  const xs = linesOf(
    [from, to, ...others].flatMap((box) => [box.x, box.x + box.width]),
    [start[0], end[0]],
    room.width,
  );
  const ys = linesOf(
    [from, to, ...others].flatMap((box) => [box.y, box.y + box.height]),
    [start[1], end[1]],
    room.height,
  );
  const points = shortest(xs, ys, start, end, others);
  return points && rounded(clipped(clipped(points, from).toReversed(), to).toReversed());
}

const middleOf = ({ x, y, width, height }: Rect): Point => [x + width / 2, y + height / 2];

/** The middles of all gaps between edges, so that no line runs along one; the two ends lie on lines of their own. */
function linesOf(edges: readonly number[], ends: readonly number[], most: number): number[] {
  const sorted = [...new Set([0, ...edges, most])].toSorted((a, b) => a - b);
  const middles = sorted.slice(1).map((edge, i) => (sorted[i] + edge) / 2);
  return [...new Set([...middles, ...ends])].toSorted((a, b) => a - b);
}

const holds = (box: Rect, x: number, y: number): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** A* over the crossings of the lines, by whether one comes along a row or a column, because bends cost. */
function shortest(
  xs: readonly number[],
  ys: readonly number[],
  start: Point,
  end: Point,
  others: readonly Rect[],
): Point[] | null {
  const across = xs.length;
  const crossings = across * ys.length;
  const at = ([x, y]: Point) => ys.indexOf(y) * across + xs.indexOf(x);
  const isShut = (c: number, r: number) => others.some((box) => holds(box, xs[c], ys[r]));
  const left = (state: number) => {
    const [x, y] = [xs[(state >> 1) % across], ys[Math.floor((state >> 1) / across)]];
    return cost[state] + Math.abs(x - end[0]) + Math.abs(y - end[1]);
  };
  // State 2 i: arrived along a row, 2 i + 1: along a column.
  const cost = new Float64Array(2 * crossings).fill(Infinity);
  const before = new Int32Array(2 * crossings).fill(-1);
  const open = new Set<number>();
  for (const state of [2 * at(start), 2 * at(start) + 1]) {
    cost[state] = 0;
    open.add(state);
  }
  const goal = at(end);
  for (;;) {
    let nearest = -1;
    for (const state of open) if (nearest < 0 || left(state) < left(nearest)) nearest = state;
    if (nearest < 0) return null;
    open.delete(nearest);
    const [here, isColumn] = [nearest >> 1, nearest & 1];
    if (here === goal) return traced(before, nearest, (i) => [xs[i % across], ys[Math.floor(i / across)]]);
    const [c, r] = [here % across, Math.floor(here / across)];
    for (const [nc, nr] of [
      [c - 1, r],
      [c + 1, r],
      [c, r - 1],
      [c, r + 1],
    ]) {
      const next = nr * across + nc;
      if (nc < 0 || nr < 0 || nc >= across || nr >= ys.length) continue;
      const along = Number(nc === c);
      const far = Math.abs(xs[nc] - xs[c]) + Math.abs(ys[nr] - ys[r]) + (along === isColumn ? 0 : BEND_PX);
      const state = 2 * next + along;
      if (cost[nearest] + far >= cost[state] || isShut(nc, nr)) continue;
      cost[state] = cost[nearest] + far;
      before[state] = nearest;
      open.add(state);
    }
  }
}

/** The bends of the way only. */
function traced(before: Int32Array, last: number, pointOf: (crossing: number) => Point): Point[] {
  const points: Point[] = [];
  for (let state = last; state >= 0; state = before[state]) {
    const point = pointOf(state >> 1);
    const [a, b] = [points.at(-1), points.at(-2)];
    if (a && b && ((a[0] === b[0] && a[0] === point[0]) || (a[1] === b[1] && a[1] === point[1]))) points.pop();
    points.push(point);
  }
  return points.toReversed();
}

/** What lies within the box it begins in is cut off, to where it last leaves it. */
function clipped(points: readonly Point[], box: Rect): Point[] {
  const out = points.findLastIndex(([x, y]) => holds(box, x, y));
  if (out < 0 || out === points.length - 1) return [...points];
  const [[x0, y0], [x1, y1]] = [points[out], points[out + 1]];
  const edge = (from: number, to: number, low: number, size: number) =>
    from === to ? from : to > from ? Math.min(to, low + size) : Math.max(to, low);
  return [[edge(x0, x1, box.x, box.width), edge(y0, y1, box.y, box.height)], ...points.slice(out + 1)];
}

/** Straight pieces with their corners rounded, as curves. */
function rounded(points: readonly Point[]): Curve[] {
  const curves: Curve[] = [];
  let [x, y] = points[0];
  for (let i = 1; i < points.length; i++) {
    const [cx, cy] = points[i];
    const next = points[i + 1];
    const before = Math.hypot(cx - points[i - 1][0], cy - points[i - 1][1]);
    const after = next ? Math.hypot(next[0] - cx, next[1] - cy) : 0;
    const r = Math.min(CORNER_PX, before / 2, after / 2);
    const part = before > 0 ? r / before : 0;
    const [ax, ay] = [cx + (points[i - 1][0] - cx) * part, cy + (points[i - 1][1] - cy) * part];
    curves.push([x, y, x, y, ax, ay, ax, ay]);
    [x, y] = [ax, ay];
    if (!next || r === 0) continue;
    const [bx, by] = [cx + ((next[0] - cx) * r) / after, cy + ((next[1] - cy) * r) / after];
    curves.push([x, y, cx, cy, cx, cy, bx, by]);
    [x, y] = [bx, by];
  }
  return curves;
}
