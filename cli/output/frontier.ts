// The frontier for people and machines: today, the options and the mixes that no other beats as a table, and sentences on the same delay, the same money, and nobody waiting.
import {
  type Against,
  type Beside,
  type FrontierPoint,
  type Interval,
  type MixNumber,
  type Looked,
  AT_LEAST_NOTHING,
  type CheapestMix,
  numbersAt,
  within,
} from '../../engine/index.ts';
import { amount, layTable } from './table.ts';

export interface Marked {
  readonly id: string;
  readonly title: string;
  readonly values: readonly (number | string)[];
  /** It is one of the mixes: nothing else is changed, so that it can be held beside them. */
  readonly isMix: boolean;
  readonly readings: readonly Interval[];
  readonly settles: boolean;
}

export interface FoundFrontier {
  readonly levers: readonly MixNumber[];
  readonly marks: readonly Marked[];
  readonly against: readonly Against[];
  readonly front: readonly FrontierPoint[];
  readonly looked: Looked;
  readonly mixes: number;
  readonly most: number;
  readonly row: string;
  readonly beside: readonly {
    readonly mark: Marked;
    readonly of: readonly (Beside & { readonly against: Against })[];
  }[];
  readonly cheapest: readonly { readonly against: Against; readonly found: CheapestMix | undefined }[];
}

const UNITS = ['people', 'places', '£ a year'];

export function frontierText(found: FoundFrontier): string[] {
  const { front, marks, looked, mixes, most } = found;
  const thousands = (n: number) => n.toLocaleString('en-GB');
  if (front.length === 0) return ['No mix that settles has as few people waiting as the options have.'];
  const unsettled = marks.filter(({ settles }) => !settles).map(({ title }) => title);
  return [
    table(found),
    [
      ...found.beside.flatMap((one) => sayBeside(found, one)),
      ...found.cheapest.flatMap((one) => sayCheapest(found, one)),
    ].join('\n'),
    ...(unsettled.length > 0 ? [`Not shown, because they do not settle: ${unsettled.join('; ')}.`] : []),
    `${front.length} mixes that no other beats. ${thousands(looked.all().length)} of ${thousands(mixes)} mixes looked at, in ${thousands(looked.replications)} simulated periods, those above with ${most} each.`,
  ];
}

function table({ levers, marks, against, front }: FoundFrontier): string {
  const hasCost = against.includes('cost');
  const cells = (readings: readonly Interval[]) =>
    readings.slice(0, hasCost ? 3 : 2).flatMap((one, at) => [written(one, at), range(one, at)]);
  const rows = [
    ...marks.filter(({ settles }) => settles).map(({ title, values, readings }) => ({ name: title, values, readings })),
    ...front.map(({ setting, readings }) => ({ name: '', values: setting.values, readings })),
  ];
  return layTable([
    {
      cells: [
        '',
        ...levers.map(({ path }) => path),
        'people waiting',
        '95 % range',
        'empty places',
        '95 % range',
        ...(hasCost ? ['cost a year', '95 % range'] : []),
      ],
    },
    ...rows.map(({ name, values, readings }) => ({ cells: [name, ...values.map(String), ...cells(readings)] })),
  ]);
}

/** Three figures: prices are no better known. */
const pounds = (gbp: number): string =>
  Number.isFinite(gbp) ? `£${Number(gbp.toPrecision(3)).toLocaleString('en-GB')}` : '–';
const written = ({ mean }: Interval, at: number): string => (at === 2 ? pounds(mean) : amount(mean, ''));
function range(one: Interval, at: number): string {
  const { low, high } = within(one, AT_LEAST_NOTHING);
  if (!Number.isFinite(low)) return '';
  return at === 2 ? `${pounds(low)} to ${pounds(high)}` : `${amount(low)} to ${amount(high)}`;
}

const nameOf = ({ levers }: FoundFrontier, { setting }: FrontierPoint): string =>
  Object.entries(numbersAt(levers, setting))
    .map(([path, value]) => `${path} = ${value}`)
    .join(', ');
const amountOf = (point: FrontierPoint, against: Against): string =>
  against === 'cost' ? `${pounds(point.readings[2].mean)} a year` : `${amount(point.readings[1].mean)} empty places`;

function sayBeside(found: FoundFrontier, { mark, of }: FoundFrontier['beside'][number]): string[] {
  return of.flatMap(({ against, sameDelay, sameMoney }) => {
    const own =
      against === 'cost' ? `${pounds(mark.readings[2].mean)} a year` : `${amount(mark.readings[1].mean)} empty places`;
    const at = against === 'cost' ? 2 : 1;
    const lines = [];
    if (sameDelay && sameDelay.readings[at].mean < mark.readings[at].mean)
      lines.push(
        `${mark.title} has ${amount(mark.readings[0].mean)} waiting with ${own}; as few wait with ${amountOf(sameDelay, against)}: ${nameOf(found, sameDelay)}.`,
      );
    if (sameMoney && sameMoney.readings[0].mean < mark.readings[0].mean)
      lines.push(
        `With no more than its ${own}, ${amount(sameMoney.readings[0].mean)} wait: ${nameOf(found, sameMoney)}.`,
      );
    return lines;
  });
}

function sayCheapest(found: FoundFrontier, { against, found: one }: FoundFrontier['cheapest'][number]): string[] {
  if (one === undefined || against !== 'cost') return [];
  const { cheapest, fewestWaiting, more } = one;
  return [
    `The fewest people waiting is not the cheapest: ${amount(fewestWaiting.readings[0].mean)} waiting costs ${pounds(more.mean)} a year more (${pounds(more.low)} to ${pounds(more.high)}) than ${amount(cheapest.readings[0].mean)} waiting with ${nameOf(found, cheapest)}.`,
  ];
}

export function frontierJson(found: FoundFrontier) {
  const { levers, marks, against, front, looked, mixes, row } = found;
  const readings = (all: readonly Interval[]) =>
    Object.fromEntries(
      ['waiting', 'empty', 'cost']
        .slice(0, against.includes('cost') ? 3 : 2)
        .map((name, at) => [name, { mean: all[at].mean, ciLow: all[at].low, ciHigh: all[at].high, unit: UNITS[at] }]),
    );
  const numbers = (point: FrontierPoint | undefined) => (point ? numbersAt(levers, point.setting) : null);
  return {
    of: levers.map(({ path }) => path),
    waiting: row,
    options: marks.map(({ id, values, settles, readings: all }) => ({
      option: id,
      numbers: Object.fromEntries(levers.map(({ path }, l) => [path, values[l]])),
      settles,
      ...(settles && readings(all)),
    })),
    frontier: front.map((point) => ({ numbers: numbers(point), edge: point.on, ...readings(point.readings) })),
    beside: found.beside.map(({ mark, of }) => ({
      option: mark.id,
      ...Object.fromEntries(
        of.map(({ against: one, sameDelay, sameMoney }) => [
          one,
          { sameDelay: numbers(sameDelay), noMoreOfIt: numbers(sameMoney) },
        ]),
      ),
    })),
    fewestWaitingIsNotCheapest: found.cheapest.find(({ against: one }) => one === 'cost')?.found !== undefined,
    looked: { mixes: looked.all().length, ofMixes: mixes, periods: looked.replications },
  };
}
