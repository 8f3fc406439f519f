// Followed: a blue ring round the one person who is followed, large enough to be found among thousands.
import { corner, toSpot, type Layer } from '../painting.ts';

export const followed: Layer = ({ context, palette, frame, plan, followed: person }) => {
  if (person < 0) return;
  const i = frame.person.subarray(0, frame.length).indexOf(person);
  if (i < 0 || !toSpot(plan, frame, i)) return;
  const middle = plan.person / 2;
  const radius = Math.max(8 * plan.ratio, plan.mark * 0.9);
  for (const [width, colour] of [
    [6, palette.stage],
    [3, palette.followed],
  ] as const) {
    context.lineWidth = width * plan.ratio;
    context.strokeStyle = colour;
    context.beginPath();
    context.arc(corner.x + middle, corner.y + middle, radius, 0, 2 * Math.PI);
    context.stroke();
  }
};
