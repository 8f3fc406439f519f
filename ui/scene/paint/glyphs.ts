// The outlines of places at any size: beds, beds under a roof, houses and staff, as paths whose parts each have a colour of their own.
import type { Place } from '../../shown/place.ts';

export interface Glyph {
  /** What stands for the place even when it is small: pillow, roof or head. It is hatched where somebody is in the wrong place. */
  readonly top: Path2D;
  /** Drawn as lines: bedposts, eaves. */
  readonly lines: Path2D;
  /** Where the person lies, to be filled with what their place has to say. */
  readonly body: Path2D;
  /** The middle of the person, and from it to each side of them. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The upper corners of the body. */
  readonly corner: { readonly left: number; readonly right: number; readonly top: number };
}

/** In whole pixels; `line`: of an outline. */
export function glyphOf(place: Place, width: number, height: number, line: number): Glyph {
  return makers[place](width, height, line);
}

function bed(w: number, h: number, line: number): Glyph {
  const half = line / 2;
  const board = Math.max(line, Math.round(w * 0.1));
  const fold = h - w + Math.round(w * 0.06);
  const inset = Math.round(w * 0.06);
  const [top, lines, body] = [new Path2D(), new Path2D(), new Path2D()];
  // The headboard is as wide as the bed, the frame a little narrower.
  lines.rect(half, half, w - line, Math.max(0, board - line));
  roundRect(lines, inset + half, board, w - 2 * inset - line, h - board - half, w * 0.1);
  const gap = Math.max(1, Math.round(w * 0.09));
  const pillow = Math.max(1, fold - board - 2 * gap + Math.round(gap / 2));
  roundRect(top, inset + line + gap, board + gap, w - 2 * (inset + line + gap), pillow, pillow * 0.4);
  roundRect(body, inset + line, fold, w - 2 * (inset + line), h - line - fold, w * 0.06);
  return {
    top,
    lines,
    body,
    x: w / 2,
    y: (fold + h - line) / 2,
    radius: Math.min(w - 2 * (inset + line), h - line - fold) / 2,
    corner: { left: inset + line, right: w - inset - line, top: fold },
  };
}

/** A bed as above, lower, with a roof over it. */
function roofed(w: number, h: number, line: number): Glyph {
  const eaves = Math.round((h - w) * 0.62);
  const below = bed(w - 2 * line, h - eaves + Math.round(line / 2), line);
  const shift = { e: line, f: eaves - Math.round(line / 2) };
  const moved = (path: Path2D) => {
    const to = new Path2D();
    to.addPath(path, shift);
    return to;
  };
  const lines = moved(below.lines);
  lines.moveTo(line / 2, eaves + line / 2);
  lines.lineTo(w / 2, line * 0.7);
  lines.lineTo(w - line / 2, eaves + line / 2);
  const top = eaves - Math.round(line / 2);
  return {
    top: moved(below.top),
    lines,
    body: moved(below.body),
    x: below.x + line,
    y: below.y + top,
    radius: below.radius,
    corner: { left: below.corner.left + line, right: below.corner.right + line, top: below.corner.top + top },
  };
}

function house(w: number, h: number, line: number): Glyph {
  const half = line / 2;
  const eaves = h - w + Math.round(w * 0.08);
  const inset = Math.round(w * 0.08);
  const [top, lines, body] = [new Path2D(), new Path2D(), new Path2D()];
  top.moveTo(half, eaves);
  top.lineTo(w / 2, half);
  top.lineTo(w - half, eaves);
  top.closePath();
  lines.rect(inset + half, eaves, w - 2 * inset - line, h - eaves - half);
  body.rect(inset + line, eaves + half, w - 2 * (inset + line), h - eaves - half - line);
  const [from, to] = [eaves + half, h - line];
  return {
    top,
    lines,
    body,
    x: w / 2,
    y: (from + to) / 2,
    radius: Math.min(w - 2 * (inset + line), to - from) / 2,
    corner: { left: inset + line, right: w - inset - line, top: from },
  };
}

/** Head and shoulders; who is being seen is on the chest. */
function staff(w: number, h: number, line: number): Glyph {
  const half = line / 2;
  const shoulders = h - w + Math.round(w * 0.14);
  const [top, lines, body] = [new Path2D(), new Path2D(), new Path2D()];
  const head = Math.max(1.5, (shoulders - line) / 2);
  top.arc(w / 2, head, head - half, 0, 2 * Math.PI);
  const chest = (path: Path2D, inset: number) => {
    const r = (w - 2 * inset) * 0.34;
    path.moveTo(inset, h - inset);
    path.lineTo(inset, shoulders + inset + r);
    path.arcTo(inset, shoulders + inset, inset + r, shoulders + inset, r);
    path.lineTo(w - inset - r, shoulders + inset);
    path.arcTo(w - inset, shoulders + inset, w - inset, shoulders + inset + r, r);
    path.lineTo(w - inset, h - inset);
    path.closePath();
  };
  chest(lines, half);
  chest(body, line);
  return {
    top,
    lines,
    body,
    x: w / 2,
    y: (shoulders + h) / 2 + line / 2,
    radius: (w - 2 * line) * 0.42,
    corner: { left: line, right: w - line, top: shoulders + line },
  };
}

function roundRect(path: Path2D, x: number, y: number, width: number, height: number, radius: number): void {
  path.roundRect(x, y, Math.max(0, width), Math.max(0, height), Math.max(0, Math.min(radius, width / 2, height / 2)));
}

const makers: Readonly<Record<Place, typeof bed>> = { bed, roofed, house, staff };
