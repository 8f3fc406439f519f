// Of people placed for their need the first time, those placed where it goes to.
import type { Measure } from './measure.ts';

export const rightPlace: Measure = {
  id: 'rightPlace',
  label: 'Right place first time',
  unit: 'share',
  definition: 'Of the people placed for their need for the first time, the share placed where that need goes to.',
  betterWhen: 'more',
  read({ ledger, network }, put) {
    let right = 0;
    let all = 0;
    for (let n = 0; n < network.needIds.length; n++) {
      right += ledger.flow.placedRight[n];
      all += ledger.flow.placed[n];
    }
    put('all', 'mean', 'all', right / all);
    network.needIds.forEach((need, n) =>
      put('all', 'mean', `need:${need}`, ledger.flow.placedRight[n] / ledger.flow.placed[n]),
    );
  },
};
