// People: everybody in the place they hold, or where they wait outside, in the shape and colour of their need.
import { toCell, type Layer } from '../painting.ts';
import { stampPlace } from './stamp.ts';

export const people: Layer = (painting) => {
  const { layout, plan, frame } = painting;
  if (layout.cellPx === 0) return;
  for (let i = 0; i < frame.length; i++)
    if (frame.arrived[i] === 1 && toCell(plan, frame.room[i], frame.cell[i])) stampPlace(painting, i);
};
