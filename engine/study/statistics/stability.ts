// Whether a model settles (reaches a steady state): places against demand, at the start and at the end, and people week by week.
import type { Program } from '../../network/compile.ts';
import { difference } from './confidence.ts';
import { UNLIMITED, type Network } from '../../network/network.ts';
import { flowBalance } from '../../network/offered.ts';
import { fillingUp, type Filling } from './filling.ts';
import { networkOn, plannedChanges, stretchesOf, type PlannedChange, type Stretches } from './planned.ts';
import { pow } from '../../ground/portable.ts';
import { stationsByWeek, weekAt, weeksIn } from './weeks.ts';

/**
 * `needs more than it has`: at the end of the run, by flow balance, with nowhere else to go (or people growing in fact).
 * `fills up`: people were still growing at the end, though nothing planned made them. An average then depends on the length of the run.
 */
export type Settles = 'settles' | 'fills up' | 'needs more than it has';

/** People there in care or waiting for it: their average in an early and a late stretch of the same length. */
export interface Trend {
  readonly early: number;
  readonly late: number;
  /** Late − early over replications, with its 99.9 % interval, in people. */
  readonly growth: number;
  readonly low: number;
  readonly high: number;
  /** Clear at that level and large enough to matter: half a person, and a twentieth of the early ones. */
  readonly direction: 'grows' | 'shrinks' | 'steady';
  /** A growth large enough to matter, whether it is clear or not. */
  readonly mayGrow: boolean;
  readonly isPlanned: boolean;
}

export interface StationSettling {
  /** An id, or `all`. */
  readonly station: string;
  readonly settles: Settles;
  /** Places by flow balance and places there are (surge included; Infinity without a limit), on the first and on the last day. */
  readonly needed: readonly [number, number];
  readonly has: readonly [number, number];
  /** Starts a month asked for and allowed on the last day; Infinity where there is no limit. */
  readonly starts: readonly [number, number];
  /** Null when there are too few weeks or replications to say. */
  readonly trend: Trend | null;
  /** Where the run begins too empty, and stays are too long, for the people there to reach the number needed. */
  readonly filling: Filling | null;
}

export interface Settling {
  readonly settles: Settles;
  /** What the model itself changes within the run. */
  readonly changes: readonly PlannedChange[];
  readonly stretches: Stretches | null;
  /** `all` first, then stations in the order of the network. Needs of `all` are 0: places do not add up. */
  readonly stations: readonly StationSettling[];
}

const LEVEL = 0.999;
const LEAST_REPLICATIONS = 5;
const FEWEST_IN_SHORT = 4;
const DAYS_A_YEAR = 365;
const DAYS_A_MONTH = 365.25 / 12;

/** Judges a program from the weeks of some replications, as `weekMeans` gives them (none: from flow balance alone). */
export function judgeSettling(program: Program, weeks: readonly Float64Array[]): Settling {
  const { network } = program;
  const atStart = demandOn(program, 0);
  const judged = judgeStations(program, weeks, LEAST_REPLICATIONS);
  const { atEnd, stretches } = judged;
  const filling = fillingUp(program);
  const stations = judged.stations.map(({ at: s, settles, trend }): StationSettling => {
    return {
      station: network.stationIds[s],
      settles,
      needed: [atStart.needed[s], atEnd.needed[s]],
      has: [atStart.has[s], atEnd.has[s]],
      starts: [atEnd.startsAsked[s], atEnd.startsAllowed[s]],
      trend,
      filling: filling[s],
    };
  });
  const all: StationSettling = {
    station: 'all',
    settles: judged.settles,
    needed: [0, 0],
    has: [0, 0],
    starts: [0, 0],
    trend: judged.everyone,
    filling: null,
  };
  const changes = plannedChanges(program, 0, network.runDays);
  return { settles: judged.settles, changes, stretches, stations: [all, ...stations] };
}

/** Only whether it settles, from as few as four replications: for many short studies, where the reasons are not asked for. */
export const settlesInShort = (program: Program, weeks: readonly Float64Array[]): Pick<Settling, 'settles'> =>
  judgeStations(program, weeks, FEWEST_IN_SHORT);

/**
 * Only whether it settles, to the letter as `judgeSettling` says it: for thousands of combinations, where the reasons are not asked
 * for. Weeks need not be recorded where they decide nothing.
 */
export function settlesFrom(program: Program): {
  readonly needsWeeks: boolean;
  judge(weeks: readonly Float64Array[]): boolean;
} {
  const without = judgeStations(program, [], LEAST_REPLICATIONS);
  const network = networkOn(program, program.network.runDays);
  const isLost = without.stations.some(({ at, settles }) => settles !== 'settles' && !hasOtherWays(network, at));
  return {
    needsWeeks: without.stretches !== null && !isLost,
    judge: (weeks) =>
      without.stretches === null || isLost
        ? without.settles === 'settles'
        : judgeStations(program, weeks, LEAST_REPLICATIONS).settles === 'settles',
  };
}

