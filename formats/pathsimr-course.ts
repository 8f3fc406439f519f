// Places and arrivals that change with the time of day or week, as a document says them: factors of a week, or dated changes.
import { rounded } from './ipacs-parts.ts';
import type { Course } from './pathsimr-parts.ts';

/** A document may have so many changes in an option. */
const MOST_CHANGES = 500;
/** Weeks before counting begins and counted, where nothing forbids it. */
const USUAL_WEEKS = 104;
const HOUR = 1 / 24;

/** In days, and the values each multiplied. */
export const inDays = ({ steps, cycle }: Course, unit: number, times = 1): Course => ({
  steps: steps.map(({ from, value }) => ({ from: from * unit, value: value * times })),
  cycle: cycle * unit,
});

export const isSteady = ({ steps }: Course): boolean => steps.every(({ value }) => value === steps[0].value);

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

function valueAt({ steps, cycle }: Course, day: number): number {
  const within = cycle === Infinity ? day : day % cycle;
  return steps.findLast(({ from }) => from <= within + 1e-9)!.value;
}

/** Mean a day with factors by weekday or by hour of the week; undefined: it does not repeat with the week, or not on the hour. */
export function weekly(course: Course): { arrivalsPerDay: number; weekdayFactors: number[] } | undefined {
  if (!isWhole(7 / course.cycle) || 7 / course.cycle < 0.5) return undefined;
  if (!isWhole(course.cycle * 24) || !course.steps.every(({ from }) => isWhole(from * 24))) return undefined;
  const isDaily = isWhole(course.cycle) && course.steps.every(({ from }) => isWhole(from));
  const parts = isDaily ? 7 : 168;
  const rates = Array.from({ length: parts }, (_one, at) => valueAt(course, isDaily ? at : (at + 0.5) * HOUR));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / parts;
  return { arrivalsPerDay: rounded(mean), weekdayFactors: rates.map((rate) => rounded(rate / mean)) };
}

interface Dated {
  readonly path: string;
  readonly course: Course;
}

export interface Changes {
  /** From the beginning of the warm-up; both whole weeks. Undefined: not even two weeks can be said. */
  readonly weeks: number | undefined;
  readonly changes: readonly { readonly atDay: number; readonly set: Readonly<Record<string, number | 'unlimited'>> }[];
}

/** Every step of every course, for as many weeks as a document can say. The first values stand in the document itself. */
export function changesOf(all: readonly Dated[]): Changes {
  for (let weeks = USUAL_WEEKS; weeks >= 2; weeks--) {
    const at = stepsUntil(all, weeks * 7);
    if (at === undefined) continue;
    const warmUp = warmUpDaysOf(weeks);
    const changes = [...at].toSorted(([a], [b]) => a - b).map(([day, set]) => ({ atDay: rounded(day - warmUp), set }));
    return { weeks, changes };
  }
  return { weeks: undefined, changes: [] };
}

export const warmUpDaysOf = (weeks: number): number => 7 * Math.floor(weeks / 2);

/** Undefined: more than a document may have. */
function stepsUntil(all: readonly Dated[], days: number) {
  const at = new Map<number, Record<string, number | 'unlimited'>>();
  for (const { path, course } of all) {
    let before = course.steps[0].value;
    for (let round = 0; round * course.cycle < days || round === 0; round++)
      for (const { from, value } of course.steps) {
        const day = rounded(from + (round === 0 ? 0 : round * course.cycle));
        if (day >= days) break;
        if (value === before) continue;
        before = value;
        at.set(day, { ...at.get(day), [path]: value === Infinity ? 'unlimited' : value });
        if (at.size > MOST_CHANGES) return undefined;
      }
  }
  return at;
}
