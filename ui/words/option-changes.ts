// What an option changes, a line for each number or text: "Places at home: 27 → 37", "From 8 Sept 2019, ward beds: 16".
import type { Change, Model, Option } from '../../engine/index.ts';
import { controlOf, isIn, valueAt } from '../values.ts';
import { sayDate } from './date.ts';

/** In the document's order; empty for an option that leaves today as it is. */
export function sayChanges(model: Model, { set = {}, changes = [] }: Option): string[] {
  const always = Object.entries(set).map(([path, value]) => {
    const before = valueAt(model, path);
    const was = before === undefined ? '' : `${sayAny(path, before)} → `;
    return `${nameOf(model, path)}: ${was}${sayAny(path, value)}`;
  });
  return [...always, ...changes.flatMap((change) => sayDated(model, change))];
}

function sayDated(model: Model, { onDate, atDay, untilDate, overDays, set = {}, scale = {} }: Change): string[] {
  const { startDate } = model.calendar;
  const from = sayDate(onDate ?? startDate, onDate === undefined ? (atDay ?? 0) : 0);
  const when = [
    `From ${from}`,
    overDays === undefined ? '' : ` over ${overDays} days`,
    untilDate === undefined ? '' : ` until ${sayDate(untilDate, 0)}`,
  ].join('');
  const line = (path: string, value: string) => `${when}, ${lowered(nameOf(model, path))}: ${value}`;
  return [
    ...Object.entries(set).map(([path, value]) => line(path, sayAny(path, value))),
    ...Object.entries(scale).map(([path, times]) => line(path, `× ${times}`)),
  ];
}

/** The slider's name where there is one; else whose it is, and the last of the path in words: "Ward, hours days". */
function nameOf(model: Model, path: string): string {
  const label = controlOf(model, path)?.label;
  if (label !== undefined) return label;
  const [family, id, ...rest] = path.split('.');
  const named = { stations: model.stations, needs: model.needs, streams: model.streams }[family!] as
    | Record<string, { label: string }>
    | undefined;
  if (named === undefined || id === undefined || !isIn(named, id)) return inWords(path);
  return rest.length === 0 ? named[id].label : `${named[id].label}, ${inWords(rest.join('.'))}`;
}

/** `surge.openAtWaiting` → "surge open at waiting". */
const inWords = (path: string): string =>
  path
    .replaceAll('.', ' ')
    .replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/-/g, ' ');

const lowered = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** Numbers as written, texts as written, and of what is larger only that it is another one. */
function sayAny(path: string, value: unknown): string {
  if (value === 'unlimited') return 'no limit';
  if (typeof value === 'number' && path.split('.').at(-2) === 'shares') return `${Number((value * 100).toFixed(1))} %`;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value === null) return 'none';
  if (Array.isArray(value) && value.every((one) => typeof one === 'number' || typeof one === 'string'))
    return value.join(', ');
  const text = JSON.stringify(value);
  return text.length <= MOST_LETTERS ? text.replace(/[{}"[\]]/g, '').replace(/([:,]) */g, '$1 ') : 'another one';
}

/** More than this of a stay or a table is no longer read beside a slider. */
const MOST_LETTERS = 80;
