// Sizing: how much room a station needs for its words and marks at a size of letters and cells, and where each part then goes.
import type { Box, Style } from './box.ts';
import type { MapStation } from '../../shown/map.ts';
import { textPx } from './letter-widths.ts';
import type { Picture } from '../../state/display.ts';
import { rowPxOf } from './row-height.ts';
import { wrap } from './wrap.ts';

/** Smaller marks could not be distinguished by their shape; where there is no room for these, boxes become bars. */
export const LEAST_CELL_PX = 8;

/** Numbers stand beside a name where there is room for so many letters' heights of them. */
const BESIDE_LETTERS = 19;

export interface Measure {
  readonly fontPx: number;
  /** 0: no marks at all; else at least LEAST_CELL_PX. */
  readonly cellPx: number;
  readonly picture: Picture;
  readonly style: Style;
  /** Rows of two lines have a third where people may be who need other care. */
  readonly saysElsewhere?: boolean;
  /** A station with more cells than this is a bar. */
  readonly mostCells: number;
}

/** What a station wants of a column. */
export interface Want {
  readonly of: MapStation;
  readonly style: Style;
  readonly isBar: boolean;
  readonly pad: number;
  readonly across: number;
  readonly nameLines: readonly string[];
  readonly stacked: boolean;
  /** From the left edge to where the numbers begin; 0: on lines of their own. */
  readonly besidePx: number;
  readonly isAtRight: boolean;
  readonly linePx: number;
  readonly firstBaseline: number;
  readonly head: number;
  readonly rows: number;
  readonly trayRows: number;
  readonly tray: number;
  /** From the line above those who wait outside to the first of them, words included. */
  readonly height: number;
}

/** Null when the column is too narrow. */
export function wantOf(of: MapStation, width: number, measure: Measure): Want | null {
  const { fontPx, cellPx, picture } = measure;
  const rowPx = rowPxOf(picture, cellPx);
  const style = of.isExit ? 'box' : measure.style;
  const isBox = style === 'box';
  const isRow = !isBox && of.members === undefined;
  const pad = measure.style === 'box' ? Math.max(8, Math.round(fontPx * 0.55)) : Math.round(fontPx * 0.4);
  const inner = width - 2 * pad;
  const isBar = cellPx === 0 || of.cells > measure.mostCells || of.outsideCells > measure.mostCells;
  const across = cellPx > 0 ? Math.floor(inner / cellPx) : 1;
  if (across < 1 || inner < fontPx * 3) return null;
  const besides = style === 'one line' ? textPx(`${widestNumber(of)} `, fontPx) : 0;
  const mostLines = of.isExit && measure.style === 'box' ? 3 : isBox ? 2 : 1;
  const nameLines = wrap(of.label, inner - besides, fontPx, mostLines, isRow ? 'regular' : 'bold');
  const isThree = style === 'two lines' && measure.saysElsewhere === true && of.isAlternative === true;
  const stacked = isThree || (isBox && !of.isExit && inner < fontPx * 17);
  const isAtRight = style === 'one line' || (!isBox && hasRoomAtRight(of, inner, fontPx));
  const linePx = fontPx * (isBox ? 1.3 : 1.15);
  // A wide box has room for its numbers beside its name, so that the height goes to places.
  const namePx = textPx(of.label, fontPx) + fontPx;
  const isBeside = isBox && !of.isExit && !of.members && inner >= namePx + fontPx * BESIDE_LETTERS;
  const besidePx = isBeside ? pad + namePx : 0;
  const lines = nameLines.length + Number(stacked) + Number(!isAtRight && !isBeside);
  const top = isBox ? pad : Math.round(fontPx * 0.2);
  const head = top + lines * linePx + fontPx * (isBox ? 0.2 : 0.1);
  const barPx = isBox ? fontPx * 0.7 : Math.max(4, fontPx * 0.45);
  const rows = isBar ? Number(of.cells > 0) : Math.ceil(of.cells / across);
  const trayRows = isBar ? 0 : Math.ceil(of.outsideCells / across);
  const tray = trayRows > 0 ? (isBox ? fontPx * 2.2 : 5) + trayRows * rowPx : 0;
  const height = Math.ceil(head + rows * (isBar ? barPx : rowPx) + tray + (isBox ? pad : fontPx * 0.2));
  const firstBaseline = top + fontPx * 0.85;
  return {
    of,
    style,
    isBar,
    pad,
    across,
    nameLines,
    stacked,
    besidePx,
    isAtRight,
    linePx,
    firstBaseline,
    head,
    rows,
    trayRows,
    tray,
    height,
  };
}

/** "576/576", "576 full" or "120 delayed": what a row of one line keeps free for its first number. */
function widestNumber({ cells, isUnlimited }: MapStation): string {
  const most = String(cells);
  return isUnlimited ? `${most} delayed` : most.length > 4 ? `${most}/${most}` : `${most} full`;
}

/** Whether the line of a row's name has room for its numbers in full. */
function hasRoomAtRight({ label, cells, isUnlimited, members }: MapStation, inner: number, fontPx: number): boolean {
  const first = isUnlimited || members ? `${cells} people` : `${cells} of ${cells} full`;
  const namePx = textPx(label, fontPx, members ? 'bold' : 'regular') + fontPx / 2;
  return namePx + textPx(first, fontPx) + textPx(' · 999 waiting', fontPx, 'regular') <= inner;
}

export interface Room {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** At least what is wanted. */
  readonly height: number;
}

export function boxIn(want: Want, room: Room, { fontPx, cellPx, picture }: Measure): Box {
  const { of, style, isBar, pad, nameLines, stacked, isAtRight, across, rows, trayRows } = want;
  const { y, height } = room;
  const rowPx = rowPxOf(picture, cellPx);
  const grid = { x: room.x + pad, y: Math.ceil(y + want.head), columns: across, rows: isBar ? 0 : rows };
  const foot = style === 'box' ? pad : fontPx * 0.2;
  // In a row those who wait outside follow close upon those inside.
  const trayTop =
    style === 'box' ? y + height - foot - trayRows * rowPx : grid.y + rows * rowPx + want.tray - trayRows * rowPx;
  const linesAbove = nameLines.length - Number(isAtRight || want.besidePx > 0);
  return {
    ...room,
    of,
    style,
    isBar,
    nameLines,
    nameY: y + want.firstBaseline,
    statusY: y + want.firstBaseline + want.linePx * linesAbove,
    statusX: room.x + (want.besidePx || pad),
    stacked,
    isAtRight,
    linePx: want.linePx,
    grid,
    tray: trayRows > 0 ? { x: grid.x, y: trayTop, columns: across, rows: trayRows } : null,
    trayY: style === 'box' ? y + height - foot - want.tray + fontPx * 0.5 : trayTop - 2.5,
  };
}
