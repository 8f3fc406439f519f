// Night: the ground dims beneath everybody, so that windows and sheets stay light; words lie above it and keep their contrast.
import type { Layer } from '../painting.ts';

export const night: Layer = ({ context, palette, night: dark }) => {
  if (dark === 0) return;
  context.save();
  context.globalCompositeOperation = 'destination-over';
  context.globalAlpha = dark;
  context.fillStyle = palette.night;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
};
