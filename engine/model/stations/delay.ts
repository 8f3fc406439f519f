// A delay: time that passes for everyone alike, with room for all (an infinite-server station).
import type { StationKind } from './station-kind.ts';

/** Time that passes, such as a journey or a rest at home. There is always room. */
export const delay: StationKind = {
  kind: 'delay',
  placesKey: null,
  placeWord: ['place', 'places'],
  allows: ['stay', 'next', 'releases', 'progresses', 'costs'],
};
