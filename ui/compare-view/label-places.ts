// Where the letters of dots stand, so that two dots close to each other do not hide each other's letter.

interface Dot {
  /** In per cent of the picture, from its left and from its bottom. */
  readonly left: number;
  readonly bottom: number;
}

export interface LabelPlace {
  readonly bottom: number;
  /** A letter near the right edge stands to the left of its dot. */
  readonly side: 'left' | 'right';
}

/** A letter's height and width in per cent of the picture. */
const TALL = 9;
const WIDE = 12;

/** From the top down: each letter beside its dot, or below the one it would lie on. */
export function placeLabels(dots: readonly Dot[]): LabelPlace[] {
  const places: LabelPlace[] = dots.map(({ left, bottom }) => ({ bottom, side: left > 85 ? 'left' : 'right' }));
  const placed: number[] = [];
  const order = dots.map((_, at) => at).sort((a, b) => dots[b]!.bottom - dots[a]!.bottom);
  for (const at of order) {
    let { bottom } = dots[at]!;
    const near = placed
      .filter((other) => Math.abs(dots[other]!.left - dots[at]!.left) < WIDE)
      .sort((a, b) => places[b]!.bottom - places[a]!.bottom);
    for (const other of near)
      if (Math.abs(places[other]!.bottom - bottom) < TALL) bottom = places[other]!.bottom - TALL;
    // At the floor there is no room below: then upwards, over all that stand there.
    if (bottom < 0) bottom = Math.max(...near.map((other) => places[other]!.bottom)) + TALL;
    places[at] = { ...places[at]!, bottom };
    placed.push(at);
  }
  return places;
}
