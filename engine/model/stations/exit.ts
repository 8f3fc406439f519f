// An exit: where people leave the model. Nobody stays there and there is always room.
import type { StationKind } from './station-kind.ts';

export const exit: StationKind = {
  kind: 'exit',
  meaning: 'Where people leave the model: home, a care home, another hospital.',
  placesKey: null,
  placeWord: ['place', 'places'],
  allows: [],
};
