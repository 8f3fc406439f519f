// A shape: what a sprite is of. A person alone, a place alone, or somebody in a place, by how long they have waited.
import type { Place } from '../../shown/place.ts';
import { tallOf } from '../layout/row-height.ts';
import type { Look } from './palette.ts';

/** How long somebody has been ready and could not go: not at all, for up to seven days, up to twenty-one, or more. */
export const waits = ['none', 'short', 'long', 'very long'] as const;
export type Wait = (typeof waits)[number];

/** In whole days, the ends of a short and of a long wait. */
const [LONG_DAYS, VERY_LONG_DAYS] = [7, 21];
export const waitOf = (days: number): Wait =>
  days > VERY_LONG_DAYS ? 'very long' : days > LONG_DAYS ? 'long' : 'short';

export interface Shape {
  /** Undefined: a mark on its own, which is what people in the plain picture, outside and on the way are. */
  readonly place?: Place;
  /** Undefined: nobody is there. */
  readonly look?: Look;
  readonly wait: Wait;
  /** In the wrong place. */
  readonly isElsewhere?: boolean;
  /** Of who waits at a door, while they lie elsewhere. */
  readonly isOutline?: boolean;
  /** Nobody is there yet, but somebody is on the way. */
  readonly isHeld?: boolean;
}

export const heightOf = ({ place }: Shape, width: number): number => (place ? tallOf(width) : width);

/** The picture of a shape, so many device pixels wide; stamped one to one, because scaling is dear. */
export type Sprites = (shape: Shape, width: number) => HTMLCanvasElement;
