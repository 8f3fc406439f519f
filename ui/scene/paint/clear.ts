// A clear canvas before each frame; at night a dim one, which costs no more. Windows and sheets painted on it stay light.
import type { Palette } from './palette.ts';

/** `dark`: from 0 by day to 1. Words lie above the canvas and keep their contrast. */
export function clear(context: CanvasRenderingContext2D, { night }: Palette, dark: number): void {
  const { width, height } = context.canvas;
  if (dark === 0) return context.clearRect(0, 0, width, height);
  context.save();
  context.globalCompositeOperation = 'copy';
  context.globalAlpha = dark;
  context.fillStyle = night;
  context.fillRect(0, 0, width, height);
  context.restore();
}
