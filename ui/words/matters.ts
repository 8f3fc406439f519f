// How much a number matters, in words: what happens at either end of its range, and no claim where that could be chance.
import type { Interval, Swing } from '../../engine/index.ts';
import { sayDifference, sayDifferenceRange, sayLevel } from './numbers/difference.ts';
import { counted, PEOPLE } from './numbers/quantity.ts';

type Side = Swing['low'];

export const NO_DIFFERENCE = 'no clear difference';

export const UNSETTLED = 'does not settle';

/** "about 4 fewer people"; the same people come, so that zero is said as what it is. */
export function sayEnd({ mean, low, high }: Side): string {
  if (Number.isNaN(mean)) return UNSETTLED;
  if (mean === 0 && low === 0 && high === 0) return 'the same';
  if (!(low > 0 || high < 0)) return NO_DIFFERENCE;
  return `about ${sayDifference(mean, low, high, PEOPLE)}`;
}

/** From one end to the other: "about 14 people apart"; what the numbers are put in order by. */
export function sayApart({ apart: { mean, low, high }, isClear }: Swing): string {
  if (Number.isNaN(mean)) return '–';
  if (mean === 0 && low === 0 && high === 0) return 'no difference at all';
  if (!isClear) return NO_DIFFERENCE;
  // At which end there are more, the ends say.
  const [least, most] = [low, high].map(Math.abs).sort((a, b) => a - b);
  return `about ${counted(sayLevel(Math.abs(mean), least!, most!, PEOPLE), PEOPLE)} apart`;
}

export const sayApartRange = ({ apart: { mean, low, high } }: Swing): string =>
  Number.isNaN(mean)
    ? 'no average to compare'
    : mean === 0 && low === 0 && high === 0
      ? 'the same in every simulated year'
      : sayDifferenceRange(mean, low, high, PEOPLE);

/** "At 14 days the model has about 5 people waiting to leave hospital, at 35 days about 40 people": the ends of what was looked at. */
export function saySweep(
  said: (value: number) => string,
  values: readonly number[],
  looks: readonly Interval[],
  where: string,
): string {
  const people = ({ mean, low, high }: Interval) =>
    Number.isNaN(mean) ? UNSETTLED : `has about ${counted(sayLevel(mean, low, high, PEOPLE), PEOPLE)} waiting ${where}`;
  const [first, last] = [looks[0], looks.at(-1)!];
  const lastAt = said(values[looks.length - 1]);
  return `At ${said(values[0])} the model ${people(first)}; at ${lastAt} it ${people(last)}.`;
}
