// Projected: outlines, places and ways of a county in pixels, true to scale at its middle, with names where they cover nothing. Pure.
import {
  extent,
  forceCollide,
  forceSimulation,
  forceX,
  forceY,
  geoPath,
  geoTransform,
  type GeoPermissibleObjects,
} from 'd3';
import type { LonLat } from '../../../engine/index.ts';
import { textPx } from '../layout/letter-widths.ts';

export interface District {
  readonly properties: { readonly code: string; readonly name: string };
  readonly geometry: GeoPermissibleObjects;
}

/** A place to draw: how large, and what is written beside it. */
export interface Spot {
  readonly id: string;
  readonly at: LonLat;
  readonly radiusPx: number;
  readonly lines: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placed extends Point {
  readonly id: string;
  readonly radiusPx: number;
  /** Where its first line begins; null where no room was left, and it is listed beside the map only. */
  readonly label: Label | null;
}

export interface Label extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
  /** How many of them there is room for. */
  readonly lines: number;
}

export interface Projected {
  /** By code of the district. */
  readonly outlines: ReadonlyMap<string, string>;
  readonly spots: readonly Placed[];
}

const MARGIN_PX = 8;
/** For names at the sides; a map as narrow as a phone has no room to give. */
const sideOf = (width: number) => Math.min(40, width / 12);
const RADIANS_PER_DEGREE = Math.PI / 180;

/** The map fills the room, its middle in the middle of it. */
export function projected(
  districts: readonly District[],
  spots: readonly Spot[],
  { width, height, fontPx }: { readonly width: number; readonly height: number; readonly fontPx: number },
): Projected {
  const path = geoPath();
  const corners = districts.flatMap(({ geometry }): LonLat[] => {
    const [[west, south], [east, north]] = path.bounds(geometry);
    return [
      { lon: west, lat: south },
      { lon: east, lat: north },
    ];
  });
  const [lons, lats] = (['lon', 'lat'] as const).map(
    (key) => extent([...corners, ...spots.map(({ at }) => at)], (at) => at[key]) as [number, number],
  );
  const narrow = Math.cos(((lats[0] + lats[1]) / 2) * RADIANS_PER_DEGREE);
  const pxPerDegree = Math.min(
    (width - 2 * sideOf(width)) / Math.max(1e-6, (lons[1] - lons[0]) * narrow),
    (height - 2 * MARGIN_PX) / Math.max(1e-6, lats[1] - lats[0]),
  );
  const pointOf = ({ lon, lat }: LonLat): Point => ({
    x: width / 2 + (lon - (lons[0] + lons[1]) / 2) * narrow * pxPerDegree,
    y: height / 2 - (lat - (lats[0] + lats[1]) / 2) * pxPerDegree,
  });
  const drawn = geoPath(
    geoTransform({
      point(lon, lat) {
        const { x, y } = pointOf({ lon, lat });
        this.stream.point(Math.round(x * 10) / 10, Math.round(y * 10) / 10);
      },
    }),
  );
  const outlines = new Map(districts.map(({ properties, geometry }) => [properties.code, drawn(geometry) ?? '']));
  return { outlines, spots: labelled(apart(spots, pointOf), { width, height, fontPx }) };
}

const STEPS = 80;

/** As near to where they are as can be without one covering another: two hospitals of a city are closer than they are large. */
function apart(spots: readonly Spot[], pointOf: (at: LonLat) => Point): SpotAt[] {
  const nodes = spots.map((spot) => ({ spot, ...pointOf(spot.at) }));
  const real = nodes.map(({ x, y }) => ({ x, y }));
  forceSimulation(nodes)
    .force('x', forceX((_, at) => real[at].x).strength(0.3))
    .force('y', forceY((_, at) => real[at].y).strength(0.3))
    .force('apart', forceCollide((node: (typeof nodes)[number]) => node.spot.radiusPx + 2).iterations(3))
    .stop()
    .tick(STEPS);
  return nodes.map(({ spot, x, y }) => ({ ...spot, x, y }));
}

interface Room {
  readonly rect: Rect;
  readonly label: Label;
}

interface SpotAt extends Spot, Point {}

interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

const meet = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** The largest choose first: right of the place, left, below, above. What would cover another place, a name or the edge is not taken. */
function labelled(
  spots: readonly SpotAt[],
  { width, height, fontPx }: { readonly width: number; readonly height: number; readonly fontPx: number },
): Placed[] {
  const circle = ({ x, y, radiusPx }: SpotAt): Rect => ({
    x: x - radiusPx,
    y: y - radiusPx,
    width: 2 * radiusPx,
    height: 2 * radiusPx,
  });
  const taken: Rect[] = spots.map(circle);
  const labels = new Map<string, Placed['label']>();
  const isFree = ({ rect }: Room) =>
    rect.x >= 0 &&
    rect.y >= 0 &&
    rect.x + rect.width <= width &&
    rect.y + rect.height <= height &&
    taken.every((other) => !meet(rect, other));
  const roomFor = ({ x, y, radiusPx }: SpotAt, lines: readonly string[]): Room[] => {
    const gap = radiusPx + 3;
    const wide = Math.max(...lines.map((line) => textPx(line, fontPx)));
    const high = lines.length * fontPx * 1.2;
    const beside = [
      { anchor: 'start', x: x + gap, y: y - high / 2 },
      { anchor: 'end', x: x - gap, y: y - high / 2 },
      { anchor: 'middle', x, y: y + gap },
      { anchor: 'middle', x, y: y - gap - high },
      { anchor: 'start', x: x + gap * 0.7, y: y + gap * 0.7 },
      { anchor: 'end', x: x - gap * 0.7, y: y + gap * 0.7 },
      { anchor: 'start', x: x + gap * 0.7, y: y - gap * 0.7 - high },
      { anchor: 'end', x: x - gap * 0.7, y: y - gap * 0.7 - high },
    ] as const;
    return beside.map(({ anchor, x: at, y: top }) => {
      const left = anchor === 'start' ? at : anchor === 'end' ? at - wide : at - wide / 2;
      return {
        rect: { x: left, y: top, width: wide, height: high },
        label: { x: at, y: top + fontPx * 0.95, anchor, lines: lines.length },
      };
    });
  };
  for (const spot of spots.toSorted((a, b) => b.radiusPx - a.radiusPx)) {
    // The second line gives way before the name does.
    const found = [spot.lines, spot.lines.slice(0, 1)].flatMap((lines) => roomFor(spot, lines)).find(isFree);
    if (found) taken.push(found.rect);
    labels.set(spot.id, found ? found.label : null);
  }
  return spots.map((spot) => ({
    id: spot.id,
    x: spot.x,
    y: spot.y,
    radiusPx: spot.radiusPx,
    label: labels.get(spot.id)!,
  }));
}
