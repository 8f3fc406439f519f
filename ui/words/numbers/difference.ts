// A difference and its range in words: "about 6 fewer people", "likely between 4 and 8 fewer".
import type { Quantity } from './quantity.ts';
import { counted, PEOPLE } from './quantity.ts';
import { sayWithin, show as showNumber } from './rounding.ts';
import { spansZero } from './verdict.ts';

/** "6 fewer people", "1.4 days shorter", "6 points lower"; the noun goes where English wants it. */
export function sayAmount(value: number, step: number, quantity: Quantity, isLess = value < 0): string {
  const size = show(Math.abs(value), step, quantity);
  const direction = isLess ? quantity.less : quantity.more;
  if (quantity.less !== PEOPLE.less) return `${counted(size, quantity)} ${direction}`;
  return `${size} ${direction} ${size === '1' ? quantity.one : quantity.many}`;
}

export function sayDifference(value: number, low: number, high: number, quantity: Quantity): string {
  const said = scaled(value, low, high, quantity);
  // What is too small to show keeps its direction.
  return sayAmount(said.value, said.step, quantity, value < 0);
}

/** "likely between 4 and 8 fewer"; "likely between 2 fewer and 3 more" when zero lies inside. */
export function sayDifferenceRange(value: number, low: number, high: number, quantity: Quantity): string {
  const { low: from, high: to, step } = scaled(value, low, high, quantity);
  const size = (n: number) => show(Math.abs(n), step, quantity);
  if (!spansZero(low, high)) {
    const [small, large] = [from, to].map(Math.abs).sort((a, b) => a - b);
    const direction = sayDirection(high < 0, show(large, step, quantity), quantity);
    if (small === large) return `likely close to ${show(small, step, quantity)} ${direction}`;
    // A range that stays clear of zero must not be rounded to one that starts there.
    if (small === 0) return `likely up to ${show(large, step, quantity)} ${direction}`;
    return `likely between ${show(small, step, quantity)} and ${show(large, step, quantity)} ${direction}`;
  }
  if (from === 0 && to === 0) return 'likely the same or very nearly';
  const side = (n: number) => (n === 0 ? 'no difference' : `${size(n)} ${sayDirection(n < 0, size(n), quantity)}`);
  return `likely between ${side(from)} and ${side(to)}`;
}

/** "fewer" says that people are meant; "shorter" needs its days and "higher" its points. */
function sayDirection(isLess: boolean, shown: string, quantity: Quantity): string {
  const word = isLess ? quantity.less : quantity.more;
  return quantity.less === PEOPLE.less ? word : `${shown === '1' ? quantity.one : quantity.many} ${word}`;
}

/** "likely between 11 and 15 people" for a level rather than a difference. */
export function sayLevelRange(value: number, low: number, high: number, quantity: Quantity): string {
  // There are never fewer than no people, whatever a formula for ranges says.
  const { low: from, high: to, step } = scaled(value, Math.max(0, low), high, quantity);
  if (isNone(value, low, high)) return 'zero in every simulated run';
  if (from === 0 && to === 0) return `likely less than ${counted(show(step, step, quantity), quantity)}`;
  return from === to
    ? `likely close to ${counted(show(from, step, quantity), quantity)}`
    : `likely between ${show(from, step, quantity)} and ${counted(show(to, step, quantity), quantity)}`;
}

/** Not just too few to show. */
export const isNone = (value: number, low: number, high: number): boolean => value === 0 && low === 0 && high === 0;

export function sayLevel(value: number, low: number, high: number, quantity: Quantity): string {
  if (isNone(value, low, high)) return show(0, 1, quantity);
  const said = scaled(value, low, high, quantity);
  return show(said.value, said.step, quantity);
}

const scaled = (value: number, low: number, high: number, { times, least }: Quantity) =>
  sayWithin(value * times, low * times, high * times, typeof least === 'function' ? least(value * times) : least);

const show = (value: number, step: number, quantity: Quantity): string => (quantity.show ?? showNumber)(value, step);
