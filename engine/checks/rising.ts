// A need that rises while people wait: each delayed day moves some of them to a service that always has room.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { erlangA } from './patience.ts';

export function rising(): Check[] {
  const [arrivals, beds, stay, risePerDay] = [10, 4, 0.4, 1.5];
  const exact = erlangA(arrivals, beds, stay, 1 / risePerDay);
  return checksOf({
    id: 'rising',
    title: 'Four beds, and needs that rise while people wait, to where there is room',
    source: 'Palm 1957 (Erlang A): a rise takes people off the list as giving up does',
    setting: {
      calendar: { warmUpDays: 20, runDays: 160 },
      consequencesOfDelay: { risePerDelayedDay: risePerDay },
      needs: {
        low: { label: 'Low', goesTo: 'ward', risesTo: 'high' },
        high: { label: 'High', goesTo: 'intensive' },
      },
      streams: { people: { label: 'People', arrivalsPerDay: arrivals, shares: { low: 1, high: 0 } } },
      stations: {
        ward: ward(beds, exponential(stay)),
        intensive: ward('unlimited', exponential(0.5)),
        home,
      },
    },
    figures: [
      {
        id: 'waiting',
        figure: 'people waiting',
        formula: 'L = Σ (n − c) p(n)',
        reads: { station: 'ward', measure: 'waiting' },
        expected: exact.waiting,
      },
      {
        id: 'risen',
        figure: 'people whose need rises, a day',
        formula: 'L × hazard',
        reads: { station: 'intensive', measure: 'starts', who: 'need:high' },
        expected: exact.gaveUpPerDay,
      },
      {
        id: 'not-risen',
        figure: 'people admitted before it rises, a day',
        formula: 'λ − L × hazard',
        reads: { station: 'ward', measure: 'starts', who: 'need:low' },
        expected: arrivals - exact.gaveUpPerDay,
      },
    ],
  });
}
