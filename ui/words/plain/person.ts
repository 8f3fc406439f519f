// One invented person's way in plain words: who they are, what happens to them, and how the same days go with the plan.
import type { Subject } from '../../model/values.ts';
import { daysOf, type Course, type Span } from '../../playback/course.ts';
import type { Typical } from '../../playback/typical-person.ts';
import { neededIn } from '../elsewhere.ts';
import type { WhyNames } from '../why-waiting.ts';
import { named, placeNamed, sayDays, WHO } from './plain.ts';
import { sayCount } from '../numbers/count.ts';

/** Half a day: less is no wait that anybody would tell of. */
const LEAST_DAYS = 0.5;

/** As the dates beside it have them: from the 11th to the 15th are four days, at whatever hour. */
const daysByDate = ({ fromDay, toDay }: Span): number => Math.floor(toDay) - Math.floor(fromDay);

/** What the lines of her way say of waiting, added up. */
export const daysSaid = ({ spans }: Course): number =>
  together(spans).reduce((days, span) => days + (span.what === 'in care' ? 0 : daysByDate(span)), 0);

/** What people wait for, in the story of a document: to leave a bed they no longer need, or for a first place. */
export type Kind = 'to leave' | 'for a place';

export const kindOf = ({ measure }: Pick<Subject, 'measure'>): Kind =>
  measure === 'delayed' ? 'to leave' : 'for a place';

/** What a place looks like from the inside, for who has never had one. */
const explained = {
  bed: 'That is a bed on a ward, with nurses close by.',
  roofed: 'That is a bed in a home, with people there to help.',
  house: 'That is help that comes to her own home.',
  staff: 'That is a team that comes to see people.',
} as const;

/** `place`: what she would get there. */
export function sayWhoSheIs(kind: Kind, need: string, place: keyof typeof explained | undefined): string[] {
  return [
    `${WHO} is not real. But she could be you, or your mother.`,
    `${kind === 'to leave' ? `She has been ill in hospital. Now she is well enough to leave, but she still needs help. She is` : 'She is'} on the list for ${named(neededIn(need))}.${place === undefined ? '' : ` ${explained[place]}`}`,
  ];
}

/** What a table calls so is known only to who has planned care. */
export const A_PLACE_AT_HOME = 'A place at home is help for one person in their own home.';

/** A line for each thing that happens. */
export function sayWay({ spans, left, gaveUp }: Course, { label, date }: Pick<WhyNames, 'label' | 'date'>): string[] {
  const lines = together(spans).map((span) => {
    const [on, where, takes] = [`${date(span.fromDay)}:`, placeNamed(label(span.station)), sayDays(daysByDate(span))];
    if (span.what === 'in care')
      return `${on} she gets a place in ${where}. Her care there takes ${sayAbout(daysOf(span))}.`;
    if (span.what === 'waiting outside') return `${on} she has to wait for ${where}. She waits ${takes}.`;
    if (span.what === 'being seen') return `${on} she has to wait until ${where} can see her. This takes ${takes}.`;
    return `${on} she is ready to go, but has to wait in her bed. She waits ${takes}.`;
  });
  if (left)
    lines.push(
      gaveUp
        ? `${date(left.day)}: she stops waiting and leaves.`
        : `${date(left.day)}: she goes on to ${named(label(left.station))}.`,
    );
  return lines;
}

/** The same care lasts as long in both futures, and begins at another hour. */
const sayAbout = (days: number): string => sayDays(days).replace(/^(?=\d)/, 'about ');

/** A wait in her bed goes on while somebody sees her there; one of less than half a day, or within one date, is left out. Picture and words have the same. */
export function together(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const one of spans) {
    const last = found.at(-1);
    const isInBed = ({ what }: Span) => what === 'ready, waiting' || what === 'being seen';
    if (last && isInBed(last) && isInBed(one))
      found[found.length - 1] = { ...last, what: 'ready, waiting', toDay: one.toDay };
    else found.push(one);
  }
  return found.filter((span) => span.what === 'in care' || (daysOf(span) >= LEAST_DAYS && daysByDate(span) > 0));
}

export function sayTodayOf(waited: number, kind: Kind): string {
  if (waited === 0) return `There is a place for ${WHO} on the same day. She does not have to wait.`;
  if (kind === 'for a place') return `There is no place for ${WHO} when she comes. She has to wait ${sayDays(waited)}.`;
  return `${WHO} cannot go yet. She stays in a bed that she does not need, and waits ${sayDays(waited)}.`;
}

/** The same person in both futures, in days as said. What is said of the difference is the difference of what is said. */
export function sayPlannedOf(now: number, planned: number): string[] {
  const same = `This is the same ${WHO}, on the same day. Only the plan is new.`;
  const wait = planned === 0 ? 'Now there is a place for her on the same day.' : `Now she waits ${sayDays(planned)}.`;
  if (now === planned) return [same, `${wait} For her the plan makes no difference.`];
  const way = now > planned ? 'less' : 'more';
  return [same, `${wait} That is ${sayDays(Math.abs(now - planned))} ${way} than today.`];
}

/** How usual she is: of all who wait. */
export function sayHowUsual({ waiters, shorter, longer }: Pick<Typical, 'waiters' | 'shorter' | 'longer'>): string {
  if (waiters === 0) return '';
  const parts = [
    shorter > 0 ? `${sayCount(shorter)} would wait less with the plan` : '',
    longer > 0 ? `${sayCount(longer)} would wait longer` : '',
  ].filter(Boolean);
  const rest = waiters - shorter - longer;
  if (rest > 0) parts.push(`for ${sayCount(rest)} it is the same`);
  return `Of the ${sayCount(waiters)} people who had to wait in this one made-up run, ${inList(parts)}.`;
}

const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
