// What a kind of station defines. Compiled, every kind is the same station: places, stay, list, gates.

/**
 * `placesKey` is the document key that holds the number of places (null: no limit, or nobody stays);
 * `allows` are the other keys such a station may carry; `placeWord` names one place, singular and plural.
 */
export interface StationKind {
  readonly kind: string;
  readonly placesKey: 'beds' | 'places' | 'staff' | null;
  /** Whether people keep the place they hold elsewhere while they are here. */
  readonly keepsPlace?: true;
  readonly placeWord: readonly [one: string, many: string];
  readonly allows: readonly StationKey[];
}

/** Keys that a station may carry besides `kind`, `label`, `about` and its places. */
export type StationKey =
  | 'stay'
  | 'next'
  | 'surge'
  | 'hours'
  | 'admits'
  | 'releases'
  | 'progresses'
  | 'visitsPerDay'
  | 'visits'
  | 'takesAll'
  | 'deferDays'
  | 'startsPerMonth'
  | 'waitingRoom'
  | 'turnsAway'
  | 'turnaround'
  | 'patience'
  | 'order'
  | 'costs';

/** Keys of every station that people wait for in a list. */
export const listKeys: readonly StationKey[] = [
  'startsPerMonth',
  'waitingRoom',
  'turnsAway',
  'turnaround',
  'patience',
  'order',
  'costs',
];
