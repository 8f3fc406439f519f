// What the model's years look like by their marks, how chance spreads them, and how each uncertain number moves them with the same people.
import { Refusal } from '../../ground/problem.ts';
import type { Model } from '../../model/document.ts';
import type { RunRequest } from '../../model/option.ts';
import type { Program } from '../../network/compile.ts';
import type { MayGoOn } from '../../run/native.ts';
import type { Compiler } from '../kept-programs.ts';
import { uncertainIn, type UncertainNumber } from '../worlds/uncertain.ts';
import { covarianceOf, dot, exceededBy, inverseOf, distance, meanRow, minus, times, type Square } from './closeness.ts';
import { marksOf } from './marks.ts';
import { nearest, type Curve } from './nearest.ts';
import { periodsInRun, replicatePeriods, type Asked, type Matched } from './periods.ts';

/** How many years are simulated: of the model as it is, to measure chance beside them, and at each value of a number. */
export interface Effort {
  readonly years: number;
  readonly yearsForChance: number;
  readonly yearsAtValue: number;
  readonly values: number;
}
export const USUAL_EFFORT: Effort = { years: 200, yearsForChance: 200, yearsAtValue: 40, values: 5 };

/**
 * Years of the model itself that are called different: a number that is wrong shows best by how much nearer it brings the two, so most of one
 * in twenty is left to that; the rest to years that are far away in a manner that no number explains.
 */
const [BY_NEARER, BY_FAR] = [0.04, 0.01];
/** Marks that never change in the model, such as the most in beds that are always full, are given so much: a root of people. */
const LEAST_SPREAD = 0.02;
/** Of what directions see, beside a variance of 1. */
const LEAST_SEEN = 1e-4;
const TOWARDS_DIAGONAL = 0.1;
const TOWARDS_DIAGONAL_OF_DIRECTIONS = 0.02;

export interface Reference {
  readonly program: Program;
  readonly asked: readonly Asked[];
  /** By year, series and period: for the band. */
  readonly years: readonly (readonly Float64Array[])[];
  readonly curves: readonly Curve[];
  /** Numbers with a range that change nothing in the series. */
  readonly without: readonly string[];
  /** A year's marks in units of chance, from those of the model as it is. */
  readonly scaled: (values: readonly Float64Array[]) => number[];
  readonly inverse: Square;
  /** What numbers do to marks, weighed by chance: few directions in place of many marks. */
  readonly see: (scaled: readonly number[]) => number[];
  readonly inverseSeen: Square;
  /** The distance of a year from the model's, and how much nearer a moved number may bring it, by chance alone. */
  readonly chance: { readonly far: number; readonly nearer: number };
}

/** At most: a number of which a value does not fit the others, or is the value in force, needs fewer. */
export const yearsToSimulate = (model: Model, request: RunRequest, effort: Effort = USUAL_EFFORT): number =>
  effort.years +
  effort.yearsForChance +
  uncertainIn(model, [request]).open[0].size * effort.values * effort.yearsAtValue;

