// Surge beds that open at one length of the list and close at another: the chain of people, list, and whether they are open.
import { checksOf, exponential, oneWard, ward, type Check } from './check.ts';
import { chainFrom, longRunOf, meanOver, type State } from './markov-chain.ts';

const arrivals = 8;
const stay = 0.4;
const two = { beds: 4, extra: 2, openAt: 5, closeAt: 1 };
/** Far more than ever wait. */
const MOST = 60;

/** A state is [in beds, waiting, open]. Opening lets people in at once; closing puts nobody out, and no bed is given until there is room again. */
export function surgeFigures({ beds, extra, openAt, closeAt }: typeof two) {
  const letIn = ([inBeds, waiting, open]: State): State => {
    const admitted = Math.max(0, Math.min(waiting, beds + extra * open - inBeds));
    return [inBeds + admitted, waiting - admitted, open];
  };
  function settled(before: State): State {
    const [inBeds, waiting, open] = letIn(before);
    if (open === 0 && waiting >= openAt) return letIn([inBeds, waiting, 1]);
    if (open === 1 && waiting <= closeAt) return [inBeds, waiting, 0];
    return [inBeds, waiting, open];
  }
  const chain = chainFrom([[0, 0, 0]], ([inBeds, waiting, open]) => [
    { to: settled([inBeds, waiting + 1, open]), perDay: waiting < MOST ? arrivals : 0 },
    { to: settled([inBeds - 1, waiting, open]), perDay: inBeds / stay },
  ]);
  const time = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, time, of);
  return {
    waiting: mean(([, waiting]) => waiting),
    open: mean(([inBeds, , open]) => Math.max(inBeds, beds + extra * open)),
    occupancy: mean(([inBeds]) => inBeds),
    waitShare: mean(([inBeds, , open]) => (inBeds >= beds + extra * open ? 1 : 0)),
  };
}

export function surge(): Check[] {
  const exact = surgeFigures(two);
  const formula = 'chain of (in beds, waiting, open or not)';
  return checksOf({
    id: 'surge',
    title: 'Four beds, and two more from five people waiting down to one',
    source: 'Markov chain worked out exactly; two-level control: Gebhard, Naval Research Logistics Quarterly 14 (1967)',
    setting: oneWard(
      arrivals,
      ward(two.beds, exponential(stay), {
        surge: { beds: two.extra, openAtWaiting: two.openAt, closeAtWaiting: two.closeAt, minDays: 0 },
      }),
      { warmUpDays: 20, runDays: 400 },
    ),
    figures: [
      {
        id: 'open',
        figure: 'beds in force',
        formula: `${formula}; people there, if more`,
        reads: { station: 'ward', measure: 'open' },
        expected: exact.open,
      },
      {
        id: 'waiting',
        figure: 'people waiting',
        formula,
        reads: { station: 'ward', measure: 'waiting' },
        expected: exact.waiting,
      },
      {
        id: 'mean-wait',
        figure: 'mean wait, days',
        formula: 'people waiting over λ (Little)',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: exact.waiting / arrivals,
      },
      {
        id: 'full',
        figure: 'share of time with no bed free',
        formula,
        reads: { station: 'ward', measure: 'full' },
        expected: exact.waitShare,
      },
    ],
  });
}
