// What a search of mixes has found: the mixes as a table, sentences with what chance leaves open and what it took, and the same as JSON.
import {
  type FoundLeast,
  type FoundMoney,
  type FoundWithin,
  type Interval,
  type MixNumber,
  type Looked,
  type Setting,
  AT_LEAST_NOTHING,
  interval,
  numbersAt,
  within,
} from '../../engine/index.ts';
import { counted } from './counted.ts';
import { amount, layTable } from './table.ts';

export type FoundMix = FoundLeast | FoundWithin | FoundMoney | undefined;

export interface Mix {
  readonly levers: readonly MixNumber[];
  /** The rule, or the row that is to be as good as it can be; what is limited, as it was written, or ''. */
  readonly aim: {
    readonly text: string;
    readonly isTarget: boolean;
    readonly row: string;
    readonly budget: string;
    /** Money is counted, beyond what is spent where things stand. */
    readonly isMoney: boolean;
  };
  readonly found: FoundMix;
  /** −1 where more is better: the search turned the values. */
  readonly sign: 1 | -1;
  readonly unit: string;
  /** Of all mixes, and of the replications of each. */
  readonly mixes: number;
  readonly most: number;
}

/** Rivals beyond these are counted only. */
const MOST_SHOWN = 10;

interface Read {
  readonly chosen: FoundWithin | NonNullable<FoundLeast['chosen']> | undefined;
  readonly looked: Looked | undefined;
  readonly nearest: Setting | undefined;
}

function readOf({ found }: Mix): Read {
  if (found === undefined) return { chosen: undefined, looked: undefined, nearest: undefined };
  return 'best' in found
    ? { chosen: found, looked: found.looked, nearest: undefined }
    : { chosen: found.chosen, looked: found.looked, nearest: found.nearest };
}

function averageOf({ sign }: Mix, looked: Looked, setting: Setting): Interval {
  return within(interval(looked.of(setting, 0).map((value) => sign * value)), AT_LEAST_NOTHING);
}

const costOf = (looked: Looked, setting: Setting): number => interval(looked.of(setting, 1)).mean;

export function mixText(mix: Mix): string[] {
  const { chosen, looked, nearest } = readOf(mix);
  const shown = chosen ? [chosen.best, ...chosen.rivals].slice(0, MOST_SHOWN + 1) : nearest ? [nearest] : [];
  return [...(looked && shown.length > 0 ? [table(mix, looked, shown)] : []), sentences(mix), effort(mix)];
}

function table(mix: Mix, looked: Looked, shown: readonly Setting[]): string {
  const hasCost = shown.some((one) => Number.isFinite(costOf(looked, one)));
  return layTable([
    {
      cells: [
        ...mix.levers.map(({ path }) => path),
        'places added',
        mix.aim.row,
        '95 % range',
        ...(hasCost ? [mix.aim.isMoney ? 'more a year' : 'cost a year'] : []),
      ],
    },
    ...shown.map((one) => {
      const { mean, low, high } = averageOf(mix, looked, one);
      const range = Number.isFinite(low) ? `${amount(low, mix.unit)} to ${amount(high, mix.unit)}` : '';
      const cost = hasCost ? [pounds(costOf(looked, one))] : [];
      return { cells: [...one.values.map(String), plus(one.added), amount(mean, mix.unit), range, ...cost] };
    }),
  ]);
}

