// Jackson networks: stations with room to wait between them, in line and with people coming back; each is a queue of its own.
import { checksOf, exponential, hall, home, ward, type Check, type Figure } from './check.ts';
import { shareWhoWait } from './several-beds.ts';

const meanWait = (beds: number, arrivals: number, stay: number): number =>
  shareWhoWait(beds, arrivals * stay) / (beds / stay - arrivals);

const first = { beds: 2, stay: 0.2 };
const second = { beds: 3, stay: 0.3 };
const arrivals = 7;

function inLine(): Check[] {
  const waits = [first, second].map(({ beds, stay }) => meanWait(beds, arrivals, stay));
  const waitAt = (station: string, at: number): Figure => ({
    id: `wait-${at + 1}`,
    figure: `mean wait for the ${station}, days`,
    formula: 'that of M/M/c: what leaves the first is as random as what came',
    reads: { station, measure: 'delayDays' },
    expected: waits[at],
  });
  return checksOf({
    id: 'in-line',
    title: 'Jackson: two stations in line, room to wait between them',
    source: 'Jackson, Operations Research 5 (1957) 518-521',
    setting: {
      calendar: { warmUpDays: 30, runDays: 700 },
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: {
        first: ward(first.beds, exponential(first.stay), { next: [{ to: 'hall' }] }),
        hall: hall('second'),
        second: ward(second.beds, exponential(second.stay)),
        home,
      },
    },
    figures: [
      waitAt('first', 0),
      waitAt('second', 1),
      {
        id: 'journey',
        figure: 'days from arriving to going home',
        formula: 'the sum of both waits and both stays',
        reads: { station: 'home', measure: 'journeyDays' },
        expected: waits[0] + waits[1] + first.stay + second.stay,
      },
    ],
  });
}

function comingBack(): Check[] {
  const back = 0.25;
  const perDay = 6 / (1 - back);
  const stay = 0.25;
  const wait = meanWait(3, perDay, stay);
  return checksOf({
    id: 'coming-back',
    title: 'Jackson: a quarter of the people come back and wait again',
    source: 'Jackson, Management Science 10 (1963) 131-142',
    setting: {
      calendar: { warmUpDays: 30, runDays: 850 },
      streams: { people: { label: 'People', arrivalsPerDay: 6 } },
      stations: {
        ward: ward(3, exponential(stay), {
          next: [
            { to: 'hall', share: back },
            { to: 'home', share: 1 - back },
          ],
        }),
        hall: hall('ward'),
        home,
      },
    },
    figures: [
      {
        id: 'starts',
        figure: 'people admitted, a day',
        formula: 'λ / (1 − share that comes back)',
        reads: { station: 'ward', measure: 'starts' },
        expected: perDay,
      },
      {
        id: 'mean-wait',
        figure: 'mean wait of an admission, days',
        formula: 'that of M/M/c with all admissions as arrivals',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: wait,
      },
    ],
  });
}

export const networks = (): Check[] => [...inLine(), ...comingBack()];
