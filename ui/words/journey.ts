// Two journeys of one person in words: how long they waited in each, and the difference.

/** "0.4", "9": a tenth below ten, as people count days. */
export const sayLength = (days: number): string => (days < 9.95 ? days.toFixed(1) : String(Math.round(days)));

const days = (of: number): string => `${sayLength(of)} ${sayLength(of) === '1.0' ? 'day' : 'days'}`;

export interface Waited {
  readonly name: string;
  /** Null: they do not come in this run. */
  readonly days: number | null;
  /** Their journey is over before the run ends. */
  readonly isWhole: boolean;
}

/** "Waited 9.0 days", "Waited 9.0 days so far, to the end of the run". */
export function sayWaited({ days: waited, isWhole }: Waited): string {
  if (waited === null) return 'Does not come in this run';
  if (waited === 0) return isWhole ? 'Never waited' : 'Never waited, to the end of the run';
  return `Waited ${days(waited)} in all${isWhole ? '' : ', to the end of the run'}`;
}

/** The same person in both. Of journeys that end with the run nothing is claimed but what was seen. */
export function sayBoth(one: Waited, other: Waited): string {
  if (one.days === null || other.days === null) return '';
  const apart = one.days - other.days;
  const whole = one.isWhole && other.isWhole ? '' : ', within this run';
  if (sayLength(Math.abs(apart)) === '0.0') return `This person waits equally long in both${whole}.`;
  const [longer, shorter] = apart > 0 ? [one, other] : [other, one];
  return `This person waits ${days(Math.abs(apart))} longer under ${longer.name} than under ${shorter.name}${whole}.`;
}

/** Stays with every journey. */
export const INVENTED = 'An invented person in a simulated year.';
