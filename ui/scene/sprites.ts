// Sprites: each shape drawn once at the size in use and then stamped; stamping is several times cheaper than drawing.
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTriangle, type SymbolType } from 'd3';
import type { Look } from './palette.ts';

/** The picture of a look at a size in device pixels; stamped one to one, because scaling is dear. */
export type Sprites = (look: Look, side: number) => HTMLCanvasElement;

export function makeSprites(): Sprites {
  const made = new Map<Look, Map<number, HTMLCanvasElement>>();
  return (look, side) => {
    const bySide = made.get(look) ?? new Map<number, HTMLCanvasElement>();
    made.set(look, bySide);
    const sprite = bySide.get(side) ?? draw(look, side);
    bySide.set(side, sprite);
    return sprite;
  };
}

/** Area, for the symbol's size, that makes it as wide as the mark; and by how much to shift it to sit in the middle. */
const shapes: Record<Look['shape'], { type: SymbolType; area: (side: number) => number; turn: number; shift: number }> =
  {
    square: { type: symbolSquare, area: (side) => side ** 2, turn: 0, shift: 0 },
    diamond: { type: symbolDiamond2, area: (side) => (side / 2 / 0.62625) ** 2, turn: 0, shift: 0 },
    disc: { type: symbolCircle, area: (side) => Math.PI * (side / 2) ** 2, turn: 0, shift: 0 },
    arrow: { type: symbolTriangle, area: (side) => (side * 0.3) ** 2 * 3 * Math.sqrt(3), turn: 90, shift: 0.15 },
  };

function draw(look: Look, side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d')!;
  const { type, area, turn, shift } = shapes[look.shape];
  context.translate(side / 2, side / 2);
  context.rotate((turn * Math.PI) / 180);
  context.translate(0, side * shift);
  context.fillStyle = look.colour;
  context.fill(new Path2D(symbol(type, area(side))()!));
  return canvas;
}
