// A small model with ranges, the series of its services, and series from a date: what tests of a year beside the model share.
import { compile } from '../../engine/network/compile-request.ts';
import { readModel } from '../../engine/model/validation/validate.ts';
import type { CountedRow } from '../../engine/study/match/periods.ts';
import { periodEnd, type Series, type Spacing } from '../../engine/study/match/series.ts';
import { dayNumber } from '../../engine/ground/dates.ts';
import type { Model } from '../../engine/model/document.ts';
import { smallModel } from '../cli/onward.ts';

export const TODAY = { option: 'today' };
const illustrative = (low: number, high: number) => ({ status: 'illustrative', source: 'A test', low, high });
export const document = {
  ...smallModel,
  calendar: { startDate: '2024-01-01', warmUpDays: 60, runDays: 364 },
  evidence: {
    'streams.acute.arrivalsPerDay': illustrative(1.6, 2.4),
    'stations.p1.stay.meanDays': illustrative(7, 13),
    'stations.p2.stay.meanDays': illustrative(6, 12),
    'stations.p1.places': illustrative(12, 20),
    'stations.p2.beds': illustrative(6, 12),
    'stations.acute.costs.delayedDayGbp': illustrative(100, 400),
  },
};
export const model = modelOf({
  ...document,
  stations: { ...document.stations, acute: { ...document.stations.acute, costs: { delayedDayGbp: 300 } } },
});

export function modelOf(given: object): Model {
  const { model: read, problems } = readModel(JSON.stringify(given));
  if (!read) throw new Error(JSON.stringify(problems));
  return read;
}

export function seriesFrom(date: string, spacing: Spacing, count: number, value = 0): Series {
  const days = [dayNumber(date)];
  while (days.length < count) days.push(periodEnd(days[days.length - 1], spacing));
  return { name: 'A series', spacing, days, values: days.map(() => value) };
}

export const program = compile(model, TODAY);
export const ROWS: readonly CountedRow[] = [
  { station: 'acute', measure: 'delayed' },
  { station: 'acute', measure: 'starts' },
  { station: 'p1', measure: 'occupancy' },
  { station: 'p1', measure: 'starts' },
  { station: 'p2', measure: 'occupancy' },
  { station: 'p2', measure: 'starts' },
];
