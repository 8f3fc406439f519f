// Days waited: how many days all people of a station have waited together, exactly, however a moment was reached.

/** By station. Every change of how many wait is kept times its moment, so that no rounding depends on when somebody looked. */
export interface WaitedDays {
  readonly people: Int32Array;
  /** Minus the sum of each change times its day. */
  readonly changes: Float64Array;
}

export const noDays = (stations: number): WaitedDays => ({
  people: new Int32Array(stations),
  changes: new Float64Array(stations),
});

export const copyDays = ({ people, changes }: WaitedDays): WaitedDays => ({
  people: people.slice(),
  changes: changes.slice(),
});

/** After everything that happens at this instant: `now` people wait. */
export function addChanges({ people, changes }: WaitedDays, now: Int32Array, instant: number): void {
  for (let station = 0; station < people.length; station++) {
    const change = now[station] - people[station];
    if (change === 0) continue;
    people[station] += change;
    changes[station] -= change * instant;
  }
}

/** Since the beginning of the trace, up to `day`, which no change kept here may come after. */
export const daysUntil = ({ people, changes }: WaitedDays, day: number): Float64Array =>
  changes.map((sum, station) => sum + people[station] * day);
