// Checks everything with a date: the calendar, and the changes of options and conditions.
import { NO_SUCH_DAY } from './calendar-checks.ts';
import { dayNumber } from '../../ground/dates.ts';
import type { Change, Model, Option } from '../document.ts';
import { priceProblems } from './price-checks.ts';
import { numberAt } from '../number-at.ts';
import { checkSet, setPaths } from '../path.ts';
import { error, Refusal, shortText, type Problem } from '../../ground/problem.ts';
import { soundnessProblems } from './soundness.ts';
import { NO_STAFF } from './team-checks.ts';
import { NEVER_FITS, NO_VISITS } from './visit-checks.ts';

/** Parts that every option shares with today, because only like can be compared with like. */
const SHARED = ['calendar', 'experiment'];
/** What a run may reach later, but not begin with. */
const FOR_A_WHILE = [NO_STAFF, NO_VISITS, NEVER_FITS];

export function optionProblems(model: Model, option: Option, path: string): Problem[] {
  const set = option.set ?? {};
  if (option.id === 'today' && Object.keys(set).length + (option.changes ?? []).length > 0) {
    const found = 'an option "today" that changes something';
    return [error(`${path}.id`, found, 'today as the document gives it', 'Give the option another id.')];
  }
  const shared = Object.keys(set).filter((key) => SHARED.includes(key.split('.', 1)[0]));
  const hint =
    'Options are compared over the same calendar and with the same random numbers: change it for the whole model instead.';
  const expected = 'a change to attributes, needs, streams, stations or the people at the start';
  if (shared.length > 0)
    return shared.map((key) =>
      error(`${path}.set.${shortText(key, 80)}`, 'a change to something that all options share', expected, hint),
    );
  const problems = checkSet(model, set);
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, path: `${path}.set.${problem.path}` }));
  return [
    ...priceProblems(model, set, `${path}.set.`, option.id),
    ...changesProblems(setPaths(model, set), option.changes ?? [], path),
  ];
}

export function changesProblems(model: Model, changes: readonly Change[], path: string): Problem[] {
  return changes.flatMap((change, at) => changeProblems(model, change, `${path}.changes.${at}`));
}

function changeProblems(model: Model, change: Change, path: string): Problem[] {
  const { onDate, atDay, overDays = 1, set = {}, scale = {} } = change;
  const problems = whenProblems(model, change, path);
  if (Object.keys(set).length + Object.keys(scale).length === 0) {
    const hint = 'Write { "set": { "stations.….beds": 16 } }.';
    problems.push(error(path, 'a change that changes nothing', '"set" or "scale" with a path', hint));
  }
  if ((onDate === undefined) === (atDay === undefined)) {
    const found = onDate === undefined ? 'no day' : 'both onDate and atDay';
    problems.push(error(path, found, 'either onDate or atDay', 'Give one of the two, to say when the change begins.'));
  }
  if (overDays > 1 && Object.values(set).includes('unlimited')) {
    const hint =
      'Leave overDays out, or give it a change of its own: without a limit there is nothing to open step by step.';
    problems.push(
      error(`${path}.overDays`, `"unlimited" over ${overDays} days`, 'a number to reach in equal steps', hint),
    );
  }
  problems.push(...datedProblems(model, set, `${path}.set`, false, change.untilDate !== undefined));
  problems.push(...datedProblems(model, scale, `${path}.scale`, true));
  return problems;
}

function whenProblems(model: Model, { onDate, atDay, untilDate }: Change, path: string): Problem[] {
  const { warmUpDays, runDays, startDate } = model.calendar;
  const problems = onDate === undefined ? [] : dateProblems(model, onDate, `${path}.onDate`);
  if (atDay !== undefined && (atDay < -warmUpDays || atDay >= runDays)) {
    const hint = 'Days are counted from the start date; days of the warm-up are negative.';
    problems.push(error(`${path}.atDay`, String(atDay), `a day from ${-warmUpDays} to just before ${runDays}`, hint));
  }
  if (untilDate === undefined) return problems;
  const until = dayNumber(untilDate);
  const from = onDate === undefined ? dayNumber(startDate) + (atDay ?? 0) : dayNumber(onDate);
  if (Number.isNaN(until)) problems.push(error(`${path}.untilDate`, `the date ${untilDate}`, ...NO_SUCH_DAY));
  else if (until <= from) {
    const hint = 'The change ends on the morning of that day.';
    problems.push(error(`${path}.untilDate`, untilDate, 'a date after the change begins', hint));
  }
  return problems;
}

/** The numbers of a change with a date must be there before it, so that there is something to change from. */
function datedProblems(
  model: Model,
  values: Readonly<Record<string, number | 'unlimited'>>,
  path: string,
  scale: boolean,
  ends = true,
): Problem[] {
  const problems = Object.keys(values).flatMap((key): Problem[] => {
    const at = `${path}.${shortText(key, 120)}`;
    const there = numberOrProblem(model, key, at);
    if ('severity' in there) return [there];
    const expected = 'a number that may change during a run';
    if (!there.facts.dated)
      return [error(at, `"${there.facts.title}"`, expected, 'Set it for the whole option instead.')];
    if (!scale || there.value !== 'unlimited') return [];
    return [error(at, '"unlimited"', 'a number to multiply', 'Set it to a number instead.')];
  });
  if (problems.length > 0 || scale) return problems;
  return checkSet(model, values).flatMap((problem): Problem[] => {
    const there = { ...problem, path: `${path}.${problem.path}` };
    // For a while nobody may be on duty or make visits; for good it is worth a word.
    if (!isForAWhile(problem)) return [there];
    return ends ? [] : [{ ...there, severity: 'warning' }];
  });
}

const isForAWhile = (problem: Problem): boolean => FOR_A_WHILE.some((found) => problem.found.startsWith(found));

/** Errors of the system that holds from a date on, where these paths were set or scaled: whatever brought them together. */
export const errorsFromADate = (model: Model, paths: readonly string[]): Problem[] =>
  soundnessProblems(model, paths).filter((problem) => problem.severity === 'error' && !isForAWhile(problem));

/** What a path leads to, or why it leads nowhere, said of the place where the path is written. */
export function numberOrProblem(model: Model, key: string, at: string): ReturnType<typeof numberAt> | Problem {
  try {
    return numberAt(model, key);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ...refusal.problems[0], path: at };
  }
}

/** A date inside the run, its warm-up included. */
export function dateProblems(model: Model, date: string, path: string): Problem[] {
  const { startDate, warmUpDays, runDays } = model.calendar;
  const day = dayNumber(date) - dayNumber(startDate);
  if (Number.isNaN(day)) return [error(path, `the date ${date}`, ...NO_SUCH_DAY)];
  if (day >= -warmUpDays && day < runDays) return [];
  const expected = `a date in the run: ${warmUpDays} days before ${startDate} to ${runDays} days after`;
  const found = `${date}, ${day < 0 ? 'before the run begins' : 'after it ends'}`;
  return [error(path, found, expected, 'Move the date, or lengthen the run.')];
}