function sentences(mix: Mix): string {
  const { found, aim } = mix;
  const { chosen, looked, nearest } = readOf(mix);
  const limit = aim.budget ? ` within ${aim.budget}` : '';
  if (!chosen) {
    const upTo = aim.budget ? limit : ` up to ${mix.levers.map(({ values }) => values.at(-1)).join(' with ')}`;
    if (!aim.isTarget || !nearest || !looked)
      return `No setting${upTo} settles: people keep coming faster than they leave.`;
    const { mean, low, high } = averageOf(mix, looked, nearest);
    return `No setting${upTo} meets ${aim.text}; the nearest is ${name(mix, nearest)}: ${amount(mean, mix.unit)} (${amount(low, mix.unit)} to ${amount(high, mix.unit)}).`;
  }
  const { best, rivals, aheadBy } = chosen;
  const money = aim.isMoney ? `${sayMoney(interval(looked!.of(best, 1)))}, ` : '';
  const said = [
    aim.isTarget
      ? `The least change that gives ${aim.text}${limit}: ${money}${counted(best.added, 'place')} more, as ${name(mix, best)}.`
      : `The best ${aim.text}${limit}: ${name(mix, best)}, ${money}${counted(best.added, 'place')} more.`,
  ];
  if (found && 'couldBe' in found) {
    const { couldBe, surely } = found;
    if (surely === couldBe) said.push('The 95 % ranges leave no other number of places open.');
    else
      said.push(
        `Within the 95 % ranges it could be ${couldBe} more, and the target is certain ${surely === undefined ? 'for no number looked at' : `from ${surely} more`}.`,
      );
  }
  const others = aim.isMoney
    ? 'Of the other mixes looked at'
    : aim.isTarget
      ? 'Of the other mixes of as many places'
      : 'Of the other mixes';
  said.push(
    rivals.length === 0
      ? `${others} none is as good, with 95 % confidence.`
      : `${others} ${rivals.length === 1 ? '1 is' : `${rivals.length} are`} not clearly worse${rivals.length > MOST_SHOWN ? `, the first ${MOST_SHOWN} of them above` : ''}; none is likely to be better by more than ${aim.isMoney && aim.isTarget ? pounds(aheadBy) : amount(aheadBy, mix.unit)} (95 % confidence).`,
  );
  if (found && 'isOrdered' in found && !found.isOrdered)
    said.push('More does not always help here, so every mix with less was looked at too.');
  return said.join(' ');
}

function effort(mix: Mix): string {
  const { looked } = readOf(mix);
  const all = mix.mixes * mix.most;
  const taken = looked?.replications ?? 0;
  const thousands = (n: number) => n.toLocaleString('en-GB');
  return `${thousands(looked?.all().length ?? 0)} of ${thousands(mix.mixes)} mixes looked at, in ${thousands(taken)} simulated periods; all mixes with ${mix.most} each would take ${thousands(all)}.`;
}

const plus = (added: number): string => (added > 0 ? `+${added}` : String(added).replace('-', '−'));
const name = ({ levers }: Mix, setting: Setting): string =>
  Object.entries(numbersAt(levers, setting))
    .map(([path, value]) => `${path} = ${value}`)
    .join(', ');

function sayMoney({ mean, low, high }: Interval): string {
  const [less, from, to] = mean < 0 ? ['less', -high, -low] : ['more', low, high];
  return `${pounds(Math.abs(mean))} ${less} a year (${pounds(from)} to ${pounds(to)})`;
}

/** Three figures: prices are no better known. */
const pounds = (gbpAYear: number): string =>
  Number.isFinite(gbpAYear) ? `£${Number(gbpAYear.toPrecision(3)).toLocaleString('en-GB')}`.replace('£-', '−£') : '–';

/** NaN and Infinity are no JSON. */
const orNull = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

export function mixJson(mix: Mix) {
  const { found, aim, levers } = mix;
  const { chosen, looked, nearest } = readOf(mix);
  const one = (setting: Setting) => {
    const { mean, low, high } = averageOf(mix, looked!, setting);
    const costGbpAYear = orNull(costOf(looked!, setting));
    const money = mix.aim.isMoney ? 'moreGbpAYear' : 'costGbpAYear';
    return {
      numbers: numbersAt(levers, setting),
      added: setting.added,
      mean: orNull(mean),
      ciLow: orNull(low),
      ciHigh: orNull(high),
      ...(costGbpAYear !== null && { [money]: costGbpAYear }),
    };
  };
  return {
    of: levers.map(({ path }) => path),
    ...(aim.isTarget ? { soThat: aim.text } : { best: aim.text }),
    ...(aim.budget && { budget: aim.budget }),
    outcome: chosen ? 'found' : 'never',
    ...(chosen && {
      found: one(chosen.best),
      notClearlyWorse: chosen.rivals.map(one),
      aheadByAtMost: orNull(chosen.aheadBy),
    }),
    ...(found && 'couldBe' in found && chosen && { couldBe: orNull(found.couldBe), surely: orNull(found.surely) }),
    ...(nearest && { nearest: one(nearest) }),
    ...(found && 'isOrdered' in found && { isOrdered: found.isOrdered }),
    looked: { mixes: looked?.all().length ?? 0, ofMixes: mix.mixes, periods: looked?.replications ?? 0 },
  };
}
