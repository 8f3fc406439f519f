// Stamping: the sprite of a person in their place, or of a person alone, with nothing round it, so that no mark covers what is beneath.
import { DELAYED, IN_CARE, OUTSIDE } from '../../../playback/frame.ts';
import { corner, toSpot, type Painting } from '../painting.ts';
import { waitOf, type Shape } from '../shape.ts';

/** The person of entry `i` in the place they hold, at `corner`, which is the corner of its cell. */
export function stampPlace(painting: Painting, i: number): void {
  const { context, sprites, plan, frame } = painting;
  const place = plan.places[frame.room[i]];
  if (!place) {
    toSpot(plan, frame, i);
    return stampPerson(painting, i);
  }
  const shape = { ...shapeOf(painting, i), place, isElsewhere: isInWrongPlace(painting, i) };
  context.drawImage(sprites(shape, plan.mark), corner.x, corner.y);
}

/** The place somebody is on the way to. */
export function stampHeld({ context, sprites, plan, frame }: Painting, i: number): void {
  const place = plan.places[frame.room[i]];
  if (place) context.drawImage(sprites({ place, wait: 'none', isHeld: true }, plan.mark), corner.x, corner.y);
}

/** The person alone, at `corner`. */
export function stampPerson(painting: Painting, i: number): void {
  const { context, sprites, plan } = painting;
  context.drawImage(sprites(shapeOf(painting, i), plan.person), corner.x, corner.y);
}

function shapeOf({ looks, frame }: Painting, i: number): Shape {
  const isWaiting = frame.kind[i] === DELAYED || frame.kind[i] === OUTSIDE;
  return { look: looks[frame.need[i]], wait: isWaiting ? waitOf(frame.waitedDays[i]) : 'none' };
}

/** Who is painted with a hatched pillow. */
export function isInWrongPlace({ frame, isElsewhere }: Pick<Painting, 'frame' | 'isElsewhere'>, i: number): boolean {
  const [kind, room] = [frame.kind[i], frame.room[i]];
  return (kind === IN_CARE || kind === DELAYED) && isElsewhere(frame.need[i], room, frame.askedFirst[i]);
}
