// Of people placed for their need the first time, those placed where it goes to.
import { cells, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const rightPlace: Measure = {
  id: 'rightPlace',
  label: 'Right place first time',
  unit: 'share',
  betterWhen: 'more',
  rows({ ledger, network }, put) {
    const { placed, placedRight } = ledger.flow;
    const share = (...need: readonly number[]) => quotient(cells(placedRight, ...need), cells(placed, ...need));
    put('all', 'mean', 'all', share(...network.needIds.keys()));
    network.needIds.forEach((need, n) => put('all', 'mean', `need:${need}`, share(n)));
  },
};
