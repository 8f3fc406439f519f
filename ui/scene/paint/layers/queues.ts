// Queues: at the door of a service one outline for each person who waits for it in a bed elsewhere, the longest first.
import { marksAt, spotAt } from '../../layout/door.ts';
import type { Layer } from '../painting.ts';

export const queues: Layer = ({ context, palette, plan, queues: all, looks, world, sprites }) => {
  for (const [station, people] of all.entries()) {
    const door = plan.doors[station];
    if (!door || people.length === 0) continue;
    const marks = marksAt(door, people.length);
    const side = Math.max(5, Math.round(door.step * 0.86 * plan.ratio));
    for (let at = 0; at < marks; at++) {
      const [x, y] = spotAt(door, marks, at).map((to) => Math.round(to * plan.ratio));
      const isMore = at === marks - 1 && marks < people.length;
      if (isMore) more(context, palette.ink, x, y, side);
      else
        context.drawImage(sprites({ look: looks[world.need[people[at]]], wait: 'none', isOutline: true }, side), x, y);
    }
  }
};

/** Three dots. */
function more(context: CanvasRenderingContext2D, colour: string, x: number, y: number, side: number): void {
  const dot = Math.max(1, Math.round(side / 5));
  context.fillStyle = colour;
  for (const part of [0, 1, 2])
    context.fillRect(x + Math.round((part * (side - dot)) / 2), y + Math.round((side - dot) / 2), dot, dot);
}
