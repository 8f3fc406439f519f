// Whatever in a document speaks of its numbers: options, conditions, controls, evidence, thresholds and the story.
import { dayNumber } from './dates.ts';
import type { Change, Control, Model, Option } from './document.ts';
import { checkSet, factsOf, FORBIDDEN_NAMES, numberAt, numberPaths, setPaths } from './path.ts';
import { error, nameHint, Refusal, sayValue, shortText, warning, type Problem } from './problem.ts';
import { childOf } from './schema-at.ts';

/** Parts that every option shares with today, because only like can be compared with like. */
const SHARED = ['calendar', 'experiment'];

/** A system that is sound in itself. */
export function referenceProblems(model: Model): Problem[] {
  return [
    ...calendarProblems(model),
    ...(model.options ?? []).flatMap((option, at) => optionProblems(model, option, `options.${at}`)),
    ...twice(model.options, 'options'),
    ...(model.conditions ?? []).flatMap((condition, at) =>
      changesProblems(model, condition.changes, `conditions.${at}`),
    ),
    ...twice(model.conditions, 'conditions'),
    ...(model.controls ?? []).flatMap((control, at) => controlProblems(model, control, `controls.${at}`)),
    ...evidenceProblems(model),
    ...(model.thresholds ?? []).flatMap((threshold, at) => thresholdProblems(model, threshold, `thresholds.${at}`)),
    ...storyProblems(model),
  ];
}

/** True when today, alone, has dates the rest can be counted from. */
export function calendarProblems(model: Model): Problem[] {
  const { startDate, lookAtDays, runDays, warmUpDays } = model.calendar;
  const problems: Problem[] = [];
  if (Number.isNaN(dayNumber(startDate)))
    problems.push(
      error('calendar.startDate', `the date ${startDate}`, 'a day that exists', 'Look at the month and the day.'),
    );
  if (Array.isArray(lookAtDays))
    for (const [at, day] of lookAtDays.entries())
      if (day < 0 || day > runDays)
        problems.push(
          error(
            `calendar.lookAtDays.${at}`,
            String(day),
            `a day from 0 to ${runDays}`,
            'Days are counted from the start date.',
          ),
        );
  if (warmUpDays === 0 && Object.keys(model.initial ?? {}).length === 0)
    problems.push(
      warning(
        'calendar.warmUpDays',
        '0, and nobody there at the start',
        'a warm-up, or initial patients',
        'The first weeks would show an empty system filling up.',
      ),
    );
  return problems;
}

function twice(list: readonly { readonly id: string }[] | undefined, family: string): Problem[] {
  return (list ?? []).flatMap(({ id }, at) => {
    const earlier = list!.findIndex((other) => other.id === id);
    return earlier === at
      ? []
      : [
          error(
            `${family}.${at}.id`,
            `"${id}" again (also ${family}.${earlier})`,
            'an id of its own',
            'Rename one of the two.',
          ),
        ];
  });
}

function optionProblems(model: Model, option: Option, path: string): Problem[] {
  const set = option.set ?? {};
  if (option.id === 'today' && (Object.keys(set).length > 0 || (option.changes ?? []).length > 0))
    return [
      error(
        `${path}.id`,
        'an option "today" that changes something',
        'today as the document gives it',
        'Give the option another id.',
      ),
    ];
  const shared = Object.keys(set).filter((key) => SHARED.includes(key.split('.')[0]!));
  if (shared.length > 0)
    return shared.map((key) =>
      error(
        `${path}.set.${shortText(key, 80)}`,
        'a change of what all options share',
        'needs, streams, stations or the start',
        'Options are compared over one calendar with the same chance.',
      ),
    );
  const problems = checkSet(model, set).filter((problem) => problem.severity === 'error');
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, path: `${path}.set.${problem.path}` }));
  return changesProblems(setPaths(model, set), option.changes ?? [], path);
}

function changesProblems(model: Model, changes: readonly Change[], path: string): Problem[] {
  return changes.flatMap((change, at) => changeProblems(model, change, `${path}.changes.${at}`));
}

