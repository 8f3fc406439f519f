// A ward: beds, each held by one person until the next place has taken that person in.
import { listKeys, type StationKind } from './station-kind.ts';

/** Beds on a ward or in a home. A bed is held until the person has really gone. */
export const ward: StationKind = {
  kind: 'ward',
  placesKey: 'beds',
  placeWord: ['bed', 'beds'],
  allows: ['stay', 'next', 'surge', 'admits', 'releases', 'progresses', ...listKeys],
};
