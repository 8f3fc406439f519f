// The map of services, frame by frame, without the screen: the same layers and words, painted for a day on a canvas of their own.
import { NO_GLIDE, type Glide } from '../../playback/frame.ts';
import type { SceneLayout } from '../../scene/layout/layout.ts';
import { isFullAt, joinOf, partsOf } from '../../scene/numbers-of-day.ts';
import { placesReady } from '../../scene/paint/fetched.ts';
import { wrap } from '../../scene/layout/wrap.ts';
import { countsAt } from '../../state/counts.ts';
import { TOO_FAST_TO_TRAVEL } from '../../state/playhead.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { FONT, ink } from './ink.ts';
import { peopleOf } from './people.ts';
import { imageOf } from './png.ts';
import { plainSvg } from './svg-of-element.ts';

export interface Film {
  readonly canvas: HTMLCanvasElement;
  /** Paints the day; whatever was there before is gone. */
  paint(day: number): void;
}

interface Parts {
  readonly run: WatchedRun;
  /** The map as it is on the screen: what lies beneath its people, and the words above them. */
  readonly ground: SVGSVGElement;
  readonly map: SVGSVGElement;
  readonly title: string;
  readonly limits: string;
  readonly daysPerSecond: number;
}

const GLIDE_SECONDS = 0.6;
const [MARGIN, TITLE_PX, TEXT_PX] = [12, 18, 13];

/** What every day has its own of. */
const changes = (element: Element) => element.matches('.scene-status, .scene-full, .scene-route');

export async function filmOf({ run, ground, map, title, limits, daysPerSecond }: Parts): Promise<Film> {
  const { width, height } = map.getBoundingClientRect();
  const [still, words] = await Promise.all([
    imageOf(plainSvg(ground, changes)),
    imageOf(plainSvg(map, changes)),
    placesReady,
  ]);
  const heads = wrap(title, width - 2 * MARGIN, TITLE_PX, 2);
  const feet = wrap(limits, width - 2 * MARGIN, TEXT_PX, 3, 'regular');
  const top = MARGIN + heads.length * 24 + 22;
  const canvas = document.createElement('canvas');
  // Films are made of pairs of pixels.
  canvas.width = even(width);
  canvas.height = even(top + height + MARGIN + feet.length * 17 + MARGIN);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const glide: Glide =
    daysPerSecond >= TOO_FAST_TO_TRAVEL
      ? NO_GLIDE
      : { days: GLIDE_SECONDS * daysPerSecond, settledDays: 0, afterDay: -Infinity };
  const people = peopleOf(run, map, 1, glide);

  function paint(day: number): void {
    context.fillStyle = ink.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    write(context, heads, TITLE_PX, 24, MARGIN + 14, 'bold');
    write(context, [sayDate(run.model.calendar.startDate, day)], 16, 0, top - 8, 'bold');
    write(context, feet, TEXT_PX, 17, top + height + MARGIN + 10, 'normal');
    context.drawImage(still, 0, top, width, height);
    people.paint(day);
    context.drawImage(people.canvas, 0, top);
    context.drawImage(words, 0, top, width, height);
    context.save();
    context.translate(0, top);
    statuses(context, people.layout, run, day);
    context.restore();
  }

  return { canvas, paint };
}

const even = (pixels: number): number => 2 * Math.ceil(pixels / 2);

function write(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  px: number,
  step: number,
  y: number,
  weight: 'bold' | 'normal',
): void {
  context.fillStyle = ink.text;
  context.font = `${weight} ${px}px ${FONT}, sans-serif`;
  lines.forEach((line, at) => context.fillText(line, MARGIN, y + at * step));
}

/** The numbers of the day in every box, and a bar across the inlet of what is full. */
function statuses(
  context: CanvasRenderingContext2D,
  { boxes, fontPx }: SceneLayout,
  run: WatchedRun,
  day: number,
): void {
  const counts = countsAt(run, day);
  for (const box of boxes) {
    const left = box.grid.x;
    const lines: string[] = [];
    for (const [at, part] of partsOf(box, counts, fontPx).entries()) {
      if (at === 0 || part.startsLine) lines.push('');
      lines.push(lines.pop()! + joinOf(part, at) + part.text);
    }
    const isLine = box.style === 'one line';
    context.fillStyle = ink.text;
    context.font = `${fontPx}px ${FONT}, sans-serif`;
    context.textAlign = isLine ? 'right' : 'left';
    context.strokeStyle = ink.paper;
    context.lineWidth = fontPx * 0.2;
    context.lineJoin = 'round';
    const x = isLine ? box.x + box.width - (left - box.x) : box.statusX;
    lines.forEach((each, at) => {
      const y = box.statusY + at * fontPx * 1.3;
      context.strokeText(each, x, y);
      context.fillText(each, x, y);
    });
    context.textAlign = 'left';
    if (isFullAt(box, counts)) context.fillRect(box.x - 3, Math.round(box.y), 6, Math.floor(box.height));
  }
}
