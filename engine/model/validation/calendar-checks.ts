// Checks the calendar: a day to begin, days to look at within the run, and a start that is not empty.
import { dateAt, dayNumber } from '../../ground/dates.ts';
import { knownYears } from '../../ground/holidays.ts';
import type { Model } from '../document.ts';
import { error, warning, type Problem } from '../../ground/problem.ts';

export const NO_SUCH_DAY = ['a date that exists', 'Check the month and the day.'] as const;
/** Together in a document; each costs a look at the system it makes. */
const MOST_CHANGES = 5000;
/** Days looked at times stations: each has rows of results of its own. */
const MOST_LOOKED_AT = 100_000;

/**
 * With `set`, after those paths were set: what a shorter run no longer reaches is left out of it, whether days to look at or
 * dated changes, for a longer or shorter run is asked for to see the same model.
 */
export function calendarProblems(model: Model, set?: readonly string[]): Problem[] {
  const { startDate, lookAtDays, runDays, warmUpDays, holidays = [] } = model.calendar;
  const problems: Problem[] = [];
  if (Number.isNaN(dayNumber(startDate)))
    problems.push(error('calendar.startDate', `the date ${startDate}`, ...NO_SUCH_DAY));
  if (typeof holidays === 'string') problems.push(...beyondKnown(model));
  else
    for (const [at, date] of holidays.entries())
      if (Number.isNaN(dayNumber(date)))
        problems.push(error(`calendar.holidays.${at}`, `the date ${date}`, ...NO_SUCH_DAY));
  for (const [at, day] of (Array.isArray(lookAtDays) ? lookAtDays : []).entries()) {
    const hint = 'Days are counted from the start date.';
    if (set !== undefined && !set.includes(`calendar.lookAtDays.${at}`)) continue;
    if (day < 0 || day > runDays)
      problems.push(error(`calendar.lookAtDays.${at}`, String(day), `a day from 0 to ${runDays}`, hint));
  }
  const steps = lookAtDays === undefined || Array.isArray(lookAtDays) ? null : lookAtDays;
  const firstLook = steps?.fromDay ?? 0;
  if (firstLook >= runDays && steps !== null && (set === undefined || set.includes('calendar.lookAtDays.fromDay'))) {
    const hint = 'It is the first of the days to look at, counted from the start date.';
    problems.push(
      error('calendar.lookAtDays.fromDay', String(firstLook), `a day from 0 to just before ${runDays}`, hint),
    );
  }
  const looks = steps === null ? 0 : Math.ceil((runDays - firstLook) / steps.everyDays);
  const mostLooks = Math.floor(MOST_LOOKED_AT / Math.max(1, Object.keys(model.stations).length));
  if (looks > mostLooks) {
    const expected = `at most ${mostLooks} with ${Object.keys(model.stations).length} stations`;
    const hint = `Look every ${Math.ceil(runDays / mostLooks)} days, or shorten the run.`;
    problems.push(error('calendar.lookAtDays.everyDays', `${looks} days to look at`, expected, hint));
  }
  if (warmUpDays === 0 && Object.keys(model.initial ?? {}).length === 0) {
    const hint = 'The first weeks would show an empty system filling up.';
    const found = '0, and nobody there at the start';
    problems.push(warning('calendar.warmUpDays', found, 'a warm-up, or people there at the start', hint));
  }
  const observed = Object.values(model.streams).every(
    ({ counts, atDays }) => counts !== undefined || atDays !== undefined,
  );
  if (warmUpDays > 0 && observed) {
    const found = `${warmUpDays} days in which nobody arrives: counts and known arrival times begin on the start date`;
    const hint = 'Give the people who were there on the start date under "initial", and set warmUpDays to 0.';
    problems.push(warning('calendar.warmUpDays', found, '0, with people there at the start', hint));
  }
  const plans = [...(model.options ?? []), ...(model.conditions ?? [])];
  const changes = plans.reduce((sum, plan) => sum + (plan.changes ?? []).length, 0);
  if (changes > MOST_CHANGES)
    problems.push(
      error('options', `${changes} changes in all`, `at most ${MOST_CHANGES}`, 'Combine changes that are alike.'),
    );
  return problems;
}

/** A run before or after the years whose bank holidays are known has none there. */
function beyondKnown({ calendar: { startDate, warmUpDays, runDays } }: Model): Problem[] {
  const first = dateAt(dayNumber(startDate) - warmUpDays);
  const last = dateAt(dayNumber(startDate) + Math.ceil(runDays) - 1);
  if (Number.isNaN(dayNumber(startDate)) || (first >= knownYears[0] && last <= knownYears[1])) return [];
  const expected = `days from ${knownYears.join(' to ')}, of which the bank holidays are known`;
  const hint = 'Write the dates as a list; without them, other years have no bank holidays.';
  return [warning('calendar.holidays', `days from ${first} to ${last}`, expected, hint)];
}
