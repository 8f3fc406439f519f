// The map of a presentation: rows of services with words that are read from the back of a hall. Two runs share one layout, so that
// what differs between the maps is the people and not the drawing.
import { sum } from 'd3';
import type { Box, Style } from './box.ts';
import type { MapStation, SceneMap } from '../../shown/map.ts';
import type { SceneLayout } from './scene-layout.ts';
import { LEAST_CELL_PX, wantOf, type Measure } from './sizing.ts';
import { rowPxOf } from './row-height.ts';
import type { Picture } from '../../state/display.ts';
import { rowGap, stack } from './stack.ts';
import { localityBox, toldAsOne } from './told-as-one.ts';

export interface StageLayout extends SceneLayout {
  /** Services for which there was no room. */
  readonly leftOut: readonly MapStation[];
}

interface Attempt {
  readonly style: Style;
  readonly leastCellPx: number;
  /** In sizes of letters; smaller marks than these are too high a price for the words. */
  readonly leastCell?: number;
  readonly mostCells: number;
  /** Of the size of letters asked for; all of it where nothing is said. */
  readonly letters?: number;
}
/** The best first: marks nearly as large as the words, and numbers in full; then smaller marks; then bars. */
const attempts: readonly Attempt[] = [
  { style: 'two lines', leastCellPx: LEAST_CELL_PX, leastCell: 0.8, mostCells: Infinity },
  { style: 'one line', leastCellPx: 10, mostCells: Infinity },
  { style: 'one line', leastCellPx: LEAST_CELL_PX, mostCells: 2000 },
  { style: 'one line', leastCellPx: LEAST_CELL_PX, mostCells: 150 },
  { style: 'one line', leastCellPx: LEAST_CELL_PX, mostCells: 40 },
];
/** Rather than leave out what the slide is about. */
const barsOnly: Attempt = { style: 'one line', leastCellPx: LEAST_CELL_PX, mostCells: 0, letters: 0.8 };
/** In sizes of letters: larger marks say no more, on any screen. */
const LARGEST_CELL = 1.8;
/** A row narrower than this many letters has no room for its name. */
const LEAST_LETTERS = 15;
/** Left of every column, for people on their way to another row, and for those who queue. */
const GAP_PX = 32;

/** Both maps as one: room for whichever run needs more. Null where they are not of the same services. */
export function mapForBoth(one: SceneMap, other: SceneMap): SceneMap | null {
  const ids = (map: SceneMap) => map.stations.map(({ id, station }) => `${id} ${station}`).join();
  if (ids(one) !== ids(other)) return null;
  return {
    ...one,
    stations: one.stations.map((station, i) => {
      const beside = other.stations[i];
      return {
        ...station,
        cells: Math.max(station.cells, beside.cells),
        outsideCells: Math.max(station.outsideCells, beside.outsideCells),
      };
    }),
  };
}

const limitOf = ({ isUnlimited, isWaitedFor }: MapStation) => ({ isUnlimited, isWaitedFor });

/** The same places on the screen, with what is true of this run's services. */
export function layoutOf<L extends SceneLayout>(layout: L, map: SceneMap): L {
  const own = new Map(map.stations.map((station) => [station.id, station]));
  const boxes = layout.boxes.map((box) =>
    box.of.members ? box : { ...box, of: { ...box.of, ...limitOf(own.get(box.of.id)!) } },
  );
  return { ...layout, boxes };
}

/** `spotlight` keeps its row whatever else has to go; then come the others that the slide is `about`. */
export function layoutStage(
  map: SceneMap,
  width: number,
  height: number,
  fontPx: number,
  spotlight?: string,
  about: readonly string[] = [],
  picture: Picture = 'places',
): StageLayout {
  const all = rowsOf(map, spotlight);
  const most = mostRows(all, width, height, fontPx, picture);
  const whole = all.length <= most ? layoutRows(all, width, height, fontPx, picture) : undefined;
  if (whole) return { ...whole, leftOut: [] };
  // What the slide is about stays, then the services with most people or waits, in the document's order.
  const isAbout = ({ id, members }: MapStation) =>
    id === spotlight || about.includes(id) || members?.some((member) => about.includes(member.id)) === true;
  const weightOf = (row: MapStation) =>
    row.id === spotlight ? Infinity : row.cells + row.outsideCells + (isAbout(row) ? 1e9 : 0);
  const byWeight = all.toSorted((a, b) => weightOf(b) - weightOf(a));
  for (let kept = Math.min(all.length - 1, most); kept > 0; kept--) {
    const chosen = new Set(byWeight.slice(0, kept));
    const layout = layoutRows(
      all.filter((station) => chosen.has(station)),
      width,
      height,
      fontPx,
      picture,
      [...chosen].every(isAbout) ? [...attempts, barsOnly] : attempts,
    );
    if (layout) return { ...layout, leftOut: all.filter((station) => !chosen.has(station)) };
  }
  return {
    width,
    height,
    cellPx: 0,
    rowPx: 0,
    doorPx: 0,
    picture,
    fontPx,
    boxes: [],
    frames: [],
    pipes: [],
    leftOut: all,
  };
}

