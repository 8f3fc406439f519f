// Bars: where there are too many people for marks, each box is a bar of places in use, its delayed end orange.
import { largest } from '../../../ground/sums.ts';
import type { Layer } from '../painting.ts';

export const bars: Layer = ({ context, palette, layout, plan, world }) => {
  const boxes = layout.boxes.filter((box) => box.isBar && box.of.cells > 0);
  // One scale for all, so that boxes can be compared.
  const most = largest(boxes, (box) => box.of.cells) || 1;
  for (const box of boxes) {
    const { station } = box.of;
    const [x, y] = [box.grid.x, box.grid.y].map((at) => Math.round(at * plan.ratio));
    const room = (box.width - 2 * (box.grid.x - box.x)) * plan.ratio;
    const px = (people: number) => Math.round((room * Math.min(people, most)) / most);
    const height = Math.max(2, Math.round(layout.fontPx * 0.6 * plan.ratio));
    context.fillStyle = palette.free;
    if (!box.of.isUnlimited) context.fillRect(x, y, px(world.places[station]), Math.max(1, Math.round(height / 5)));
    context.fillStyle = palette.ink;
    context.fillRect(x, y, px(world.occupancy[station] - world.delayed[station]), height);
    context.fillStyle = palette.waiting;
    const inCare = px(world.occupancy[station] - world.delayed[station]);
    context.fillRect(x + inCare, y, px(world.occupancy[station]) - inCare, height);
  }
};
