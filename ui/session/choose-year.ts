// Which simulated year is on the map: a bad, a typical or a good one, by rank, in Explore as in Present.
import type { Model } from '../../engine/index.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import { results } from '../state/results.ts';
import { settings } from '../state/settings.ts';
import { stage } from '../state/staged.ts';
import { subjectOf } from '../model/values.ts';
import { yearByRank, type YearKind } from '../model/year-by-rank.ts';

/** Says whether the years to choose from have all come. */
export function chooseYear(model: Model, kind: YearKind): boolean {
  const { present } = settings.getState();
  const years = yearsOf(model);
  if (years.length < present.replications) return false;
  stage({ replication: yearByRank(years, kind) ?? FIRST_REPLICATION });
  return true;
}

export function yearsOf(model: Model) {
  const { station, measure } = subjectOf(model);
  return results.yearsOfToday(settings.getState().present, station, measure);
}
