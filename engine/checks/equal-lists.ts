// Equal stations: on the lists of both, the first free bed of either is taken, so two wards of one bed are one ward of two.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { chainFrom, longRunOf, meanOver } from './markov-chain.ts';
import { shareWhoWait } from './several-beds.ts';

/** A state is [in the first ward, in the second] while nobody waits; with both beds taken the rest is M/M/2. */
export function firstChoiceShare(arrivals: number, stay: number): { north: number; south: number } {
  const both = shareWhoWait(2, arrivals * stay);
  const chain = chainFrom([[0, 0]], ([north, south]) => [
    { to: north === 0 ? [1, south] : [1, 1], perDay: north + south < 2 ? arrivals : 0 },
    { to: [0, south], perDay: north / stay },
    { to: [north, 0], perDay: south / stay },
  ]);
  const time = longRunOf(chain);
  const full = meanOver(chain, time, ([north, south]) => north * south);
  // Time with both taken lasts longer than in the loss chain, by those who wait; what comes before and after it is the same.
  const notFull = (1 - both) / (1 - full);
  const alone = (at: 0 | 1) => meanOver(chain, time, (state) => (state[0] + state[1] === 1 ? state[at] : 0));
  return { north: both + notFull * alone(0), south: both + notFull * alone(1) };
}

export function equalLists(): Check[] {
  const [arrivals, stay] = [6, 0.2];
  const waiting = (arrivals * shareWhoWait(2, arrivals * stay)) / (2 / stay - arrivals);
  const { north, south } = firstChoiceShare(arrivals, stay);
  const inWard = (station: string, words: string, expected: number) => ({
    id: station,
    figure: `people in the ${words} choice`,
    formula: 'chain of both beds; both taken as long as in M/M/2',
    reads: { station, measure: 'occupancy' },
    expected,
  });
  return checksOf({
    id: 'equal-lists',
    title: 'Two equal wards of one bed each are M/M/2',
    source: 'Erlang 1917; Kleinrock, Queueing Systems I (1975), section 3.5',
    setting: {
      calendar: { warmUpDays: 20, runDays: 600 },
      needs: { care: { label: 'Care', goesTo: ['north', 'south'] } },
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: { north: ward(1, exponential(stay)), south: ward(1, exponential(stay)), home },
    },
    figures: [
      {
        id: 'waiting',
        figure: 'people waiting for each, on average',
        formula: "λ C / (2/m − λ), Erlang's C, half of it for each",
        reads: ['north', 'south'].map((station) => ({ station, measure: 'waiting' })),
        expected: waiting / 2,
      },
      inWard('north', 'first', north),
      inWard('south', 'second', south),
    ],
  });
}
