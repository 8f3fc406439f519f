// Why somebody waits, in plain words: what kept them, and who was in the queue before them.
import { causes, type Wait } from '../../../engine/index.ts';
import type { Elsewhere } from '../elsewhere.ts';
import { allOf, type WhyNames } from '../why-waiting.ts';
import { capital, many, named, placeNamed } from './plain.ts';

/** What kept her, on the day that is looked at. `elsewhere`: who had a place there and needed other care. */
export function sayWhyPlainly(wait: Wait, names: WhyNames, elsewhere: readonly Elsewhere[]): string[] {
  const isFull = causes[wait.cause] === 'no place' && wait.places > 0;
  return [sayCause(wait, names), isFull ? sayWrongCare(elsewhere) : '', sayQueue(wait)].filter((line) => line !== '');
}

/** The reason behind the reason: why a plan with fewer of these places may still help her. */
function sayWrongCare(elsewhere: readonly Elsewhere[]): string {
  const people = elsewhere.reduce((sum, one) => sum + one.people, 0);
  if (people === 0) return '';
  const care = elsewhere.map((one) => named(one.care)).join(' or ');
  return `But ${many(people, 'person in there needs', 'people in there need')} other care: ${care}. They did not get it, so they came here.`;
}

function sayCause(wait: Wait, names: WhyNames): string {
  const { station, places, inUse, isSeen } = wait;
  const where = placeNamed(names.label(station));
  const cause = causes[wait.cause];
  if (cause === 'assessment') {
    const first = `Before she could go, she had to be seen by ${where}.`;
    if (isSeen) return `${first} They were seeing her.`;
    // Who is free and at work would see somebody.
    return `${first} They had not come to her yet.${inUse < places ? ' They were not at work at that hour.' : ''}`;
  }
  if (cause === 'preparation') return `There was a place for her at ${where}. It had to be made ready first.`;
  if (cause === 'no place') {
    if (places === 0) return `There were no ${names.place(station).many} open at ${where}.`;
    return `${capital(allOf(wait, names, placeNamed))} ${places === 1 ? 'was' : 'were'} full.`;
  }
  if (cause === 'starts limit')
    return `${capital(where)} can take on ${many(wait.startsPerMonth, 'person', 'people')} a month. This month it had no more room.`;
  if (cause === 'visits') return `The staff of ${where} had no time left that day to visit one more person.`;
  if (wait.closed === 'here') return `At that hour nobody could leave ${placeNamed(names.label(wait.held))}.`;
  return inUse < places
    ? `There was room at ${where}, but at that hour it took nobody in.`
    : `At that hour ${where} took nobody in.`;
}

function sayQueue({ isSeen, preparedDay, ahead, isAtLeast, cause }: Wait): string {
  if (isSeen || !Number.isNaN(preparedDay) || causes[cause] === 'closed hours') return '';
  if (ahead === 0) return isAtLeast ? '' : 'She was the first in the queue.';
  return `${isAtLeast ? 'At least ' : ''}${many(ahead, 'person was', 'people were')} in the queue before her.`;
}

/** What it does to people, from the announcement that the first model is about. */
export const HARM = [
  'When you are well again, a long stay in hospital can do harm. It may get harder to walk, to wash, to dress and to cook. For some it stays that way.',
] as const;

export const HARM_SOURCE =
  'Dr Steve Lloyd, NHS Derby and Derbyshire Clinical Commissioning Group, 7 June 2019: delay goes with poorer mobility and long-term ability to self-care.';

/** Whether the model counts that: `daysPerDay` is what a day of delay adds to the next stay. */
export function sayHarmCounted(daysPerDay: number): string {
  if (daysPerDay < 0)
    return 'This model does not count that harm. It takes it that people go on getting better while they wait.';
  if (daysPerDay === 0) return 'This model does not count that harm. It only counts the days.';
  const hours = 24 * daysPerDay;
  const more = hours < 1.5 ? 'about an hour' : hours < 24 ? `about ${Math.round(hours)} hours` : 'a day or more';
  return `In this model each day of waiting makes the next stay ${more} longer.`;
}
