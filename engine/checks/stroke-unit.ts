// The stroke pathway of Monks and others (2016): people there if there were room for all, and the chance of finding a unit full.
import { checksOf, home, ward, type Check } from './check.ts';
import { shareTurnedAway } from './loss.ts';

const source = 'Monks and others, BMC Health Services Research 16 (2016) 530; Erlang 1917';
const lognormal = (meanDays: number, sdDays: number) => ({ shape: 'lognormal', meanDays, sdDays });

/** Days between admissions; shares who go on to rehabilitation; after a stroke some leave with early supported discharge. */
const acuteEvery = { stroke: 1.2, tia: 9.3, neuro: 3.6, other: 3.2 };
const toRehab = { stroke: 0.24, tia: 0.01, neuro: 0.11, other: 0.05 };
const acuteSupported = 0.13;
const rehabEvery = { stroke: 21.8, neuro: 31.7, other: 28.6 };
const rehabSupported = 0.4;

type Kind = keyof typeof acuteEvery;
const kinds: readonly Kind[] = ['stroke', 'tia', 'neuro', 'other'];

const acuteStay = {
  stroke: {
    shape: 'mixture',
    of: [
      { share: acuteSupported, stay: lognormal(4.6, 4.8) },
      { share: 1 - acuteSupported, stay: lognormal(7.4, 8.6) },
    ],
  },
  tia: lognormal(1.8, 2.3),
  neuro: lognormal(4, 5),
  other: lognormal(3.8, 5.2),
};
const rehabStay = {
  stroke: {
    shape: 'mixture',
    of: [
      { share: rehabSupported, stay: lognormal(30.3, 23.1) },
      { share: 1 - rehabSupported, stay: lognormal(28.4, 27.2) },
    ],
  },
  tia: lognormal(18.7, 23.5),
  neuro: lognormal(27.6, 28.4),
  other: lognormal(16.1, 14.1),
};
/** Means of the same stays, written out, so that nothing rests on what the simulation makes of them. */
const acuteMean = {
  stroke: acuteSupported * 4.6 + (1 - acuteSupported) * 7.4,
  tia: 1.8,
  neuro: 4,
  other: 3.8,
};
const rehabMean = { stroke: rehabSupported * 30.3 + (1 - rehabSupported) * 28.4, tia: 18.7, neuro: 27.6, other: 16.1 };

const perKind = <T>(of: (kind: Kind) => T) => Object.fromEntries(kinds.map((kind) => [kind, of(kind)]));
const sumOver = (of: (kind: Kind) => number) => kinds.reduce((sum, kind) => sum + of(kind), 0);
const acutePerDay = (kind: Kind) => 1 / acuteEvery[kind];
const rehabPerDay = (kind: Kind) => (kind === 'tia' ? 0 : 1 / rehabEvery[kind]);
/** Departures from a unit with room for all are Poisson, so people who come from it are as random as the rest. */
const allRehabPerDay = (kind: Kind) => rehabPerDay(kind) + toRehab[kind] * acutePerDay(kind);

export const acuteOffered = sumOver((kind) => acutePerDay(kind) * acuteMean[kind]);
export const rehabOffered = sumOver((kind) => allRehabPerDay(kind) * rehabMean[kind]);

const byKind = <T>(of: (kind: Kind) => T) => ({ by: 'need', ...perKind(of) });
function stream(perDay: (kind: Kind) => number, startsAt: string) {
  const arrivalsPerDay = sumOver(perDay);
  return { label: 'People', arrivalsPerDay, shares: perKind((kind) => perDay(kind) / arrivalsPerDay), startsAt };
}
const needsGoing = (goesTo: string) => perKind((kind) => ({ label: kind, goesTo }));

/** Everyone finds room; some go on to rehabilitation. */
const pathway = () =>
  checksOf({
    id: 'stroke-pathway',
    title: 'Stroke pathway with room for all',
    source,
    setting: {
      calendar: { warmUpDays: 400, runDays: 900 },
      needs: needsGoing('acute'),
      streams: { 'to-acute': stream(acutePerDay, 'acute'), 'to-rehab': stream(rehabPerDay, 'rehab') },
      stations: {
        acute: ward(
          'unlimited',
          byKind((kind) => acuteStay[kind]),
          {
            next: byKind((kind) => [
              { to: 'rehab', share: toRehab[kind] },
              { to: 'home', share: 1 - toRehab[kind] },
            ]),
          },
        ),
        rehab: ward(
          'unlimited',
          byKind((kind) => rehabStay[kind]),
        ),
        home,
      },
    },
    figures: [
      {
        id: 'acute',
        figure: 'people in the acute unit',
        formula: 'Σ mean stay / days between admissions',
        reads: { station: 'acute', measure: 'occupancy' },
        expected: acuteOffered,
      },
      {
        id: 'rehab',
        figure: 'people in rehabilitation',
        formula: 'the same, with those who come from the acute unit',
        reads: { station: 'rehab', measure: 'occupancy' },
        expected: rehabOffered,
      },
    ],
  });

/** P(N = n) / P(N ≤ n), N Poisson, is how often n beds are full when nobody waits: Erlang's B, whatever the shapes of the stays. */
const full = (unit: 'acute' | 'rehab', beds: number, runDays: number) => {
  const isAcute = unit === 'acute';
  const stays = isAcute ? acuteStay : rehabStay;
  const perDay = isAcute ? acutePerDay : allRehabPerDay;
  return checksOf({
    id: `stroke-${unit}-${beds}`,
    title: `Stroke pathway: ${beds} beds in ${isAcute ? 'the acute unit' : 'rehabilitation'}`,
    source,
    setting: {
      calendar: { warmUpDays: 400, runDays },
      needs: needsGoing(unit),
      streams: { people: stream(perDay, unit) },
      stations: {
        [unit]: ward(
          beds,
          byKind((kind) => stays[kind]),
          { waitingRoom: 0 },
        ),
        home,
      },
    },
    figures: [
      {
        id: 'full',
        figure: 'chance of finding no bed',
        formula: 'P(N = n) / P(N ≤ n), N Poisson with the mean above',
        reads: { station: unit, measure: 'full' },
        expected: shareTurnedAway(beds, isAcute ? acuteOffered : rehabOffered),
      },
    ],
  });
};

export const strokeUnit = (): Check[] => [
  ...pathway(),
  ...full('acute', 10, 2000),
  ...full('acute', 14, 5500),
  ...full('rehab', 12, 9000),
  ...full('rehab', 16, 27_000),
];
