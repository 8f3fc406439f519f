// A stack: one column of stations from top to bottom, stretched to fill it.
import { sum } from '../../ground/sums.ts';
import type { Box } from './box.ts';
import type { MapStation } from '../../shown/map.ts';
import { boxIn, wantOf, type Measure, type Room } from './sizing.ts';

/** Rows are closer together than boxes. */
export const rowGap = (fontPx: number): number => Math.round(fontPx * 0.32);

/** Null when it does not fit. */
export function stack(column: readonly MapStation[], room: Room, measure: Measure, stretch: boolean): Box[] | null {
  const { fontPx, style } = measure;
  const gap = style === 'box' ? Math.round(fontPx * 0.9) : rowGap(fontPx);
  const wants = column.map((of) => wantOf(of, room.width, measure));
  if (!wants.every((want) => want !== null)) return null;
  const slack = room.height - sum(wants, (w) => w.height) - gap * (column.length - 1);
  if (slack < 0) return null;
  // Boxes grow no more than by half and spread out: a box that is mostly empty would say that there is room.
  const even = Math.floor(slack / column.length);
  const extras = wants.map((want) => {
    if (style !== 'box') return 0;
    if (!stretch) return Math.min(fontPx, even);
    return Math.min(even, Math.floor(want.height / 2));
  });
  const spare = stretch ? (slack - sum(extras)) / (column.length + 1) : 0;

  let y = room.y + spare;
  return wants.map((want, i): Box => {
    const height = want.height + extras[i];
    const box = boxIn(want, { ...room, y, height }, measure);
    y += height + gap + spare;
    return box;
  });
}
