// Rings of people who each waited for the place of the next, resolved by moving all at once.
import type { Measure } from './measure.ts';

export const gridlocks: Measure = {
  id: 'gridlocks',
  label: 'Gridlocks',
  unit: 'a day',
  definition:
    'Times a day that every place of a set of stations was held by someone waiting for a place of that set; the ring then moves at once.',
  betterWhen: 'less',
  read({ ledger, days }, put) {
    put('all', 'mean', 'all', ledger.flow.gridlocks / days);
    put('all', 'firstDay', 'all', ledger.flow.firstGridlockDay);
  },
};
