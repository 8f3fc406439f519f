// Checks hours of the week: their days have names, they open before they close, and they are open at some hour.
import type { Station } from '../document/stations.ts';
import type { Hours } from '../document/values.ts';
import { weekdaysIn } from '../../ground/hours.ts';
import { error, type Problem } from '../../ground/problem.ts';

export const HOURS_KEYS = ['hours', 'admits', 'releases', 'progresses'] as const;

/** A day by its whole name or its usual short one; `hours.ts` goes by the first three letters. */
const DAY = /^(mon(day)?|tue(s|sday)?|wed(s|nesday)?|thu(r|rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?)$/i;
/** What people write for days, and how it is written here. */
const MEANT: readonly (readonly [words: RegExp, days: string])[] = [
  [/work|week ?-?days?$/i, 'Mon-Fri'],
  [/week ?-?ends?/i, 'Sat, Sun'],
  [/^\s*$|all|any|daily|every|week|24|\//i, 'Mon-Sun'],
];

export function hoursProblems(path: string, station: Station): Problem[] {
  const each = HOURS_KEYS.map((key) => [key, station[key]] as const);
  return [...each, ['turnaround.during', station.turnaround?.during] as const].flatMap(([key, hours]) => {
    if (hours === undefined) return [];
    if (!Array.isArray(hours)) return windowProblems(`${path}.${key}`, hours);
    return hours.flatMap((one, at) => windowProblems(`${path}.${key}.${at}`, one));
  });
}

function windowProblems(
  path: string,
  { days, fromHour = 0, toHour = 24 }: Exclude<Hours, readonly unknown[]>,
): Problem[] {
  const problems: Problem[] = [];
  if (weekdaysIn(days) === null || !days.split(/[-–,]/).every((word) => DAY.test(word.trim()))) {
    const expected = 'days of the week such as "Mon-Fri" or "Mon, Wed, Sun"';
    problems.push(error(`${path}.days`, days === '' ? 'an empty text' : `"${days}"`, expected, daysHint(days)));
  }
  if (fromHour < toHour) return problems;
  const found = `from ${fromHour} to ${toHour}, which is never open`;
  const hint = `For hours that run past midnight, write two windows, such as [{ "days": "Mon-Fri", "fromHour": ${fromHour < 24 ? fromHour : 20} }, { "days": "Tue-Sat", "toHour": ${toHour > 0 ? toHour : 8} }].`;
  return [...problems, error(path, found, 'an opening hour before the closing hour', hint)];
}

function daysHint(days: string): string {
  const range = /^\s*([a-z]+)\s*(?:to|until|till|through|thru|\/|\.\.+|—)\s*([a-z]+)\s*$/i.exec(days);
  if (range && DAY.test(range[1]) && DAY.test(range[2])) return `Did you mean "${short(range[1])}-${short(range[2])}"?`;
  const words = days.split(/[\s,;&+/]+/).filter((word) => !/^(and|)$/i.test(word));
  if (words.length > 0 && words.every((word) => DAY.test(word)))
    return `Did you mean "${words.map(short).join(', ')}"?`;
  const meant = MEANT.find(([pattern]) => pattern.test(days));
  return meant ? `Did you mean "${meant[1]}"?` : 'The days are Mon, Tue, Wed, Thu, Fri, Sat and Sun.';
}

/** "friday" → "Fri". */
function short(day: string): string {
  return day[0].toUpperCase() + day.slice(1, 3).toLowerCase();
}
