// Checks everything that refers to a document's numbers: options, conditions, controls, evidence, thresholds and the story.
import { calendarProblems } from './calendar-checks.ts';
import { changesProblems, dateProblems, numberOrProblem, optionProblems } from './dated-checks.ts';
import type { Control, Model, Option } from '../document.ts';
import { factsOf, numberAt, numberPaths, textPaths } from '../number-at.ts';
import { error, nameHint, sayValue, shortText, warning, type Problem } from '../../ground/problem.ts';
import { typedNumber } from '../../ground/typed-number.ts';
import { unsourcedProblems } from './price-checks.ts';
import { childOf } from '../../ground/child-of.ts';

/** Of a system that is sound in itself. */
export function referenceProblems(model: Model): Problem[] {
  const { options = [], conditions = [], controls = [], thresholds = [] } = model;
  const calendar = calendarProblems(model);
  if (calendar.some((problem) => problem.severity === 'error')) return calendar;
  return [
    ...calendar,
    ...options.flatMap((option, at) => optionProblems(model, option, `options.${at}`)),
    ...twice(options, 'options'),
    ...options.flatMap((one, at) => readingProblems(model, one, `options.${at}.otherReadingOf`)),
    ...conditions.flatMap((condition, at) => changesProblems(model, condition.changes, `conditions.${at}`)),
    ...twice(conditions, 'conditions'),
    ...controls.flatMap((control, at) => controlProblems(model, control, `controls.${at}`)),
    ...evidenceProblems(model),
    ...unsourcedProblems(model),
    ...thresholds.flatMap((threshold, at) => thresholdProblems(model, threshold, `thresholds.${at}`)),
    ...storyProblems(model),
  ];
}

/** Of another option; *today* is one, listed or not. */
function readingProblems({ options = [] }: Model, { id, otherReadingOf: of }: Option, path: string): Problem[] {
  const others = ['today', ...options.map((one) => one.id)].filter((one) => one !== id);
  if (of === undefined || others.includes(of)) return [];
  return [error(path, `"${of}"`, 'the id of another option', nameHint(of, others, 'options'))];
}

function twice(list: readonly { readonly id: string }[], family: string): Problem[] {
  return list.flatMap(({ id }, at) => {
    const earlier = list.findIndex((other) => other.id === id);
    if (earlier === at) return [];
    const found = `"${id}" again (also ${family}.${earlier})`;
    return [error(`${family}.${at}.id`, found, 'an id of its own', 'Rename one of the two.')];
  });
}

function controlProblems(model: Model, control: Control, path: string): Problem[] {
  const { least, most, step } = control;
  const there = numberOrProblem(model, control.path, `${path}.path`);
  // A slider may also be for a number that only an option gives.
  if ('severity' in there && factsOf(model, control.path) === null) return [there];
  if (least >= most)
    return [
      error(`${path}.least`, String(least), `less than "most", which is ${most}`, 'A slider needs room to move.'),
    ];
  if (step > most - least)
    return [
      error(`${path}.step`, String(step), `at most ${most - least}`, 'A step must fit between "least" and "most".'),
    ];
  if ('severity' in there || there.value === 'unlimited' || (there.value >= least && there.value <= most)) return [];
  const found = `${control.path} = ${there.value}`;
  return [
    warning(
      path,
      found,
      `a value from ${least} to ${most}`,
      'Widen the slider so that it includes the value of today.',
    ),
  ];
}

function evidenceProblems(model: Model): Problem[] {
  const paths = Object.keys(model.evidence ?? {});
  const numbers = new Set(paths.length === 0 ? [] : numberPaths(model));
  // A line of evidence covers all numbers below its path, so every beginning of a number's path will do.
  const parts = new Set<string>();
  for (const each of paths.length === 0 ? [] : [...numbers, ...textPaths(model)])
    for (let part = each; part !== '' && !parts.has(part); part = part.slice(0, Math.max(0, part.lastIndexOf('.'))))
      parts.add(part);
  return paths.flatMap((path): Problem[] => {
    const { low, high } = model.evidence![path];
    const at = `evidence.${shortText(path, 120)}`;
    if (!parts.has(path) && factsOf(model, path) === null && !isPlan(model, path)) {
      const there = numberOrProblem(model, path, at);
      return 'severity' in there ? [there] : [];
    }
    if (low !== undefined && high !== undefined && low > high)
      return [error(`${at}.low`, String(low), `no more than "high", which is ${high}`, 'Swap the two.')];
    const value = numbers.has(path) ? numberAt(model, path).value : 'unlimited';
    if (value === 'unlimited' || (value >= (low ?? -Infinity) && value <= (high ?? Infinity))) return [];
    const expected =
      low === undefined
        ? `a value of ${high} or less`
        : high === undefined
          ? `a value of ${low} or more`
          : `a value from ${low} to ${high}`;
    return [
      warning(
        at,
        `${path} = ${value}`,
        expected,
        'The number lies outside the range of its evidence: correct one of the two.',
      ),
    ];
  });
}

/** Evidence may also be given for an option or a condition as a whole: `options.proposed`. */
function isPlan(model: Model, path: string): boolean {
  const [family, id, ...rest] = path.split('.');
  const list = family === 'options' ? model.options : family === 'conditions' ? model.conditions : undefined;
  const plan = list?.find((one) => one.id === id);
  return plan !== undefined && (rest.length === 0 || childOf(plan, rest[0]) !== undefined);
}

/** `station.measure.statistic <= number`; which measures there are is known on a higher floor. */
const THRESHOLD = /^([A-Za-z0-9][A-Za-z0-9_-]*)\.[a-z][A-Za-z]*\.[a-z][A-Za-z0-9.]*\s*(?:<=|>=|<|>)\s*(\S.*)$/;

function thresholdProblems(model: Model, threshold: string, path: string): Problem[] {
  const [, station, limit] = THRESHOLD.exec(threshold.trim()) ?? [];
  const number = typedNumber(limit ?? '');
  if (station === undefined || 'hint' in number) {
    const expected = 'station.measure.statistic <= number';
    const isNear = station !== undefined && 'hint' in number && /\d/.test(limit!);
    return [error(path, sayValue(threshold), expected, isNear ? number.hint : 'For example "acute.delayed.p90 <= 5".')];
  }
  const stations = ['all', ...Object.keys(model.stations)];
  if (stations.includes(station)) return [];
  return [error(path, `"${station}"`, 'the id of a station, or "all"', nameHint(station, stations, 'stations'))];
}

function storyProblems(model: Model): Problem[] {
  const options = ['today', ...(model.options ?? []).map((option) => option.id)];
  const stations = Object.keys(model.stations);
  const named = (path: string, id: string | undefined, names: readonly string[], what: string): Problem[] =>
    id === undefined || names.includes(id)
      ? []
      : [error(path, `"${id}"`, `the id of ${what}`, nameHint(id, names, `${what.replace(/^an? /, '')}s`))];
  const laid = (model.conditions ?? []).map((condition) => condition.id);
  return (model.story ?? []).flatMap(({ option, onDate, spotlight, conditions }, at) => [
    ...named(`story.${at}.option`, option, options, 'an option'),
    ...(onDate === undefined ? [] : dateProblems(model, onDate, `story.${at}.onDate`)),
    ...named(`story.${at}.spotlight`, spotlight, stations, 'a station'),
    ...(conditions ?? []).flatMap((id, i) => named(`story.${at}.conditions.${i}`, id, laid, 'a condition')),
  ]);
}
