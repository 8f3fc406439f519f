// The painted layers, in the order of painting. To add one, write one file and add one line here.
import { fetched } from '../fetched.ts';
import type { Layer } from '../painting.ts';
import { bars } from './bars.ts';
import { movers } from './movers.ts';
import { people } from './people.ts';
import { places } from './places.ts';

const later: Layer = (painting) => {
  for (const layer of fetched.later?.laterLayers ?? []) layer(painting);
};

export const layers: readonly Layer[] = [bars, places, people, movers, later];