interface Judged {
  readonly settles: Settles;
  readonly stations: readonly { readonly at: number; readonly settles: Settles; readonly trend: Trend | null }[];
  readonly everyone: Trend | null;
  readonly atEnd: ReturnType<typeof demandOn>;
  readonly stretches: Stretches | null;
}

function judgeStations(program: Program, weeks: readonly Float64Array[], fewest: number): Judged {
  const { network } = program;
  const atEnd = demandOn(program, 'last');
  const stretches = stretchesOf(program, weeksIn(network));
  const rows = stationsByWeek(network);
  const trendOf = (row: number): Trend | null =>
    stretches === null || weeks.length < fewest ? null : trend(network, weeks, row, stretches);

  const stations = rows.map((s, row) => {
    const found = trendOf(row);
    const isShort = atEnd.needed[s] > atEnd.has[s] || atEnd.startsAsked[s] > atEnd.startsAllowed[s];
    const growsAnyhow = found?.direction === 'grows';
    // So few hardly show a growth that is clear. Where too little is there for all, one that would matter is enough: no average rather
    // than a wrong one.
    const grows = growsAnyhow || (weeks.length < LEAST_REPLICATIONS && found?.mayGrow === true);
    const mayGoElsewhere = found !== null && !grows && hasOtherWays(networkOn(program, network.runDays), s);
    const settles: Settles =
      isShort && !mayGoElsewhere ? 'needs more than it has' : growsAnyhow && !found.isPlanned ? 'fills up' : 'settles';
    return { at: s, settles, trend: found };
  });
  const everyone = trendOf(rows.length);
  const worst = (['needs more than it has', 'fills up'] as const).find((one) =>
    stations.some(({ settles }) => settles === one),
  );
  const settles = worst ?? (everyone?.direction === 'grows' && !everyone.isPlanned ? 'fills up' : 'settles');
  return { settles, stations, everyone, atEnd, stretches };
}

/**
 * What is asked of each station on the first or the last day, growth included, and what it has. The months are those of the run: of
 * the year next to that day, or of all its days, where it is shorter than a year. A whole year has every month.
 */
function demandOn(program: Program, day: 0 | 'last') {
  const { runDays } = program.network;
  const at = day === 0 ? 0 : runDays;
  const [from, to] = day === 0 ? [0, Math.min(DAYS_A_YEAR, runDays)] : [Math.max(0, runDays - DAYS_A_YEAR), runDays];
  const network = networkOn(program, at);
  const streams = network.streams.map((stream) =>
    stream.kind === 'rate'
      ? {
          ...stream,
          arrivalsPerDay: stream.arrivalsPerDay * pow(stream.growthPerDay, at),
          growthPerDay: 1,
          monthFactors: to - from >= DAYS_A_YEAR ? null : stream.monthFactors,
        }
      : stream,
  );
  const { neededPlaces, arrivalsPerDay } = flowBalance({ ...network, streams }, from, to);
  return {
    needed: neededPlaces,
    has: Float64Array.from(network.places, (places, s) =>
      places === UNLIMITED ? Infinity : places + network.surgePlaces[s],
    ),
    startsAsked: arrivalsPerDay.map((people) => people * DAYS_A_MONTH),
    startsAllowed: Float64Array.from(network.startsPerMonth, (starts) => (starts < 0 ? Infinity : starts)),
  };
}

/** Whether people who cannot have a place there may be turned away, give up or be cared for elsewhere. */
function hasOtherWays(network: Network, station: number): boolean {
  if (network.waitingRoom[station] >= 0 || network.patience[station] !== null) return true;
  for (let ask = 0; ask + 1 < network.askFrom.length; ask++) {
    const targets = network.targets.subarray(network.askFrom[ask], network.askFrom[ask + 1]);
    if (targets.includes(station) && network.askAltFrom[ask + 1] > network.askAltFrom[ask]) return true;
  }
  return false;
}

/**
 * Those in care at a station or waiting for it: held there, less those ready to go on, and those who ask for it, wherever they
 * are. The row of all has the people in the model, each counted once.
 */
function trend(network: Network, weeks: readonly Float64Array[], row: number, stretches: Stretches): Trend {
  const mean = (one: Float64Array, [from, to]: readonly [number, number]): number => {
    let sum = 0;
    for (let week = from; week < to; week++)
      sum +=
        one[weekAt(network, 'occupancy', row, week)] -
        one[weekAt(network, 'delayed', row, week)] +
        one[weekAt(network, 'waiting', row, week)];
    return sum / (to - from);
  };
  const early = weeks.map((one) => mean(one, stretches.early));
  const late = weeks.map((one) => mean(one, stretches.late));
  const { mean: growth, low, high } = difference(late, early, LEVEL);
  const before = average(early);
  const matters = Math.abs(growth) >= Math.max(0.5, before / 20);
  return {
    early: before,
    late: average(late),
    growth,
    low,
    high,
    direction: matters && low > 0 ? 'grows' : matters && high < 0 ? 'shrinks' : 'steady',
    mayGrow: matters && growth > 0,
    isPlanned: stretches.isPlanned,
  };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
