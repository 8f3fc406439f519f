// `--precision`: runs a pilot, then as many replications as the pilot says are needed; more only if that number proves too few.
import {
  type Model,
  PILOT,
  type RowKey,
  type RunRequest,
  isReached,
  reached,
  replicationsNeeded,
} from '../engine/index.ts';
import { type Gathered, gather, samplesOf } from './gather.ts';
import { type Kept, sayKept } from './kept/folder.ts';
import { openYears } from './kept/years.ts';
import { counted } from './output/counted.ts';
import { amount } from './output/table.ts';
import type { Settings } from './settings.ts';

/** The row in question, of every option. */
export type Headline = Pick<RowKey, 'station' | 'measure' | 'statistic'>;

export const PRECISION_NOT_REACHED = 4;

/** Further rounds after the number worked out in advance; a study without an end would chase its own chance. */
const timesMore = 2;
/** Each time a twentieth more than the variance so far needs, or it would be just missed again. */
const margin = 1.05;

/** A number of replications, or as many as the precision needs; `isPrecise` then says whether it was reached. */
export async function gatherAsAsked(
  model: Model,
  requests: readonly RunRequest[],
  settings: Settings,
  headlines: readonly Headline[],
  kept: Kept,
): Promise<Gathered & { isPrecise: boolean }> {
  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  const years = openYears(kept, (count, damaged) =>
    sayKept(say, kept.folder, count === 0 ? '' : counted(count, 'simulated period'), damaged),
  );
  try {
    return await asPrecise(settings, headlines, model, say, (replications, before) =>
      gather(model, requests, { ...settings, replications }, before, years),
    );
  } finally {
    years.close();
  }
}

async function asPrecise(
  settings: Settings,
  headlines: readonly Headline[],
  model: Model,
  say: (words: string) => void,
  run: (replications: number, before?: Gathered) => Promise<Gathered>,
): Promise<Gathered & { isPrecise: boolean }> {
  const { precision, mostReplications: most, antithetic } = settings;
  /** Replications to one that counts by itself. */
  const each = antithetic ? 2 : 1;
  if (precision === undefined) return { ...(await run(settings.replications)), isPrecise: true };

  let gathered = await run(Math.min(each * PILOT, most));
  const rows = rowsAskedAbout(model, gathered, headlines);
  const columns = () =>
    gathered.values.flatMap((option) => rows.map((row) => samplesOf(option, settings).map((values) => values[row])));
  const names = rows.map((row) => nameOf(gathered.keys[row])).join(', ');
  for (let time = 0; time <= timesMore && !gathered.interrupted && !isReached(columns(), precision); time++) {
    const needed = each * Math.ceil(replicationsNeeded(columns(), precision) * (time === 0 ? 1 : margin));
    const next = Math.min(most, Number.isNaN(needed) ? most : Math.max(gathered.finished + each, needed));
    if (next === gathered.finished) break;
    const first =
      time === 0
        ? `A pilot of ${gathered.finished}`
        : `${counted(gathered.finished, 'simulated period')} ${gathered.finished === 1 ? 'was' : 'were'} too few`;
    say(
      `${first}: ${Number.isFinite(needed) ? `about ${needed} simulated periods will be needed` : 'no number can be predicted'} for ${around(precision)} (${names}).` +
        (needed <= most ? '' : ` At most ${most} are run; --most-replications allows more.`),
    );
    gathered = await run(next, gathered);
  }
  const isPrecise = isReached(columns(), precision);
  const worst = Math.max(...columns().map((values) => reached(values).share));
  say(
    `${counted(gathered.finished, 'simulated period')}: ${Number.isFinite(worst) ? around(worst) : 'nobody to measure'}${isPrecise ? '' : `, not ${around(precision)}`}.`,
  );
  return { ...gathered, isPrecise };
}

/**
 * The rows named; if none, people delayed anywhere. If nobody was delayed in the whole pilot, people waiting for each
 * place, because a number that is always 0 needs no precision.
 */
function rowsAskedAbout(model: Model, { keys, values }: Gathered, named: readonly Headline[]): number[] {
  const mean = (station: string, measure: string): Headline => ({ station, measure, statistic: 'mean' });
  const placeOf = (wanted: Headline) =>
    keys.findIndex(
      (key) =>
        key.station === wanted.station &&
        key.measure === wanted.measure &&
        key.statistic === wanted.statistic &&
        key.who === 'all' &&
        key.day === '',
    );
  const isAlive = (row: number) => row >= 0 && values.some((option) => option.some((one) => one[row] !== 0));
  if (named.length > 0) return named.map(placeOf).filter((row) => row >= 0);
  const delayed = placeOf(mean('all', 'delayed'));
  const waiting = Object.keys(model.stations).map((id) => placeOf(mean(id, 'waiting')));
  return isAlive(delayed) ? [delayed] : waiting.filter(isAlive);
}

const nameOf = ({ station, measure, statistic }: RowKey): string => `${station}.${measure}.${statistic}`;
const around = (share: number): string => `±${amount(share, 'share')}`;
