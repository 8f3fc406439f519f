// Pipes: the ways between boxes as chains of curves, wider where more people go; drawn as a path, and marks travel along them.
import type { Box } from './box.ts';
import type { MapLink, SceneMap } from '../../shown/map.ts';
import { waysOf } from './county.ts';

/** One curve: start, two control points, end, as x and y in turn. */
export type Curve = readonly [number, number, number, number, number, number, number, number];

export interface Pipe {
  readonly from: number;
  readonly to: number;
  /** Keys `from>to` of the ways between stations that go along it. */
  readonly ways: readonly string[];
  readonly widthPx: number;
  readonly curves: readonly Curve[];
  readonly path: string;
}

const MOST_PIPES = 30;

/** For boxes that stand anywhere: a pipe that would cross a third one goes round it. In columns, pipes keep to gaps and lanes. */
export type Reroute = (curves: readonly Curve[], a: Box | null, b: Box) => readonly Curve[];

export function pipesOf(map: SceneMap, boxes: readonly Box[], height: number, gapX: number, reroute?: Reroute): Pipe[] {
  const byStation = new Map(boxes.map((box) => [box.of.station, box]));
  // By its root, so that a way few people take is still seen; D3's scale for it would bring colours and dates along.
  const all = map.links.filter((link) => byStation.has(link.to) && (link.from < 0 || byStation.has(link.from)));
  // Where there are very many ways, those nobody took are left out and the others drawn thinner.
  const isDense = all.length > MOST_PIPES;
  const known = isDense ? all.filter((link) => link.share > 0) : all;
  const [thinnest, widest] = isDense ? [1, Math.min(9, gapX / 5)] : [2, Math.min(16, gapX / 4)];
  const thickness = (share: number) => thinnest + Math.sqrt(share) * (widest - thinnest);
  const ends = known.map((link) => ({ link, a: byStation.get(link.from) ?? null, b: byStation.get(link.to)! }));
  const sides = new Map<string, { at: number; of: string }[]>();
  const key = (link: MapLink, end: string) => `${link.from}>${link.to}${end}`;
  // Every end asks for the height at which its pipe would run straight; those on one side of a box then make room.
  for (const { link, a, b } of ends) {
    const [low, high] = a ? [Math.max(a.y, b.y), Math.min(a.y + a.height, b.y + b.height)] : [b.y, b.y + b.height];
    const straight = (low + high) / 2;
    const isLeft = a !== null && a.column > b.column;
    const isBeside = a !== null && a.column === b.column;
    if (a) side(sides, `${a.of.station}${isLeft ? 'left' : 'right'}`, straight, key(link, 'out'));
    side(sides, `${b.of.station}${isLeft || isBeside ? 'right' : 'left'}`, straight, key(link, 'in'));
  }
  const heightOf = settle(sides, boxes);
  return ends.map(({ link, a, b }) => {
    const y0 = heightOf.get(key(link, 'out')) ?? heightOf.get(key(link, 'in'))!;
    const y1 = heightOf.get(key(link, 'in'))!;
    const straight = chain(a, b, y0, y1, reroute ? [] : boxes, height, gapX);
    const curves = reroute?.(straight, a, b) ?? straight;
    return {
      from: link.from,
      to: link.to,
      ways: waysOf(link),
      widthPx: thickness(link.share),
      curves,
      path: draw(curves),
    };
  });
}

function side(sides: Map<string, { at: number; of: string }[]>, name: string, at: number, of: string): void {
  sides.set(name, [...(sides.get(name) ?? []), { at, of }]);
}

