// A map painted without the screen: its boxes, the people over them, then the words, and a bar across the inlet of what is full.
import type { SceneLayout } from '../../scene/layout/scene-layout.ts';
import { isFullAt, joinOf, partsOf } from '../../scene/numbers-of-day.ts';
import type { Counts } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { FONT, ink } from './ink.ts';

interface OfDay {
  readonly layout: SceneLayout;
  readonly run: WatchedRun;
  readonly counts: Counts;
  readonly people: HTMLCanvasElement;
}

export function paintWords(context: CanvasRenderingContext2D, { layout, counts, people }: OfDay): void {
  const { boxes, fontPx, width, height } = layout;
  context.lineWidth = 1;
  context.strokeStyle = ink.line;
  for (const { x, y, width: w, height: h } of boxes)
    context.strokeRect(x + 0.5, Math.round(y) + 0.5, w - 1, Math.floor(h) - 1);
  context.drawImage(people, 0, 0, width, height);
  for (const box of boxes) {
    const left = box.grid.x;
    const parts = partsOf(box, counts, fontPx);
    const name = (line: string, at: number) => print(context, line, left, box.nameY + at * box.linePx, fontPx, false);
    box.nameLines.forEach(name);
    const wide = (text: string, isBold: boolean) => {
      context.font = fontOf(fontPx, isBold);
      return context.measureText(text).width;
    };
    const texts = parts.map((part, at) => joinOf(part, at) + part.text);
    const besideName = texts.filter((_, at) => !parts[at].startsLine);
    let x = box.isAtRight
      ? box.x + box.width - (left - box.x) - besideName.reduce((sum, text, at) => sum + wide(text, at === 0), 0)
      : box.statusX;
    let y = box.statusY;
    for (const [at, text] of texts.entries()) {
      if (parts[at].startsLine) [x, y] = [left, y + box.linePx];
      print(context, text, x, y, fontPx, at === 0);
      x += wide(text, at === 0);
    }
    context.fillStyle = ink.text;
    if (isFullAt(box, counts)) context.fillRect(box.x, Math.round(box.y), 5, Math.floor(box.height));
  }
}

const fontOf = (px: number, isBold: boolean) => `${isBold ? 'bold' : 'normal'} ${px}px ${FONT}, sans-serif`;

/** Under a halo, so that a mark on its way passes below the letters. */
function print(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  px: number,
  isBold: boolean,
): void {
  context.font = fontOf(px, isBold);
  context.lineJoin = 'round';
  context.lineWidth = px * 0.2;
  context.strokeStyle = ink.paper;
  context.strokeText(words, x, y);
  context.fillStyle = ink.text;
  context.fillText(words, x, y);
}
