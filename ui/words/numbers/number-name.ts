// The name of a number of the document: whose it is and what it says, from the document's own labels.
import type { Model } from '../../../engine/index.ts';
import { isIn } from '../../model/values.ts';
import { sayDate } from './date.ts';
import { inWords, labelOfSlider, lowered, ownerOf } from './short-name.ts';

export interface NumberName {
  /** Whose it is: a service, a need, where people come from. */
  readonly part: string;
  readonly what: string;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January, February, March, April, May, June, July, August, September, October, November, December'.split(
  ', ',
);

/** What is timed, where a stay is not somebody's stay in a place. */
const timed: Readonly<Record<string, string>> = {
  prepare: 'Time to get ready',
  patience: 'Wait before giving up',
  turnaround: 'Time to make a place ready',
  everyDays: 'Time between arrivals',
  remaining: 'What is left of stays at the start',
  sinceDays: 'Wait before the start',
};
const open: Readonly<Record<string, string>> = {
  admits: 'Takes people in',
  releases: 'Lets people go',
  progresses: 'Care goes on',
  hours: 'Works',
  during: 'Places are made ready',
};
const atStart: Readonly<Record<string, string>> = {
  inCare: 'People in care at the start',
  delayedFor: 'People ready and delayed at the start',
  waiting: 'People waiting outside at the start',
};
const families: Readonly<Record<string, string>> = {
  consequencesOfDelay: 'Delay',
  population: 'Who lives here',
  calendar: 'The run',
  experiment: 'The run',
};

/** `title` is what the schema calls it; without one, the last word of the path. A slider's name goes before either. */
export function nameOfNumber(model: Model, path: string, title?: string): NumberName {
  const [family = '', id = '', ...inner] = path.split('.');
  const plan = planOf(model, family, id);
  if (plan) return { part: plan.title, what: ofPlan[inner[0] ?? ''] ?? '' };
  const owner = ownerOf(model, path);
  const part = owner ?? families[family] ?? capital(inWords(family));
  const label = labelOfSlider(model, path);
  if (label !== undefined) return { part, what: label };
  const from = owner !== undefined ? [family, id] : [family];
  const { words, of } = walk(model, from, owner !== undefined ? inner : [id, ...inner]);
  return { part, what: [what(words, title), ...of].filter(Boolean).join(', ') };
}

/** An option or a condition: a list by name, so a path goes in by id. */
const planOf = ({ options, conditions }: Model, family: string, id: string) =>
  ({ options, conditions })[family as 'options']?.find((one) => one.id === id);

const ofPlan: Readonly<Record<string, string>> = { set: 'What it sets', changes: 'What it changes on a date' };

/** In a list of many parts: "Ward: Beds". What a slider is called may end in the words of its part, which are then said once. */
export function sayPartAndWhat({ part, what }: NumberName): string {
  if (what.startsWith(part)) return what;
  const words = what.split(', ');
  const shared = words.findIndex((_, at) => at > 0 && part.endsWith(`, ${words.slice(at).join(', ')}`));
  return `${part}: ${(shared < 0 ? words : words.slice(0, shared)).join(', ')}`;
}

/** In one line: "Ward, beds"; by itself where the name says whose it is already. */
export function sayNumberName(model: Model, path: string, title?: string): string {
  const label = labelOfSlider(model, path);
  if (label !== undefined) return label;
  const { part, what: said } = nameOfNumber(model, path, title);
  return said === '' ? part : `${part}, ${lowered(said)}`;
}

/** Words of the schema met on the way in, and what of several is meant: whose, which way, which month. */
function walk(model: Model, from: readonly string[], steps: readonly string[]) {
  let node: unknown = from.reduce<unknown>((at, key) => child(at, key), model);
  const words: string[] = [];
  const of: string[] = [];
  for (const key of steps) {
    const { by } = (node ?? {}) as { by?: unknown };
    const last = words.at(-1) ?? '';
    if (typeof by === 'string') of.push(sayWho(model, by, key));
    else if (Array.isArray(node)) of.push(sayMember(model, last, node, Number(key)));
    else if (last === 'shares' || (last in atStart && of.length === 0)) of.push(shareOf(model, key));
    else words.push(key);
    node = child(node, key);
  }
  return { words, of };
}

