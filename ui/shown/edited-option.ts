// The edited settings as an option of the document: all that they change, and which option equals them. Fetched once something is edited.
import { dayNumber, type Change, type Model, type Option } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';
import { optionOf, optionsOf, otherShares, valueAt } from '../model/values.ts';

type Edited = Pick<Settings, 'option' | 'set' | 'changes'>;
type Values = Readonly<Record<string, unknown>>;

/** All that it changes of today, the option's own changes among them. */
export function editedOption(model: Model, { option, set, changes }: Edited): Option {
  const began = optionOf(model, option);
  const whole = laidOver(laidOver(model, began.set), set);
  const own = Object.keys(began.set ?? {});
  // The option may set something larger that holds the number that was moved.
  const paths = [...own, ...Object.keys(set).filter((path) => !own.some((one) => `${path}.`.startsWith(`${one}.`)))];
  const differs = (path: string) => textOf(valueAt(model, path)) !== textOf(valueAt(whole, path));
  return {
    id: '',
    title: '',
    set: Object.fromEntries(paths.filter(differs).map((path) => [path, valueAt(whole, path)])),
    changes: [
      ...(began.changes ?? []),
      ...changes.map(({ atDay, path, value }) => ({ atDay, set: { [path]: value } })),
    ],
  };
}

/** The option of the document that gives the very same; undefined where there is none. */
export function sameOption(model: Model, edited: Edited): Option | undefined {
  const kept = lookedUp.get(edited);
  if (kept?.model === model) return kept.same;
  const same = optionsOf(model)[printsOf(model).indexOf(printOfEdited(model, edited))];
  lookedUp.set(edited, { model, same });
  return same;
}

/** Settings are never altered, and everything on the screen that names them asks. */
const lookedUp = new WeakMap<Edited, { readonly model: Model; readonly same: Option | undefined }>();

/** Settings with the same one give the same people in the same places, whatever they are called. */
export function printOfEdited(model: Model, edited: Edited): string {
  const whole = laidOver(laidOver(model, optionOf(model, edited.option).set), edited.set);
  return printOf(whole, editedOption(model, edited).changes);
}

/** Of the document's options, in their order, made once: what is edited is looked up while a thumb moves. */
export function printsOf(model: Model): readonly string[] {
  const prints = known.get(model) ?? optionsOf(model).map((one) => printOf(laidOver(model, one.set), one.changes));
  known.set(model, prints);
  return prints;
}

const known = new WeakMap<Model, readonly string[]>();

/** The document with values laid over. Shares of a group that are not set keep their proportions. */
function laidOver(model: Model, set: Values = {}): Model {
  const free = (path: string) => otherShares(model, path).filter((other) => set[other] === undefined);
  const sumOf = (paths: readonly string[], of: (path: string) => unknown) =>
    paths.reduce((sum, path) => sum + Number(of(path)), 0);
  const following = Object.keys(set).flatMap((path) => {
    const others = free(path);
    const taken = sumOf([path, ...otherShares(model, path).filter((one) => !others.includes(one))], (one) => set[one]);
    const before = sumOf(others, (one) => valueAt(model, one));
    return others.map((one): [string, number] => [one, (Number(valueAt(model, one)) * (1 - taken)) / before]);
  });
  let whole: unknown = model;
  for (const [path, value] of [...Object.entries(set), ...following]) whole = withValue(whole, path.split('.'), value);
  return whole as Model;
}

/** A copy with the value there; nothing else changes. */
function withValue(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy: Record<string, unknown> = Array.isArray(whole) ? ([...whole] as never) : { ...(whole as object) };
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

/** Documents and changes with the same one give the same people in the same places on every day. */
function printOf(model: Model, changes: readonly Change[] = []): string {
  const { stations, needs, streams, initial, attributes, population, consequencesOfDelay } = model;
  const dated = [...new Map(changes.flatMap((change) => datedOf(model, change)))].sort();
  return textOf([stations, needs, streams, initial, attributes, population, consequencesOfDelay, dated]);
}

/** Each number of a dated change by itself, its day counted; of two for one number on one day the later holds. */
function datedOf(model: Model, change: Change): [string, unknown][] {
  const { onDate, atDay = 0, untilDate = '', overDays = 1, set = {}, scale = {} } = change;
  const day = onDate === undefined ? atDay : dayNumber(onDate) - dayNumber(model.calendar.startDate);
  const each = (kind: string, values: Values) =>
    Object.entries(values).map(([path, value]): [string, unknown] => [
      [day, untilDate, overDays, kind, path].join(' '),
      value,
    ]);
  return [...each('set', set), ...each('scale', scale)];
}

/** Whatever order its keys were written in, and without the dust that sums of shares leave. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one === 'number') return Number(one.toPrecision(12));
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    const present = Object.entries(one).filter(([, inner]) => inner !== null);
    return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? '';
