// The day whose number waiting is nearest the average: the first picture then agrees with the first sentence.
import type { World } from '../../engine/index.ts';

interface Looked {
  readonly minDay: number;
  readonly maxDay: number;
  worldAt(day: number): World;
}

/** The first of the nearest; no day can be nearer than half a person, so the looking ends there. `peopleIn` counts those who wait. */
export function typicalDay(
  { minDay, maxDay, worldAt }: Looked,
  peopleIn: (world: World) => number,
  mean: number,
): number {
  let [nearest, least] = [Math.ceil(minDay), Infinity];
  for (let day = nearest; day < maxDay && least > 0.5; day++) {
    const apart = Math.abs(peopleIn(worldAt(day)) - mean);
    if (apart < least) [nearest, least] = [day, apart];
  }
  return nearest;
}
