// People who hold a place here, are ready to go on and have not gone.
import { putLevel } from '../put-statistics.ts';
import type { Measure } from './measure.ts';
import { putPeople } from './people.ts';

export const delayed: Measure = {
  id: 'delayed',
  label: 'Delayed people',
  unit: 'people',
  definition: 'People holding a place here who are ready to go on and have not gone.',
  betterWhen: 'less',
  read(reading, put) {
    const { ledger, network, days, asked } = reading;
    network.isExit.forEach((isExit, s) => {
      if (!isExit) putPeople(reading, ledger.delayed, s, 2, put);
    });
    putLevel(ledger.delayedAnywhere, days, asked, (statistic, value) => put('all', statistic, 'all', value));
  },
};