/** Each `undefined` is a year simulated. */
export function* referenceOf(
  model: Model,
  request: RunRequest,
  matched: readonly Matched[],
  {
    seed,
    compile,
    effort = USUAL_EFFORT,
    mayGoOn = null,
  }: {
    readonly seed: number;
    readonly compile: Compiler;
    readonly effort?: Effort;
    readonly mayGoOn?: MayGoOn | null;
  },
): Generator<undefined, Reference> {
  const program = compile(model, request);
  const asked = matched.map(({ row, series }) => ({ row, periods: periodsInRun(program, series) }));
  const rows = asked.map(({ row }) => row);
  function* simulate(of: Program, count: number, from = 0): Generator<undefined, Float64Array[][]> {
    const years: Float64Array[][] = [];
    for (let at = 0; at < count; at++) {
      years.push(replicatePeriods(of, seed, from + at, asked, mayGoOn));
      yield;
    }
    return years;
  }
  const years = yield* simulate(program, effort.years);
  const others = yield* simulate(program, effort.yearsForChance, effort.years);
  const marks = years.map((year) => marksOf(year, rows));
  const middle = meanRow(marks);
  // The same years of the model as it is stand beside those of a moved number, so that only the number differs.
  const sameYears = meanRow(marks.slice(0, effort.yearsAtValue));
  const deviations = marks.map((one) => minus(one, middle));

  const { numbers, open } = uncertainIn(model, [request]);
  const moved: { number: UncertainNumber; at: { value: number; marks: number[] }[] }[] = [];
  const without: string[] = [];
  for (const number of numbers.filter(({ path }) => open[0].has(path))) {
    const at: { value: number; marks: number[] }[] = [];
    for (const value of valuesOf(number, effort.values)) {
      const its = programAt(model, request, { [number.path]: value }, compile);
      if (its === undefined) continue;
      const found = (yield* simulate(its, effort.yearsAtValue)).map((year) => marksOf(year, rows));
      const mean = meanRow(found);
      deviations.push(...found.map((one) => minus(one, mean)));
      at.push({ value, marks: minus(mean, sameYears) });
    }
    if (at.every((one) => one.marks.every((mark) => mark === 0))) without.push(number.path);
    else moved.push({ number, at });
  }

  const spread = middle.map((_, mark) => LEAST_SPREAD + rootMeanSquare(deviations, mark));
  const inChance = (one: readonly number[]) => one.map((mark, at) => mark / spread[at]);
  const inverse = inverseOf(
    covarianceOf(deviations.map(inChance), TOWARDS_DIAGONAL, (mark) => square(LEAST_SPREAD / spread[mark])),
  );
  const directions = moved.flatMap(({ number, at }) => directionsOf(number, at, inChance, inverse));
  const see = (scaled: readonly number[]) => directions.map((direction) => dot(direction, scaled));
  const inverseSeen = inverseOf(
    covarianceOf(
      deviations.map((one) => see(inChance(one))),
      TOWARDS_DIAGONAL_OF_DIRECTIONS,
      () => LEAST_SEEN,
    ),
  );
  const curves = moved.map(({ number, at }): Curve => {
    const all = [...at, { value: number.value, marks: middle.map(() => 0) }].sort((a, b) => a.value - b.value);
    return { ...number, values: all.map(({ value }) => value), seen: all.map((one) => see(inChance(one.marks))) };
  });
  const scaled = (values: readonly Float64Array[]) => inChance(minus(marksOf(values, rows), middle));
  const known = { curves, inverseSeen, see };
  const chances = others.map(scaled);
  const nothing = middle.map(() => 0);
  return {
    program,
    asked,
    years,
    without,
    scaled,
    inverse,
    ...known,
    chance: {
      far: exceededBy(
        BY_FAR,
        chances.map((one) => distance(inverse, one, nothing)),
      ),
      nearer: exceededBy(
        BY_NEARER,
        chances.map((one) => nearest(known, see(one))[0]?.nearer ?? 0),
      ),
    },
  };
}

const square = (one: number): number => one * one;

const rootMeanSquare = (rows: readonly (readonly number[])[], at: number): number =>
  Math.sqrt(rows.reduce((sum, row) => sum + row[at] * row[at], 0) / rows.length);

/** From the low end to the high one, evenly; whole where only whole numbers may be there. */
function valuesOf({ low, high, value, isWhole }: UncertainNumber, count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => low + ((high - low) * at) / (count - 1));
  return [...new Set(isWhole ? all.map(Math.round) : all)].filter((one) => one !== value);
}

/** Undefined where the value does not fit the others. */
export function programAt(
  model: Model,
  request: RunRequest,
  set: Readonly<Record<string, number>>,
  compile: Compiler,
): Program | undefined {
  try {
    return compile(model, { ...request, set: { ...request.set, ...set } });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

interface Shift {
  readonly value: number;
  readonly marks: readonly number[];
}

/** What tells a move of this number from chance best (Fisher, 1936): for the nearest and the furthest value on either side. */
function directionsOf(
  { value }: UncertainNumber,
  all: readonly Shift[],
  inChance: (marks: readonly number[]) => number[],
  inverse: Square,
): number[][] {
  const below = all.filter((one) => one.value < value);
  const above = all.filter((one) => one.value > value);
  const looked = new Set([below.at(-1), below[0], above[0], above.at(-1)].filter((one) => one !== undefined));
  return [...looked].flatMap(({ marks }) => {
    const shift = inChance(marks);
    const direction = times(inverse, shift);
    const size = Math.sqrt(dot(direction, shift));
    return size > 0 ? [direction.map((one) => one / size)] : [];
  });
}
