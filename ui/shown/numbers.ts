// The numbers on the screen: where one row is found, and the command that prints all of them.
import { isRowOf, type RowKey } from '../../engine/index.ts';
import type { Shown } from '../model/shown.ts';
import { hasEdits } from '../model/asked.ts';
import { TODAY } from '../model/values.ts';
import { FEWEST_FOR_NO_DIFFERENCE } from '../words/numbers/verdict.ts';

/** The one row of a measure, or nothing when this model has none. */
export function rowOf<R extends RowKey>(
  rows: readonly R[] | undefined,
  station: string,
  measure: string,
  statistic = 'mean',
  who = 'all',
): R | undefined {
  return rows?.find((row) => isRowOf(row, station, measure, statistic, who));
}

/** Whether today is beside what is shown, rather than being it. */
export const isCompared = (shown: Shown | undefined): boolean =>
  shown !== undefined && !(shown.settings.option === TODAY && !hasEdits(shown.settings));

/** Whether there are enough simulated years to say that there is no clear difference. */
export const isEnough = ({ replications, settings }: Shown): boolean =>
  replications >= Math.min(settings.replications, FEWEST_FOR_NO_DIFFERENCE);

/** The command that prints the text of `numbersDocument`. `name` is the model's in the terminal: an id that comes with it, or a file. */
export function commandFor(name: string, { settings }: Pick<Shown, 'settings'>): string {
  const { option, conditions, set, changes, seed, replications } = settings;
  const isAlone = option === TODAY || hasEdits(settings);
  const what = isAlone ? `run ${name} --option ${option}` : `compare ${name} --options ${TODAY},${option}`;
  const under = conditions.map((id) => ` --condition ${id}`);
  const sets = Object.keys(set).map((path) => ` --set ${path}=${set[path]}`);
  const dated = changes.map(({ path, atDay, value }) => ` --set ${path}@${atDay}=${value}`);
  return `npx onward ${what}${[...under, ...sets, ...dated].join('')} --seed ${seed} --replications ${replications} --json`;
}
