// The numbers of the option on the screen beside today's: the headline measures, and any one measure of every service.
import { definitions, measures, verdict, type Model, type Row } from '../../../engine/index.ts';
import { find, hasNumber, type Line } from '../../shown/line.ts';
import { isCompared, isEnough } from '../../shown/numbers.ts';
import type { Shown } from '../../model/shown.ts';
import { hasPlaces, subjectOf } from '../../model/values.ts';
import { DAYS, PEOPLE, PERCENT, POINTS, POUNDS_A_YEAR, type Quantity } from '../../words/numbers/quantity.ts';
import { sayWithin, show } from '../../words/numbers/rounding.ts';
import { isKnown, verdictOf } from '../../words/numbers/verdict.ts';
import type { Cell, Column, DataTable } from '../../parts/table/table.ts';

/** A line with the unit its numbers are in; `change` has its own where a share is in points. */
interface Told extends Line {
  readonly unit: string;
}

const plain = (unit: string): Quantity => ({ ...PEOPLE, one: unit, many: unit });
const quantities: Readonly<Record<string, Quantity>> = {
  people: PEOPLE,
  days: DAYS,
  share: PERCENT,
  '£ a year': POUNDS_A_YEAR,
};
const quantityOf = (unit: string): Quantity => quantities[unit] ?? plain(unit);
const measureOf = (id: string) => measures.find((measure) => measure.id === id)!;
const isLess = measureOf('delayDays').betterWhen;

function told(label: string, station: string, measure: string, more: Partial<Line> = {}): Told {
  const { unit } = measureOf(measure);
  const quantity = quantityOf(unit);
  const change = quantity === PERCENT ? POINTS : quantity;
  return { label, station, measure, quantity, change, unit: unit === 'share' ? '%' : unit, ...more };
}

/** What Explore has on its cards, and what they have no room for. */
export function headlineTable(model: Model, shown: Shown, name: string): DataTable {
  const { station, measure, where } = subjectOf(model);
  const days = measure === 'delayed' ? 'stayDays' : 'delayDays';
  const waits: Partial<Line> = { betterWhen: isLess };
  const lines: Told[] = [
    told(`People waiting ${where}, on a typical day`, station, measure),
    told(`People waiting ${where}: exceeded on 1 day in 10`, station, measure, { statistic: 'p90', ...waits }),
    ...(station === 'all'
      ? []
      : [
          told('Days waited, on average', station, days, waits),
          told('Days waited: exceeded by 1 person in 10', station, days, { statistic: 'p90', ...waits }),
        ]),
    told('Right place first time', 'all', 'rightPlace'),
    told('Delayed people, everywhere', 'all', 'delayed'),
    told('Cost', 'all', 'cost', { statistic: 'total' }),
    ...Object.keys(model.stations)
      .filter((id) => hasPlaces(model, id))
      // Full is neither good nor bad by itself.
      .map((id) => told(`Time with no place free: ${model.stations[id].label}`, id, 'full', { betterWhen: null })),
  ];
  return tableOf('measures', `Headline measures: ${name}`, 'Measure', lines, shown, name, true);
}

/** Measures that some service of the model has a number for, in the catalogue's order. */
export function measuresOfServices(
  model: Model,
  shown: Shown,
): readonly { readonly id: string; readonly label: string }[] {
  const found = new Set(
    shown.option.filter(({ station }) => Object.hasOwn(model.stations, station)).map((r) => r.measure),
  );
  return measures.filter(({ id }) => found.has(id) && linesOf(model, shown, id).length > 0);
}

export function serviceTable(model: Model, shown: Shown, name: string, measure: string): DataTable {
  const { label, unit } = measureOf(measure);
  const caption = `${label} of each service: ${name}. ${definitions[measure]}`;
  return tableOf(`services-${measure}`, caption, 'Service', linesOf(model, shown, measure), shown, name, false, unit);
}

/** Of measures by parts (visits made, put off, missed; causes) a line for each part of each service. */
function linesOf(model: Model, shown: Shown, measure: string): Told[] {
  const wanted = (row: Row) =>
    row.measure === measure && row.who === 'all' && row.day === '' && Object.hasOwn(model.stations, row.station);
  const rows = shown.option.filter(wanted);
  const hasMean = rows.some(({ statistic }) => statistic === 'mean');
  const parts = hasMean ? ['mean', ...(rows.some(({ statistic }) => statistic === 'p90') ? ['p90'] : [])] : undefined;
  const order = new Map(Object.keys(model.stations).map((id, at) => [id, at]));
  return rows
    .filter(({ statistic }) => parts?.includes(statistic) ?? true)
    .toSorted((a, b) => order.get(a.station)! - order.get(b.station)!)
    .map(({ station, statistic }) =>
      told(
        `${model.stations[station].label}${sayStatistic(statistic)}`,
        station,
        measure,
        statistic === 'mean' ? {} : { statistic },
      ),
    )
    .filter((line) => hasNumber(shown, line));
}