/** However small its marks, no row is lower than its name: of hundreds of services those that cannot fit are not tried one by one. */
function mostRows(
  rows: readonly MapStation[],
  width: number,
  height: number,
  fontPx: number,
  picture: Picture,
): number {
  const px = Math.round(fontPx * barsOnly.letters!);
  const measure = { picture, fontPx: px, cellPx: LEAST_CELL_PX, style: 'one line', mostCells: 0 } as const;
  const heights = rows.map((row) => wantOf({ ...row, cells: 0, outsideCells: 0 }, width, measure)?.height ?? Infinity);
  const [least, gap] = [Math.min(...heights), rowGap(px)];
  return mostColumns(width, px) * Math.floor((height + gap) / (least + gap));
}

/** Ways out are where people stop being seen. A locality is one row, except that the service in the light has its own. */
function rowsOf(map: SceneMap, spotlight: string | undefined): readonly MapStation[] {
  const services = map.stations.filter(({ isExit }) => !isExit);
  const localities = map.localities ?? [];
  if (localities.length === 0) return services;
  const told = toldAsOne(
    { ...map, stations: services },
    localities.map(({ id, label }) => localityBox(map, id, label)),
  ).stations;
  const lit = services.find(({ id, locality }) => id === spotlight && locality !== undefined);
  return lit ? [lit, ...told] : told;
}

function layoutRows(
  rows: readonly MapStation[],
  width: number,
  height: number,
  fontPx: number,
  picture: Picture,
  tried: readonly Attempt[] = attempts,
): SceneLayout | undefined {
  // Half a name no longer distinguishes two services of one house: smaller marks come before that.
  for (const isWhole of [true, false])
    for (const { style, leastCellPx, leastCell = 0, mostCells, letters = 1 } of tried) {
      const px = Math.round(fontPx * letters);
      const least = Math.max(leastCellPx, px * leastCell);
      for (let cellPx = Math.round(px * LARGEST_CELL); cellPx >= least; cellPx--)
        for (let columns = 1; columns <= mostColumns(width, px); columns++) {
          const boxes = inColumns(rows, columns, width, height, {
            picture,
            saysElsewhere: true,
            fontPx: px,
            cellPx,
            style,
            mostCells: picture === 'bars' ? 0 : mostCells,
          });
          if (boxes && (!isWhole || boxes.every(hasWholeName)))
            return {
              width,
              height,
              cellPx,
              rowPx: rowPxOf(picture, cellPx),
              doorPx: GAP_PX - 2,
              picture,
              fontPx: px,
              boxes,
              frames: [],
              pipes: [],
            };
        }
    }
  return undefined;
}

const hasWholeName = ({ nameLines, of }: Box) => nameLines.join(' ') === of.label.trim();

const mostColumns = (width: number, fontPx: number) =>
  Math.max(1, Math.floor(width / (fontPx * LEAST_LETTERS + GAP_PX)));

/** Filled from top to bottom, each column about as high. */
function inColumns(
  rows: readonly MapStation[],
  columns: number,
  width: number,
  height: number,
  measure: Measure,
): Box[] | null {
  if (columns > rows.length) return null;
  const columnWidth = Math.floor(width / columns) - GAP_PX;
  const heights = rows.map((row) => wantOf(row, columnWidth, measure)?.height ?? 0);
  const each = sum(heights) / columns;
  if (each > height) return null;
  const parts: MapStation[][] = Array.from({ length: columns }, () => []);
  let before = 0;
  for (const [i, row] of rows.entries()) {
    parts[Math.min(columns - 1, Math.floor((before + heights[i] / 2) / each))].push(row);
    before += heights[i];
  }
  const boxes: Box[] = [];
  for (const [column, part] of parts.entries()) {
    const room = { column, x: column * (columnWidth + GAP_PX) + GAP_PX, y: 0, width: columnWidth, height };
    const made = part.length === 0 ? null : stack(part, room, measure, columns === 1);
    if (!made) return null;
    boxes.push(...made);
  }
  return boxes;
}
