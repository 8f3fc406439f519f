// Pointed at: a ring round the bed of the person whose mark in a queue is pointed at, and round that mark.
import { marksAt, spotAt } from '../../layout/door.ts';
import { corner, toSpot, type Layer } from '../painting.ts';

export const pointed: Layer = ({ context, palette, plan, frame, queues, pointed: person }) => {
  if (person < 0) return;
  const ring = (x: number, y: number, radius: number) => {
    for (const [width, colour] of [
      [5, palette.stage],
      [2.5, palette.ink],
    ] as const) {
      context.lineWidth = width * plan.ratio;
      context.strokeStyle = colour;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
  };
  const i = frame.person.subarray(0, frame.length).indexOf(person);
  const middle = plan.person / 2;
  if (i >= 0 && toSpot(plan, frame, i))
    ring(corner.x + middle, corner.y + middle, Math.max(8 * plan.ratio, plan.mark * 0.75));
  const station = queues.findIndex((people) => people.includes(person));
  const door = plan.doors[station];
  if (!door) return;
  const marks = marksAt(door, queues[station].length);
  const [x, y] = spotAt(door, marks, Math.min(marks - 1, queues[station].indexOf(person)));
  const half = door.step * 0.43;
  ring((x + half) * plan.ratio, (y + half) * plan.ratio, Math.max(6, door.step * 0.7) * plan.ratio);
};
