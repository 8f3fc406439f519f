// Checks visits and costs: a plan and the visits to make it go together, and only what is counted may cost.
import type { Station, VisitPlan } from '../document/stations.ts';
import type { Names } from './ground-checks.ts';
import { error, type Problem } from '../../ground/problem.ts';
import type { StationKind } from '../stations/index.ts';
import { everyone } from './table-checks.ts';

export const NO_VISITS = 'no visits on any day';
export const NEVER_FITS = 'a plan that never fits';

export function visitProblems(names: Names, path: string, station: Station): Problem[] {
  const { visitsPerDay, visits, takesAll } = station;
  if (visitsPerDay === undefined) {
    const given = (['visits', 'takesAll', 'deferDays'] as const).filter((key) => station[key] !== undefined);
    const hint = 'Give the number of visits that can be made a day, or remove this.';
    return given.map((key) => error(`${path}.${key}`, key, '"visitsPerDay" beside it', hint));
  }
  const problems: Problem[] = [];
  const most = Math.max(...[visitsPerDay].flat());
  if (most === 0)
    problems.push(
      error(
        `${path}.visitsPerDay`,
        NO_VISITS,
        'visits on at least one day',
        'Nobody could be visited: give at least one day a number above 0.',
      ),
    );
  if (visits === undefined) {
    const hint = 'Write { "first": 4, "last": 1 }: visits a day when a stay begins and when it ends.';
    problems.push(error(`${path}.visits`, 'nothing', 'a plan of visits for each person, beside "visitsPerDay"', hint));
  } else problems.push(...everyone<VisitPlan>(names, `${path}.visits`, visits, fits));
  return problems;

  function fits(at: string, { first }: VisitPlan): Problem[] {
    if (first <= most || most === 0 || takesAll !== undefined) return [];
    const expected = `at most ${most}, the most visits that can be made on any day`;
    const hint =
      'Nobody could ever start: give a smaller number, or add "takesAll": true, so that people start all the same.';
    return [error(`${at}.first`, `${NEVER_FITS}: ${first} on its first day`, expected, hint)];
  }
}

/** Costs of what is never counted would be 0 without a word. */
export function costProblems(path: string, station: Station, placesKey: StationKind['placesKey']): Problem[] {
  const { costs, visitsPerDay } = station;
  const problems: Problem[] = [];
  if (costs?.visitGbp !== undefined && visitsPerDay === undefined) {
    const hint = 'No visits are counted here: give visitsPerDay, or the cost of a day as personDayGbp.';
    problems.push(error(`${path}.costs.visitGbp`, 'the cost of a visit', '"visitsPerDay" beside it', hint));
  }
  if (costs?.placeDayGbp !== undefined && (placesKey === null || typeof station[placesKey] !== 'number')) {
    const hint = 'There is no number of places to pay for: give the cost of a day as personDayGbp.';
    problems.push(error(`${path}.costs.placeDayGbp`, 'the cost of a place', 'a limited number of places', hint));
  }
  return problems;
}