/** Ends on one side of a box in the order of their wishes, spread evenly where they would touch. */
function settle(sides: Map<string, { at: number; of: string }[]>, boxes: readonly Box[]): Map<string, number> {
  const heights = new Map<string, number>();
  for (const [name, wishes] of sides) {
    const box = boxes.find((one) => name === `${one.of.station}left` || name === `${one.of.station}right`)!;
    const apart = Math.min(26, box.height / (wishes.length + 1));
    const sorted = wishes.toSorted((a, b) => a.at - b.at || (a.of < b.of ? -1 : 1));
    let least = box.y + apart * 0.6;
    sorted.forEach((wish, i) => {
      const most = box.y + box.height - apart * (0.6 + (sorted.length - 1 - i));
      const at = Math.max(least, Math.min(wish.at, most));
      heights.set(wish.of, at);
      least = at + apart;
    });
  }
  return heights;
}

function chain(
  a: Box | null,
  b: Box,
  y0: number,
  y1: number,
  boxes: readonly Box[],
  height: number,
  gapX: number,
): Curve[] {
  // People from outside come in beside the box, so that they do not seem to come from another.
  if (!a) return [bump(Math.max(0, b.x - gapX * 0.55), y1, b.x, y1)];
  if (a.column === b.column) {
    // Within a column the way goes round on the right, through the gap.
    const out = a.x + a.width;
    return [[out, y0, out + gapX * 0.7, y0, out + gapX * 0.7, y1, out, y1]];
  }
  const forward = a.column < b.column;
  const points: [number, number][] = [[forward ? a.x + a.width : a.x, y0]];
  const step = forward ? 1 : -1;
  // Boxes without columns have no gaps to pass through.
  for (let column = a.column + step; boxes.length > 0 && column !== b.column; column += step) {
    const inColumn = boxes.filter((box) => box.column === column);
    if (inColumn.length === 0) continue;
    const lane = nearestLane(inColumn, (points.at(-1)![1] + y1) / 2, height);
    const [left, right] = [inColumn[0].x, inColumn[0].x + inColumn[0].width];
    points.push([forward ? left : right, lane], [forward ? right : left, lane]);
  }
  points.push([forward ? b.x : b.x + b.width, y1]);
  return points.slice(1).map(([x, y], i) => bump(points[i][0], points[i][1], x, y));
}

/** The height between two boxes of a column, or above or below all, by which it can be passed. */
function nearestLane(boxes: readonly Box[], wanted: number, height: number): number {
  const lanes = [boxes[0].y / 2, (boxes.at(-1)!.y + boxes.at(-1)!.height + height) / 2];
  for (let i = 1; i < boxes.length; i++) lanes.push((boxes[i - 1].y + boxes[i - 1].height + boxes[i].y) / 2);
  return lanes.toSorted((p, q) => Math.abs(p - wanted) - Math.abs(q - wanted))[0];
}

const bump = (x0: number, y0: number, x1: number, y1: number): Curve => [
  x0,
  y0,
  (x0 + x1) / 2,
  y0,
  (x0 + x1) / 2,
  y1,
  x1,
  y1,
];

const draw = (curves: readonly Curve[]): string =>
  `M${curves[0].slice(0, 2).join()}${curves.map((curve) => `C${curve.slice(2).join()}`).join('')}`;

/** The point a share `t` of the way along a pipe, curves taking as long as their ends are apart. */
export function pointAlong(curves: readonly Curve[], t: number): [number, number] {
  let all = 0;
  for (const curve of curves) all += apart(curve);
  let [at, rest] = [0, t * all];
  while (at < curves.length - 1 && rest > apart(curves[at])) rest -= apart(curves[at++]);
  const u = Math.min(1, rest / (apart(curves[at]) || 1));
  const v = 1 - u;
  const [x0, y0, ax, ay, bx, by, x1, y1] = curves[at];
  const [p, q, r, s] = [v * v * v, 3 * v * v * u, 3 * v * u * u, u * u * u];
  return [p * x0 + q * ax + r * bx + s * x1, p * y0 + q * ay + r * by + s * y1];
}

const apart = ([x0, y0, , , , , x1, y1]: Curve): number => Math.hypot(x1 - x0, y1 - y0);
