// Lanes: a whole county on one map, a lane for each locality with a row for each of its services.
import { largest, sum } from '../../ground/sums.ts';
import type { Box, Style } from './box.ts';
import type { SceneLayout } from './scene-layout.ts';
import { countiesOf, type County } from './counties.ts';
import type { MapStation, SceneMap } from '../../shown/map.ts';
import type { Picture } from '../../state/display.ts';
import { rowPxOf } from './row-height.ts';
import { pipesOf } from './pipes.ts';
import { boxIn, LEAST_CELL_PX, wantOf, type Measure, type Want } from './sizing.ts';
import { rowGap, stack } from './stack.ts';
import { toldAsOne } from './told-as-one.ts';

/** On a map where localities are boxes, nothing is left for lanes. */
export const hasLanes = (map: SceneMap): boolean => map.stations.every((station) => station.members === undefined);

const LEAST_FONT_PX = 13;
const MOST_COLUMNS = 4;
/** What is tried, the best first: rows of two lines, marks for as many as can be, letters as large as can be. */
const attempts: readonly { readonly style: Style; readonly mostCells: number }[] = [
  { style: 'two lines', mostCells: Infinity },
  { style: 'two lines', mostCells: 250 },
  { style: 'two lines', mostCells: 60 },
  { style: 'one line', mostCells: 60 },
  { style: 'one line', mostCells: 20 },
];
const cellSizes = [12, 10, LEAST_CELL_PX];

export function layoutLanes(map: SceneMap, width: number, height: number, picture: Picture = 'places'): SceneLayout {
  const counties = countiesOf(map);
  const ideal = Math.round(Math.min(20, Math.max(14, Math.min(width / 72, height / 34))));
  for (const attempt of picture === 'bars' ? [] : attempts)
    for (let fontPx = ideal; fontPx >= LEAST_FONT_PX; fontPx--)
      for (const cellPx of cellSizes) {
        if (cellPx > fontPx * 0.7) continue;
        const best = widest(shapesFor(counties, width, { ...attempt, picture, fontPx, cellPx }), height);
        if (best) return drawn(best, width, height);
      }
  // Not even so: as small as need be, without marks.
  for (let fontPx = LEAST_FONT_PX; fontPx > 1; fontPx--) {
    const best = widest(
      shapesFor(counties, width, { style: 'one line', mostCells: 0, picture, fontPx, cellPx: 0 }),
      height,
    );
    if (best) return drawn(best, width, height);
  }
  return { width, height, cellPx: 0, rowPx: 0, doorPx: 0, picture, fontPx: 1, boxes: [], frames: [], pipes: [] };
}

/** Of those that fit, the one with the widest rows: names are then cut the least. */
const widest = (shapes: readonly Shape[], height: number): Shape | undefined =>
  shapes.filter((shape) => shape.height <= height).toSorted((a, b) => a.columns - b.columns)[0];

/** Rows of two lines when that is not too high, for what they tell; else what rows of one line need. */
export function leastLanesHeight(map: SceneMap, width: number): number {
  const counties = countiesOf(map);
  const of = (attempt: (typeof attempts)[number]) =>
    shapesFor(counties, width, { ...attempt, picture: 'places', fontPx: LEAST_FONT_PX, cellPx: LEAST_CELL_PX })[0]
      ?.height ?? Infinity;
  const least = Math.min(of(attempts[3]), of(attempts[4]));
  const wished = [of(attempts[2]), leastBeside(counties, width)].filter((height) => height <= MOST_WISHED_PX);
  const height = Math.ceil(Math.max(least, ...wished));
  return Number.isFinite(height) ? height : 34 * map.stations.length;
}
const MOST_WISHED_PX = 445;

/** What is beside the lanes, in rows of two lines. */
function leastBeside(counties: readonly County[], width: number): number {
  const measure = {
    picture: 'places',
    style: 'two lines',
    mostCells: 60,
    fontPx: LEAST_FONT_PX,
    cellPx: LEAST_CELL_PX,
  } as const;
  const wants = counties[0].early.map((station) => wantOf(station, earlyWidth(width, LEAST_FONT_PX), measure));
  return wants.every((want) => want !== null) ? heightOf(wants, gapOf(measure)) + 2 * MARGIN : Infinity;
}

const earlyWidth = (width: number, fontPx: number): number => Math.round(Math.max(fontPx * 11, width * 0.17));

/** A county at one size of letters and marks. */
interface Shape {
  readonly county: County;
  readonly measure: Measure;
  readonly columns: number;
  readonly height: number;
  readonly x: { readonly early: number; readonly lanes: number; readonly exits: number };
  readonly wide: { readonly early: number; readonly lanes: number; readonly exits: number; readonly column: number };
  readonly gapX: number;
  readonly header: number;
  /** By lane and column. */
  readonly wants: readonly (readonly (readonly Want[])[])[];
}

/** With any number of columns in a lane that goes, the lowest first. */
function shapesFor(counties: readonly County[], width: number, measure: Measure): Shape[] {
  const shapes: Shape[] = [];
  for (const county of counties)
    for (let columns = 1; columns <= MOST_COLUMNS; columns++) {
      const shape = shapeOf(county, width, measure, columns);
      if (shape) shapes.push(shape);
    }
  return shapes.toSorted((a, b) => a.height - b.height);
}

const styles: readonly Style[] = ['box', 'two lines', 'one line'];
const MARGIN = 6;
const gapOf = ({ fontPx }: Measure) => rowGap(fontPx);
/** Left of a row, where those may queue who wait for it. */
const besideOf = (measure: Measure) => (measure.picture === 'places' ? 20 : padOf(measure));
const padOf = (measure: Measure) => Math.round(measure.fontPx * 0.4);

