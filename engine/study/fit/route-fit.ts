// Where people went from each place: the share of every way (routing probability), with its 95 % interval.
import type { FittedNumber } from './family-fit.ts';
import { shareWithin } from './share-fit.ts';

/** People who left one place for another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

export interface FittedWay {
  readonly to: string;
  readonly people: number;
  readonly share: FittedNumber;
}

export interface RouteFit {
  readonly from: string;
  readonly people: number;
  /** The most frequent first. */
  readonly ways: readonly FittedWay[];
}

/** By the place that was left, that of the most people first. */
export function fitRoutes(moves: readonly Move[]): RouteFit[] {
  const byPlace = new Map<string, Map<string, number>>();
  for (const { from, to, people } of moves) {
    const ways = byPlace.get(from) ?? new Map<string, number>();
    byPlace.set(from, ways.set(to, (ways.get(to) ?? 0) + people));
  }
  const fits = [...byPlace].map(([from, ways]): RouteFit => {
    const all = [...ways.values()].reduce((sum, people) => sum + people, 0);
    return {
      from,
      people: all,
      ways: [...ways]
        .map(([to, people]) => ({ to, people, share: shareWithin(people, all) }))
        .toSorted((a, b) => b.people - a.people),
    };
  });
  return fits.toSorted((a, b) => b.people - a.people);
}
