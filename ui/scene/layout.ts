// Layout: where every service of the map stands and how big its cells are, for any width and height. Pure.
import { sum } from 'd3';
import type { Box } from './box.ts';
import { columnsOf } from './columns.ts';
import type { MapStation, SceneMap } from './map.ts';
import { pipesOf, type Pipe } from './pipes.ts';
import { wrap } from './wrap.ts';

export type { Box, Grid } from './box.ts';

export interface SceneLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a cell with its gap; 0: too crowded for marks, so boxes are bars. */
  readonly cellPx: number;
  readonly fontPx: number;
  readonly boxes: readonly Box[];
  readonly pipes: readonly Pipe[];
}

/** Below this width there is one column and no pipes: a phone shows bars. */
export const PHONE_PX = 600;
/** Larger marks would shout; on a wall they may be larger. */
const largestCellPx = (width: number) => Math.round(Math.min(52, Math.max(24, width / 40)));
const LEAST_FONT_PX = 13;
const SMALLEST_CELL_PX = 3;
/** With more cells than this, marks would be dust: boxes become bars with counts. */
const MOST_CELLS = 12_000;

/** Ways to share the width: by boxes, by cells, evenly. Which one gives the largest marks depends on the map. */
const weightings: readonly ((column: readonly MapStation[]) => number)[] = [
  (column) => 1 + Math.min(1, (column.length - 1) / 3),
  (column) => 3 + Math.sqrt(sum(column, (s) => s.cells)),
  () => 1,
];

/** Everything a box needs is a number of lines and rows, so a size that fits is found by trying, the best first. */
export function layoutScene(map: SceneMap, width: number, height: number): SceneLayout {
  const phone = width < PHONE_PX;
  const ideal = Math.round(Math.min(26, Math.max(phone ? 15 : 14, Math.min(width / 56, height / 22))));
  const crowded = sum(map.stations, (s) => s.cells + s.outsideCells) > MOST_CELLS;
  // Marks about as tall as the words are best; where that cannot be, words give way a little, then marks.
  for (const ratio of crowded ? [] : [1.1, 0.85, 0.6, 0.4, 0.25])
    for (let fontPx = ideal; fontPx >= Math.min(ideal, LEAST_FONT_PX); fontPx--) {
      const best = largestCells(map, width, height, fontPx, Math.max(SMALLEST_CELL_PX, fontPx * ratio));
      if (best) return best;
    }
  for (let fontPx = ideal; fontPx > 1; fontPx--)
    for (const weight of weightings) {
      const layout = attempt(map, width, height, fontPx, 0, weight);
      if (layout) return layout;
    }
  return { width, height, cellPx: 0, fontPx: 1, boxes: [], pipes: [] };
}

function largestCells(map: SceneMap, width: number, height: number, fontPx: number, least: number): SceneLayout | null {
  for (let cellPx = largestCellPx(width); cellPx >= least; cellPx--)
    for (const weight of weightings) {
      const layout = attempt(map, width, height, fontPx, cellPx, weight);
      if (layout) return layout;
    }
  return null;
}

/** A map is given at least this height, so that on a phone it scrolls rather than shrinks. */
export function leastHeight(map: SceneMap, width: number): number {
  const columns = columnsOf(map, width < PHONE_PX ? 1 : Math.max(1, Math.floor(width / 190)));
  return 70 * Math.max(1, ...columns.map((column) => column.length));
}

type Weight = (typeof weightings)[number];

function attempt(
  map: SceneMap,
  width: number,
  height: number,
  fontPx: number,
  cellPx: number,
  weight: Weight,
): SceneLayout | null {
  const phone = width < PHONE_PX;
  const margin = Math.min(8, fontPx / 2);
  const gapX = Math.round(Math.max(44, width * 0.055));
  const columns = columnsOf(map, phone ? 1 : Math.max(1, Math.floor((width + gapX) / (fontPx * 10 + gapX))));
  const entry = phone || columns.length < 2 ? margin : Math.round(gapX * 0.6);
  const widths = columnWidths(columns, width - entry - margin - gapX * (columns.length - 1), fontPx, weight);
  const boxes: Box[] = [];
  let x = entry;
  for (const [c, column] of columns.entries()) {
    const made = stack(column, c, x, margin, widths[c], height - 2 * margin, fontPx, cellPx, columns.length > 1);
    if (!made) return null;
    boxes.push(...made);
    x += widths[c] + gapX;
  }
  const pipes = columns.length > 1 ? pipesOf(map, boxes, height, gapX) : [];
  return { width, height, cellPx, fontPx, boxes, pipes };
}

