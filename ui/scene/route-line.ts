// The route of one person as lines on the map: along the pipes where there are any, from box to box where there are none.
import { path } from 'd3';
import type { Stop } from '../playback/journey.ts';
import type { Box } from './layout/box.ts';
import type { SceneLayout } from './layout/scene-layout.ts';

export interface Leg {
  /** The stop it leads to, by its place in the journey. */
  readonly to: number;
  readonly path: string;
}

export interface Sign {
  readonly stop: number;
  readonly x: number;
  readonly y: number;
}

export interface RouteLine {
  readonly legs: readonly Leg[];
  /** A numbered sign where each stop begins; several at one place stand above each other. */
  readonly signs: readonly Sign[];
}

/** `signPx`: the width of a sign. */
export function routeLine(layout: SceneLayout, stops: readonly Stop[], signPx: number): RouteLine {
  const boxOf = new Map<number, Box>();
  for (const box of layout.boxes) {
    if (box.of.members) for (const { station } of box.of.members) boxOf.set(station, box);
    else boxOf.set(box.of.station, box);
  }
  const pipeOf = new Map(layout.pipes.flatMap((pipe) => pipe.ways.map((way) => [way, pipe] as const)));
  const signsAt = new Map<Box, number>();
  const legs: Leg[] = [];
  const signs: Sign[] = [];
  for (const [i, { station }] of stops.entries()) {
    const box = boxOf.get(station);
    if (!box) continue;
    const before = signsAt.get(box) ?? 0;
    signsAt.set(box, before + 1);
    // In the corner where there are neither words nor marks; one above the other where somebody comes back.
    const radius = signPx / 2;
    signs.push({ stop: i, x: box.x - radius + 5, y: box.y + box.height - radius + 3 - before * (signPx + 1) });

    // A person seen by a team went on from the place they held.
    const task = stops[i - 1]?.isTask ? stops.findLast((one, at) => at < i - 1 && !one.isTask) : undefined;
    const from = stops[i - 1];
    const ways = from ? [from, ...(task ? [task] : [])].map((one) => `${one.station}>${station}`) : [`-1>${station}`];
    const pipe = ways.map((way) => pipeOf.get(way)).find((found) => found !== undefined);
    const start = from && boxOf.get(from.station);
    if (start === box) continue;
    const line = path();
    if (pipe) {
      const [x0, y0] = pipe.curves[0];
      const end = pipe.curves.at(-1)!;
      if (start) line.moveTo(...edgeOf(start, x0, y0));
      if (start) line.lineTo(x0, y0);
      else line.moveTo(x0, y0);
      for (const [, , ax, ay, bx, by, x, y] of pipe.curves) line.bezierCurveTo(ax, ay, bx, by, x, y);
      line.lineTo(...edgeOf(box, end[6], end[7]));
    } else if (start) {
      const [x0, y0] = edgeOf(start, box.x + box.width / 2, box.y + box.height / 2);
      const [x1, y1] = edgeOf(box, x0, y0);
      line.moveTo(x0, y0);
      line.lineTo(x1, y1);
    } else continue;
    legs.push({ to: i, path: line.toString() });
  }
  return { legs, signs };
}

/** The point of a box's edge that is nearest; a pipe to a lane ends at the lane, and the rest of the way is to its row. */
function edgeOf({ x, y, width, height }: Box, nearX: number, nearY: number): [number, number] {
  const sideX = Math.min(x + width, Math.max(x, nearX));
  if (nearY >= y && nearY <= y + height) return [nearX - x < x + width - nearX ? x : x + width, nearY];
  return sideX === nearX ? [nearX, nearY < y ? y : y + height] : [sideX, y + height / 2];
}
