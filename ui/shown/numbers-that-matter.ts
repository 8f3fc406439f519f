// Which numbers a paper lists: all where they are few; of many those that a reader would ask about, and how many others there are.
import type { Model } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';
import { optionOf, optionsOf } from '../model/values.ts';
import { sayCount } from '../words/numbers/count.ts';
import type { AssumptionLine } from './assumption-lines.ts';

/** The rows that a board reads; a model of no more numbers has all of them in its paper. */
export const MOST_IN_A_PAPER = 60;

type Changed = Pick<Settings, 'option' | 'set' | 'changes'>;

/** With a slider, changed on the screen, with a range, or changed by another option: the first of these where there is no room for all. */
export function numbersThatMatter(
  model: Model,
  shown: Changed,
  lines: readonly AssumptionLine[],
  most: number,
): AssumptionLine[] {
  if (lines.length <= most) return [...lines];
  const sliders = new Set((model.controls ?? []).map(({ path }) => path));
  const here = changedBy(model, shown);
  const elsewhere = new Set(optionsOf(model).flatMap(({ id }) => [...changedBy(model, { option: id })]));
  const rank = ({ path, range }: AssumptionLine) =>
    [sliders.has(path), isUnder(here, path), range !== undefined, isUnder(elsewhere, path)].indexOf(true);
  const matter = lines.filter((line) => rank(line) >= 0);
  const first = new Set(matter.toSorted((a, b) => rank(a) - rank(b)).slice(0, most));
  return matter.filter((line) => first.has(line));
}

/** For the whole run, or from a day on. */
function changedBy(model: Model, { option, set = {}, changes = [] }: Pick<Changed, 'option'> & Partial<Changed>) {
  const own = optionOf(model, option);
  const dated = (own.changes ?? []).flatMap((change) => Object.keys({ ...change.set, ...change.scale }));
  const byHand = [...Object.keys(set), ...changes.map(({ path }) => path)];
  return new Set([...Object.keys(own.set ?? {}), ...dated, ...byHand]);
}

/** An option may change a whole list or stay at once. */
const isUnder = (changed: ReadonlySet<string>, path: string): boolean =>
  changed.has(path) || [...changed].some((one) => path.startsWith(`${one}.`));

/** Undefined where all are listed. `table` is what lists them. */
export function sayOthers(listed: number, others: number, table = 'The table'): string | undefined {
  if (others === 0) return undefined;
  const where =
    'in the model’s workbook, with what is known of their sources (“Model as a workbook” in Share and open)';
  if (listed === 0)
    return `No number has a slider or a range, and no option changes one. All ${sayCount(others)} are ${where}.`;
  const these = listed === 1 ? '1 number that has' : `${sayCount(listed)} numbers that have`;
  const rest = others === 1 ? 'other is' : `other ${sayCount(others)} are`;
  return `${table} has ${these} a slider or a range, or that an option changes; the ${rest} ${where}.`;
}
