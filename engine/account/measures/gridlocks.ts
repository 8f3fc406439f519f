// Rings of people who each waited for the place of the next, resolved by moving all at once.
import { cells, itself, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const gridlocks: Measure = {
  id: 'gridlocks',
  label: 'Gridlocks',
  unit: 'a day',
  betterWhen: 'less',
  rows({ ledger, days }, put) {
    put('all', 'mean', 'all', quotient(cells(ledger.flow.gridlocks, 0), days));
    put('all', 'firstDay', 'all', itself(cells(ledger.flow.firstGridlockDay, 0)));
  },
};
