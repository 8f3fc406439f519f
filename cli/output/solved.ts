// What a search has found: the values tried as a table, a sentence with what chance leaves open and what costs least, and the same as JSON.
import { cheapest, type Cheapest, type Solved } from '../../engine/index.ts';
import { amount, layTable } from './table.ts';

export const UNSETTLED = 'does not settle';

export interface Found {
  readonly paths: readonly string[];
  readonly numbersAt: (value: number) => Readonly<Record<string, number>>;
  readonly target: Readonly<Record<'text' | 'station' | 'measure' | 'statistic', string>>;
  readonly solved: Solved;
  readonly unit: string;
  /** The values that do not settle. */
  readonly unsettled: ReadonlySet<number>;
  /** Pounds a year at a value; none where the model has no prices. */
  readonly costs: ReadonlyMap<number, number>;
}

const cheapestOf = ({ solved, costs }: Found) => cheapest(solved, (value) => costs.get(value) ?? NaN);

/** NaN is no JSON. */
export function solvedJson(found: Found) {
  const { paths, numbersAt, solved, unsettled, costs } = found;
  const at = (value: number | null) => paths.length > 1 && { numbers: value === null ? null : numbersAt(value) };
  const cost = (value: number) => costs.size > 0 && { costGbpAYear: orNull(costs.get(value) ?? NaN) };
  const least = cheapestOf(found)?.least.value;
  return {
    ...solved,
    ...at(solved.value),
    ...(least !== undefined && { cheapest: { value: least, ...at(least), ...cost(least) } }),
    tried: solved.tried.map(({ value, mean, low, high, meets }) => ({
      value,
      ...at(value),
      mean: orNull(mean),
      ciLow: orNull(low),
      ciHigh: orNull(high),
      meets,
      ...cost(value),
      ...(unsettled.has(value) && { settles: false }),
    })),
  };
}
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const triesTable = ({ paths, numbersAt, target, solved: { tried }, unit, unsettled, costs }: Found): string =>
  layTable([
    {
      cells: [
        ...paths,
        `${target.station}.${target.measure}.${target.statistic}`,
        '95 % range',
        'target',
        ...(costs.size > 0 ? ['cost a year'] : []),
      ],
    },
    ...tried.map((one) => ({
      cells: [
        ...paths.map((path) => String(numbersAt(one.value)[path])),
        unsettled.has(one.value) ? UNSETTLED : amount(one.mean, unit),
        Number.isFinite(one.low) ? `${amount(one.low, unit)} to ${amount(one.high, unit)}` : '',
        one.meets ? 'met' : 'not met',
        ...(costs.size > 0 ? [pounds(costs.get(one.value) ?? NaN)] : []),
      ],
    })),
  ]);

export function sentence(found: Found): string {
  const { paths, numbersAt, target, solved } = found;
  const { outcome, value, couldBe, surely, isOrdered } = solved;
  const path = paths.join(' with ');
  const isAlone = paths.length === 1;
  const say = (one: number | null) =>
    one === null || isAlone ? String(one) : Object.values(numbersAt(one)).join(' with ');
  const how = isAlone
    ? ''
    : ' They were moved together, in proportion, from where they stand to the most of their sliders; other mixes were not tried.';
  const towards = outcome === 'most' ? 'up to' : 'from';
  const rule = target.text.trim();
  if (outcome === 'never') return `Neither the least nor the most of ${path} gives ${rule}.${how}`;
  if (outcome === 'always') return `${rule} holds at both the least and the most of ${path}.${how}`;
  const range =
    couldBe === null
      ? 'No range: one simulated period.'
      : surely === couldBe
        ? 'The 95 % ranges leave no other value open.'
        : `Within the 95 % ranges it could be ${say(couldBe)}, and ${surely === null ? 'no value tried is certain' : `the target is certain ${towards} ${say(surely)}`}.`;
  const caution = isOrdered ? '' : ' More does not always help here: see the table.';
  return `The ${outcome} of ${path} that gives ${rule}: ${say(value)}. ${range}${caution}${sayCheapest(say, cheapestOf(found))}${how}`;
}

/** Three figures: prices are no better known. */
const pounds = (gbpAYear: number): string =>
  Number.isFinite(gbpAYear) ? `£${Number(gbpAYear.toPrecision(3)).toLocaleString('en-GB')}` : '–';

/** `say` writes a value. Empty where the model has no prices. */
function sayCheapest(say: (value: number) => string, of: Cheapest | undefined): string {
  if (of === undefined) return '';
  const { found, least } = of;
  const costs = ` It costs about ${pounds(found.gbpAYear)} a year`;
  return found === least
    ? `${costs}, the least of the values tried that meet the target.`
    : `${costs}. Of the values tried that meet the target, ${say(least.value)} costs least: about ${pounds(least.gbpAYear)}.`;
}
