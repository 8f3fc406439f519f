// Movers: marks gliding to their next place, above those who rest. Those on the way in are counted there already.
import { toGlide, type Layer } from '../painting.ts';
import { stamp } from './stamp.ts';

export const movers: Layer = (painting) => {
  const { frame, layout, plan } = painting;
  if (layout.cellPx === 0) return;
  for (let i = 0; i < frame.length; i++) if (frame.arrived[i] < 1 && toGlide(plan, frame, i)) stamp(painting, i);
};
