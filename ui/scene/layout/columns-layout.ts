// Layout in columns: the place of every service on the map and the size of its cells, for any width and height. Pure.
import { largest, sum } from '../../ground/sums.ts';
import type { Box, Style } from './box.ts';
import type { SceneLayout } from './scene-layout.ts';
import { columnsOf } from './columns.ts';
import type { MapStation, SceneMap } from '../../shown/map.ts';
import type { Picture } from '../../state/display.ts';
import { rowPxOf } from './row-height.ts';
import { pipesOf } from './pipes.ts';
import { LEAST_CELL_PX, wantOf, type Measure } from './sizing.ts';
import { stack } from './stack.ts';
import { isCounty } from './county.ts';

/** Below this width there is one column and no pipes: a phone shows bars. */
export const PHONE_PX = 600;
/** Larger marks would shout; on a wall they may be larger. */
const largestCellPx = (width: number) => Math.round(Math.min(52, Math.max(24, width / 40)));
/** Left of the only column, for those who queue. */
const ALONE_ENTRY_PX = 32;
const LEAST_FONT_PX = 13;
/** With more cells than this, marks would be dust: boxes become bars with counts. */
const MOST_CELLS = 12_000;

const evenly = () => 1;

/** Ways to share the width: by boxes, by cells, evenly. Which one gives the largest marks depends on the map. */
const weightings: readonly ((column: readonly MapStation[]) => number)[] = [
  (column) => 1 + Math.min(1, (column.length - 1) / 3),
  (column) => 3 + Math.sqrt(sum(column, (s) => s.cells)),
  evenly,
  // One box alone is tall enough to be narrow; those above each other have the width instead.
  (column) => Math.min(3, column.length),
  (column) => Math.min(4, 1 + column.length),
];

/** What is tried, the best first: how stations are drawn, from how many cells on as bars, and the least marks beside words. */
interface Attempt {
  readonly style: Style;
  readonly mostCells: number;
  readonly ratios: readonly number[];
}
const ladder: readonly Attempt[] = [
  { style: 'box', mostCells: Infinity, ratios: [1.1, 0.85, 0.6, 0.4] },
  { style: 'box', mostCells: 600, ratios: [0.6, 0.4] },
  { style: 'box', mostCells: 150, ratios: [0.6, 0.4] },
];
const countyLadder: readonly Attempt[] = [
  { style: 'box', mostCells: 400, ratios: [0.85, 0.6, 0.4] },
  { style: 'two lines', mostCells: 400, ratios: [0.6, 0.4] },
  { style: 'two lines', mostCells: 60, ratios: [0.4] },
  { style: 'one line', mostCells: 60, ratios: [0.4] },
];

/** Everything a box needs is a number of lines and rows, so a size that fits is found by trying, the best first. */
export function layoutColumns(map: SceneMap, width: number, height: number, picture: Picture = 'places'): SceneLayout {
  const phone = width < PHONE_PX;
  const county = isCounty(map);
  const stage = stageOf(map, width, height);
  const ideal = Math.round(Math.min(26, Math.max(phone ? 15 : 14, Math.min(width / 56, height / 22))));
  const crowded = picture === 'bars' || sum(map.stations, (s) => s.cells + s.outsideCells) > MOST_CELLS;
  // Marks about as tall as the words are best; where that cannot be, words give way a little, then marks.
  for (const { style, mostCells, ratios } of crowded ? [] : county ? countyLadder : ladder)
    for (const ratio of ratios)
      for (let fontPx = ideal; fontPx >= Math.min(ideal, LEAST_FONT_PX); fontPx--) {
        const least = Math.max(LEAST_CELL_PX, fontPx * ratio);
        for (
          let cellPx = county ? Math.min(16, largestCellPx(width)) : largestCellPx(width);
          cellPx >= least;
          cellPx--
        ) {
          const layout = attempt(stage, { picture, fontPx, cellPx, style, mostCells });
          if (layout) return layout;
        }
      }
  const style = county ? 'one line' : 'box';
  for (let fontPx = ideal; fontPx > 1; fontPx--) {
    const layout = attempt(stage, { picture, fontPx, cellPx: 0, style, mostCells: 0 });
    if (layout) return layout;
  }
  return { width, height, cellPx: 0, rowPx: 0, doorPx: 0, picture, fontPx: 1, boxes: [], frames: [], pipes: [] };
}

