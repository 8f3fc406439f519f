// The painted layers, in the order of painting. To add one, write one file and add one line here.
import type { Layer } from '../painting.ts';
import { bars } from './bars.ts';
import { followed } from './followed.ts';
import { movers } from './movers.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { pointed } from './pointed.ts';
import { queues } from './queues.ts';

export const layers: readonly Layer[] = [bars, queues, places, people, movers, pointed, followed];