/** Exits need room for a name only; the others share the rest. */
function columnWidths(columns: readonly MapStation[][], room: number, fontPx: number, weight: Weight): number[] {
  if (columns.length === 1) return [Math.floor(room)];
  const isExits = columns.map((column) => column.every((s) => s.isExit));
  const exitPx = Math.min(fontPx * 9, room / columns.length);
  const rest = room - exitPx * isExits.filter(Boolean).length;
  const all = sum(columns, (column, c) => (isExits[c] ? 0 : weight(column)));
  return columns.map((column, c) => Math.floor(isExits[c] ? exitPx : (rest * weight(column)) / all));
}

/** One column of boxes from top to bottom, stretched to fill it; null when it does not fit. */
function stack(
  column: readonly MapStation[],
  index: number,
  x: number,
  top: number,
  width: number,
  room: number,
  fontPx: number,
  cellPx: number,
  stretch: boolean,
): Box[] | null {
  const pad = Math.max(8, Math.round(fontPx * 0.55));
  const inner = width - 2 * pad;
  const gap = Math.round(fontPx * 0.9);
  const across = cellPx > 0 ? Math.floor(inner / cellPx) : 1;
  if (across < 1 || inner < fontPx * 3) return null;
  const wants = column.map((of) => {
    // The word FULL keeps its corner, whether or not it is there just now.
    const nameLines = wrap(
      of.label,
      inner - (of.isExit || of.isUnlimited ? 0 : fontPx * 3.2),
      fontPx,
      of.isExit ? 3 : 2,
    );
    const stacked = !of.isExit && inner < fontPx * 17;
    const lines = nameLines.length + (stacked ? 2 : 1);
    const head = pad + lines * fontPx * 1.3 + fontPx * 0.2;
    const rows = cellPx > 0 ? Math.ceil(of.cells / across) : of.cells > 0 ? 1 : 0;
    const trayRows = cellPx > 0 ? Math.ceil(of.outsideCells / across) : 0;
    const row = cellPx > 0 ? cellPx : fontPx * 0.7;
    const tray = trayRows > 0 ? fontPx * 2.2 + trayRows * row : 0;
    return { of, nameLines, stacked, head, rows, trayRows, tray, height: Math.ceil(head + rows * row + tray + pad) };
  });
  const slack = room - sum(wants, (w) => w.height) - gap * (column.length - 1);
  if (slack < 0) return null;
  // A box alone in its column stands as tall as the map; several grow no more than by half, and spread out.
  const even = Math.floor(slack / column.length);
  const extras = wants.map((want) =>
    !stretch ? Math.min(fontPx, even) : column.length === 1 ? even : Math.min(even, Math.floor(want.height / 2)),
  );
  const spare = stretch && column.length > 1 ? (slack - sum(extras)) / (column.length + 1) : 0;

  let y = top + spare;
  return wants.map((want, i): Box => {
    const height = want.height + extras[i];
    const grid = { x: x + pad, y: Math.ceil(y + want.head), columns: across, rows: want.rows };
    const trayTop = y + height - pad - want.trayRows * cellPx;
    const box: Box = {
      of: want.of,
      column: index,
      x,
      y,
      width,
      height,
      nameLines: want.nameLines,
      nameY: y + pad + fontPx * 0.85,
      statusY: y + pad + fontPx * (0.85 + 1.3 * want.nameLines.length),
      stacked: want.stacked,
      grid,
      tray: want.trayRows > 0 ? { x: grid.x, y: trayTop, columns: across, rows: want.trayRows } : null,
      trayY: y + height - pad - want.tray + fontPx * 0.5,
    };
    y += height + gap + spare;
    return box;
  });
}
