// One invented person's way in plain words: who they are, what happens to them, and how the same days go with the plan.
import type { Subject } from '../../model/values.ts';
import { capital, named, sayDays, WHO } from './plain.ts';

/** What people wait for, in the story of a document: to leave a bed they no longer need, or for a first place. */
export type Kind = 'to leave' | 'for a place';

export const kindOf = ({ measure }: Pick<Subject, 'measure'>): Kind =>
  measure === 'delayed' ? 'to leave' : 'for a place';

export function sayWhoSheIs(kind: Kind, need: string): string[] {
  return [
    `This is ${WHO}. She is not real. We made her up, so that no real life is on show.`,
    'But she could be you, or your mother.',
    kind === 'to leave'
      ? `${WHO} has been ill in hospital. She needs more care: ${named(need)}.`
      : `${WHO} needs care: ${named(need)}.`,
    'We made up a whole year of people like her. A computer lets each of them come, get care, and go. Then we look at what happens to her.',
  ];
}

/** A stretch of the way. `where` is a name of the document. */
export interface Stretch {
  readonly what: 'in care' | 'being seen' | 'ready, waiting' | 'waiting outside';
  readonly where: string;
  readonly date: string;
  readonly days: number;
}

export interface Way {
  readonly stretches: readonly Stretch[];
  /** Where she goes in the end, and when; undefined: she is still there when the year ends. */
  readonly left: { readonly where: string; readonly date: string } | undefined;
  readonly gaveUp: boolean;
}

/** A line for each thing that happens. */
export function sayWay({ stretches, left, gaveUp }: Way): string[] {
  const lines = stretches.map(({ what, where, date, days }) => {
    const on = `${date}:`;
    if (what === 'in care') return `${on} she is cared for at ${named(where)}. This takes ${sayDays(days)}.`;
    if (what === 'being seen') return `${on} she is seen by ${named(where)}. This takes ${sayDays(days)}.`;
    if (what === 'waiting outside') return `${on} she has to wait for ${named(where)}. She waits ${sayDays(days)}.`;
    return `${on} she is ready to go, but has to wait in her bed. She waits ${sayDays(days)}.`;
  });
  if (left)
    lines.push(
      gaveUp ? `${left.date}: she stops waiting and leaves.` : `${left.date}: she goes on to ${named(left.where)}.`,
    );
  return lines;
}

export function sayTodayOf(waited: number, kind: Kind): string {
  if (waited < 0.5) return `There is a place for ${WHO} at once. She does not have to wait.`;
  if (kind === 'for a place') return `There is no place for ${WHO} when she comes. She has to wait ${sayDays(waited)}.`;
  return `${WHO} is well enough to leave. But there is no place for her to go to. So she stays in a bed that she does not need, and waits ${sayDays(waited)}.`;
}

/** The same person in both futures. */
export function sayThenOf(now: number, then: number): string[] {
  const same = `This is the same ${WHO}. She comes on the same day and needs the same care. Only the plan is new.`;
  const apart = now - then;
  if (Math.abs(apart) < 0.5)
    return [
      same,
      then < 0.5
        ? 'She does not have to wait. It is the same as today.'
        : `She waits ${sayDays(then)}. For her the plan makes no difference.`,
    ];
  const wait = then < 0.5 ? 'Now she does not have to wait.' : `Now she waits ${sayDays(then)}.`;
  const less = `That is ${sayDays(Math.abs(apart))} ${apart > 0 ? 'less' : 'more'} than today.`;
  return [same, `${wait} ${less}`];
}

/** How usual she is: of all who wait. */
export function sayHowUsual(waiters: number, shorter: number, longer: number): string {
  if (waiters === 0) return '';
  const people = (n: number) => n.toLocaleString('en-GB');
  const parts = [
    shorter > 0 ? `${people(shorter)} would wait less with the plan` : '',
    longer > 0 ? `${people(longer)} would wait longer` : '',
  ].filter(Boolean);
  const rest = waiters - shorter - longer;
  if (rest > 0) parts.push(`for ${people(rest)} it is the same`);
  return `${capital(WHO)} stands for many. Of the ${people(waiters)} people who had to wait in this one made-up run, ${inList(parts)}.`;
}

const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`;
