// Painting: what every painted layer receives, and where on the canvas a mark belongs, in whole device pixels.
import type { World } from '../../../engine/index.ts';
import { LEAVING, type Frame } from '../../playback/frame.ts';
import type { Box, Grid, SceneLayout } from '../layout/layout.ts';
import type { Look, Palette } from './palette.ts';
import { pointAlong } from '../layout/pipes.ts';
import type { IsElsewhere } from '../../playback/elsewhere.ts';
import type { Place } from '../../shown/place.ts';
import { heightOf, type Sprites } from './shape.ts';
import type { Counts } from '../../state/counts.ts';
import { doorOf, type Door } from '../layout/door.ts';
import { waysOf, type WayOf } from '../layout/ways.ts';

export interface Painting {
  readonly context: CanvasRenderingContext2D;
  readonly layout: SceneLayout;
  readonly plan: Plan;
  readonly frame: Frame;
  readonly world: World;
  /** By room, then cell: the person there, or −1. */
  readonly taken: readonly Int32Array[];
  readonly palette: Palette;
  /** By need. */
  readonly looks: readonly Look[];
  /** The person who is followed, −1; and who is pointed at in a queue. */
  readonly followed: number;
  readonly pointed: number;
  /** By station, who waits for it in a place elsewhere, the longest first. */
  readonly queues: Counts['queues'];
  readonly sprites: Sprites;
  readonly isElsewhere: IsElsewhere;
}

export type Layer = (painting: Painting) => void;

/** A layout looked up by index, in device pixels; made once for each layout. */
export interface Plan {
  readonly ratio: number;
  readonly cell: number;
  readonly row: number;
  /** Width of a place in its cell. */
  readonly mark: number;
  /** Side of a person on their own; they lie at the foot of their place. */
  readonly person: number;
  readonly personY: number;
  /** What the places of a room look like; undefined: plain marks, as always outside. */
  readonly places: readonly (Place | undefined)[];
  /** By room (queues outside after the stations); undefined: not on the map. */
  readonly grids: readonly (Grid | undefined)[];
  readonly boxes: readonly (Box | undefined)[];
  readonly doors: readonly (Door | null)[];
  readonly wayOf: WayOf;
}

export function planOf(layout: SceneLayout, stations: number, ratio: number): Plan {
  const boxes = Array.from({ length: stations }, (_, s) => layout.boxes.find((box) => box.of.station === s));
  const scaled = (grid: Grid | null | undefined): Grid | undefined =>
    grid ? { ...grid, x: Math.round(grid.x * ratio), y: Math.round(grid.y * ratio) } : undefined;
  const cell = Math.max(1, Math.floor(layout.cellPx * ratio));
  const isPlain = layout.picture !== 'places';
  const mark = Math.max(1, cell - Math.round(cell > 8 * ratio ? cell * 0.16 : 1));
  const person = isPlain ? mark : Math.max(1, Math.round(mark * 0.66));
  return {
    ratio,
    cell,
    row: isPlain ? cell : Math.max(1, Math.floor(layout.rowPx * ratio)),
    mark,
    person,
    personY: isPlain ? 0 : heightOf({ place: 'bed', wait: 'none' }, mark) - person,
    places: boxes.map((box) => (isPlain ? undefined : (box?.of.place ?? 'bed'))),
    grids: [...boxes.map((box) => scaled(box?.isBar ? null : box?.grid)), ...boxes.map((box) => scaled(box?.tray))],
    boxes,
    doors: boxes.map((box) => (box ? doorOf(layout, box) : null)),
    wayOf: waysOf(layout, boxes),
  };
}

/** Top left corner of a cell; written into `corner`, because thousands are asked for in a frame. */
export const corner = { x: 0, y: 0 };
export function toCell(plan: Plan, room: number, cell: number): boolean {
  const grid = plan.grids[room];
  if (!grid) return false;
  corner.x = grid.x + (cell % grid.columns) * plan.cell;
  corner.y = grid.y + Math.floor(cell / grid.columns) * plan.row;
  return true;
}

/** Top left corner of the person in a cell, who lies at the foot of the place. */
function toPerson(plan: Plan, room: number, cell: number): boolean {
  if (!toCell(plan, room, cell)) return false;
  corner.x += Math.round((plan.mark - plan.person) / 2);
  corner.y += plan.personY;
  return true;
}

/** Shares of a glide: out of the old cell, along the pipe, into the new one. */
const OUT = 0.2;
const IN = 0.8;

/** Where a gliding mark is just now, never over a service it does not enter; false when it can neither be placed nor led. */
export function toGlide(plan: Plan, frame: Frame, i: number): boolean {
  const [from, room] = [frame.from[i], frame.room[i]];
  const stations = plan.boxes.length;
  // A person who waits outside a station is in its box.
  const [out, into] = [from, room].map((one) => (one >= stations ? one - stations : one));
  const t = ease(frame.arrived[i]);
  const way = out === into ? null : plan.wayOf(out, into);
  const isLeaving = frame.kind[i] === LEAVING;
  const start = from >= 0 && frame.fromCell[i] >= 0 && toPerson(plan, from, frame.fromCell[i]) ? { ...corner } : null;
  const end = !isLeaving && toPerson(plan, room, frame.cell[i]) ? { ...corner } : null;
  const onPipe = (share: number) => {
    const [x, y] = pointAlong(way!, share);
    return { x: Math.round(x * plan.ratio - plan.person / 2), y: Math.round(y * plan.ratio - plan.person / 2) };
  };
  if (way && start && t < OUT) between(start, onPipe(0), t / OUT);
  else if (way && end && t > IN) between(onPipe(1), end, (t - IN) / (1 - IN));
  else if (way) Object.assign(corner, onPipe((t - (start ? OUT : 0)) / ((end ? IN : 1) - (start ? OUT : 0))));
  else if (start && end && out === into) between(start, end, t);
  else if (end) Object.assign(corner, end);
  else return false;
  return true;
}

/** Where the person of this entry is just now, gliding or not; false when it has no spot of its own. */
export function toSpot(plan: Plan, frame: Frame, i: number): boolean {
  if (frame.arrived[i] < 1) return toGlide(plan, frame, i);
  return toPerson(plan, frame.room[i], frame.cell[i]);
}

/** The person whose mark is nearest to a point of the map, if any is near enough to have been meant; −1. */
export function personNear(plan: Plan, frame: Frame, x: number, y: number): number {
  const middle = plan.person / 2;
  let [found, nearest] = [-1, Math.max(NEAR_PX * plan.ratio, plan.mark * 0.8)];
  for (let i = 0; i < frame.length; i++) {
    if (!toSpot(plan, frame, i)) continue;
    const away = Math.hypot(corner.x + middle - x * plan.ratio, corner.y + middle - y * plan.ratio);
    if (away < nearest) [found, nearest] = [frame.person[i], away];
  }
  return found;
}
/** A finger is not a needle. */
const NEAR_PX = 9;

const ease = (t: number): number => t * t * (3 - 2 * t);

function between(a: { x: number; y: number }, b: { x: number; y: number }, t: number): void {
  corner.x = Math.round(a.x + (b.x - a.x) * t);
  corner.y = Math.round(a.y + (b.y - a.y) * t);
}