const sayStatistic = (statistic: string): string =>
  statistic === 'mean' ? '' : statistic === 'p90' ? ', exceeded by 1 in 10' : `, ${statistic}`;

function tableOf(
  id: string,
  caption: string,
  of: string,
  lines: readonly Told[],
  shown: Shown,
  name: string,
  hasUnits: boolean,
  unit?: string,
): DataTable {
  const compared = isCompared(shown);
  const inUnit = hasUnits ? {} : { unit: unit === 'share' ? '%' : unit! };
  const number = (key: string, title: string, more: Partial<Column> = {}): Column => ({
    key,
    title,
    isNumber: true,
    ...inUnit,
    ...more,
  });
  const inPoints = inUnit.unit === '%' ? { unit: 'points' } : {};
  return {
    id,
    caption,
    columns: [
      { key: 'name', title: of },
      ...(hasUnits ? [{ key: 'unit', title: 'Unit' }] : []),
      ...(compared ? [number('today', 'Today')] : []),
      number('value', name),
      number('low', 'likely from'),
      number('high', 'to'),
      ...(compared
        ? [
            number('difference', 'Difference from today', inPoints),
            number('differenceLow', 'likely from', inPoints),
            number('differenceHigh', 'to', inPoints),
            { key: 'verdict', title: 'Verdict' },
          ]
        : []),
    ],
    rows: lines
      .filter((line) => hasNumber(shown, line))
      .map((line) => ({
        key: [line.station, line.measure, line.statistic ?? 'mean'].join('/'),
        cells: {
          name: { value: line.label },
          unit: { value: compared && line.unit === '%' ? '%, differences in points' : line.unit },
          ...numbersOf(shown, line),
        },
      })),
  };
}

function numbersOf(shown: Shown, line: Told): Record<string, Cell> {
  const { option, today, difference } = find(shown, line);
  const [value, low, high] = triple(option, line.quantity);
  const [before] = triple(today, line.quantity);
  const [apart, apartLow, apartHigh] = triple(difference, line.change ?? line.quantity, true);
  const judged =
    difference && line.betterWhen !== undefined && isKnown(difference)
      ? { ...difference, verdict: verdict(difference.ciLow!, difference.ciHigh!, line.betterWhen) }
      : difference;
  const isSame = difference?.value === 0 && difference.ciLow === 0 && difference.ciHigh === 0;
  const word = isSame ? 'the same as today' : verdictOf(judged, isEnough(shown)).word;
  const of = (row: Row | undefined, option: string) =>
    row && { row: [row.station, row.measure, row.statistic, row.who].join('/'), option, value: row.value };
  return {
    today: { ...before!, of: of(today, today?.option ?? '') },
    value: { ...value!, of: of(option, option?.option ?? '') },
    low: low!,
    high: high!,
    difference: { ...apart!, of: of(difference, 'difference') },
    differenceLow: apartLow!,
    differenceHigh: apartHigh!,
    verdict: { value: difference ? word : null },
  };
}

/** The value and its range, as precise as the range allows; saved in full. */
function triple(row: Row | undefined, { times, least }: Quantity, isSigned = false): Cell[] {
  if (!row || row.value === null) return [0, 0, 0].map(() => ({ value: null }));
  const [value, low, high] = [row.value, row.ciLow, row.ciHigh].map((n) => (n === null ? n : inFull(n * times)));
  if (!isKnown(row))
    return [
      { value: value!, shown: '…' },
      { value: null, shown: '…' },
      { value: null, shown: '…' },
    ];
  const said = sayWithin(value!, low!, high!, typeof least === 'function' ? least(value!) : least);
  const cell = (full: number, rounded: number): Cell => ({
    value: full,
    shown: sign(rounded, isSigned) + show(Math.abs(rounded), said.step),
  });
  return [cell(value!, said.value), cell(low!, said.low), cell(high!, said.high)];
}

const sign = (value: number, isSigned: boolean): string => (value < 0 ? '−' : isSigned && value > 0 ? '+' : '');
/** A share of 0.29 is 29 %, without the dust of a multiplication. */
const inFull = (value: number): number => Number(value.toPrecision(15));
