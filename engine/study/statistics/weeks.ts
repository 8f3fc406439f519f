// Weeks: how full the places and how long the lists were in each week of a run, for what no single average can describe.
import type { PeopleOverTime } from '../../account/people-over-time.ts';
import type { Program } from '../../network/compile.ts';
import { dateAt } from '../../ground/dates.ts';
import type { MayGoOn, Run } from '../../run/native.ts';
import { UNLIMITED, type Network } from '../../network/network.ts';
import { limitsOf, type Limits } from './possible.ts';
import { replicate, type RowKey } from '../replication.ts';

const DAYS_A_WEEK = 7;

/** In the order of their rows. */
export const weekMeasures = ['occupancy', 'waiting', 'delayed'] as const;

/** Whole weeks from the start date; days left over at the end belong to none. */
export const weeksIn = (network: Network): number => Math.floor(network.runDays / DAYS_A_WEEK);

/**
 * Stations with rows of their own, as indices of the network: all but exits. In the rows they are followed by `all`, with those
 * who wait to leave by an exit.
 */
export const stationsByWeek = (network: Network): number[] =>
  network.stationIds.map((_, s) => s).filter((s) => !network.isExit[s]);

/** Place of a number in what `weekMeans` returns. `row` counts the stations of `stationsByWeek`; the row after the last is `all`. */
export function weekAt(network: Network, measure: (typeof weekMeasures)[number], row: number, week: number): number {
  const rows = stationsByWeek(network).length + 1;
  return (weekMeasures.indexOf(measure) * rows + row) * weeksIn(network) + week;
}

/** Tidy rows of the weeks: statistic `week`, and as day the first date of the week. */
export function weekKeys({ network }: Program): RowKey[] {
  const stations = [...stationsByWeek(network).map((s) => network.stationIds[s]), 'all'];
  const dates = Array.from({ length: weeksIn(network) }, (_, week) =>
    dateAt(network.startDayNumber + week * DAYS_A_WEEK),
  );
  return weekMeasures.flatMap((measure) =>
    stations.flatMap((station) =>
      dates.map((day) => ({ station, measure, statistic: 'week', who: 'all', day, unit: 'people' })),
    ),
  );
}

/** Limits of those rows: nobody is in a place that is not there, where places stay as they are and nobody begins in more. */
export function weekLimits(program: Program): (row: number) => Limits {
  const networks = [program.network, ...program.later.map(({ network }) => network)];
  const placesAt = (station: string) => {
    const s = program.network.stationIds.indexOf(station);
    const places = program.network.places[s];
    const stays = networks.every((one) => one.places[s] === places && one.surgePlaces[s] === 0);
    const begin = program.network.initial.reduce(
      (sum, group) => (group.station === s && group.state !== 'waiting' ? sum + group.people : sum),
      0,
    );
    return stays && places !== UNLIMITED && begin <= places ? places : Infinity;
  };
  const keys = weekKeys(program);
  return (row) => limitsOf(keys[row], placesAt);
}

/** Takes a run on to the end of its last whole week; people on average over each week, in the order of `weekKeys`. */
export function weekMeans(network: Network, run: Run): Float64Array {
  const weeks = weekByWeek(network, run);
  for (;;) {
    const { done, value } = weeks.next();
    if (done === true) return value;
  }
}

/** The same, a week a step. */
export function* weekByWeek(network: Network, run: Run): Generator<undefined, Float64Array> {
  const stations = stationsByWeek(network);
  const rows = stations.length + 1;
  const weeks = weeksIn(network);
  const means = new Float64Array(weekMeasures.length * rows * weeks);
  let before: Float64Array = new Float64Array(weekMeasures.length * rows);
  for (let week = 0; week < weeks; week++) {
    const now = personDays(network, run, stations, (week + 1) * DAYS_A_WEEK);
    for (let row = 0; row < now.length; row++) means[row * weeks + week] = (now[row] - before[row]) / DAYS_A_WEEK;
    before = now;
    yield;
  }
  return means;
}

/** Measures of one replication as `replicate` gives them, and its weeks, in the order of `weekKeys`. */
export function replicateByWeek(
  program: Program,
  seed: number,
  replication: number,
  mayGoOn: MayGoOn | null = null,
): { values: Float64Array; weeks: Float64Array } {
  let weeks: Float64Array = new Float64Array(0);
  const values = replicate(program, seed, replication, (run) => (weeks = weekMeans(program.network, run)), mayGoOn);
  return { values, weeks };
}

/** Days × people from day 0 up to a day that the run is taken on to. */
function personDays(network: Network, run: Run, stations: readonly number[], day: number): Float64Array {
  run.runTo(day);
  const { ledger } = run;
  const accounts = [ledger.occupancy, ledger.waiting, ledger.delayed];
  const result = new Float64Array(accounts.length * (stations.length + 1));
  let row = 0;
  for (const account of accounts) {
    const days = account.levels.map((_, s) => peopleDays(account, s, day));
    for (const s of stations) result[row++] = days[s];
    result[row++] = days.reduce((sum, one) => sum + one, 0);
  }
  return result;
}

/** Of one station, from day 0 up to the day that the run has come to. */
export function peopleDays({ area, levels }: Pick<PeopleOverTime, 'area' | 'levels'>, s: number, day: number): number {
  const kinds = area.length / levels.length;
  // The areas are signed sums, b − a for someone who came at a and went at b: those present have had their −a only.
  let sum = levels[s].now * day;
  for (let at = s * kinds; at < (s + 1) * kinds; at++) sum += area[at];
  return sum;
}
