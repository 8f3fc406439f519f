// Occupancy: people who hold places here, delayed ones included. Over the places in force, this is the field's utilisation.
import type { Measure } from './measure.ts';
import { putPeople } from './people.ts';

export const occupancy: Measure = {
  id: 'occupancy',
  label: 'People in places',
  unit: 'people',
  betterWhen: null,
  rows(about, put) {
    const { ledger, network } = about;
    network.isExit.forEach((isExit, s) => {
      if (!isExit) putPeople(about, ledger.occupancy, s, 0, put);
    });
  },
};
