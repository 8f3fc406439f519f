// How tall a row of cells is: places drawn as what they are stand taller than wide, plain marks are square.
import type { Picture } from '../../state/display.ts';

/** The pillow, roof or head of a place stands above the person in it; a small one has less of it. */
export const tallOf = (width: number): number => Math.round(width * (width < 12 ? 1.2 : 1.36));

/** The height of a row of cells this wide. */
export const rowPxOf = (picture: Picture, cellPx: number): number => (picture === 'places' ? tallOf(cellPx) : cellPx);
