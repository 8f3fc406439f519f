// Nobody may wait, or only a few: the share turned away does not depend on the shape of the stay (Erlang B), nor on luck.
import { checksOf, exponential, oneWard, ward, type Check, type Figure } from './check.ts';

/** Erlang's B by its recursion: B(0) = 1, B(n) = a B(n − 1) / (n + a B(n − 1)). */
export function shareTurnedAway(beds: number, offered: number): number {
  let blocked = 1;
  for (let n = 1; n <= beds; n++) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

const beds = 8;
const arrivals = 12;
const stay = 0.5;

const shapes = [
  { id: 'exponential', words: 'exponential', stay: exponential(stay) },
  { id: 'fixed', words: 'fixed', stay: { shape: 'fixed', days: stay } },
  { id: 'lognormal', words: 'lognormal', stay: { shape: 'lognormal', meanDays: stay, sdDays: 0.7 } },
  { id: 'erlang', words: 'Erlang', stay: { shape: 'erlang', meanDays: stay, phases: 3 } },
  {
    id: 'mixed',
    words: 'mixed short and long',
    stay: {
      shape: 'mixture',
      of: [
        { share: 0.8, stay: exponential(0.25) },
        { share: 0.2, stay: exponential(1.5) },
      ],
    },
  },
];

/** A place is kept for the stay and then made ready: to the next it is as if the stay were longer by that. */
const withTurnaround = (stay: number, turnaround: number): Check[] => {
  const offered = arrivals * (stay + turnaround);
  const blocked = shareTurnedAway(beds, offered);
  return checksOf({
    id: 'loss-turnaround',
    title: `Erlang B: ${beds} beds that are made ready after each stay, nobody may wait`,
    source: 'Erlang 1917; Sevastyanov, Theory of Probability and its Applications 2 (1957) for the sum of both times',
    setting: oneWard(
      arrivals,
      ward(beds, exponential(stay), { waitingRoom: 0, turnaround: { stay: { shape: 'fixed', days: turnaround } } }),
      { warmUpDays: 30, runDays: 220 },
    ),
    figures: [
      {
        id: 'turned-away',
        figure: 'people turned away, a day',
        formula: 'λ B(c, λ (m + t))',
        reads: { station: 'ward', measure: 'turnedAway' },
        expected: arrivals * blocked,
      },
      {
        id: 'occupancy',
        figure: 'people in beds',
        formula: 'λ m (1 − B)',
        reads: { station: 'ward', measure: 'occupancy' },
        expected: arrivals * stay * (1 - blocked),
      },
      {
        id: 'free',
        figure: 'free beds',
        formula: 'c − λ (m + t) (1 − B)',
        reads: { station: 'ward', measure: 'free' },
        expected: beds - offered * (1 - blocked),
      },
    ],
  });
};

export const loss = (): Check[] => [...erlangB(), ...withTurnaround(0.35, 0.15)];

const erlangB = (): Check[] =>
  shapes.flatMap((shape) => {
    const blocked = shareTurnedAway(beds, arrivals * stay);
    const figures: Figure[] = [
      {
        id: 'turned-away',
        figure: 'people turned away, a day',
        formula: 'λ B, whatever the shape of the stay',
        reads: { station: 'ward', measure: 'turnedAway' },
        expected: arrivals * blocked,
      },
      {
        id: 'occupancy',
        figure: 'people in beds',
        formula: 'a (1 − B)',
        reads: { station: 'ward', measure: 'occupancy' },
        expected: arrivals * stay * (1 - blocked),
      },
    ];
    return checksOf({
      id: `loss-${shape.id}`,
      title: `Erlang B: ${beds} beds, nobody may wait, ${shape.words} stays`,
      source: 'Erlang 1917; Sevastyanov, Theory of Probability and its Applications 2 (1957) for stays of any shape',
      setting: oneWard(arrivals, ward(beds, shape.stay, { waitingRoom: 0 }), { warmUpDays: 30, runDays: 220 }),
      figures: shape.id === 'exponential' ? figures : figures.slice(0, 1),
    });
  });

/** M/M/c/K from the balance of its birth-and-death chain: p(n) = p(n − 1) λ m / min(n, c). */
export function limitedRoom(places: number, room: number, perDay: number, stayDays: number) {
  const weights = [1];
  for (let n = 1; n <= places + room; n++) weights.push((weights[n - 1] * perDay * stayDays) / Math.min(n, places));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const turnedAwayShare = weights[places + room] / total;
  const waiting = weights.reduce((sum, weight, n) => sum + (Math.max(0, n - places) * weight) / total, 0);
  return { turnedAwayShare, waiting, meanWait: waiting / (perDay * (1 - turnedAwayShare)) };
}

export function limitedRoomChecks(): Check[] {
  const exact = limitedRoom(4, 3, 10, 0.4);
  return checksOf({
    id: 'limited-room',
    title: 'M/M/c/K: 4 beds, 3 may wait',
    source: 'Kleinrock, Queueing Systems I (1975), section 3.6',
    setting: oneWard(10, ward(4, exponential(0.4), { waitingRoom: 3 }), { warmUpDays: 30, runDays: 220 }),
    figures: [
      {
        id: 'turned-away',
        figure: 'people turned away, a day',
        formula: 'λ p(c + room), p the balance of the chain',
        reads: { station: 'ward', measure: 'turnedAway' },
        expected: 10 * exact.turnedAwayShare,
      },
      {
        id: 'waiting',
        figure: 'people waiting',
        formula: 'Σ (n − c) p(n)',
        reads: { station: 'ward', measure: 'waiting' },
        expected: exact.waiting,
      },
      {
        id: 'mean-wait',
        figure: 'mean wait of those let in, days',
        formula: 'L / (λ (1 − p(c + room)))',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: exact.meanWait,
      },
    ],
  });
}
