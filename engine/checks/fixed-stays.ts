// M/D/c: several beds and a stay that never varies. One stay from now, everybody in a bed now is gone, and nobody else is.
import { exp } from '../ground/portable.ts';
import { checksOf, oneWard, ward, type Check } from './check.ts';
import { longRun } from './markov-chain.ts';

/** Far more people than are ever there. */
const MOST = 160;

/**
 * With one look a stay apart, n(next) = max(n − c, 0) + those who came, Poisson of mean λ d: a chain whose long run is that of any
 * moment. Crommelin, Post Office Electrical Engineers' Journal 25 (1932) 41-50.
 */
export function fixedStayWait(beds: number, arrivals: number, days: number) {
  const offered = arrivals * days;
  const coming = [exp(-offered)];
  for (let n = 1; n <= MOST; n++) coming.push((coming[n - 1] * offered) / n);
  const share = longRun(MOST, (from, put) => {
    const left = Math.max(0, from - beds);
    for (let to = left; to < MOST; to++) put(to, coming[to - left]);
  });
  const waiting = share.reduce((sum, each, n) => sum + Math.max(0, n - beds) * each, 0);
  return {
    waiting,
    meanWait: waiting / arrivals,
    waitShare: share.reduce((sum, p, n) => sum + (n >= beds ? p : 0), 0),
  };
}

export function fixedStays(): Check[] {
  const exact = fixedStayWait(3, 8, 0.3);
  return checksOf({
    id: 'fixed-stays',
    title: 'M/D/c: 3 beds and a stay that never varies',
    source: "Crommelin, Post Office Electrical Engineers' Journal 25 (1932) 41-50",
    setting: oneWard(8, ward(3, { shape: 'fixed', days: 0.3 }), { warmUpDays: 30, runDays: 700 }),
    figures: [
      {
        id: 'mean-wait',
        figure: 'mean wait, days',
        formula: 'L / λ, L from the chain looked at once a stay',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: exact.meanWait,
      },
      {
        id: 'wait-share',
        figure: 'share who wait',
        formula: 'P(c or more are there), from the same chain',
        reads: { station: 'ward', measure: 'delayedShare' },
        expected: exact.waitShare,
      },
    ],
  });
}
