// A run by weeks in words: what does not settle, and where that shows most.
import type { Model, StationSettling } from '../../engine/index.ts';
import type { ToldByWeek, WeekSeries } from '../worker/protocol.ts';
import type { Finding } from './headline.ts';
import { inSentence, isMany, subjectOf } from '../model/values.ts';
import { sayCount } from './numbers/count.ts';
import { sayLength } from './numbers/runs.ts';

const labelOf = (model: Model, station: string): string => model.stations[station]?.label ?? 'any service';

/** As precise as people can picture: a tenth below ten. */
export const sayPeople = (people: number): string =>
  Number.isFinite(people) ? (people < 9.95 ? people.toFixed(1) : sayCount(Math.round(people))) : '–';

/** The place where it shows most: what is short before what only fills up, and of these where most people come to be. */
export function worstPlace({ settling }: Pick<ToldByWeek, 'settling'>): StationSettling | undefined {
  const growth = ({ trend }: StationSettling) => trend?.growth ?? 0;
  const rank = ({ settles }: StationSettling) => (settles === 'needs more than it has' ? 0 : 1);
  const [all, ...stations] = settling.stations;
  const unsettled = stations.filter(({ settles }) => settles !== 'settles');
  const [worst] = unsettled.sort((a, b) => rank(a) - rank(b) || growth(b) - growth(a));
  return settling.settles === 'settles' ? undefined : (worst ?? all);
}

export const seriesAt = (told: ToldByWeek | undefined, station: string, measure: string): WeekSeries | undefined =>
  told?.series.find((one) => one.station === station && one.measure === measure);

/** What does not settle, and how: "The queue for home care grows from 2.1 to 118 people in a year". `under`: the option it is said of, where another stands beside it. */
export function sayWhatGrows(model: Model, told: ToldByWeek, under = ''): string | undefined {
  const worst = worstPlace(told);
  return worst && sayUnder(under, sayGrowth(model, worst, told));
}

const sayUnder = (under: string, growth: string): string =>
  under === '' ? `${growth.charAt(0).toUpperCase()}${growth.slice(1)}` : `${under}: ${growth}`;

/** The same of the service that a slide is about, if that does not settle; else of the people in the large numbers, if they clearly grow. */
export function sayWhatGrowsAt(model: Model, told: ToldByWeek, under: string, service: string): string | undefined {
  if (told.settling.settles === 'settles') return undefined;
  const here = told.settling.stations.find(({ station, settles }) => station === service && settles !== 'settles');
  if (here) return sayUnder(under, sayGrowth(model, here, told));
  const crowd = sayCrowd(model, told);
  return crowd && sayUnder(under, crowd);
}

/** How the people in the large numbers grow; undefined where they do not clearly grow. */
function sayCrowd(model: Model, told: ToldByWeek): string | undefined {
  const { station, measure, where } = subjectOf(model);
  const list = seriesAt(told, station, measure)?.mean ?? [];
  const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
  if (last - first < Math.max(1, first / 4)) return undefined;
  return `people waiting ${where} grow from ${sayPeople(first)} to ${sayPeople(last)} in ${sayLength(model.calendar.runDays)}`;
}

export const NO_AVERAGE = 'An average would depend on how long the run is';

/** In place of an average: "…: does not settle. The queue for home care grows from 2.1 to 118 people in a year". */
export function sayUnsettled(model: Model, what: string, told: ToldByWeek): Finding | undefined {
  const growth = sayWhatGrows(model, told);
  if (growth === undefined) return undefined;
  const label = labelOf(model, worstPlace(told)!.station);
  const words = told.words.find((one) => one.startsWith(`${label}: `)) ?? told.words[0] ?? '';
  // What is needed and what there is need not be said again in other digits.
  const isTold = words === '' || / need(s|ed)? /.test(growth);
  const range = `${isTold ? '' : `${words}. `}${NO_AVERAGE}: read it by weeks`;
  return { sentence: `${what}: does not settle. ${growth}`, range };
}

/** The same on paper, the people waiting first: nothing beside it shows them. What they wait for comes after. */
export function sayUnsettledOnPaper(model: Model, what: string, told: ToldByWeek): Finding | undefined {
  const found = sayUnsettled(model, what, told);
  const crowd = found && sayCrowd(model, told);
  const growth = sayWhatGrows(model, told);
  if (!crowd || growth === undefined) return found;
  return {
    sentence: `${what}: does not settle. ${sayUnder('', crowd)}`,
    range: `${growth}. ${NO_AVERAGE}: read it by weeks`,
  };
}

function sayGrowth(model: Model, worst: StationSettling, told: ToldByWeek): string {
  const { station, trend, needed, has, starts } = worst;
  const list = seriesAt(told, station, 'waiting')?.mean ?? [];
  const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
  const label = labelOf(model, station);
  const place = inSentence(label);
  const length = sayLength(model.calendar.runDays);
  if (trend && station !== 'all' && last - first >= Math.max(0.5, trend.growth / 2))
    return `the queue for ${place} grows from ${sayPeople(first)} to ${sayPeople(last)} people in ${length}`;
  if (trend?.direction === 'grows')
    return `those at ${place} or waiting for it grow from ${sayPeople(trend.early)} to ${sayPeople(trend.late)} people in ${length}`;
  const [need, have] = isMany(label) ? ['need', 'have'] : ['needs', 'has'];
  if (!(needed[1] > has[1]))
    return `${place} ${need} ${sayPeople(starts[0])} starts a month and may have ${sayPeople(starts[1])}`;
  const [wanted, there] = [sayPeople(needed[1]), has[1] === 0 ? 'none' : sayPeople(has[1])];
  if (label.endsWith('beds')) return `${wanted} ${place.replace(/^the /, '')} are needed and there are ${there}`;
  return `${place} ${need} ${wanted} places and ${have} ${there}`;
}
