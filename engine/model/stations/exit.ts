// An exit: where people leave the model. Nobody stays there and there is always room.
import type { StationKind } from './station-kind.ts';

/** Where people leave the model: home, a care home, another hospital. */
export const exit: StationKind = {
  kind: 'exit',
  placesKey: null,
  placeWord: ['place', 'places'],
  allows: [],
};
