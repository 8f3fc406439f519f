// Outcomes in words: the right place first time, what a day of delay does, and what it rests on.
import type { DifferenceRow, Model, Row } from '../../engine/index.ts';
import { sayDifference, sayDifferenceRange, sayLevel, sayLevelRange } from './numbers/difference.ts';
import { sayUnaveraged, type Finding } from './headline.ts';
import { PERCENT, POINTS } from './numbers/quantity.ts';
import { isKnown, verdictOf } from './numbers/verdict.ts';

const STARTS = 'of people start in the place they need';

/** Simulated, and in no year was there anybody to measure: where all begin in one place, say. */
const isOfNobody = ({ value, replications }: Row): boolean => value === null && replications === 0;

export function sayRightPlace(what: string, row: Row | undefined): Finding {
  const unaveraged = sayUnaveraged(what, row);
  if (unaveraged) return unaveraged;
  if (row && isOfNobody(row)) return { sentence: `${what}: nobody’s first place can be a wrong one here`, range: '' };
  if (!row || !isKnown(row)) return { sentence: `${what}: working out who gets the place they need…`, range: '' };
  const range = [row.value!, row.ciLow!, row.ciHigh!] as const;
  return {
    sentence: `${what}: about ${sayLevel(...range, PERCENT)} % ${STARTS}`,
    range: sayLevelRange(...range, PERCENT),
  };
}

export function sayRightPlaceChange(what: string, row: DifferenceRow | undefined, isFinal = true): Finding {
  const unaveraged = sayUnaveraged(what, row);
  if (unaveraged) return unaveraged;
  if (row && isOfNobody(row)) return { sentence: `${what}: nobody’s first place can be a wrong one here`, range: '' };
  if (!row || !isKnown(row)) return { sentence: `${what}: working out the difference from today…`, range: '' };
  const range = [row.value!, row.ciLow!, row.ciHigh!] as const;
  if (range.every((n) => n === 0))
    return {
      sentence: `${what}: as many people as today start in the place they need`,
      range: 'the same in every simulated year',
    };
  const said = sayDifferenceRange(...range, POINTS);
  const { word } = verdictOf(row, isFinal);
  if (word === 'still sharpening')
    return { sentence: `${what}: still working out the difference from today`, range: said };
  if (word === 'no clear difference')
    return { sentence: `${what}: no clear difference in how many people start in the place they need`, range: said };
  return {
    sentence: `${what}: the model suggests the share of people who start in the place they need is about ${sayDifference(...range, POINTS)} than today`,
    range: said,
  };
}

export type Consequence = keyof NonNullable<Model['consequencesOfDelay']>;
export const consequences: readonly Consequence[] = [
  'stayDaysPerDelayedDay',
  'risePerDelayedDay',
  'readmitPerDelayedDay',
];

/** What a day of delay is taken to do; empty where it is taken to do nothing. */
export function sayConsequence(model: Model, which: Consequence, value: number): string {
  if (value === 0) return '';
  if (which === 'stayDaysPerDelayedDay')
    return `Each day of delay makes the next stay ${sayDays(Math.abs(value))} ${value < 0 ? 'shorter' : 'longer'}.`;
  if (which === 'readmitPerDelayedDay')
    return `Each day of delay adds ${digits(100 * value)} in 100 to the share of people who come back.`;
  const rising = Object.values(model.needs).flatMap(({ label, risesTo }) =>
    risesTo === undefined ? [] : [`from ${label} to ${model.needs[risesTo]?.label ?? risesTo}`],
  );
  const share = digits(100 * (1 - Math.exp(-value)));
  return `On each day of delay about ${share} in 100 people come to need more care${rising.length > 0 ? ` (${rising.join('; ')})` : ''}.`;
}

const digits = (value: number): string => String(Number(value.toPrecision(2)));

/** 0.05 days are easier to picture as hours. */
function sayDays(days: number): string {
  const hours = days * 24;
  if (days >= 1) return `${digits(days)} ${days === 1 ? 'day' : 'days'}`;
  return hours >= 1
    ? `about ${digits(hours)} ${digits(hours) === '1' ? 'hour' : 'hours'}`
    : `about ${digits(hours * 60)} minutes`;
}
