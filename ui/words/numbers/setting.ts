// A slider's number and unit in words: 55 %, 2.18 people a day, no limit.
import type { Control, NumberFacts } from '../../../engine/index.ts';
import { decimalsOf, type Value } from '../../model/values.ts';

/** A share is kept as 0.55 and shown as 55 %; everything else as it is. */
export const timesFor = (facts: NumberFacts | undefined): number => (facts?.unit === 'share' ? 100 : 1);

/** As it stands in the box: as exact as the slider, or as the document where that is finer, up to a point. */
export function showValue(value: Value | undefined, control: Control, facts: NumberFacts | undefined): string {
  if (value === undefined) return '';
  if (value === 'unlimited') return 'no limit';
  const times = timesFor(facts);
  const fromStep = Math.max(0, decimalsOf(control.step) - (times === 100 ? 2 : 0));
  const inFull = Number((value * times).toFixed(10));
  return String(Number(inFull.toFixed(Math.max(fromStep, times === 100 ? 1 : 3))));
}

/** The unit as it follows the label, unless the label says it already: "Ward beds", but "People ready to leave, a day". */
export function sayUnit(facts: NumberFacts | undefined, label = ''): string {
  if (!facts) return '';
  if (facts.unit === 'share') return '%';
  const isSaid = facts.unit === 'places' || facts.unit.split(' ').every((word) => label.toLowerCase().includes(word));
  return isSaid ? '' : facts.unit;
}

/** With its unit, for a sentence or a tick: "27", "55 %", "2.18". */
export const sayValue = (value: Value | undefined, control: Control, facts: NumberFacts | undefined): string =>
  value === undefined
    ? '–'
    : `${showValue(value, control, facts)}${facts?.unit === 'share' && value !== 'unlimited' ? ' %' : ''}`;
