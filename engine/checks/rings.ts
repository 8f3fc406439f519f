// Gridlock: two wards whose people want each other's bed. The ring moves at once, and how often it does is counted.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { chainFrom, longRunOf, meanOver, type Move, type State } from './markov-chain.ts';

/** A bed is empty, holds someone in care, or someone ready who wants the other bed. */
const [EMPTY, CARE, READY] = [0, 1, 2];
const wards = [
  { arrivals: 3, stay: 0.3, swaps: 0.5 },
  { arrivals: 2, stay: 0.4, swaps: 0.7 },
] as const;

/** A state is [the first bed, the second]. A person who finds a bed taken is turned away. */
export function ringFigures([first, second]: typeof wards) {
  const chain = chainFrom([[EMPTY, EMPTY]], (state) =>
    [first, second].flatMap(({ arrivals, stay, swaps }, here): Move[] => {
      const there = 1 - here;
      const then = (mine: number, other: number): State => (here === 0 ? [mine, other] : [other, mine]);
      if (state[here] === EMPTY) return [{ to: then(CARE, state[there]), perDay: arrivals }];
      if (state[here] !== CARE) return [];
      return [
        // The person who waits for this bed takes it, and leaves the other empty.
        { to: state[there] === READY ? then(CARE, EMPTY) : then(EMPTY, state[there]), perDay: (1 - swaps) / stay },
        {
          to: state[there] === EMPTY ? then(EMPTY, CARE) : state[there] === CARE ? then(READY, CARE) : then(CARE, CARE),
          perDay: swaps / stay,
        },
      ];
    }),
  );
  const time = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, time, of);
  return {
    perDay:
      mean(([a, b]) => (a === CARE && b === READY ? first.swaps / first.stay : 0)) +
      mean(([a, b]) => (a === READY && b === CARE ? second.swaps / second.stay : 0)),
    delayedFirst: mean(([a]) => (a === READY ? 1 : 0)),
    delayedSecond: mean(([, b]) => (b === READY ? 1 : 0)),
    occupancyFirst: mean(([a]) => (a === EMPTY ? 0 : 1)),
  };
}

export function rings(): Check[] {
  const exact = ringFigures(wards);
  const formula = 'chain of both beds: empty, in care, ready for the other';
  const swapping = (at: 0 | 1, other: string) =>
    ward(1, exponential(wards[at].stay), {
      waitingRoom: 0,
      next: [
        { to: other, share: wards[at].swaps },
        { to: 'home', share: 1 - wards[at].swaps },
      ],
    });
  return checksOf({
    id: 'rings',
    title: 'Gridlock: two wards of one bed whose people want each other’s',
    source: 'Markov chain worked out exactly; swapping in deadlock: Perros, Queueing Networks with Blocking (1994)',
    setting: {
      calendar: { warmUpDays: 10, runDays: 220 },
      needs: { care: { label: 'Care', goesTo: 'east' } },
      streams: {
        'to-east': { label: 'East', arrivalsPerDay: wards[0].arrivals, startsAt: 'east' },
        'to-west': { label: 'West', arrivalsPerDay: wards[1].arrivals, startsAt: 'west' },
      },
      stations: { east: swapping(0, 'west'), west: swapping(1, 'east'), home },
    },
    figures: [
      {
        id: 'gridlocks',
        figure: 'gridlocks a day',
        formula: `${formula}; one ready, and the other becomes it`,
        reads: { station: 'all', measure: 'gridlocks' },
        expected: exact.perDay,
      },
      {
        id: 'delayed-east',
        figure: 'people ready in the first ward',
        formula,
        reads: { station: 'east', measure: 'delayed' },
        expected: exact.delayedFirst,
      },
      {
        id: 'delayed-west',
        figure: 'people ready in the second ward',
        formula,
        reads: { station: 'west', measure: 'delayed' },
        expected: exact.delayedSecond,
      },
      {
        id: 'occupancy',
        figure: 'people in the first ward',
        formula,
        reads: { station: 'east', measure: 'occupancy' },
        expected: exact.occupancyFirst,
      },
    ],
  });
}
