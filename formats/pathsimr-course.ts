// Places and arrivals that change with the time of day or week, as a document says them: factors of a week, means of each day, dated changes.
import { dateAt, dayNumber } from '../engine/index.ts';
import { rounded } from './ipacs-parts.ts';
import type { Course } from './pathsimr-parts.ts';

/** A document may have so many changes in an option. */
export const MOST_CHANGES = 500;
/** Weeks before counting begins and counted, where nothing forbids it. */
export const USUAL_WEEKS = 104;
const HOUR = 1 / 24;

/** In days, and the values each multiplied. */
export const inDays = ({ steps, cycle }: Course, unit: number, times = 1): Course => ({
  steps: steps.map(({ from, value }) => ({ from: from * unit, value: value * times })),
  cycle: cycle * unit,
});

export const isSteady = ({ steps }: Course): boolean => steps.every(({ value }) => value === steps[0].value);
export const changesWithinDay = ({ steps, cycle }: Course): boolean =>
  [...steps.map(({ from }) => from), cycle].some((day) => day !== Infinity && !isWhole(day));

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

function valueAt({ steps, cycle }: Course, day: number): number {
  const within = cycle === Infinity ? day : day % cycle;
  return steps.findLast(({ from }) => from <= within + 1e-9)!.value;
}

/** What has come by a day, in the course's values times days. */
function sumUntil({ steps, cycle }: Course, day: number): number {
  const rounds = cycle === Infinity ? 0 : Math.floor(day / cycle);
  const upTo = (end: number): number =>
    steps.reduce((sum, { from, value }, at) => {
      const until = Math.min(end, steps[at + 1]?.from ?? cycle);
      return until > from ? sum + value * (until - from) : sum;
    }, 0);
  return rounds === 0 ? upTo(day) : rounds * upTo(cycle) + upTo(day - rounds * cycle);
}

/** Over one round of the calendar; what it ends with where it has no end. */
export const meanOf = (course: Course): number =>
  course.cycle === Infinity || course.steps.some(({ value }) => value === Infinity)
    ? course.steps[course.steps.length - 1].value
    : sumUntil(course, course.cycle) / course.cycle;

/** Mean a day with factors by weekday or by hour of the week; undefined: it does not repeat with the week, or not on the hour. */
export function weekly(course: Course): { arrivalsPerDay: number; weekdayFactors: number[] } | undefined {
  if (course.cycle > 7 || !isWhole(7 / course.cycle) || !isWhole(course.cycle * 24)) return undefined;
  if (!course.steps.every(({ from }) => isWhole(from * 24))) return undefined;
  const parts = changesWithinDay(course) ? 168 : 7;
  const rates = Array.from({ length: parts }, (_one, at) => valueAt(course, parts === 7 ? at : (at + 0.5) * HOUR));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / parts;
  return { arrivalsPerDay: rounded(mean), weekdayFactors: rates.map((rate) => rounded(rate / mean)) };
}

/** The mean of each day, from the first of the warm-up. */
export const daily = (course: Course, startDate: string, weeks: number) => ({
  meansPerDay: {
    fromDate: dateAt(dayNumber(startDate) - warmUpDaysOf(weeks)),
    means: Array.from({ length: 7 * weeks }, (_one, day) => rounded(sumUntil(course, day + 1) - sumUntil(course, day))),
  },
});

interface Changes {
  /** Before counting begins and counted. Undefined: not even two can be said. */
  readonly weeks: number | undefined;
  readonly changes: readonly { readonly atDay: number; readonly set: Readonly<Record<string, number | 'unlimited'>> }[];
}

/** Every step of every course, by path, for as many weeks as a document can say. */
export function changesOf(all: ReadonlyMap<string, Course>): Changes {
  for (let weeks = USUAL_WEEKS; weeks >= 2; weeks--) {
    const at = stepsUntil(all, weeks * 7);
    if (at === undefined) continue;
    const warmUp = warmUpDaysOf(weeks);
    const changes = [...at]
      .toSorted(([a], [b]) => a - b)
      .map(([day, set]) => ({ atDay: Number((day - warmUp).toFixed(9)), set }));
    return { weeks, changes };
  }
  return { weeks: undefined, changes: [] };
}

export const warmUpDaysOf = (weeks: number): number => 7 * Math.floor(weeks / 2);

/** Undefined: more than a document may have. */
function stepsUntil(all: ReadonlyMap<string, Course>, days: number) {
  const at = new Map<number, Record<string, number | 'unlimited'>>();
  for (const [path, { steps, cycle }] of all) {
    let before: number | undefined;
    for (let begins = 0; begins < days; begins += cycle)
      for (const { from, value } of steps) {
        const day = rounded(begins + from);
        if (day >= days || value === before) continue;
        before = value;
        at.set(day, { ...at.get(day), [path]: value === Infinity ? 'unlimited' : value });
        if (at.size > MOST_CHANGES) return undefined;
      }
  }
  return at;
}
