// What depends on who a person is: stays, ways and hospitals by home, need and stream, with one table inside another.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { shareWhoWait } from './several-beds.ts';

const localities = {
  label: 'Where they live',
  shares: { by: 'stream', a: { city: 0.5, coast: 0.3, hills: 0.2 }, else: { city: 0.2, coast: 0.2, hills: 0.6 } },
};

function staysByWho(): Check[] {
  const perDay = { a: 6, b: 4 };
  const per = { city: 6 * 0.5 + 4 * 0.2, coast: 6 * 0.3 + 4 * 0.2, hills: 6 * 0.2 + 4 * 0.6 };
  // In the hills it depends on the need: a quarter have the second.
  const stays = { city: 1, coast: 3, hills: 0.75 * 2 + 0.25 * 6 };
  const people = (locality: keyof typeof per) => ({
    id: locality,
    figure: `people of the ${locality} there`,
    formula: 'a = λ m of these people alone',
    reads: { station: 'ward', measure: 'occupancy', who: `locality:${locality}` },
    expected: per[locality] * stays[locality],
  });
  return checksOf({
    id: 'stays-by-who',
    title: 'Stays and ways by where people live and by need',
    source: 'Takács, Introduction to the Theory of Queues (1962), chapter 3; random splits of Poisson arrivals',
    setting: {
      calendar: { warmUpDays: 50, runDays: 150 },
      attributes: { locality: { ...localities, shares: inStreams(localities.shares, 'stays-by-who') } },
      needs: { usual: { label: 'Usual', goesTo: 'ward' }, more: { label: 'More', goesTo: 'ward' } },
      streams: {
        a: { label: 'From the first hospital', arrivalsPerDay: perDay.a, shares: { usual: 0.75, more: 0.25 } },
        b: { label: 'From the second', arrivalsPerDay: perDay.b, shares: { usual: 0.75, more: 0.25 } },
      },
      stations: {
        ward: ward(
          'unlimited',
          {
            by: 'locality',
            city: exponential(1),
            coast: { shape: 'lognormal', meanDays: 3, sdDays: 2 },
            else: { by: 'need', usual: { shape: 'fixed', days: 2 }, more: exponential(6) },
          },
          {
            next: {
              by: 'locality',
              hills: [{ to: 'hills-home' }],
              else: [
                { to: 'home', share: 0.6 },
                { to: 'hills-home', share: 0.4 },
              ],
            },
          },
        ),
        home,
        'hills-home': { ...home, label: 'Home in the hills' },
      },
    },
    figures: [
      people('city'),
      people('coast'),
      people('hills'),
      {
        id: 'hills-home',
        figure: 'people who leave for the hills, a day',
        formula: 'all of the hills and 0.4 of the others',
        reads: { station: 'hills-home', measure: 'starts' },
        expected: per.hills + 0.4 * (per.city + per.coast),
      },
    ],
  });
}

/** Streams of a check are called by its group too. */
function inStreams(shares: typeof localities.shares, group: string): object {
  const { a, ...others } = shares;
  return { ...others, [`a-${group}`]: a };
}

function ownHospitals(): Check[] {
  const [arrivals, city] = [9, 0.4];
  const wards = {
    city: { beds: 2, stay: 0.3, perDay: arrivals * city },
    coast: { beds: 3, stay: 0.33, perDay: arrivals * (1 - city) },
  };
  const wait = (id: keyof typeof wards) => {
    const { beds, stay, perDay } = wards[id];
    return {
      id,
      figure: `mean wait for the ${id} hospital, days`,
      formula: 'M/M/c of their own people',
      reads: { station: id, measure: 'delayDays', who: `locality:${id}` },
      expected: shareWhoWait(beds, perDay * stay) / (beds / stay - perDay),
    };
  };
  return checksOf({
    id: 'own-hospitals',
    title: 'Each locality has a hospital of its own',
    source: 'Erlang 1917; random splits of Poisson arrivals are Poisson',
    setting: {
      calendar: { warmUpDays: 30, runDays: 700 },
      attributes: { locality: { label: 'Where they live', shares: { city, coast: 1 - city } } },
      needs: { care: { label: 'Care', goesTo: { by: 'locality', city: 'city', coast: 'coast' } } },
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: {
        city: ward(wards.city.beds, exponential(wards.city.stay)),
        coast: ward(wards.coast.beds, exponential(wards.coast.stay)),
        home,
      },
    },
    figures: [wait('city'), wait('coast')],
  });
}

export const who = (): Check[] => [...staysByWho(), ...ownHospitals()];