function what(words: readonly string[], title: string | undefined): string {
  const last = words.at(-1) ?? '';
  // A length in hours is not the hours in which a team works.
  const hours = words.find((word, at) => word in open && (at === 0 || word !== 'hours'));
  if (hours !== undefined)
    return [open[hours], { fromHour: 'from', toHour: 'until', days: 'on' }[last]].join(' ').trim();
  const start = words.find((word) => word in atStart);
  if (start !== undefined && (last === start || last === 'people')) return atStart[start];
  if (last === 'shares') return 'Share of people';
  if (words.includes('next') && last === 'share') return 'Share who go on';
  if (words.includes('meansPerDay') && last === 'times') return 'Arrivals of every day, multiplied';
  if (words.includes('otherwise')) {
    if (last === 'afterDays') return 'Wait before asking for another place';
    if (last === 'stayFactor') return 'Length of stay there (1 = the usual stay)';
    if (last === 'priority') return 'Priority on the list of another place';
  }
  const said = title ?? capital(inWords(words.join('.')));
  const time = words.find((word) => word in timed);
  return time === undefined ? said : said.replace(/^Stay(?=:)/, timed[time]);
}

/** Of a list: which way, which month, which hours. */
function sayMember(model: Model, last: string, list: readonly unknown[], at: number): string {
  const { to, days } = (list[at] ?? {}) as { to?: string | string[]; days?: string };
  if (to !== undefined) return `to ${sayPlaces(model, to)}${isRepeated(list, to) ? ` (${at + 1})` : ''}`;
  if (days !== undefined) return days + (isSame(list, at) ? ` (${at + 1})` : '');
  if (last === 'monthFactors') return months[at];
  if ((last === 'weekdayFactors' || last === 'visitsPerDay') && list.length === 7) return weekdays[at];
  if (last === 'weekdayFactors' && list.length === 168) return `${weekdays[Math.floor(at / 24)]} ${at % 24}:00`;
  if (last === 'counts') return sayDate(model.calendar.startDate, at);
  const word = last === 'of' ? 'kind' : last === 'atDays' ? 'arrival' : 'number';
  return `${word} ${at + 1} of ${list.length}`;
}

const isRepeated = (list: readonly unknown[], to: unknown) =>
  list.filter((one) => String((one as { to?: unknown }).to) === String(to)).length > 1;
const isSame = (list: readonly unknown[], at: number) =>
  list.filter((one) => (one as { days?: string }).days === (list[at] as { days?: string }).days).length > 1;

function sayPlaces(model: Model, to: string | readonly string[]): string {
  const said = [to].flat().map((id) => (id === 'need' ? 'where they need to be' : labelOf(model, id)));
  const more = said.length - MOST_PLACES;
  return more > 1 ? `${said.slice(0, MOST_PLACES).join(', ')} or ${more} more` : said.join(' or ');
}
/** More than these are counted, not named. */
const MOST_PLACES = 2;

/** A value of a table: a need, where people come from, or an attribute's own word. */
function sayWho(model: Model, by: string, key: string): string {
  if (key === 'else') return 'everyone else';
  if (by === 'need') return isIn(model.needs, key) ? model.needs[key].label : key;
  if (by === 'stream') return isIn(model.streams, key) ? model.streams[key].label : key;
  return capital(key.replaceAll('-', ' '));
}

/** A need or a station by its label; else an attribute's own word. */
const shareOf = (model: Model, key: string): string =>
  isIn(model.needs, key) ? model.needs[key].label : labelOf(model, key);

const labelOf = ({ stations }: Model, id: string): string =>
  isIn(stations, id) ? stations[id].label : capital(id.replaceAll('-', ' '));

const child = (node: unknown, key: string): unknown =>
  typeof node === 'object' && node !== null && isIn(node, key) ? (node as never)[key] : undefined;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
