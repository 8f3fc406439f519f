// What the model's years look like by their marks, how chance spreads them, and how each uncertain number moves them with the same people.
import { Refusal } from '../../ground/problem.ts';
import type { Model } from '../../model/document.ts';
import type { RunRequest } from '../../model/option.ts';
import type { Program } from '../../network/compile.ts';
import type { MayGoOn } from '../../run/native.ts';
import type { Compiler } from '../kept-programs.ts';
import { uncertainIn, type UncertainNumber } from '../worlds/uncertain.ts';
import { chanceOf, type Chance } from './chance.ts';
import { exceededBy, meanRow, minus } from './closeness.ts';
import { marksOf, stepsOf } from './marks.ts';
import { nearest, type Curve } from './nearest.ts';
import { periodsInRun, replicatePeriods, type Asked, type Matched } from './periods.ts';

/** How many years are simulated: of the model as it is, to measure chance beside them, and at each value of a number. */
export interface Effort {
  readonly years: number;
  readonly yearsForChance: number;
  readonly yearsAtValue: number;
  readonly values: number;
}
export const USUAL_EFFORT: Effort = { years: 200, yearsForChance: 600, yearsAtValue: 40, values: 5 };

/**
 * Years of the model itself that are called different: a number that is wrong shows best by how much nearer it brings the two, so most of one
 * in twenty is left to that; the rest to years that are far away in a manner that no number explains.
 */
const [BY_NEARER, BY_FAR] = [0.04, 0.01];

/** A way to look at years: their marks, what is usual in the model, and how chance spreads it. */
export interface Look extends Chance {
  /** A year's marks in units of chance, from those of the model as it is. */
  readonly see: (year: readonly Float64Array[]) => number[];
}

export interface Reference {
  readonly program: Program;
  readonly asked: readonly Asked[];
  /** By year, series and period: for the band. */
  readonly years: readonly (readonly Float64Array[])[];
  readonly curves: readonly Curve[];
  /** Numbers with a range that change nothing in the series. */
  readonly without: readonly string[];
  /** By how the year went, part by part: whether it is like the model's in any respect. */
  readonly whole: Look;
  /** By the steps that numbers decide: which of them brings the model nearer. */
  readonly steps: Look;
  /** The distance of a year from the model's, and how much nearer a moved number may bring it, by chance alone; the latter also year by year. */
  readonly chance: { readonly far: number; readonly nearer: number; readonly nearerInYears: readonly number[] };
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
  function* simulate<Read>(
    of: Program,
    read: (year: Float64Array[]) => Read,
    count: number,
    from = 0,
  ): Generator<undefined, Read[]> {
    const years: Read[] = [];
    for (let at = 0; at < count; at++) {
      years.push(read(replicatePeriods(of, seed, from + at, asked, mayGoOn)));
      yield;
    }
    return years;
  }
  const years = yield* simulate(program, (year) => year, effort.years);
  const others = yield* simulate(program, (year) => year, effort.yearsForChance, effort.years);
  const marksIn = { whole: (year: Year) => marksOf(year, rows), steps: (year: Year) => stepsOf(year, rows) };
  // Of so many years only the marks are kept.
  const both = (year: Year) => ({ whole: marksIn.whole(year), steps: marksIn.steps(year) });

  const { numbers, open } = uncertainIn(model, [request]);
  const moved: MovedNumber[] = [];
  for (const number of numbers.filter(({ path }) => open[0].has(path))) {
    const at: MovedNumber['at'][number][] = [];
    for (const value of valuesOf(number, effort.values)) {
      const its = programAt(model, request, { [number.path]: value }, compile);
      if (its !== undefined) at.push({ value, years: yield* simulate(its, both, effort.yearsAtValue) });
    }
    moved.push({ number, at });
  }
  const [ofWhole, ofSteps] = (['whole', 'steps'] as const).map((which) =>
    lookBy(
      marksIn[which],
      years,
      moved.map(({ at }) => at.map((one) => one.years.map((marks) => marks[which]))),
    ),
  );
  const changes = moved.map((_, at) => ofWhole.shifts[at].some((shift) => shift.some((mark) => mark !== 0)));
  const curves = moved.flatMap(({ number, at }, which): Curve[] => {
    if (!changes[which]) return [];
    const shifts = at.map(({ value }, of) => ({ value, shift: ofSteps.shifts[which][of] }));
    const all = [...shifts, { value: number.value, shift: ofSteps.nothing }].sort((a, b) => a.value - b.value);
    return [{ ...number, values: all.map(({ value }) => value), shifts: all.map(({ shift }) => shift) }];
  });
  const { look: whole, nothing } = ofWhole;
  const { look: steps } = ofSteps;
  const nearerInYears = others.map((year) => nearest({ curves, steps }, steps.see(year))[0]?.nearer ?? 0);
  return {
    program,
    asked,
    years,
    curves,
    without: moved.flatMap(({ number }, at) => (changes[at] ? [] : [number.path])),
    whole,
    steps,
    chance: {
      far: exceededBy(
        BY_FAR,
        others.map((year) => whole.apart(whole.see(year), nothing)),
      ),
      nearer: exceededBy(BY_NEARER, nearerInYears),
      nearerInYears,
    },
  };
}

type Year = readonly Float64Array[];
type Marks = readonly number[];

/** A number, and at each of its values the marks of the years. */
interface MovedNumber {
  readonly number: UncertainNumber;
  readonly at: readonly { readonly value: number; readonly years: readonly { whole: Marks; steps: Marks }[] }[];
}

/** `moved`: by number, value and year. With the look, where each value moves the marks to, in units of chance. */
function lookBy(marksIn: (year: Year) => number[], years: readonly Year[], moved: readonly Marks[][][]) {
  const marks = years.map(marksIn);
  const middle = meanRow(marks);
  const chance = chanceOf(
    marks.map((one) => minus(one, middle)),
    moved.flat().flatMap((its) => {
      const mean = meanRow(its);
      return its.map((one) => minus(one, mean));
    }),
  );
  const look: Look = { ...chance, see: (year) => chance.inUnits(minus(marksIn(year), middle)) };
  // The same years of the model as it is stand beside those of a moved number, so that only the number differs.
  const shifts = moved.map((values) =>
    values.map((its) => chance.inUnits(minus(meanRow(its), meanRow(marks.slice(0, its.length))))),
  );
  return { look, shifts, nothing: middle.map(() => 0) };
}

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
