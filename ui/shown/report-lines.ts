// What the report compares: the numbers that each option changes, and its measures.
import type { Model } from '../../engine/index.ts';
import type { AssumptionLine } from './assumption-lines.ts';
import type { Line } from './line.ts';
import { totalLine } from './cost-lines.ts';
import { settingOf } from './outcome-lines.ts';
import type { Settings } from '../model/asked.ts';
import { areasOf } from '../model/on-the-ground.ts';
import { hasPlaces, optionOf, subjectOf, valueAt, valueUnderOption } from '../model/values.ts';
import { sayNumberName } from '../words/numbers/number-name.ts';
import { sayNumber } from '../words/numbers/number-value.ts';
import { DAYS, KM, PEOPLE, PERCENT, PLACES, POINTS } from '../words/numbers/quantity.ts';

export interface ChangedLine {
  readonly path: string;
  readonly name: string;
  readonly today: string;
  readonly now: string;
  readonly isYours: boolean;
}

/** Numbers and texts set for the whole run, by the option and then by whoever moved them. */
export function changedLines(
  model: Model,
  { option, set }: Pick<Settings, 'option' | 'set'>,
  numbers: readonly AssumptionLine[],
): ChangedLine[] {
  const of = optionOf(model, option).set ?? {};
  return [...new Set([...Object.keys(of), ...Object.keys(set)])].map((path) => {
    const facts = numbers.find((line) => line.path === path)?.facts;
    const say = (value: unknown) =>
      facts && (typeof value === 'number' || value === 'unlimited') ? sayNumber(value, facts, path) : sayPlain(value);
    return {
      path,
      name: sayNumberName(model, path, facts?.title),
      today: say(valueAt(model, path)),
      now: say(set[path] ?? valueUnderOption(model, option, path) ?? of[path]),
      isYours: set[path] !== undefined,
    };
  });
}

function sayPlain(value: unknown): string {
  if (value === undefined) return 'not set';
  if (value === null) return 'taken away';
  if (value === 'unlimited') return 'no limit';
  return typeof value === 'object' ? 'another one' : String(value);
}

/** More services than this make no table that is read. */
const MOST_SERVICES = 5;

/** Waiting first, then what it is bought with: places that stand empty, and money where a source is given. */
export function measureLines(model: Model): Line[] {
  const { station, measure } = subjectOf(model);
  const waiting = { station, measure, quantity: PEOPLE };
  const days: Line[] =
    station === 'all'
      ? []
      : [
          {
            label: 'Days waited each, on average',
            station,
            measure: measure === 'delayed' ? 'stayDays' : 'delayDays',
            quantity: DAYS,
            betterWhen: 'less',
          },
        ];
  const services = Object.entries(model.stations).filter(([id]) => hasPlaces(model, id) && settingOf(model, id));
  const free: Line[] =
    services.length > MOST_SERVICES
      ? []
      : services.map(([id, { label }]) => ({
          label: `${label}: places empty on a typical day`,
          station: id,
          measure: 'free',
          quantity: PLACES,
        }));
  return [
    { label: 'People waiting on a typical day', ...waiting },
    { label: 'On 1 day in 10, more people than', statistic: 'p90', ...waiting },
    ...days,
    { label: 'Right place first time', station: 'all', measure: 'rightPlace', quantity: PERCENT, change: POINTS },
    ...closenessLines(model),
    ...free,
    { ...totalLine, label: 'Cost of everything that has a price' },
  ];
}

/** Where a document says where people live and where its beds are. */
export function closenessLines(model: Model): Line[] {
  if (!areasOf(model)) return [];
  return [
    { label: 'Placed close to home', station: 'all', measure: 'closeToHome', quantity: PERCENT, change: POINTS },
    { label: 'Distance from home', station: 'all', measure: 'distance', quantity: KM },
  ];
}
