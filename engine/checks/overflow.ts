// A second choice taken at once when the first is full: who gets the right place, by the chain of both wards and their list.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { chainFrom, longRunOf, meanOver, type State } from './markov-chain.ts';

const perDay = 10;
const rightWard = { beds: 3, stay: 0.3 };
const otherWard = { beds: 2, stay: 0.45 };
/** Far more than ever wait. */
const MOST = 200;

/** A state is [in the right ward, in the other, waiting for either]. A person who waits is on both lists, so the first bed decides. */
export function overflowFigures(arrivals: number, right: typeof rightWard, other: typeof otherWard) {
  const bothFull = (state: State) => state[0] === right.beds && state[1] === other.beds;
  const chain = chainFrom([[0, 0, 0]], ([first, second, waiting]) => [
    {
      to:
        first < right.beds
          ? [first + 1, second, 0]
          : second < other.beds
            ? [first, second + 1, 0]
            : [first, second, waiting + 1],
      perDay: waiting < MOST ? arrivals : 0,
    },
    { to: waiting > 0 ? [first, second, waiting - 1] : [first - 1, second, 0], perDay: first / right.stay },
    { to: waiting > 0 ? [first, second, waiting - 1] : [first, second - 1, 0], perDay: second / other.stay },
  ]);
  const time = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, time, of);
  const atOnce = mean(([first]) => (first < right.beds ? 1 : 0));
  const afterWaiting = mean(([first, , waiting]) => (waiting > 0 ? first / right.stay : 0)) / arrivals;
  return {
    rightShare: atOnce + afterWaiting,
    waitShare: mean((state) => (bothFull(state) ? 1 : 0)),
    meanWait: mean(([, , waiting]) => waiting) / arrivals,
    inOther: mean(([, second]) => second),
  };
}

export function overflow(): Check[] {
  const exact = overflowFigures(perDay, rightWard, otherWard);
  const formula = 'chain of (in the right ward, in the other, waiting)';
  return checksOf({
    id: 'second-choice',
    title: 'A second choice at once: 3 right beds, 2 others with longer stays',
    source: 'Wilkinson, Bell System Technical Journal 35 (1956) 421-514, for overflow; here with a common list',
    setting: {
      calendar: { warmUpDays: 20, runDays: 700 },
      needs: { care: { label: 'Care', goesTo: 'right', otherwise: [{ to: 'other', afterDays: 0 }] } },
      streams: { people: { label: 'People', arrivalsPerDay: perDay } },
      stations: {
        right: ward(rightWard.beds, exponential(rightWard.stay)),
        other: ward(otherWard.beds, exponential(otherWard.stay)),
        home,
      },
    },
    figures: [
      {
        id: 'right-place',
        figure: 'share who get the right place',
        formula: 'P(a right bed is free) + right beds freed while people wait, over λ',
        reads: { station: 'all', measure: 'rightPlace' },
        expected: exact.rightShare,
      },
      {
        id: 'waiting',
        figure: 'people waiting for either',
        formula,
        reads: { station: 'right', measure: 'waiting' },
        expected: exact.meanWait * perDay,
      },
      {
        id: 'in-other',
        figure: 'people in the other ward',
        formula,
        reads: { station: 'other', measure: 'occupancy' },
        expected: exact.inOther,
      },
    ],
  });
}
