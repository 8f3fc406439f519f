// Places needed on average if everyone went where their need says, from the document alone.
import { known } from '../source.ts';
import type { Measure } from './measure.ts';

export const offered: Measure = {
  id: 'offered',
  label: 'Needed on average',
  unit: 'places',
  betterWhen: null,
  rows({ network, offered: needed }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s]) put(station, 'needed', 'all', known(needed[s]));
    });
  },
};
