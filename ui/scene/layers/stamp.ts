// Stamping one mark: a sprite while frames are quick enough, a square when they are not. The caller has set the colour.
import type { Painting } from '../painting.ts';
import type { Look } from '../palette.ts';

export function stamp({ context, sprites }: Painting, look: Look, x: number, y: number, side: number): void {
  if (sprites && look.shape !== 'square' && side >= 4) context.drawImage(sprites(look, side), x, y);
  else context.fillRect(x, y, side, side);
}
