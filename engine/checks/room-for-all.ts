// Room for all: the number of people over time, from nobody or from people already there, with stays of any shape.
import { exp } from '../ground/portable.ts';
import { checksOf, exponential, home, ward, type Check, type Setting } from './check.ts';
import { shareAbove } from './poisson.ts';
import { integral, lognormalSurvival } from './quadrature.ts';

const setting = (calendar: Setting['calendar'], stream: object, stay: object, initial?: object): Setting => ({
  calendar,
  ...(initial && { initial: { team: initial } }),
  streams: { people: { label: 'People', ...stream } },
  stations: { team: ward('unlimited', stay), home },
});

const occupancy = (day?: number) => ({
  station: 'team',
  measure: 'occupancy',
  ...(day !== undefined && { statistic: 'value', day }),
});

const [mean, sd] = [8, 6];
const { beyond, leftBeyond } = lognormalSurvival(mean, sd);
const lognormal = { shape: 'lognormal', meanDays: mean, sdDays: sd };

/** n(0) P(what is left > t) + ∫ λ(u) P(stay > t − u) du, day by day, because the rate may jump between days. */
export function peopleOn(
  day: number,
  rate: (wholeDay: number) => number,
  first = 0,
  left: (days: number) => number = () => 0,
): number {
  let people = first * left(day);
  for (let from = 0; from < day; from++)
    people += rate(from) * integral((u) => beyond(day - u), from, Math.min(day, from + 1));
  return people;
}

export const arrivals = 60;
export const weekdayFactors = [0.4, 1, 1.1, 1.2, 1.6, 1.2, 0.5];
const factorsMean = weekdayFactors.reduce((sum, factor) => sum + factor, 0) / 7;
export const weekly = (day: number): number => (arrivals * weekdayFactors[day % 7]) / factorsMean;
/** Means of ten days from Thursday, day 3, on; on other days the mean of that weekday, of which three are there twice. */
export const means = [50.5, 80.25, 20, 31.5, 90, 64.75, 70, 41.5, 99.75, 10];
const otherDays = [90, 64.75, 70, 46, 90, 15, 31.5];
export const forecast = (day: number): number => means[day - 3] ?? otherDays[day % 7];
export const already = 300;
const course = { warmUpDays: 0, runDays: 22 };
const source = 'Eick, Massey and Whitt, Operations Research 41 (1993) 731-742';

export const roomForAll = (): Check[] => [
  ...checksOf({
    id: 'room-for-all',
    title: 'M/G/∞: room for all, lognormal stays, in the long run',
    source: 'Takács, Introduction to the Theory of Queues (1962), chapter 3',
    setting: setting({ warmUpDays: 150, runDays: 2000 }, { arrivalsPerDay: 5 }, lognormal),
    figures: [
      { id: 'mean', figure: 'people there', formula: 'a = λ m', reads: occupancy(), expected: 5 * mean },
      {
        id: 'many',
        figure: 'share of the time with more than 45 there',
        formula: 'P(N > 45): the number N is Poisson whatever the shape of the stay',
        reads: { ...occupancy(), statistic: 'shareOver45' },
        expected: shareAbove(45, 5 * mean),
      },
    ],
  }),
  ...checksOf({
    id: 'filling-up',
    title: 'M/G/∞: filling up from nobody',
    source,
    setting: setting({ ...course, lookAtDays: [2, 7, 21] }, { arrivalsPerDay: arrivals }, lognormal),
    figures: [2, 7, 21].map((day) => ({
      id: `day-${day}`,
      figure: `people there on day ${day}`,
      formula: '∫ λ P(stay > t − u) du',
      reads: occupancy(day),
      expected: peopleOn(day, () => arrivals),
    })),
  }),
  ...checksOf({
    id: 'weekly',
    title: 'Mt/G/∞: arrivals by weekday, 300 people already there in mid-stay',
    source,
    setting: setting(
      { ...course, lookAtDays: [1, 5, 7, 20] },
      { arrivalsPerDay: arrivals, weekdayFactors },
      lognormal,
      { inCare: already },
    ),
    figures: [1, 5, 7, 20].map((day) => ({
      id: `day-${day}`,
      figure: `people there on day ${day}`,
      formula: 'n(0) E[(stay − t)⁺]/m + ∫ λ(u) P(stay > t − u) du',
      reads: occupancy(day),
      expected: peopleOn(day, weekly, already, leftBeyond),
    })),
  }),
  ...checksOf({
    id: 'forecast',
    title: 'Mt/G/∞: a mean for each of ten days, and their weekdays before and after',
    source,
    setting: setting(
      { ...course, lookAtDays: [2, 6, 13, 21] },
      { meansPerDay: { fromDate: '2024-01-04', means } },
      lognormal,
    ),
    figures: [2, 6, 13, 21].map((day) => ({
      id: `day-${day}`,
      figure: `people there on day ${day}`,
      formula: '∫ λ(u) P(stay > t − u) du',
      reads: occupancy(day),
      expected: peopleOn(day, forecast),
    })),
  }),
  ...checksOf({
    id: 'holidays',
    title: 'Mt/G/∞: arrivals by weekday, and two days in a row that are like a Sunday',
    source,
    setting: setting(
      { ...course, holidays: ['2024-01-05', '2024-01-04'], lookAtDays: [4, 5, 14] },
      { arrivalsPerDay: arrivals, weekdayFactors },
      lognormal,
    ),
    figures: [4, 5, 14].map((day) => ({
      id: `day-${day}`,
      figure: `people there on day ${day}`,
      formula: '∫ λ(u) P(stay > t − u) du',
      reads: occupancy(day),
      expected: peopleOn(day, (at) => weekly(at === 3 || at === 4 ? 6 : at)),
    })),
  }),
  ...checksOf({
    id: 'given-remaining',
    title: 'Mt/G/∞: the same, starting with people whose remaining stays are known',
    source,
    setting: setting({ ...course, lookAtDays: [3, 10] }, { arrivalsPerDay: arrivals, weekdayFactors }, lognormal, {
      inCare: already,
      remaining: exponential(3),
    }),
    figures: [3, 10].map((day) => ({
      id: `day-${day}`,
      figure: `people there on day ${day}`,
      formula: 'n(0) exp(−t/3) + ∫ λ(u) P(stay > t − u) du',
      reads: occupancy(day),
      expected: peopleOn(day, weekly, already, (days) => exp(-days / 3)),
    })),
  }),
];
