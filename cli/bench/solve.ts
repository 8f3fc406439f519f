// Figure: how often the search of mixes finds what every mix finds, simulated as often, on Ilkeston with 100 seeds; and how much less it simulates.
import { availableParallelism } from 'node:os';
import {
  type Answer,
  type Model,
  type Search,
  type Setting,
  bestWithin,
  compile,
  leastChange,
  numberAt,
  numbersAt,
  placeOfMean,
  rowKeys,
  settingsOf,
  valuesToTry,
} from '../../engine/index.ts';
import { type Pool, openPool } from '../pool.ts';
import type { Figure } from './figure.ts';
import { shippedModel } from './shipped-model.ts';

const SEEDS = 100;
const REPLICATIONS = 40;
const ALPHA = 0.05;
const PATHS = ['stations.p1.places', 'stations.p2.beds', 'stations.p3.beds'];
const LIMIT = 5;
const PLACES = 8;

/** Of one seed: whether both found the same, and the replications that either took. */
interface Trial {
  readonly isSame: boolean;
  readonly searched: number;
  readonly every: number;
}

export async function solve(): Promise<Figure> {
  const model = shippedModel('ilkeston');
  const pool = await openPool(model, availableParallelism());
  try {
    const least: Trial[] = [];
    const best: Trial[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      least.push(await leastTrial(model, pool, seed));
      best.push(await bestTrial(model, pool, seed));
    }
    const full = mixesOf(model, PATHS).count * REPLICATIONS;
    const result = {
      least: summary(least, full),
      best: summary(best, mixesOf(model, PATHS.slice(0, 2)).count * REPLICATIONS),
    };
    const say = (one: ReturnType<typeof summary>) =>
      `the same as every mix in ${one.same} of ${SEEDS} seeds, with ${one.searched} replications (median), ${(100 * one.shareOfAll).toFixed(2)} % of the whole grid's and ${(100 * one.shareOfCheaper).toFixed(0)} % of those of every mix that could be the answer`;
    return {
      name: 'solve',
      result,
      sentences: [
        `Fewest places on Ilkeston over three numbers, people delayed at most ${LIMIT}: ${say(result.least)}.`,
        `Best of two numbers within ${PLACES} places: ${say(result.best)}.`,
      ],
    };
  } finally {
    await pool.close();
  }
}

const mixesOf = (model: Model, paths: readonly string[]) =>
  settingsOf(
    paths.map((path) => {
      const from = numberAt(model, path).value as number;
      const { most, step } = model.controls!.find((one) => one.path === path)!;
      return { path, from, values: valuesToTry({ least: from, most, step: step ?? 1 }) };
    }),
  );

type Mixes = ReturnType<typeof mixesOf>;

async function leastTrial(model: Model, pool: Pool, seed: number): Promise<Trial> {
  const mixes = mixesOf(model, PATHS);
  const target = { sign: '<=', limit: LIMIT } as const;
  const answer = answering(model, pool, mixes, seed);
  const found = await answer(
    leastChange({ settings: mixes, target, most: REPLICATIONS, places: Infinity, alpha: ALPHA }),
  );
  const every = await answer(everyMix(mixes, Infinity, LIMIT));
  const { chosen, looked } = found;
  return { isSame: chosen?.best === every.best, searched: looked.replications, every: every.replications };
}

async function bestTrial(model: Model, pool: Pool, seed: number): Promise<Trial> {
  const mixes = mixesOf(model, PATHS.slice(0, 2));
  const answer = answering(model, pool, mixes, seed);
  const found = await answer(bestWithin({ settings: mixes, places: PLACES, most: REPLICATIONS, alpha: ALPHA }));
  const every = await answer(everyMix(mixes, PLACES, undefined));
  return { isSame: found?.best === every.best, searched: found?.looked.replications ?? 0, every: every.replications };
}

/** Every mix, from the fewest places on: up to the first number of places with which one meets the limit, or without one all of them. */
function* everyMix(
  mixes: Mixes,
  places: number,
  limit: number | undefined,
): Search<{ best: Setting | undefined; replications: number }> {
  let [best, lowest, replications] = [undefined as Setting | undefined, Infinity, 0];
  for (let added = 0; added <= places; added++) {
    const level = ofSize(mixes, added);
    if (level.length === 0) break;
    const answers = yield { settings: level, from: 0, to: REPLICATIONS, judges: false };
    replications += level.length * REPLICATIONS;
    level.forEach((one, at) => {
      const mean = answers[at].readings.reduce((sum, [value]) => sum + value, 0) / REPLICATIONS;
      if (mean < lowest) [best, lowest] = [one, mean];
    });
    if (limit !== undefined && lowest <= limit) break;
  }
  return { best, replications };
}

/** All that add so many places, one by one. */
function ofSize({ levers, at }: Mixes, added: number): Setting[] {
  const go = (steps: readonly number[], left: number): number[][] => {
    const lever = levers[steps.length];
    if (steps.length === levers.length - 1) return left < lever.values.length ? [[...steps, left]] : [];
    return Array.from({ length: Math.min(left, lever.values.length - 1) + 1 }, (_, step) => step).flatMap((step) =>
      go([...steps, step], left - step),
    );
  };
  return go([], added).map(at);
}

/** What was simulated once is not simulated again: both are handed the same numbers. */
function answering(model: Model, pool: Pool, mixes: Mixes, seed: number) {
  const known = new Map<Setting, number[]>();
  const row = placeOfMean(rowKeys(compile(model, { option: 'today' })), 'all', 'delayed');
  const one = async (setting: Setting, to: number, thread: number): Promise<void> => {
    const has = known.get(setting) ?? [];
    const replications = Array.from({ length: Math.max(0, to - has.length) }, (_, r) => has.length + r);
    if (replications.length === 0) return;
    const request = { option: 'today', set: numbersAt(mixes.levers, setting) };
    const values = await pool.run({ request, seed, replications }, thread);
    known.set(setting, [...has, ...values.map((value) => value[row])]);
  };
  return async <Found>(search: Search<Found>): Promise<Found> => {
    let step = search.next();
    while (!step.done) {
      const { settings, from, to } = step.value;
      let next = 0;
      const feed = async (thread: number) => {
        while (next < settings.length) await one(settings[next++], to, thread);
      };
      await Promise.all(Array.from({ length: pool.workers }, (_, thread) => feed(thread)));
      const answers = settings.map((setting): Answer => {
        const readings = known.get(setting)!.slice(from, to);
        return { readings: readings.map((value) => [value]), settles: true };
      });
      step = search.next(answers);
    }
    return step.value;
  };
}

function summary(trials: readonly Trial[], all: number) {
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  const searched = median(trials.map((one) => one.searched));
  return {
    seeds: SEEDS,
    replications: REPLICATIONS,
    same: trials.filter(({ isSame }) => isSame).length,
    searched,
    most: Math.max(...trials.map((one) => one.searched)),
    shareOfAll: searched / all,
    shareOfCheaper: searched / median(trials.map(({ every }) => every)),
  };
}
