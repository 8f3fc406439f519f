// Both futures on one canvas, painted for any day: the sentence, who waits in each, the days that set them apart, and every person in their place.
import type { Glide } from '../../playback/frame.ts';
import { daysWaitedIn, waitingIn } from '../../playback/waiting.ts';
import { subjectOf } from '../../model/values.ts';
import { layoutsFor, STAGE_GAP_PX } from '../../scene/layout/stage-layouts.ts';
import { wrap } from '../../scene/layout/wrap.ts';
import { placesReady } from '../../scene/paint/fetched.ts';
import { countsAt } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { isBetter, sayBesideToday } from '../../words/one-day.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { waits } from '../../words/story.ts';
import { nameOfWaited, sayNotWaited, wholeDays } from '../../words/waited-days.ts';
import { FONT, ink } from './ink.ts';
import { peopleIn } from './people.ts';
import { paintWords } from './words-of-map.ts';
import { sayCount } from '../../words/numbers/count.ts';

export interface Futures {
  readonly canvas: HTMLCanvasElement;
  /** Paints the day; whatever was there before is gone. */
  paint(day: number): void;
}

interface Parts {
  /** One, or today and the option. */
  readonly runs: readonly WatchedRun[];
  readonly names: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  /** Above all; none where the slide has it. */
  readonly sentence?: string;
  /** Below all, in small letters. */
  readonly limits?: string;
  readonly glide: Glide;
  /** Pixels of the canvas to one of `size`. */
  readonly ratio?: number;
}

const [MARGIN, TITLE_PX, FONT_PX, NUMBER_PX, SMALL_PX] = [28, 32, 22, 60, 17];
const LINE = 1.25;

export async function futuresOf({ runs, names, size, sentence, limits, glide, ratio = 1 }: Parts): Promise<Futures> {
  await placesReady;
  const { width, height } = size;
  const room = width - 2 * MARGIN;
  const titles = sentence === undefined ? [] : wrap(sentence, room, TITLE_PX, 3);
  const feet = limits === undefined ? [] : wrap(limits, room, SMALL_PX, 3, 'regular');
  const headTop = MARGIN / 2 + titles.length * TITLE_PX * LINE;
  const counterY = headTop + NUMBER_PX * LINE + FONT_PX * LINE * 1.1;
  const top = Math.round(counterY + FONT_PX * 0.6);
  const bottom = height - MARGIN / 2 - feet.length * SMALL_PX * LINE;
  const layouts = layoutsFor(runs, {
    width: room,
    height: Math.floor(bottom - top),
    fontPx: FONT_PX,
    picture: 'places',
  });
  const people = runs.map((run, at) => peopleIn(run, layouts[at], ratio, glide));
  const lefts = layouts.map((one, at) => MARGIN + at * (one.width + STAGE_GAP_PX));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.scale(ratio, ratio);

  const write = (
    words: string,
    x: number,
    y: number,
    px: number,
    { weight = 'normal', colour = ink.text as string } = {},
  ) => {
    context.fillStyle = colour;
    context.font = `${weight} ${px}px ${FONT}, sans-serif`;
    context.fillText(words, x, y);
    return x + context.measureText(words).width;
  };

  function head(at: number, waiting: readonly number[]): void {
    const { where } = subjectOf(runs[at].model);
    const people = waiting[at];
    const isBlue = isBetter(people, waiting[1 - at]);
    const x = lefts[at];
    const colour = isBlue ? ink.options[0] : ink.text;
    const right = write(sayCount(people), x, headTop + NUMBER_PX, NUMBER_PX, { weight: 'bold', colour });
    const isBeside = at === 1;
    const left = right + 16;
    const most = layouts[at].width - (left - x);
    const [name = ''] = wrap(names[at], most, FONT_PX, 1);
    write(name, left, headTop + NUMBER_PX - FONT_PX * LINE - 4, FONT_PX, { weight: 'bold' });
    const [what = ''] = wrap(`${waits(people)} ${where}${isBeside ? ':' : ''}`, most, FONT_PX, 1, 'regular');
    write(what, left, headTop + NUMBER_PX - 4, FONT_PX);
    if (isBeside) write(sayBesideToday(people, waiting[0]), left, headTop + NUMBER_PX - 4 + FONT_PX * 1.15, FONT_PX);
  }

  function paint(day: number): void {
    context.fillStyle = ink.paper;
    context.fillRect(0, 0, width, height);
    titles.forEach((line, at) =>
      write(line, MARGIN, MARGIN / 2 + (at + 1) * TITLE_PX * LINE - 8, TITLE_PX, { weight: 'bold' }),
    );
    feet.forEach((line, at) =>
      write(line, MARGIN, bottom + (at + 1) * SMALL_PX * LINE, SMALL_PX, { colour: ink.soft }),
    );
    const counts = runs.map((run) => countsAt(run, day));
    const subject = (run: WatchedRun) => subjectOf(run.model);
    const waiting = runs.map((run, at) => waitingIn(run.network, subject(run), counts[at]));
    const waited = runs.map((run, at) => wholeDays(daysWaitedIn(run.network, subject(run), counts[at])));
    runs.forEach((_, at) => head(at, waiting));
    const right = write(sayDate(runs[0].model.calendar.startDate, day), MARGIN, counterY, FONT_PX, { weight: 'bold' });
    counter(right + 30, waited);
    runs.forEach((run, at) => {
      const layout = layouts[at];
      people[at].paint(day);
      context.save();
      context.translate(lefts[at], top);
      paintWords(context, { layout, run, counts: counts[at], people: people[at].canvas });
      context.restore();
    });
  }

  /** From the left of where the date ends, so that nothing moves when it gets another digit. */
  function counter(x: number, [today, option]: readonly number[]): void {
    const { model } = runs[0];
    if (option === undefined) {
      const after = write(`${nameOfWaited(model)}: `, x, counterY, FONT_PX, { colour: ink.soft });
      write(sayCount(today), after, counterY, FONT_PX, { weight: 'bold' });
      return;
    }
    const [days, since] = sayNotWaited(model, today, option);
    const colour = option < today ? ink.options[0] : ink.text;
    const after = write(days, x, counterY, FONT_PX, { weight: 'bold', colour });
    write(` ${since}`, after, counterY, FONT_PX, { colour: ink.soft });
  }

  return { canvas, paint };
}
