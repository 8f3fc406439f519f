// People who hold a place here, are ready to go on and have not gone.
import { putLevel } from '../put-statistics.ts';
import type { Measure } from './measure.ts';
import { putPeople } from './people.ts';

export const delayed: Measure = {
  id: 'delayed',
  label: 'Delayed people',
  unit: 'people',
  betterWhen: 'less',
  rows(about, put) {
    const { ledger, network, asked } = about;
    network.isExit.forEach((isExit, s) => {
      if (!isExit) putPeople(about, ledger.delayed, s, 2, put);
    });
    putLevel(ledger.delayedAnywhere, asked, (statistic, source) => put('all', statistic, 'all', source));
  },
};
