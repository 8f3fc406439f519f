// What an option changes, a line for each number or text: "Places at home: 27 → 37", "From 8 Sept 2019, Ward beds: 16".
import type { Change, Model, Option } from '../../engine/index.ts';
import { valueAt } from '../model/values.ts';
import { sayDate } from './numbers/date.ts';
import { sayUnitOnce } from './numbers/rounding.ts';
import { sayShortName } from './numbers/short-name.ts';

/** What a number is called, and how its value is said. */
export interface NumberWords {
  readonly name: (model: Model, path: string) => string;
  readonly say: (path: string, value: unknown) => string;
}

/** In the document's order; empty for an option that leaves today as it is. */
export function sayChanges(
  model: Model,
  { set = {}, changes = [] }: Pick<Option, 'set' | 'changes'>,
  words: Partial<NumberWords> = {},
): string[] {
  const { name = sayShortName, say = sayAny } = words;
  const always = Object.entries(set).map(([path, value]) => {
    const before = valueAt(model, path);
    const now = say(path, value);
    return `${name(model, path)}: ${before === undefined ? now : sayUnitOnce(say(path, before), ' → ', now)}`;
  });
  return [...always, ...changes.flatMap((change) => sayDated(model, change, words))];
}

/** The changes of one date, a line each. */
export function sayDated(
  model: Model,
  { onDate, atDay, untilDate, overDays, set = {}, scale = {} }: Change,
  { name = sayShortName, say = sayAny }: Partial<NumberWords> = {},
): string[] {
  const { startDate } = model.calendar;
  const from = sayDate(onDate ?? startDate, onDate === undefined ? (atDay ?? 0) : 0);
  const when = [
    `From ${from}`,
    overDays === undefined ? '' : ` over ${overDays} days`,
    untilDate === undefined ? '' : ` until ${sayDate(untilDate, 0)}`,
  ].join('');
  const line = (path: string, value: string) => `${when}, ${name(model, path)}: ${value}`;
  return [
    ...Object.entries(set).map(([path, value]) => line(path, say(path, value))),
    ...Object.entries(scale).map(([path, times]) => line(path, `× ${times}`)),
  ];
}

/** Kept as 0.55, said as 55 %: a share of people, or growth. */
export function isPercent(path: string): boolean {
  const [group, key] = path.split('.').slice(-2);
  return group === 'shares' || key === 'growthPerYear';
}

/** Numbers no finer than the page has them, texts as written, and of what is larger only that it is another one. */
export function sayAny(path: string, value: unknown): string {
  if (value === 'unlimited') return 'no limit';
  if (typeof value === 'number' && isPercent(path)) return `${Number((value * 100).toFixed(1))} %`;
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(6)));
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value === null) return 'none';
  if (Array.isArray(value) && value.every((one) => typeof one === 'number' || typeof one === 'string'))
    return value.join(', ');
  const text = JSON.stringify(value);
  return text.length <= MOST_LETTERS ? text.replace(/[{}"[\]]/g, '').replace(/([:,]) */g, '$1 ') : 'another one';
}

/** More than this of a stay or a table is no longer read beside a slider. */
const MOST_LETTERS = 80;
