// Where the names of dots go, so that two dots close together cover neither each other nor a name.

interface Dot {
  /** In per cent of the picture, from its left and from its bottom. */
  readonly left: number;
  readonly bottom: number;
  readonly name: string;
}

export interface LabelPlace {
  readonly across: 'right' | 'left';
  readonly up: 'above' | 'below';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** In per cent of a small picture: a letter's width and a name's height, and how far from the middle of its dot it stands. */
const WIDE = 4;
const TALL = 9;
const OFF = 1.5;

/** Off the lines through the dot, and as they are tried. */
const places: readonly LabelPlace[] = [
  { across: 'right', up: 'above' },
  { across: 'right', up: 'below' },
  { across: 'left', up: 'above' },
  { across: 'left', up: 'below' },
];

/** For each dot the first place that is clear of dots and of names before it, inside the picture where there is one. */
export function placeLabels(dots: readonly Dot[]): LabelPlace[] {
  const marks = dots.map(({ left, bottom }): Box => {
    const half = OFF;
    return { left: left - half, right: left + half, low: bottom - half, high: bottom + half };
  });
  const named: Box[] = [];
  return dots.map((dot) => {
    const isClear = (box: Box, of: readonly Box[]) => !of.some((other) => overlap(box, other));
    const first = (holds: (box: Box) => boolean) => places.find((one) => holds(boxOf(dot, one)));
    const place =
      first((box) => isInside(box) && isClear(box, [...marks, ...named])) ??
      // In a corner there is room beyond the edge.
      first((box) => isClear(box, [...marks, ...named])) ??
      first((box) => isClear(box, named)) ??
      places[0];
    named.push(boxOf(dot, place));
    return place;
  });
}

export function boxOf({ left, bottom, name }: Dot, { across, up }: LabelPlace): Box {
  const wide = WIDE * Math.max(1, name.length * 0.8);
  const from = across === 'right' ? left + OFF : left - OFF - wide;
  const low = up === 'above' ? bottom + OFF : bottom - OFF - TALL;
  return { left: from, right: from + wide, low, high: low + TALL };
}

/** The top may be looked over, for there is room above the picture. */
const isInside = ({ left, right, low }: Box): boolean => left >= 0 && right <= 104 && low >= 0;

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high;
