// What the frontier says of a mix that is there already: what the same money or the same delay could give, and whether nobody waiting is the cheapest.
import { difference, type Interval } from './statistics/confidence.ts';
import { READINGS, type Against, type FrontierPoint } from './frontier.ts';

/** Today or an option: by reading, as of the points. */
export type Marked = readonly Pick<Interval, 'mean'>[];

export interface Beside {
  /** The point that has no more people waiting, and the least of what is weighed against. */
  readonly sameDelay: FrontierPoint | undefined;
  /** The point that takes no more of it, and has the fewest waiting. */
  readonly sameMoney: FrontierPoint | undefined;
}

const at = (reading: Against): number => READINGS.indexOf(reading);
const onEdge = (front: readonly FrontierPoint[], against: Against) => front.filter(({ on }) => on.includes(against));
const least = (points: readonly FrontierPoint[], reading: number): FrontierPoint | undefined =>
  points.reduce<FrontierPoint | undefined>(
    (best, one) => (best && best.readings[reading].mean <= one.readings[reading].mean ? best : one),
    undefined,
  );

export function besideMark(front: readonly FrontierPoint[], mark: Marked, against: Against): Beside {
  const points = onEdge(front, against);
  const across = at(against);
  return {
    sameDelay: least(
      points.filter(({ readings }) => readings[0].mean <= mark[0].mean),
      across,
    ),
    sameMoney: least(
      points.filter(({ readings }) => readings[across].mean <= mark[across].mean),
      0,
    ),
  };
}

export interface CheapestMix {
  readonly cheapest: FrontierPoint;
  readonly fewestWaiting: FrontierPoint;
  /** What the fewest waiting take more than the cheapest; its interval does not hold 0. */
  readonly more: Interval;
}

/** Undefined unless the cheapest mix is clearly another than the one with the fewest waiting. `valuesOf`: by replication. */
export function cheapestIsOther(
  front: readonly FrontierPoint[],
  against: Against,
  valuesOf: (point: FrontierPoint, reading: number) => readonly number[],
): CheapestMix | undefined {
  const points = onEdge(front, against);
  const [cheapest, fewestWaiting] = [least(points, at(against)), least(points, 0)];
  if (!cheapest || !fewestWaiting || cheapest === fewestWaiting) return undefined;
  const more = difference(valuesOf(fewestWaiting, at(against)), valuesOf(cheapest, at(against)));
  return more.low > 0 ? { cheapest, fewestWaiting, more } : undefined;
}