/** A map is given at least this height, so that it scrolls rather than shrinks; on a phone as much as its places need. */
export function leastColumnsHeight(map: SceneMap, width: number): number {
  const phone = width < PHONE_PX;
  const county = isCounty(map);
  const columns = columnsOf(map, phone ? 1 : Math.max(1, Math.floor(width / 190)));
  // Ways out have their name in full, and rows their strip of marks.
  const least = (station: MapStation) => (county && !station.isExit ? 50 : 70);
  // Names of many letters take more; beyond some height that is their own affair.
  const wide = (width * 0.8) / columns.length;
  const asNamed = (station: MapStation) => Math.min(140, (wantOf(station, wide, AT_LEAST)?.height ?? 70) + 13);
  const need = (station: MapStation) => (county ? least(station) : Math.max(least(station), asNamed(station)));
  const height = 8 + (largest(columns, (column) => sum(column, need)) ?? 0);
  return phone && !county ? Math.max(height, Math.min(MOST_PHONE_PX, onPhone(map, width))) : height;
}
const MOST_PHONE_PX = 1100;
const AT_LEAST = { picture: 'places', style: 'box', mostCells: 150, fontPx: 13, cellPx: 10 } as const;

/** With letters and places of a good size. */
function onPhone(map: SceneMap, width: number): number {
  const measure = { picture: 'places', style: 'box', mostCells: 150, fontPx: 15, cellPx: 20 } as const;
  const all = map.stations.map((station) => wantOf(station, width - ALONE_ENTRY_PX - 7, measure)?.height ?? 0);
  return Math.ceil(sum(all) + 15 * map.stations.length);
}

type Weight = (typeof weightings)[number];

/** What stays the same in all that is tried. */
interface Stage {
  readonly map: SceneMap;
  readonly width: number;
  readonly height: number;
  /** By the most columns there is room for. */
  readonly columns: (most: number) => readonly MapStation[][];
}

function stageOf(map: SceneMap, width: number, height: number): Stage {
  const found = new Map<number, MapStation[][]>();
  const columns = (most: number): MapStation[][] => {
    const made = found.get(most) ?? columnsOf(map, most);
    found.set(most, made);
    return made;
  };
  return { map, width, height, columns };
}

function attempt(stage: Stage, measure: Measure): SceneLayout | null {
  // In rows it is names that need the width, and all of them alike.
  for (const weight of measure.style === 'box' ? weightings : [evenly]) {
    const layout = attemptBy(weight, stage, measure);
    if (layout) return layout;
  }
  return null;
}

function attemptBy(
  weight: Weight,
  { map, width, height, columns: columnsFor }: Stage,
  measure: Measure,
): SceneLayout | null {
  const { fontPx, cellPx } = measure;
  const phone = width < PHONE_PX;
  const margin = Math.min(8, fontPx / 2);
  // Those who queue at a door stand in the gap before it.
  const gapX = Math.round(Math.max(44, width * (measure.picture === 'places' ? 0.07 : 0.055)));
  const columns = columnsFor(phone ? 1 : Math.max(1, Math.floor((width + gapX) / (fontPx * 10 + gapX))));
  const isAlone = phone || columns.length < 2;
  const entry = !isAlone ? Math.round(gapX * 0.5) : measure.picture === 'places' ? ALONE_ENTRY_PX : margin;
  const doorPx = isAlone ? ALONE_ENTRY_PX - 2 : Math.round(gapX * 0.72);
  const widths = columnWidths(columns, width - entry - margin - gapX * (columns.length - 1), fontPx, weight);
  const boxes: Box[] = [];
  let x = entry;
  for (const [c, column] of columns.entries()) {
    const room = { column: c, x, y: margin, width: widths[c], height: height - 2 * margin };
    const made = stack(column, room, measure, columns.length > 1);
    if (!made) return null;
    boxes.push(...made);
    x += widths[c] + gapX;
  }
  const pipes = columns.length > 1 ? pipesOf(map, boxes, height, gapX) : [];
  const { picture } = measure;
  return { width, height, cellPx, rowPx: rowPxOf(picture, cellPx), doorPx, picture, fontPx, boxes, frames: [], pipes };
}

/** Exits need room for a name only; the others share the rest. */
function columnWidths(columns: readonly MapStation[][], room: number, fontPx: number, weight: Weight): number[] {
  if (columns.length === 1) return [Math.floor(room)];
  const isExits = columns.map((column) => column.every((s) => s.isExit));
  const exitPx = Math.min(fontPx * 9, room / columns.length);
  const rest = room - exitPx * isExits.filter(Boolean).length;
  const all = sum(columns.keys(), (c) => (isExits[c] ? 0 : weight(columns[c])));
  return columns.map((column, c) => Math.floor(isExits[c] ? exitPx : (rest * weight(column)) / all));
}