function changeProblems(model: Model, change: Change, path: string): Problem[] {
  const { onDate, atDay, untilDate, set = {}, scale = {} } = change;
  const problems: Problem[] = [];
  const start = dayNumber(model.calendar.startDate);
  if ((onDate === undefined) === (atDay === undefined))
    problems.push(
      error(
        path,
        onDate === undefined ? 'no day' : 'both onDate and atDay',
        'either onDate or atDay',
        'Say once when it begins.',
      ),
    );
  if (onDate !== undefined) problems.push(...dateProblems(model, onDate, `${path}.onDate`));
  const { warmUpDays, runDays } = model.calendar;
  if (atDay !== undefined && (atDay < -warmUpDays || atDay >= runDays))
    problems.push(
      error(
        `${path}.atDay`,
        String(atDay),
        `a day from ${-warmUpDays} to before ${runDays}`,
        'Days are counted from the start date; the warm-up has negative ones.',
      ),
    );
  if (untilDate !== undefined) {
    const until = dayNumber(untilDate);
    const from = onDate === undefined ? start + (atDay ?? 0) : dayNumber(onDate);
    if (Number.isNaN(until))
      problems.push(
        error(`${path}.untilDate`, `the date ${untilDate}`, 'a day that exists', 'Look at the month and the day.'),
      );
    else if (until <= from)
      problems.push(
        error(`${path}.untilDate`, untilDate, 'a date after the change begins', 'It ends on the morning of that day.'),
      );
  }
  if (Object.keys(set).length + Object.keys(scale).length === 0)
    problems.push(
      error(path, 'a change of nothing', '"set" or "scale" with a path', 'Write { "set": { "stations.….beds": 16 } }.'),
    );
  for (const [name, values] of [
    ['set', set],
    ['scale', scale],
  ] as const)
    problems.push(...datedProblems(model, values, `${path}.${name}`, name === 'scale'));
  return problems;
}

/** The numbers of a change with a date must be there before it, so that there is something to change from. */
function datedProblems(
  model: Model,
  values: Readonly<Record<string, number>>,
  path: string,
  scale: boolean,
): Problem[] {
  const problems = Object.keys(values).flatMap((key): Problem[] => {
    const at = `${path}.${shortText(key, 120)}`;
    const there = numberOrProblem(model, key, at);
    if ('severity' in there) return [there];
    if (!there.facts.dated)
      return [
        error(
          at,
          `"${there.facts.title}"`,
          'a number that may change during a run',
          'Set it for the whole option instead.',
        ),
      ];
    if (scale && there.value === 'unlimited')
      return [error(at, '"unlimited"', 'a number to multiply', 'Set it to a number instead.')];
    return [];
  });
  if (problems.length > 0 || scale) return problems;
  return checkSet(model, values)
    .filter((problem) => problem.severity === 'error')
    .map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));
}

function numberOrProblem(model: Model, key: string, at: string): ReturnType<typeof numberAt> | Problem {
  try {
    return numberAt(model, key);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ...refusal.problems[0]!, path: at };
  }
}

function dateProblems(model: Model, date: string, path: string): Problem[] {
  const { startDate, warmUpDays, runDays } = model.calendar;
  const day = dayNumber(date) - dayNumber(startDate);
  if (Number.isNaN(day))
    return [error(path, `the date ${date}`, 'a day that exists', 'Look at the month and the day.')];
  if (day >= -warmUpDays && day < runDays) return [];
  const side = day < 0 ? 'before the run begins' : 'after it ends';
  return [
    error(
      path,
      `${date}, ${side}`,
      `a date in the run: ${warmUpDays} days before ${startDate} to ${runDays} days after`,
      'Move the date, or lengthen the run.',
    ),
  ];
}

function controlProblems(model: Model, control: Control, path: string): Problem[] {
  const { least, most, step } = control;
  const facts = factsOf(model, control.path);
  if (facts === null) {
    const there = numberOrProblem(model, control.path, `${path}.path`);
    return 'severity' in there ? [there] : [];
  }
  if (least >= most)
    return [error(`${path}.least`, String(least), `less than most, which is ${most}`, 'A slider needs room to move.')];
  if (step > most - least)
    return [error(`${path}.step`, String(step), `at most ${most - least}`, 'A step must fit between least and most.')];
  const there = numberOrProblem(model, control.path, path);
  if ('severity' in there || there.value === 'unlimited' || (there.value >= least && there.value <= most)) return [];
  return [
    warning(
      path,
      `${control.path} = ${there.value}`,
      `a value from ${least} to ${most}`,
      'Widen the slider so that it can show today.',
    ),
  ];
}

