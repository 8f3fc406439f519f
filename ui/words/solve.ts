// What would it take, in words: the fewest (or most) of one number so that a target holds, and what chance leaves open. Mixes of several: words/mix.ts.
import type { Cheapest, Solved, Tries } from '../../engine/index.ts';
import type { GoalKind } from '../model/goal.ts';
import type { Finding } from './headline.ts';

const people = (limit: number) => `${limit} ${limit === 1 ? 'person' : 'people'}`;

/** "at most 5 people waiting on 9 days in 10". */
export const sayGoal: Readonly<Record<GoalKind, (limit: number) => string>> = {
  mean: (limit) => `at most ${people(limit)} waiting on a typical day`,
  p90: (limit) => `at most ${people(limit)} waiting on 9 days in 10`,
  days: (limit) => `at most ${limit} ${limit === 1 ? 'day' : 'days'} waited each, on average`,
};

/** What is chosen among when several numbers are searched. */
export const sayMixes = (within: string): string =>
  `Every mix of them is a choice, from where each stands in “${within}” to the most of its slider. The answer adds the fewest places.`;

/** `label` names the number; `say` writes a value of it. */
export function saySolved(
  label: string,
  say: (value: number) => string,
  goal: string,
  tries: Tries,
  { outcome, value, couldBe, surely, isOrdered }: Solved,
): Finding {
  const caution = isOrdered ? '' : 'More does not always help here: look at every number tried. ';
  const ends = `${say(tries.least)} to ${say(tries.most)}`;
  if (outcome === 'always')
    return { sentence: `${label}: whatever it is from ${ends}, the model suggests ${goal}`, range: caution.trim() };
  if (outcome === 'never')
    return {
      sentence: `${label}: nothing from ${ends} is likely to be enough for ${goal}`,
      range: `${caution}Something else stands in the way.`,
    };
  const which = outcome === 'least' ? 'fewest' : 'most';
  return {
    sentence: `${label}: the model suggests that ${say(value!)} is the ${which} for ${goal}`,
    range: `${caution}${sayOpen(say, value!, couldBe, surely)}`,
  };
}

/** A range that chance leaves open, from the first number that may do to the first that is likely to. */
function sayOpen(say: (value: number) => string, value: number, couldBe: number | null, surely: number | null): string {
  if (couldBe === null) return 'One simulated year has no range.';
  if (surely === null) return `It could be ${say(couldBe)}, and no number tried is clearly enough.`;
  if (couldBe === surely) return `The ranges rule out every number but ${say(value)}.`;
  const [from, to] = [couldBe, surely].sort((a, b) => a - b);
  return `Likely between ${say(from!)} and ${say(to!)}.`;
}

/** What the number found costs, and which of those that meet the target costs least. */
export function sayCheapest(
  say: (value: number) => string,
  pounds: (gbpAYear: number) => string,
  { found, least }: Cheapest,
): string {
  const costs = `It costs about ${pounds(found.gbpAYear)} a year`;
  return least === found
    ? `${costs}, the least of the numbers tried that meet the target.`
    : `${costs}. Of the numbers tried that meet the target, ${say(least.value)} costs least: about ${pounds(least.gbpAYear)}.`;
}
