// A number of the document with its unit in words: 27 beds, 55 %, £395 a delayed day, 9:00, no limit.
import type { NumberFacts } from '../../../engine/index.ts';
import type { Value } from '../../model/values.ts';
import { sayUnitOnce } from './rounding.ts';

/** Kept as 0.55 and said as 55 %: shares, and growth, which is a share of what is there. */
export const isShare = ({ unit, title }: NumberFacts): boolean =>
  unit === 'share' || unit === 'share a day' || title.startsWith('Growth');

const ones: Readonly<Record<string, string>> = {
  days: 'day',
  hours: 'hour',
  people: 'person',
  beds: 'bed',
  places: 'place',
  starts: 'start',
  'visits a day': 'visit a day',
  'simulated years': 'simulated year',
  'days a day': 'day a day of delay',
};
/** Where the schema's word is not one to read out. */
const units: Readonly<Record<string, string>> = {
  share: '%',
  'share a day': '% a day of delay',
  'days a day': 'days a day of delay',
  replications: 'simulated years',
  seed: '',
  rank: '',
  'whole number': '',
};

/** The unit by itself, for the head of a column or beside a box to type in; `path` says whether it counts beds. */
export function unitOf(facts: NumberFacts, path: string): string {
  if (facts.title.startsWith('Growth')) return '% a year';
  if (facts.unit === 'places') {
    const key = path.split('.').at(-1);
    return key === 'beds' || key === 'staff' ? key : 'places';
  }
  return units[facts.unit] ?? facts.unit;
}

export function sayNumber(value: Value | undefined, facts: NumberFacts, path: string): string {
  if (value === undefined) return '–';
  if (value === 'unlimited') return 'no limit';
  if (facts.unit === 'seed') return String(value);
  if (facts.unit === 'hour') return sayHour(value);
  if (facts.unit === 'times') return `× ${shown(value)}`;
  if (facts.unit === 'day of the run') return `day ${shown(value)}`;
  if (facts.unit.startsWith('£')) return `${sayPounds(value)} ${facts.unit.slice(2)}`;
  const size = isShare(facts) ? percent.format(value * 100).replace('-', '−') : shown(value);
  const unit = unitOf(facts, path);
  return `${size} ${size === '1' ? (ones[unit] ?? unit) : unit}`.trim();
}

/** "14 to 35 days": the unit once, where it is the same. Undefined where no range is given. */
export function sayRange(
  low: number | undefined,
  high: number | undefined,
  facts: NumberFacts,
  path: string,
): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined) return `up to ${sayNumber(high, facts, path)}`;
  if (high === undefined) return `${sayNumber(low, facts, path)} or more`;
  return sayUnitOnce(sayNumber(low, facts, path), ' to ', sayNumber(high, facts, path));
}

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4, maximumSignificantDigits: 6 });
const shown = (value: number): string => format.format(value).replace('-', '−');

/** No share is known better than this. */
const percent = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });

const sayPounds = (value: number): string =>
  `£${value.toLocaleString('en-GB', { minimumFractionDigits: Number.isInteger(value) ? 0 : 2, maximumFractionDigits: 2 })}`;

function sayHour(hour: number): string {
  const minutes = Math.round((hour % 1) * 60);
  return `${Math.floor(hour)}:${String(minutes).padStart(2, '0')}`;
}