function shapeOf(county: County, width: number, measure: Measure, columns: number): Shape | null {
  const { fontPx } = measure;
  const { early, lanes, exits } = county;
  const gapX = Math.round(Math.max(38, width * 0.045));
  const entry = Math.round(gapX * 0.6);
  const earlyWide = early.length > 0 ? earlyWidth(width, fontPx) : 0;
  const exitsWide = exits.length > 0 ? Math.round(Math.max(fontPx * 8.5, width * 0.095)) : 0;
  const lanesX = entry + (earlyWide > 0 ? earlyWide + gapX : 0);
  const exitsX = width - MARGIN - exitsWide;
  const lanesWide = exitsX - (exitsWide > 0 ? gapX : 0) - lanesX;
  const column = Math.floor((lanesWide - padOf(measure) - columns * besideOf(measure)) / columns);
  if (column < fontPx * (measure.style === 'two lines' ? 12 : 14)) return null;
  const header = lanes.some((lane) => lane.of.label !== '') ? Math.round(fontPx * 1.5) : padOf(measure);
  const wants: Want[][][] = [];
  for (const lane of lanes) {
    const each = lane.stations.map((station) => wantOf(station, column, measure));
    if (!each.every((want) => want !== null)) return null;
    wants.push(inColumns(each, columns, gapOf(measure)));
  }
  const laneHeight = (lane: Want[][]) =>
    header + (largest(lane, (some) => heightOf(some, gapOf(measure))) ?? 0) + padOf(measure);
  const columnHeight = (stations: readonly MapStation[], wide: number): number => {
    const each = stations.map((station) => wantOf(station, wide, { ...measure, style: 'one line' }));
    return each.every((want) => want !== null) ? heightOf(each, rowGap(fontPx)) : Infinity;
  };
  const height = Math.max(
    sum(wants, laneHeight) + gapOf(measure) * 2 * (lanes.length - 1),
    columnHeight(early, earlyWide),
    columnHeight(exits, exitsWide),
  );
  return {
    county,
    measure,
    columns,
    height: height + 2 * MARGIN,
    x: { early: entry, lanes: lanesX, exits: exitsX },
    wide: { early: earlyWide, lanes: lanesWide, exits: exitsWide, column },
    gapX,
    header,
    wants,
  };
}

const heightOf = (wants: readonly Want[], gap: number): number =>
  sum(wants, (want) => want.height) + gap * Math.max(0, wants.length - 1);

/** In this order, down one column and then the next, the tallest column as low as can be. */
function inColumns(wants: readonly Want[], columns: number, gap: number): Want[][] {
  const fill = (most: number): Want[][] => {
    const made: Want[][] = [[]];
    for (const want of wants) {
      const last = made.at(-1)!;
      if (last.length > 0 && heightOf([...last, want], gap) > most) made.push([want]);
      else last.push(want);
    }
    return made;
  };
  let most = Math.max(heightOf(wants, gap) / columns, largest(wants, (want) => want.height) ?? 0);
  while (fill(most).length > columns) most += 4;
  return fill(most);
}

function drawn(shape: Shape, width: number, height: number): SceneLayout {
  const { county, measure, x, wide, gapX, header, wants } = shape;
  const { map, lanes } = county;
  const { cellPx, fontPx, picture } = measure;
  const [gap, pad] = [gapOf(measure), padOf(measure)];
  const inner = height - 2 * MARGIN;
  // What is beside the lanes has all their height, so it gets more words where they fit.
  const column = (stations: readonly MapStation[], left: number, across: number, index: number): Box[] => {
    const room = { column: index, x: left, y: MARGIN, width: across, height: inner };
    const ways = styles.map((style) => stack(stations, room, { ...measure, style }, true));
    return ways.find((boxes) => boxes !== null) ?? [];
  };
  const early = column(county.early, x.early, wide.early, 0);
  const exits = column(county.exits, x.exits, wide.exits, 2);

  const needed = wants.map((lane) => header + (largest(lane, (some) => heightOf(some, gap)) ?? 0) + pad);
  // What is over goes to the lanes, and in them between their rows.
  const over = Math.max(0, inner - sum(needed) - 2 * gap * (lanes.length - 1)) / Math.max(1, lanes.length);
  const frames: Box[] = [];
  const rows: Box[] = [];
  let y = MARGIN;
  for (const [l, lane] of lanes.entries()) {
    const tall = needed[l] + over;
    const head = wantOf(lane.of, wide.lanes, { ...measure, style: 'one line' })!;
    frames.push(boxIn(head, { column: 1, x: x.lanes, y, width: wide.lanes, height: tall }, measure));
    for (const [c, some] of wants[l].entries()) {
      const beside = besideOf(measure);
      const left = x.lanes + beside + c * (wide.column + beside);
      const slack = tall - header - pad - heightOf(some, gap);
      const between = gap + Math.min(fontPx, slack / (some.length + 1));
      let top = y + header;
      for (const want of some) {
        rows.push(boxIn(want, { column: 1, x: left, y: top, width: wide.column, height: want.height }, measure));
        top += want.height + between;
      }
    }
    y += tall + 2 * gap;
  }
  const told = toldAsOne(
    map,
    lanes.map((lane) => lane.of),
  );
  const pipes = pipesOf(told, [...early, ...frames, ...exits], height, gapX);
  const boxes = [...early, ...rows, ...exits];
  const doorPx = besideOf(measure);
  return { width, height, cellPx, rowPx: rowPxOf(picture, cellPx), doorPx, picture, fontPx, boxes, frames, pipes };
}
