// Placed: a map laid out by the positions its document gives, each box as near to its own as can be without covering another.
import { sum } from '../../ground/sums.ts';
import type { Box } from './box.ts';
import type { SceneLayout } from './scene-layout.ts';
import type { SceneMap } from '../../shown/map.ts';
import { wayAround } from './around.ts';
import type { Picture } from '../../state/display.ts';
import { rowPxOf } from './row-height.ts';
import { pipesOf, type Reroute } from './pipes.ts';
import { crosses } from './ways.ts';
import { boxIn, LEAST_CELL_PX, wantOf, type Measure, type Want } from './sizing.ts';

/** Every service says where it stands; ways out that do not are put at the right edge. */
export const isPlaced = (map: SceneMap): boolean =>
  map.stations.some((station) => station.position) &&
  map.stations.every((station) => station.isExit || station.position !== undefined);

const LEAST_FONT_PX = 13;
const MARGIN = 6;
/** Widths of a box that are tried, in letters' heights. */
const WIDTHS = [15, 12.5, 10.5];
const attempts = [
  { style: 'box', mostCells: 400 },
  { style: 'two lines', mostCells: 250 },
  { style: 'two lines', mostCells: 60 },
  { style: 'one line', mostCells: 20 },
] as const;
const ROUNDS = 120;
/** With more of the map covered than this, pushing apart seldom ends. */
const MOST_COVERED = 0.72;

/** Null when they do not all fit at a size that can be read. */
export function layoutPlaced(
  map: SceneMap,
  width: number,
  height: number,
  picture: Picture = 'places',
): SceneLayout | null {
  const ideal = Math.round(Math.min(22, Math.max(14, Math.min(width / 60, height / 26))));
  const gapX = Math.round(Math.max(16, width * 0.02));
  for (const attempt of attempts)
    for (const across of WIDTHS)
      for (const cells of [0.8, 0.5, 0.35])
        for (let fontPx = ideal; fontPx >= LEAST_FONT_PX; fontPx -= 2) {
          const measure: Measure = {
            ...attempt,
            ...(picture === 'bars' && { mostCells: 0 }),
            picture,
            fontPx,
            cellPx: Math.max(LEAST_CELL_PX, Math.round(fontPx * cells)),
          };
          const boxes = settle(map, width, height, Math.round(across * fontPx), measure, gapX);
          if (!boxes) continue;
          const reroute: Reroute = (straight, a, b) => {
            const others = boxes.filter((box) => box !== a && box !== b);
            if (!crosses(straight, others)) return straight;
            const [x, y] = straight[0];
            return wayAround(a ?? { x, y, width: 0, height: 0 }, b, others, { width, height }) ?? straight;
          };
          const pipes = pipesOf(map, boxes, height, gapX, reroute);
          const { cellPx } = measure;
          const rowPx = rowPxOf(picture, cellPx);
          return { width, height, cellPx, rowPx, doorPx: gapX - 2, picture, fontPx, boxes, frames: [], pipes };
        }
  return null;
}

interface Placed {
  readonly want: Want;
  x: number;
  y: number;
  readonly width: number;
}

/** Boxes that overlap push each other apart along the shorter way, again and again; null when they never come free. */
function settle(
  map: SceneMap,
  width: number,
  height: number,
  across: number,
  measure: Measure,
  gap: number,
): Box[] | null {
  const exits = map.stations.filter((station) => station.isExit);
  const placed: Placed[] = [];
  for (const of of map.stations) {
    const wide = of.isExit ? Math.round(measure.fontPx * 9) : across;
    const want = wantOf(of, wide, measure);
    if (!want || want.height > height - 2 * MARGIN || wide > width - 2 * MARGIN) return null;
    const { x, y } = of.position ?? { x: 100, y: (100 * (exits.indexOf(of) + 1)) / (exits.length + 1) };
    placed.push({ want, width: wide, x: (x / 100) * width - wide / 2, y: (y / 100) * height - want.height / 2 });
  }
  const covered = sum(placed, (one) => (one.width + gap) * (one.want.height + MARGIN));
  if (covered > MOST_COVERED * width * height) return null;
  // Pushed a little beyond need, or they would only just never come free.
  for (let round = 0; round < ROUNDS; round++) {
    let isFree = true;
    for (const one of placed) keepInside(one, width, height, gap);
    for (const [i, one] of placed.entries())
      for (const other of placed.slice(i + 1)) if (pushApart(one, other, gap)) isFree = false;
    if (!isFree) continue;
    return placed.map(({ want, x, y, width: wide }) =>
      boxIn(
        want,
        { column: Math.round(x), x: Math.round(x), y: Math.round(y), width: wide, height: want.height },
        measure,
      ),
    );
  }
  return null;
}

/** Left of everything there is room for the way in. */
function keepInside(one: Placed, width: number, height: number, gap: number): void {
  one.x = Math.min(width - MARGIN - one.width, Math.max(MARGIN + gap, one.x));
  one.y = Math.min(height - MARGIN - one.want.height, Math.max(MARGIN, one.y));
}

function pushApart(one: Placed, other: Placed, gap: number): boolean {
  const overX = Math.min(one.x + one.width, other.x + other.width) + gap - Math.max(one.x, other.x);
  const overY = Math.min(one.y + one.want.height, other.y + other.want.height) + MARGIN - Math.max(one.y, other.y);
  if (overX <= 0.5 || overY <= 0.5) return false;
  const along = overX < overY ? 'x' : 'y';
  const by = 0.55 * Math.min(overX, overY);
  const middle = along === 'x' ? [one.width / 2, other.width / 2] : [one.want.height / 2, other.want.height / 2];
  const isBefore = one[along] + middle[0] <= other[along] + middle[1];
  one[along] += isBefore ? -by : by;
  other[along] += isBefore ? by : -by;
  return true;
}