function evidenceProblems(model: Model): Problem[] {
  const paths = Object.keys(model.evidence ?? {});
  const numbers = new Set(paths.length === 0 ? [] : numberPaths(model));
  // A line of evidence covers all numbers below its path, so every beginning of a number's path will do.
  const parts = new Set<string>();
  for (const number of numbers)
    for (let part = number; part !== '' && !parts.has(part); part = part.slice(0, Math.max(0, part.lastIndexOf('.'))))
      parts.add(part);
  return paths.flatMap((path): Problem[] => {
    const { low, high } = model.evidence![path]!;
    const at = `evidence.${shortText(path, 120)}`;
    if (!parts.has(path) && factsOf(model, path) === null && !isPlan(model, path)) {
      const there = numberOrProblem(model, path, at);
      return 'severity' in there ? [there] : [];
    }
    if (low !== undefined && high !== undefined && low > high)
      return [error(`${at}.low`, String(low), `no more than high, which is ${high}`, 'Exchange the two.')];
    const value = numbers.has(path) ? numberAt(model, path).value : 'unlimited';
    if (value === 'unlimited' || (value >= (low ?? -Infinity) && value <= (high ?? Infinity))) return [];
    return [
      warning(
        at,
        `${path} = ${value}`,
        `a value from ${low ?? 'any'} to ${high ?? 'any'}`,
        'The number lies outside its own evidence.',
      ),
    ];
  });
}

/** Evidence may also be given for an option or a condition as a whole: `options.proposed`. */
function isPlan(model: Model, path: string): boolean {
  const [family, id, ...rest] = path.split('.');
  const list = family === 'options' ? model.options : family === 'conditions' ? model.conditions : undefined;
  const plan = list?.find((one) => one.id === id);
  return (
    plan !== undefined &&
    !FORBIDDEN_NAMES.includes(path) &&
    (rest.length === 0 || childOf(plan, rest[0]!) !== undefined)
  );
}

/** `station.measure.statistic <= number`; which measures there are is known on a higher floor. */
const THRESHOLD = /^([A-Za-z0-9][A-Za-z0-9_-]*)\.[a-z][A-Za-z]*\.[a-z][A-Za-z0-9.]*\s*(?:<=|>=|<|>)\s*-?\d+(?:\.\d+)?$/;

function thresholdProblems(model: Model, threshold: string, path: string): Problem[] {
  const match = THRESHOLD.exec(threshold.trim());
  if (match === null)
    return [
      error(path, sayValue(threshold), 'station.measure.statistic <= number', 'For example "acute.delayed.p90 <= 5".'),
    ];
  const stations = ['all', ...Object.keys(model.stations)];
  return stations.includes(match[1]!)
    ? []
    : [error(path, `"${match[1]}"`, 'the id of a station, or all', nameHint(match[1]!, stations, 'stations'))];
}

function storyProblems(model: Model): Problem[] {
  const options = ['today', ...(model.options ?? []).map((option) => option.id)];
  const stations = Object.keys(model.stations);
  return (model.story ?? []).flatMap(({ option, onDate, spotlight }, at) => [
    ...(option === undefined || options.includes(option)
      ? []
      : [error(`story.${at}.option`, `"${option}"`, 'the id of an option', nameHint(option, options, 'options'))]),
    ...(onDate === undefined ? [] : dateProblems(model, onDate, `story.${at}.onDate`)),
    ...(spotlight === undefined || stations.includes(spotlight)
      ? []
      : [
          error(
            `story.${at}.spotlight`,
            `"${spotlight}"`,
            'the id of a station',
            nameHint(spotlight, stations, 'stations'),
          ),
        ]),
  ]);
}
