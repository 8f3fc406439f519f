// Where along a route its words are written: as near its middle as no box lies over them.

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels of the drawing: a letter, and a line with enough round it that it is no part of a box, or at least none is hidden. */
const LETTER = 10;
const LINES = [40, 26];
/** Parts of the way, the best first. */
const PARTS = [0, 0.1, 0.2, 0.3, 0.35, 0.4, 0.45].flatMap((off) => (off === 0 ? [0.5] : [0.5 - off, 0.5 + off]));

/** The middle of the words. `path` is one curve, as an SVG has it: `M x,y C` and three points. */
export function labelPlace(path: string, letters: number, boxes: readonly Box[]): readonly [x: number, y: number] {
  const numbers = path.match(/-?\d+(\.\d+)?(e-?\d+)?/g)!.map(Number);
  const pointAt = (part: number): readonly [x: number, y: number] => [along(numbers, 0, part), along(numbers, 1, part)];
  const isClear = ([x, y]: readonly [x: number, y: number], line: number) =>
    !boxes.some(
      (box) =>
        Math.abs(x - (box.x + box.width / 2)) < (box.width + letters * LETTER) / 2 &&
        Math.abs(y - (box.y + box.height / 2)) < (box.height + line) / 2,
    );
  const points = PARTS.map(pointAt);
  for (const line of LINES) {
    const clear = points.find((point) => isClear(point, line));
    if (clear) return clear;
  }
  return points[0];
}

/** One coordinate of a point of a cubic Bézier curve. */
function along(numbers: readonly number[], axis: 0 | 1, part: number): number {
  const [from, first, second, to] = [0, 2, 4, 6].map((at) => numbers[at + axis]);
  const left = 1 - part;
  return left ** 3 * from + 3 * left ** 2 * part * first + 3 * left * part ** 2 * second + part ** 3 * to;
}
