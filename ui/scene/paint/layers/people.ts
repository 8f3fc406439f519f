// People: one mark for each person in the cell they hold, or wait in outside, in the shape and colour of their need.
import { toCell, type Layer } from '../painting.ts';
import { stamp } from './stamp.ts';

export const people: Layer = (painting) => {
  const { layout, plan, frame } = painting;
  if (layout.cellPx === 0) return;
  for (let i = 0; i < frame.length; i++)
    if (frame.arrived[i] === 1 && toCell(plan, frame.room[i], frame.cell[i])) stamp(painting, i);
};
