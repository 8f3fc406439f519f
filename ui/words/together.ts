// Numbers tried together, in words: how many combinations, which has the fewest people waiting, and what chance leaves open.
import type { Interval } from '../../engine/index.ts';
import { sayCount } from './numbers/count.ts';
import { sayLevel, sayLevelRange } from './numbers/difference.ts';
import { UNSETTLED } from './matters.ts';
import { counted, PEOPLE } from './numbers/quantity.ts';

/** A combination as it is said: "Places at home at 30 and Supportive beds at 9". */
export interface SaidCombination {
  readonly said: string;
  /** NaN where it does not settle. */
  readonly look: Interval;
}

export function sayCombinations(all: readonly SaidCombination[], where: string): string {
  const settled = all.filter(({ look }) => !Number.isNaN(look.mean));
  const unsettled = all.length - settled.length;
  const [best] = settled.toSorted((a, b) => a.look.mean - b.look.mean);
  if (!best) return `None of the ${sayCount(all.length)} combinations settles, so there is no average to show.`;
  const { mean, low, high } = best.look;
  const about = `about ${counted(sayLevel(mean, low, high, PEOPLE), PEOPLE)} (${sayLevelRange(mean, low, high, PEOPLE)})`;
  const fewest = `Fewest people wait ${where} with ${best.said}: ${about}.`;
  const rivals = settled.filter((one) => one !== best && one.look.low <= high).length;
  const also =
    rivals === 0
      ? ''
      : ` ${rivals === 1 ? 'One other combination' : `${sayCount(rivals)} other combinations`} may have as few.`;
  const not =
    unsettled === 0
      ? ''
      : ` ${sayCount(unsettled)} of ${sayCount(all.length)} combinations ${unsettled === 1 ? `${UNSETTLED} and has` : 'do not settle and have'} no average.`;
  return `${fewest}${also}${not}`;
}

/** "81 combinations, 40 simulated years of each" */
export const sayHowMany = (combinations: number, years: number): string =>
  `${sayCount(combinations)} combination${combinations === 1 ? '' : 's'}, ${sayCount(years)} simulated years of each`;

export const sayTooMany = (combinations: number, most: number): string =>
  `That would be ${sayCount(combinations)} combinations; here there is time for ${sayCount(most)}. Take larger steps, or give the command below in a terminal.`;
