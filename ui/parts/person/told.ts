// One person in one run on one day: their journey, where they are, and why they are waiting if they are.
import type { Wait } from '../../../engine/index.ts';
import { dateOfDay } from '../../words/numbers/day-in-words.ts';
import { journeyOf } from '../../playback/journey.ts';
import { followedIn, type PersonKey } from '../../state/followed.ts';
import { sayWhy, type WhyNames } from '../../words/why-waiting.ts';
import { courseOf, spanAt, type Course } from '../../playback/course.ts';
import type { BesideRun } from '../../session/watch-beside.ts';

const longDate = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const placesOf: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  ward: { one: 'bed', many: 'beds' },
  team: { one: 'member of staff', many: 'members of staff' },
};
const PLACE = { one: 'place', many: 'places' };

export function namesOf({ model, network }: Pick<BesideRun, 'model' | 'network'>): WhyNames {
  const station = (at: number) => model.stations[network.stationIds[at]];
  const start = Date.parse(`${network.startDate}T00:00:00Z`);
  const date = (day: number) => longDate.format(new Date(start + Math.floor(day) * 86_400_000)).replace(',', '');
  return {
    label: (at) => station(at)?.label ?? 'outside',
    place: (at) => placesOf[station(at)?.kind ?? ''] ?? PLACE,
    date,
    moment(day) {
      const minutes = Math.round((day - Math.floor(day)) * 1440);
      const hour = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
      return minutes === 0 ? date(day) : `${date(day)} at ${hour}`;
    },
  };
}

/** −1 where they do not come in this run. */
export function courseIn(run: BesideRun, key: PersonKey): { readonly person: number; readonly course: Course } {
  const person = followedIn(run, key);
  const { trace, network } = run;
  return { person, course: courseOf(journeyOf(trace, network, person), network.isExit, network.runDays) };
}

/** What is true of them on this day, in a sentence. `why` is their reason on that day. */
export function sayNow(run: BesideRun, course: Course, why: Wait | null, day: number): string {
  const names = namesOf(run);
  if (why) return sayWhy(why, names);
  const date = (at: number) => dateOfDay(run.network.startDate, at);
  const [first] = course.spans;
  const span = spanAt(course, day);
  if (span) return `In care since ${date(span.fromDay)} (${names.label(span.station)}); not waiting.`;
  if (first && day < first.fromDay) return `Has not come yet: comes on ${date(first.fromDay)}.`;
  if (course.left) {
    const how = course.gaveUp ? 'gave up waiting and left' : 'left';
    return `Not waiting any more: ${how} on ${date(course.left.day)} (${names.label(course.left.station)}).`;
  }
  return 'Not in the model on this day.';
}
