// The worst week of a watched run: the first of the seven days in which most people wait.
import type { World } from '../../engine/index.ts';

const WEEK_DAYS = 7;

interface Looked {
  readonly minDay: number;
  readonly maxDay: number;
  worldAt(day: number): World;
}

/** Looks at the end of each day; of equal weeks the first. `peopleIn` counts those who wait. */
export function worstWeek({ minDay, maxDay, worldAt }: Looked, peopleIn: (world: World) => number): number {
  const first = Math.ceil(minDay);
  const days = Array.from({ length: Math.floor(maxDay) - first + 1 }, (_, i) => peopleIn(worldAt(first + i)));
  let people = days.slice(0, WEEK_DAYS).reduce((sum, n) => sum + n, 0);
  let [worst, most] = [0, people];
  for (let from = 1; from + WEEK_DAYS <= days.length; from++) {
    people += days[from + WEEK_DAYS - 1] - days[from - 1];
    if (people > most) [worst, most] = [from, people];
  }
  return first + worst;
}
