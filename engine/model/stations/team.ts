// A team (resource): staff who come to the person, in hours of their own; the person keeps the place they hold meanwhile.
import { listKeys, type StationKind } from './station-kind.ts';

/** Staff who assess or treat people where they are. Waiting for them and being seen is delay of the place held. */
export const team: StationKind = {
  kind: 'team',
  placesKey: 'staff',
  keepsPlace: true,
  placeWord: ['member of staff', 'staff'],
  allows: ['stay', 'next', 'surge', 'hours', ...listKeys],
};
