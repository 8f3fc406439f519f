// The picture of a slide: both futures on the day on show, and what it shows in words for those who do not see it.
import { NO_GLIDE } from '../../playback/frame.ts';
import { waitingIn } from '../../playback/waiting.ts';
import { subjectOf } from '../../model/values.ts';
import { legendInWords } from '../../scene/paint/legend-in-words.ts';
import { countsAt } from '../../state/counts.ts';
import { playhead } from '../../state/playhead.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { waits } from '../../words/story.ts';
import { futuresNow, type FuturesNow } from '../futures-now.ts';
import type { SlidePicture } from '../papers/slides.ts';
import { futuresOf } from './futures.ts';
import { sayOneOf } from '../../words/numbers/runs.ts';

/** Letters of the picture are then above fourteen points on a slide. */
const WIDTH = 1280;
/** Sharp on a large screen. */
const FINENESS = 2;
/** Beyond this many services a description would help nobody. */
const MOST_SERVICES = 12;

/** Undefined where no run is on a map. */
export async function slidePicture(
  what: string,
  ratio: number,
  signal: AbortSignal,
): Promise<SlidePicture | undefined> {
  const futures = await futuresNow(what, signal);
  if (!futures) return undefined;
  const { day } = playhead.getState();
  const size = { width: WIDTH, height: Math.round(WIDTH / ratio) };
  const { canvas, paint } = await futuresOf({ ...futures, size, glide: NO_GLIDE, ratio: FINENESS });
  paint(day);
  return { data: canvas.toDataURL('image/png'), says: sayFutures(futures, day) };
}

export function sayFutures({ runs, names }: FuturesNow, day: number): string {
  const [first] = runs;
  if (!first) return '';
  const { where } = subjectOf(first.model);
  const counts = runs.map((run) => countsAt(run, day));
  const waiting = runs.map((run, at) => waitingIn(run.network, subjectOf(run.model), counts[at]));
  const services = first.map.stations
    .filter(({ isExit, isUnlimited }) => !isExit && !isUnlimited)
    .slice(0, MOST_SERVICES)
    .map(({ label, station }) => {
      const each = counts.map(({ inUse, places }) => `${inUse[station]} of ${places[station]}`);
      return `${label}: ${each.join(', then ')}.`;
    });
  return [
    `${sayDate(first.model.calendar.startDate, day)} of ${sayOneOf(1, first.model.calendar.runDays)}.`,
    ...names.map((name, at) => `${name}: ${waiting[at]} ${waits(waiting[at])} ${where}.`),
    `Places in use${runs.length > 1 ? `, ${names.join(' and then ')}` : ''}. ${services.join(' ')}`,
    `${legendInWords(first.model)}.`,
  ].join(' ');
}
