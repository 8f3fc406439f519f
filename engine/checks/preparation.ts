// A place reserved while the person gets ready to go to it: it is held for the preparation and the stay.
import { checksOf, exponential, home, ward, type Check, type Figure } from './check.ts';
import { chainFrom, longRunOf, meanOver, type State } from './markov-chain.ts';
import { meanToOpening, workingHours } from './week.ts';

/** People who wait for a station with one cause. */
export const cause = (
  id: string,
  words: string,
  station: string,
  statistic: string,
  formula: string,
  expected: number,
): Figure => ({
  id,
  figure: `people kept waiting ${words}`,
  formula,
  reads: { station, measure: 'delayCause', statistic },
  expected,
});
const needs = (prepare: object) => ({ care: { label: 'Care', goesTo: 'ward', prepare } });

function oneBed(): Check[] {
  const [arrivals, getReady, stay, sd] = [3, 0.08, 0.1, 0.08];
  const held = getReady + stay;
  // What is left of the time a bed is held, as a person finds it: λ E[S²] / 2, of a stay and an exponential preparation together.
  const found = (arrivals * (getReady * getReady + sd * sd + held * held)) / 2;
  const wait = found / (1 - arrivals * held);
  return checksOf({
    id: 'prepared-bed',
    title: 'One bed, reserved for whoever is next while they get ready',
    source: 'Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I (1975), section 5.7',
    setting: {
      calendar: { warmUpDays: 20, runDays: 600 },
      needs: needs(exponential(getReady)),
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: { ward: ward(1, { shape: 'lognormal', meanDays: stay, sdDays: sd }), home },
    },
    figures: [
      {
        id: 'mean-wait',
        figure: 'mean days from arriving to admission',
        formula: 'λ E[S²] / 2 (1 − ρ) + preparation, S = preparation + stay',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: wait + getReady,
      },
      {
        id: 'free',
        figure: 'free beds',
        formula: '1 − λ (preparation + stay): a reserved bed is not free',
        reads: { station: 'ward', measure: 'free' },
        expected: 1 - arrivals * held,
      },
      {
        id: 'occupancy',
        figure: 'people in the bed',
        formula: 'λ × stay: a reserved bed is not occupied',
        reads: { station: 'ward', measure: 'occupancy' },
        expected: arrivals * stay,
      },
      cause('preparation', 'by preparation', 'ward', 'preparation', 'λ × preparation (Little)', arrivals * getReady),
      cause('no-place', 'for want of a bed', 'ward', 'no place', 'λ × wait until reserved (Little)', arrivals * wait),
    ],
  });
}

/** Far more than ever wait. */
const MOST = 80;

/** A state is [preparing, in care, waiting]. */
export function preparedBeds(arrivals: number, beds: number, getReady: number, stay: number) {
  const settled = ([preparing, inCare, waiting]: State): State =>
    waiting > 0 && preparing + inCare < beds ? [preparing + 1, inCare, waiting - 1] : [preparing, inCare, waiting];
  const chain = chainFrom([[0, 0, 0]], ([preparing, inCare, waiting]) => [
    { to: settled([preparing, inCare, waiting + 1]), perDay: waiting < MOST ? arrivals : 0 },
    { to: [preparing - 1, inCare + 1, waiting], perDay: preparing / getReady },
    { to: settled([preparing, inCare - 1, waiting]), perDay: inCare / stay },
  ]);
  const time = longRunOf(chain);
  return {
    waiting: meanOver(chain, time, ([, , waiting]) => waiting),
    full: meanOver(chain, time, ([preparing, inCare]) => (preparing + inCare === beds ? 1 : 0)),
  };
}

function threeBeds(): Check[] {
  const [arrivals, beds, getReady, stay] = [3.8, 3, 0.15, 0.3];
  const { waiting, full } = preparedBeds(arrivals, beds, getReady, stay);
  const formula = 'chain of (preparing, in care, waiting)';
  return checksOf({
    id: 'prepared-beds',
    title: 'Three beds, each reserved for the next while they get ready',
    source: 'Markov chain worked out exactly',
    setting: {
      calendar: { warmUpDays: 20, runDays: 500 },
      needs: needs(exponential(getReady)),
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: { ward: ward(beds, exponential(stay)), home },
    },
    figures: [
      {
        id: 'full',
        figure: 'share of time with no bed free',
        formula,
        reads: { station: 'ward', measure: 'full' },
        expected: full,
      },
      {
        id: 'waiting',
        figure: 'people waiting, those who prepare included',
        formula: `${formula}; λ × preparation (Little)`,
        reads: { station: 'ward', measure: 'waiting' },
        expected: waiting + arrivals * getReady,
      },
      cause('preparation', 'by preparation', 'ward', 'preparation', 'λ × preparation (Little)', arrivals * getReady),
    ],
  });
}

function readyByNight(): Check[] {
  const [arrivals, getReady] = [10, 0.75];
  const { said, week } = workingHours(9, 17);
  const days = getReady + meanToOpening(week);
  return checksOf({
    id: 'prepared-hours',
    title: 'Prepared for three quarters of a day, then moved on weekdays from 9 to 17',
    source: 'People at random see time averages: Wolff, Operations Research 30 (1982) 223-231',
    setting: {
      calendar: { warmUpDays: 14, runDays: 70 },
      needs: needs({ shape: 'fixed', days: getReady }),
      streams: { people: { label: 'People', arrivalsPerDay: arrivals, startsAt: 'acute' } },
      stations: {
        acute: ward('unlimited', exponential(0.5), { releases: said, next: [{ to: 'need' }] }),
        ward: ward('unlimited', exponential(0.5)),
        home,
      },
    },
    figures: [
      {
        id: 'mean-delay',
        figure: 'mean delay from ready to moved, days',
        formula: 'preparation + Σ gap² / 2 over the gaps of a week',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: days,
      },
      cause(
        'preparation',
        'by preparation, to the hour they move',
        'ward',
        'preparation',
        'λ × delay',
        arrivals * days,
      ),
    ],
  });
}

export const preparation = (): Check[] => [...oneBed(), ...threeBeds(), ...readyByNight()];
