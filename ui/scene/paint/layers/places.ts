// Places: an outline for each free place, no more and no fewer, in the lowest cells nobody is in.
import { corner, toCell, type Layer } from '../painting.ts';

export const places: Layer = ({ context, palette, layout, plan, world, taken, sprites }) => {
  if (layout.cellPx === 0) return;
  const edge = Math.max(1, Math.round(plan.ratio));
  context.fillStyle = palette.free;
  for (let station = 0; station < plan.boxes.length; station++) {
    const box = plan.boxes[station];
    if (!box || box.isBar || box.of.isUnlimited || box.of.isExit) continue;
    const place = plan.places[station];
    let free = world.places[station] - world.occupancy[station];
    const cells = taken[station];
    for (let cell = 0; free > 0; cell++) {
      if (cell < cells.length && cells[cell] >= 0) continue;
      free--;
      toCell(plan, station, cell);
      const { x, y } = corner;
      const side = plan.mark;
      if (place) {
        context.drawImage(sprites({ place, wait: 'none' }, side), x, y);
        continue;
      }
      context.fillRect(x, y, side, edge);
      context.fillRect(x, y + side - edge, side, edge);
      context.fillRect(x, y, edge, side);
      context.fillRect(x + side - edge, y, edge, side);
    }
  }
};
