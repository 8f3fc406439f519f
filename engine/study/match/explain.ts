// Could the model have made this year, and if not, which of its uncertain numbers could explain it: one at a time, then two together.
import type { Model } from '../../model/document.ts';
import type { RunRequest } from '../../model/option.ts';
import type { MayGoOn } from '../../run/native.ts';
import type { Compiler } from '../kept-programs.ts';
import { exceededBy, meanRow } from './closeness.ts';
import { nearest, nearestOfTwo, type Curve, type Moved } from './nearest.ts';
import { replicatePeriods } from './periods.ts';
import { programAt, type Reference } from './reference.ts';

/** Numbers that are named. */
const MOST_NAMED = 3;
/** Years simulated at a value that was found, to see whether it would do. */
const YEARS_TO_CHECK = 60;
const FALSE_ALARM = 0.05;

/** Numbers at the values that bring the model nearest to what happened, simulated there. */
export interface Explanation {
  readonly moved: readonly (Moved & { readonly from: number; readonly low: number; readonly high: number })[];
  /** With these values the model could have made the year. */
  readonly isEnough: boolean;
  /** The share of the distance between model and year that they take away. */
  readonly takesAway: number;
}

export interface Explained {
  readonly isLikeModel: boolean;
  /** Squared, in the spread of chance; and what chance alone exceeds in 1 year of 100. */
  readonly distance: number;
  readonly distanceByChance: number;
  /** The most that one number takes away; and what chance alone exceeds in 1 year of 25. */
  readonly nearer: number;
  readonly nearerByChance: number;
  /** The share of the model's own years that some number brings as much nearer. */
  readonly chanceOfNearer: number;
  /** The three numbers that bring the model nearest, also where there is nothing to explain. */
  readonly nearest: readonly string[];
  /** The three most able to explain it, by themselves; none where there is nothing to explain. */
  readonly alone: readonly Explanation[];
  /** The best two of these together; null where one is enough, or two are no better than one. */
  readonly together: Explanation | null;
}

export interface Asking {
  readonly model: Model;
  readonly request: RunRequest;
  readonly seed: number;
  readonly compile: Compiler;
  readonly mayGoOn?: MayGoOn | null;
}

/** `observed`: by series and period, as `asked` of the reference has them. Each `undefined` is a year simulated. */
export function* explain(
  reference: Reference,
  observed: readonly Float64Array[],
  asking: Asking,
): Generator<undefined, Explained> {
  const { whole, steps } = reference;
  const year = whole.see(observed);
  const seen = steps.see(observed);
  const far = whole.apart(
    year,
    year.map(() => 0),
  );
  const { chance, curves } = reference;
  const ranked = nearest(reference, seen);
  const nearer = ranked[0]?.nearer ?? 0;
  const isLikeModel = far <= chance.far && nearer <= chance.nearer;
  const asNear = chance.nearerInYears.filter((one) => one >= nearer).length;
  const judged = {
    isLikeModel,
    distance: far,
    distanceByChance: chance.far,
    nearer,
    nearerByChance: chance.nearer,
    // The year itself is one more.
    chanceOfNearer: (asNear + 1) / (chance.nearerInYears.length + 1),
    nearest: ranked.slice(0, MOST_NAMED).map(({ moved: [one] }) => one.path),
  };
  if (isLikeModel) return { ...judged, alone: [], together: null };
  const curveOf = (path: string) => curves.find((curve) => curve.path === path)!;
  const alone: Explanation[] = [];
  for (const { moved } of ranked.slice(0, MOST_NAMED)) alone.push(yield* tried(moved, curveOf));
  const pairs = alone.flatMap(({ moved: [one] }, at) =>
    alone.slice(at + 1).map(({ moved: [other] }) => [curveOf(one.path), curveOf(other.path)] as const),
  );
  let together: Explanation | null = null;
  if (!alone.some(({ isEnough }) => isEnough))
    for (const pair of pairs) {
      const one = yield* tried(nearestOfTwo(reference, pair, seen).moved, curveOf);
      // Two that are worse together than one of them alone are of no use.
      if (one.takesAway > Math.max(...[...alone, ...(together ? [together] : [])].map(({ takesAway }) => takesAway)))
        together = one;
    }
  return { ...judged, alone, together };

  function* tried(moved: readonly Moved[], curve: (path: string) => Curve): Generator<undefined, Explanation> {
    const at = moved.map(({ path, value }) => {
      const { value: from, low, high } = curve(path);
      return { path, value, from, low, high };
    });
    const left = yield* distanceAt(reference, year, moved, asking);
    return {
      moved: at,
      isEnough: left.isWithinChance,
      takesAway: far > 0 ? Math.max(0, 1 - Math.sqrt(left.distance / far)) : 0,
    };
  }
}

/** From the middle of the years of the model with these values, beside how far those years are from it themselves. */
function* distanceAt(
  { asked, whole, chance }: Reference,
  year: readonly number[],
  moved: readonly Moved[],
  { model, request, seed, compile, mayGoOn = null }: Asking,
): Generator<undefined, { distance: number; isWithinChance: boolean }> {
  const set = Object.fromEntries(moved.map(({ path, value }) => [path, value]));
  const program = programAt(model, request, set, compile);
  if (program === undefined) return { distance: Infinity, isWithinChance: false };
  const years: number[][] = [];
  for (let at = 0; at < YEARS_TO_CHECK; at++) {
    years.push(whole.see(replicatePeriods(program, seed, at, asked, mayGoOn)));
    yield;
  }
  const middle = meanRow(years);
  const own = exceededBy(
    FALSE_ALARM,
    years.map((one) => whole.apart(one, middle)),
  );
  const found = whole.apart(year, middle);
  return { distance: found, isWithinChance: found <= Math.max(own, chance.far) };
}
