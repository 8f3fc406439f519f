// Figure: how often a year made by a model with one wrong number is recognised, and that number is among the three that could explain it.
import {
  compile,
  explain,
  referenceOf,
  replicatePeriods,
  type Effort,
  type Model,
  type Reference,
} from '../../engine/index.ts';
import type { Figure } from './figure.ts';
import { everythingCounted } from './everything-counted.ts';
import { shippedModel } from './shipped-model.ts';
import { uniforms } from './uniforms.ts';

const MODELS = ['ilkeston-2019', 'place-of-100000', 'winter'];
const TRIALS = 20;
/** So few say little: these more, of the first kind and of years that nobody moved, with what then comes. */
const MORE_TRIALS = 80;
const MORE_SAME = 180;
const TODAY = { option: 'today' };
/** Of the search; the years that are made come from seeds of their own. */
const SEED = 1;
/** Nearer than this share of the range to the number in force is not moved. */
const NOT_MOVED = 0.1;
/**
 * A move that no year shows cannot be recognised by anybody: of 800 people who come in a year 28 more or fewer are chance. So the average of
 * one series at least must move by three times as much as it varies from year to year; where it does not, number and value are drawn again.
 */
const SHOWS = 3;
const YEARS_TO_SEE = 24;

interface Bound {
  readonly id: string;
  readonly model: Model;
  readonly reference: Reference;
}

export interface Trial {
  readonly model: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** The furthest average of a series, in standard deviations of one year. */
  readonly shows: number;
  readonly isRecognised: boolean;
  readonly named: readonly string[];
  /** The wrong number is among those named. */
  readonly isNamed: boolean;
  /** And the year is called different. */
  readonly isFound: boolean;
}

export function match(): Figure {
  const next = uniforms(20_190_603);
  const bound = MODELS.map((id) => boundTo(id));
  const outside = Array.from({ length: TRIALS }, () => trial(bound, next, SHOWS));
  const anywhere = Array.from({ length: TRIALS }, () => trial(bound, next, 0));
  const same = Array.from({ length: TRIALS }, () => isCalledDifferent(pick(bound, next), seedFrom(next)));
  const many = [...outside, ...Array.from({ length: MORE_TRIALS }, () => trial(bound, next, SHOWS))];
  const manySame = [
    ...same,
    ...Array.from({ length: MORE_SAME }, () => isCalledDifferent(pick(bound, next), seedFrom(next))),
  ];
  const found = (trials: readonly Trial[]) => trials.filter(({ isFound }) => isFound).length;
  const named = (trials: readonly Trial[]) => trials.filter(({ isNamed }) => isNamed).length;
  const alarms = same.filter(Boolean).length;
  const manyAlarms = manySame.filter(Boolean).length;
  return {
    name: 'match',
    result: {
      outside,
      anywhere,
      named: named(outside),
      found: found(outside),
      foundAnywhere: found(anywhere),
      sameYears: TRIALS,
      calledDifferent: alarms,
      many: many.length,
      namedOfMany: named(many),
      foundOfMany: found(many),
      manySame: manySame.length,
      manyCalledDifferent: manyAlarms,
    },
    sentences: [
      ...outside.map(sayTrial),
      `The wrong number is among the three named: ${named(outside)} of ${TRIALS}, in ${found(outside)} of them with the year called different. Moved at least ${SHOWS} standard deviations of a year, and a tenth of the range.`,
      ...anywhere.map(sayTrial),
      `The same where a move need not show, only be a tenth of the range: ${found(anywhere)} of ${TRIALS}.`,
      `Years of the model as it is that are called different: ${alarms} of ${TRIALS}.`,
      `Of more years, these among them: named ${named(many)} of ${many.length}, found ${found(many)}; called different though nothing was moved ${manyAlarms} of ${manySame.length}.`,
    ],
  };
}

export function boundTo(id: string, effort?: Effort): Bound {
  const model = shippedModel(id);
  const asking = { seed: SEED, compile, ...(effort && { effort }) };
  return { id, model, reference: atOnce(referenceOf(model, TODAY, everythingCounted(model), asking)) };
}

/** One number at random, at a random place of its range; and a year of that model, with a seed of its own. */
export function trial(all: readonly Bound[], next: () => number, shows: number): Trial {
  for (;;) {
    const { id, model, reference } = pick(all, next);
    const { path, value: from, low, high, isWhole } = pick(reference.curves, next);
    const exact = low + (high - low) * next();
    const to = isWhole ? Math.round(exact) : exact;
    if (Math.abs(to - from) < NOT_MOVED * (high - low)) continue;
    const wrong = compile(model, { ...TODAY, set: { [path]: to } });
    const shown = howFar(
      reference,
      Array.from({ length: YEARS_TO_SEE }, (_, at) => replicatePeriods(wrong, SEED, at, reference.asked)),
    );
    if (shown < shows) continue;
    const year = replicatePeriods(wrong, seedFrom(next), 0, reference.asked);
    const explained = atOnce(explain(reference, year, { model, request: TODAY, seed: SEED, compile }));
    const { isLikeModel, nearest: named } = explained;
    const isNamed = named.includes(path);
    return {
      model: id,
      path,
      from,
      to,
      shows: shown,
      isRecognised: !isLikeModel,
      named,
      isNamed,
      isFound: isNamed && !isLikeModel,
    };
  }
}

/** A year of the model as it is. */
export function isCalledDifferent({ model, reference }: Bound, seed: number): boolean {
  const year = replicatePeriods(reference.program, seed, 0, reference.asked);
  return !atOnce(explain(reference, year, { model, request: TODAY, seed: SEED, compile })).isLikeModel;
}

const pick = <T>(all: readonly T[], next: () => number): T => all[Math.floor(next() * all.length)];

export const seedFrom = (next: () => number): number => 1000 + Math.floor(next() * 4_000_000_000);

/** The same people come to both, so that few years show it. */
function howFar({ years }: Reference, moved: readonly (readonly Float64Array[])[]): number {
  const averages = (year: readonly Float64Array[]) =>
    year.map((series) => series.reduce((sum, one) => sum + one, 0) / series.length);
  const [ofModel, ofMoved] = [years.map(averages), moved.map(averages)];
  return ofModel[0].reduce((most, _, series) => {
    const column = ofModel.map((year) => year[series]);
    const mean = column.reduce((sum, one) => sum + one, 0) / column.length;
    const sd = Math.sqrt(column.reduce((sum, one) => sum + (one - mean) ** 2, 0) / column.length);
    const apart = ofMoved.reduce((sum, year, at) => sum + year[series] - column[at], 0) / ofMoved.length;
    return sd > 0 ? Math.max(most, Math.abs(apart) / sd) : most;
  }, 0);
}

function atOnce<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const sayTrial = ({ model, path, from, to, shows, isRecognised, named, isFound }: Trial): string =>
  `${isFound ? 'found ' : 'missed'} ${model}: ${path} ${Number(to.toPrecision(3))}, not ${Number(from.toPrecision(3))} (${shows.toFixed(1)} sd): ${isRecognised ? 'recognised' : 'not recognised'}; named ${named.join(', ')}`;
