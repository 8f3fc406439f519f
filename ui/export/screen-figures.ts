// The charts of a screen: people waiting by weeks, how often services are full, and the right place by need.
import { hasNumber } from '../shown/line.ts';
import { rightPlaceLines } from '../shown/outcome-lines.ts';
import { isCompared, rowOf } from '../shown/numbers.ts';
import { hasPlaces, subjectOf } from '../model/values.ts';
import { sentenceOf } from '../words/headline.ts';
import { happensWords } from '../words/worlds.ts';
import { sayDate } from '../words/numbers/date.ts';
import { nameOfSeries, saySeries } from '../words/line-of-weeks.ts';
import { seriesAt } from '../words/weeks.ts';
import { rightPlaceFinding } from '../state/findings.ts';
import type { WeekSeries } from '../worker/protocol.ts';
import type { Figure, Series } from './pictures/figure.ts';
import { linesFigure } from './pictures/lines-figure.ts';
import type { Screen } from './screen.ts';
import { sayCount } from '../words/numbers/count.ts';

export const figuresOf = (screen: Screen): Figure[] =>
  [weeksFigure(screen), worldsFigure(screen), fullFigure(screen), rightPlaceFigure(screen)].filter(
    (one) => one !== undefined,
  );

/** Without a `series` of its own, what the headline is about. */
export function weeksFigure(screen: Screen, asked?: WeekSeries): Figure | undefined {
  const { model, option, today, what, limits } = screen;
  const { station, measure } = subjectOf(model);
  const line = asked ?? seriesAt(option, station, measure);
  if (!option || !line || option.dates.length < 2) return undefined;
  const beside = seriesAt(today, line.station, line.measure);
  const title = `${nameOfSeries(model, line)}, week by week`;
  return {
    kind: 'lines',
    name: 'People by weeks',
    title,
    finding: sayMost(what, option.dates, line, beside),
    says: `${title}. ${what}: ${saySeries(option.dates, line)}${beside ? ` Today: ${saySeries(today!.dates, beside)}` : ''}`,
    unit: 'people',
    of: 'Week of',
    categories: option.dates.map((date) => sayDate(date, 0)),
    series: [
      { name: what, values: known(line.mean), low: known(line.low), high: known(line.high) },
      ...(beside ? [{ name: 'Today', values: known(beside.mean), isToday: true }] : []),
    ],
    limits,
  };
}

const known = (values: readonly number[]) => values.map((value) => (Number.isFinite(value) ? value : null));

/** How many worlds of each kind. */
function worldsFigure({ worlds, what, limits }: Screen): Figure | undefined {
  if (!worlds) return undefined;
  const { counts, finding } = worlds;
  const title = 'What happens in each plausible world';
  const said = counts.map(({ what: happens, count }) => `${happensWords[happens]}: ${count}`);
  return {
    kind: 'bars',
    name: 'Plausible worlds',
    title,
    finding: sentenceOf(finding),
    says: `${title}. ${sentenceOf(finding)} ${said.join('. ')}.`,
    unit: 'worlds',
    of: 'What happens',
    categories: counts.map(({ what: happens }) => happensWords[happens]),
    series: [{ name: `${what}, beside today`, values: counts.map(({ count }) => count) }],
    limits,
  };
}

const MOST_SERVICES = 12;

function fullFigure({ model, shown, what, limits }: Screen): Figure | undefined {
  const full = (rows: Screen['shown']['option'], id: string) => rowOf(rows, id, 'full');
  const stations = Object.keys(model.stations)
    .filter((id) => hasPlaces(model, id) && typeof full(shown.option, id)?.value === 'number')
    .toSorted((a, b) => full(shown.option, b)!.value! - full(shown.option, a)!.value!)
    .slice(0, MOST_SERVICES);
  if (stations.length === 0) return undefined;
  const series = (name: string, rows: Screen['shown']['option'], isToday = false): Series => {
    const at = (key: 'value' | 'ciLow' | 'ciHigh') => stations.map((id) => percent(full(rows, id)?.[key]));
    return { name, values: at('value'), low: at('ciLow'), high: at('ciHigh'), isToday };
  };
  const isBeside = isCompared(shown);
  const today = series('Today', shown.today, true);
  const isThere = today.values.some((value) => value !== null);
  return barsFigure({
    name: 'Services full',
    title: 'Share of time with no place free, by service',
    of: 'Service',
    categories: stations.map((id) => model.stations[id].label),
    series: [...(isBeside && isThere ? [today] : []), series(what, shown.option)],
    limits,
    isOfToday: !isBeside,
  });
}

function rightPlaceFigure({ model, shown, what, limits }: Screen): Figure | undefined {
  const lines = rightPlaceLines(model).filter((line) => hasNumber(shown, line));
  const title = 'Share of people who first went to the place they needed';
  const finding = rightPlaceFinding(shown, what);
  return linesFigure({
    name: 'Right place first time',
    title,
    finding: finding && sentenceOf(finding),
    of: 'Need',
    lines,
    shown,
    what,
    limits,
  });
}

const percent = (share: number | null | undefined) => (typeof share === 'number' ? share * 100 : null);

/** The week that most people wait in, and how many wait in the same week today. */
function sayMost(what: string, dates: readonly string[], { mean }: WeekSeries, beside?: WeekSeries): string {
  const most = mean.indexOf(Math.max(...mean));
  const people = (line: WeekSeries) => sayCount(Math.round(line.mean[most] ?? 0));
  const today = beside ? `; today ${people(beside)} in that week` : '';
  return `${what}: most people wait in the week of ${sayDate(dates[most] ?? '', 0)}, ${people({ mean } as WeekSeries)} on average${today}.`;
}

/** The service that the option changes most; alone, the fullest. */
function sayFullest({ categories, series, isOfToday }: Bars): string {
  const [first, second] = series;
  const gap = (at: number) =>
    second ? Math.abs((second.values[at] ?? 0) - (first?.values[at] ?? 0)) : (first?.values[at] ?? 0);
  const at = categories.reduce((best, _, here) => (gap(here) > gap(best) ? here : best), 0);
  const said = (one: Series, place: number) =>
    `${place > 0 ? 'and ' : ''}${sayPercent(one.values[at] ?? null)} ${place > 0 ? '' : 'of the time '}${one.isToday || isOfToday ? 'today' : `with “${one.name}”`}`;
  return `${categories[at]}: no place is free ${series.map(said).join(', ')}.`;
}

interface Bars extends Omit<Figure, 'kind' | 'says' | 'unit' | 'finding'> {
  /** Nothing stands beside today. */
  readonly isOfToday: boolean;
}

/** Bars in per cent, and what they say in words. */
function barsFigure({ isOfToday, ...parts }: Bars): Figure {
  const said = parts.categories.map((category, at) => {
    const each = parts.series.map(({ name, values }) => `${name} ${sayPercent(values[at] ?? null)}`);
    return `${category}: ${each.join(', ')}`;
  });
  return {
    ...parts,
    kind: 'bars',
    unit: '%',
    finding: sayFullest({ ...parts, isOfToday }),
    says: `${parts.title}. ${said.join('. ')}.`,
  };
}

const sayPercent = (value: number | null) => (value === null ? 'not known' : `${Math.round(value)} %`);
