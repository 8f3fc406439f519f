// Checks a team: somebody is on duty, now or once an option says so.
import type { Model } from '../document.ts';
import type { Station } from '../document/stations.ts';
import { error, warning, type Problem } from '../../ground/problem.ts';

export const NO_STAFF = 'a team with no staff';

export function teamProblems(model: Model, path: string, { staff, surge }: Station): Problem[] {
  if (staff !== 0 || (surge?.staff ?? 0) > 0) return [];
  const key = `${path}.staff`;
  const gives = (values: Readonly<Record<string, unknown>> = {}) =>
    values[key] === 'unlimited' || (typeof values[key] === 'number' && values[key] > 0);
  const plans = [...(model.options ?? []), ...(model.conditions ?? [])];
  const dated = plans.flatMap((plan) => plan.changes ?? []).some((change) => gives(change.set));
  if (dated) return [];
  if ((model.options ?? []).some((option) => gives(option.set))) {
    const expected = 'staff, or ways that nobody takes';
    return [
      warning(
        key,
        'a team with no staff',
        expected,
        'Only some options give it staff: in the others, everyone who comes waits for ever.',
      ),
    ];
  }
  return [error(key, NO_STAFF, 'at least one', 'Everyone who comes would wait for ever: give it staff.')];
}
