// Movers: people gliding to their next place, above those who rest. Those on the way in are counted there already.
import { LEAVING } from '../../../playback/frame.ts';
import { toCell, toGlide, type Layer } from '../painting.ts';
import { stampHeld, stampPerson } from './stamp.ts';

export const movers: Layer = (painting) => {
  const { frame, layout, plan } = painting;
  if (layout.cellPx === 0) return;
  for (let i = 0; i < frame.length; i++)
    if (frame.arrived[i] < 1 && frame.kind[i] !== LEAVING && toCell(plan, frame.room[i], frame.cell[i]))
      stampHeld(painting, i);
  for (let i = 0; i < frame.length; i++) if (frame.arrived[i] < 1 && toGlide(plan, frame, i)) stampPerson(painting, i);
};
