// Plausible worlds: every number with a range is drawn at once, by Latin hypercube sampling, and laid over both options.
import { passBy } from '../../arrivals/book.ts';
import { Refusal, type Problem } from '../../ground/problem.ts';
import { hashId, threefry, uniformAt, word } from '../../ground/random.ts';
import { strataOf } from '../../ground/strata.ts';
import type { Model } from '../../model/document.ts';
import type { RunRequest } from '../../model/option.ts';
import type { ShareGroup } from '../../model/shares.ts';
import type { Program } from '../../network/compile.ts';
import type { Compiler } from '../kept-programs.ts';
import { pertQuantile } from './pert.ts';
import { uncertainIn, type Uncertain, type UncertainNumber } from './uncertain.ts';

export interface PlausibleWorld {
  /** From 0. */
  readonly number: number;
  /** As drawn, in the order of the numbers. */
  readonly drawn: readonly number[];
  /** As it holds where nothing is decided: shares of one group add to one. */
  readonly values: readonly number[];
  /** How often it was drawn again, because the numbers did not fit together. */
  readonly again: number;
  /** As requested, with the world's numbers beneath what the request sets. */
  readonly requests: readonly RunRequest[];
  readonly programs: readonly Program[];
}

/** Not a replication's number, with which keys of people begin. */
const FOR_WORLDS = hashId('plausible worlds') | 0;
const FOR_STRATUM = 1;
const FOR_PLACE = 2;
/** Where half of all combinations are refused, as many in a row are met once in 10 to the power 30. */
const MOST_TRIES = 100;

export interface Drawing {
  readonly uncertain: Uncertain;
  /** The numbers of a world that was drawn again so often, whether or not they fit together. */
  numbers(number: number, again: number): Pick<PlausibleWorld, 'number' | 'drawn' | 'values' | 'again'>;
  /** A world by its number; the same whichever was asked for before. Throws `Refusal` where no numbers fit together. */
  world(number: number): PlausibleWorld;
}

/**
 * Of so many worlds, each number meets each of as many strata of equal chance once. Draws have addresses: the seed and the path give a
 * number's key, so a range that is added or removed leaves the draws of all the others as they are.
 */
export function drawWorlds(
  model: Model,
  requests: readonly RunRequest[],
  seed: number,
  worlds: number,
  compile: Compiler,
): Drawing {
  const uncertain = uncertainIn(model, requests);
  const streams = uncertain.numbers.map((number) => streamOf(number, seed, worlds));
  const numbers: Drawing['numbers'] = (number, again) => {
    const drawn = streams.map((draw) => draw(number, again));
    return { number, drawn, values: withWholeGroups(uncertain, drawn), again };
  };
  return {
    uncertain,
    numbers,
    world(number) {
      let problems: readonly Problem[] = [];
      for (let again = 0; again < MOST_TRIES; again++) {
        const its = numbers(number, again);
        const asked = requests.map((request, at) => laidUnder(request, uncertain, at, its.values));
        try {
          const programs = asked.map((request) => compile(model, request));
          programs.forEach(passBy);
          return { ...its, requests: asked, programs };
        } catch (error) {
          // What the checks refuse is no world at all. Beyond its first try it leaves its strata.
          if (!(error instanceof Refusal)) throw error;
          problems = error.problems;
        }
      }
      throw new Refusal([...problems]);
    },
  };
}

function streamOf(number: UncertainNumber, seed: number, worlds: number): (world: number, again: number) => number {
  // Two hashes, so that no two paths share a key.
  threefry(seed, FOR_WORLDS, hashId(number.path), hashId(`range of ${number.path}`));
  const [keyHigh, keyLow] = word;
  const strata = strataOf(keyHigh, keyLow, FOR_STRATUM, worlds);
  return (world, again) => {
    const u = uniformAt(keyHigh, keyLow, FOR_PLACE + again, world);
    return valueAt(number, again === 0 ? (strata[world] + u) / worlds : u);
  };
}

/** A whole number stands for all that round to it, so that either end is as wide as the others. */
function valueAt({ low, value, high, isWhole }: UncertainNumber, u: number): number {
  if (!isWhole) return pertQuantile({ low, value, high }, u);
  const [least, most] = [Math.ceil(low), Math.floor(high)];
  if (least >= most) return Math.min(Math.max(value, least), most);
  const drawn = pertQuantile({ low: least - 0.5, value, high: most + 0.5 }, u);
  return Math.min(most, Math.max(least, Math.round(drawn)));
}

/**
 * Members of one group that are drawn are drawn each by itself. The members that are not keep their proportions in what is left, as
 * everywhere; where nothing is left for them, or there are none, the drawn ones are scaled to one.
 */
function withWholeGroups({ numbers, groups }: Uncertain, drawn: readonly number[]): number[] {
  const values = [...drawn];
  for (const { members } of groups) {
    const at = numbers.flatMap(({ path }, i) => (members.has(path) ? [i] : []));
    const sum = at.reduce((total, i) => total + drawn[i], 0);
    const rest = restOf(members, new Set(at.map((i) => numbers[i].path)));
    if (rest > 0 && sum <= 1) continue;
    for (const i of at) values[i] = sum > 0 ? drawn[i] / sum : numbers[i].value;
  }
  return values;
}

function restOf(members: ShareGroup['members'], drawn: ReadonlySet<string>): number {
  let rest = 0;
  for (const [path, share] of members) if (!drawn.has(path)) rest += share;
  return rest;
}

function laidUnder(
  request: RunRequest,
  { numbers, open }: Uncertain,
  at: number,
  values: readonly number[],
): RunRequest {
  const drawn = numbers.flatMap(({ path }, i) => (open[at].has(path) ? [[path, values[i]] as const] : []));
  return { ...request, set: { ...Object.fromEntries(drawn), ...request.set } };
}
