// How many times the model was run, in words: years where a run is one year, else runs and how long each is.
import { sayCount } from './count.ts';

const few = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** A year of whole weeks is still a year, and five have a leap day or two. */
const SLACK_DAYS = 2;

/** How long one run is: "a year", "five years", "90 days". */
export function sayLength(runDays: number): string {
  const years = yearsIn(runDays);
  if (years === undefined) return `${runDays} ${runDays === 1 ? 'day' : 'days'}`;
  return years === 1 ? 'a year' : `${few[years] ?? years} years`;
}

/** "100 simulated years", "20 simulated runs of five years", "100 simulated runs of 91 days". */
export function sayRuns(count: number, runDays: number): string {
  const many = sayCount(count);
  if (yearsIn(runDays) === 1) return `${many} simulated ${count === 1 ? 'year' : 'years'}`;
  return `${many} simulated ${count === 1 ? 'run' : 'runs'} of ${sayLength(runDays)}`;
}

function yearsIn(runDays: number): number | undefined {
  const years = Math.round(runDays / 365.25);
  return years >= 1 && Math.abs(runDays - 365.25 * years) <= SLACK_DAYS ? years : undefined;
}

/** "One simulated year", "One simulated run of 90 days". */
export const sayOne = (runDays: number): string => sayRuns(1, runDays).replace('1', 'One');

/** "one of 100 simulated years"; of one, "one simulated year". */
export function sayOneOf(count: number, runDays: number): string {
  return count === 1 ? sayRuns(1, runDays).replace('1', 'one') : `one of ${sayRuns(count, runDays)}`;
}
