// Stamping one mark: the sprite of a person's need and wait, with nothing round it, so that no mark covers what is beneath.
import { DELAYED, OUTSIDE } from '../../../playback/frame.ts';
import { corner, type Painting } from '../painting.ts';

/** Seven days: from then on a wait counts as long. */
const LONG_DAYS = 7;

/** The mark of entry `i` of the frame, at `corner`. */
export function stamp({ context, sprites, looks, frame, plan }: Painting, i: number): void {
  const isWaiting = frame.kind[i] === DELAYED || frame.kind[i] === OUTSIDE;
  const wait = !isWaiting ? 'none' : frame.waitedDays[i] > LONG_DAYS ? 'long' : 'short';
  context.drawImage(sprites(looks[frame.need[i]], plan.mark, wait), corner.x, corner.y);
}
