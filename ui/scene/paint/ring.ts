// A ring round a mark, on a rim of the ground's colour twice as wide, so that it is found among any colours.
import { corner, toSpot, type Painting } from './painting.ts';

interface Ring {
  readonly colour: string;
  /** In pixels of the page. */
  readonly width: number;
}

/** Around a point of the canvas, in device pixels. */
export function ring({ context, palette, plan }: Painting, x: number, y: number, radius: number, of: Ring): void {
  for (const [width, colour] of [
    [2 * of.width, palette.stage],
    [of.width, of.colour],
  ] as const) {
    context.lineWidth = width * plan.ratio;
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** Around somebody, if they are on the picture: so much of a mark wide, and never too small to be found. */
export function ringPerson(painting: Painting, person: number, ofMark: number, of: Ring): void {
  const { frame, plan } = painting;
  const i = frame.person.subarray(0, frame.length).indexOf(person);
  if (i < 0 || !toSpot(plan, frame, i)) return;
  const middle = plan.person / 2;
  ring(painting, corner.x + middle, corner.y + middle, Math.max(8 * plan.ratio, plan.mark * ofMark), of);
}
