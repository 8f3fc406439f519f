// What a series counts in the model, and one replication counted so: people over each period of the series.
import type { Program } from '../../network/compile.ts';
import { startRun, type MayGoOn, type Run } from '../../run/native.ts';
import type { Network } from '../../network/network.ts';
import { peopleDays } from '../statistics/weeks.ts';
import { periodEnd, type Series } from './series.ts';

/** People at a time, on average over a period; and people in it altogether. */
const LEVELS = ['occupancy', 'waiting', 'delayed'] as const;
const FLOWS = ['starts', 'leaves'] as const;
export const SERIES_MEASURES = [...LEVELS, ...FLOWS] as const;

/** A number of the model that a series may count; the station is `all` for people anywhere. */
export interface CountedRow {
  readonly station: string;
  readonly measure: (typeof SERIES_MEASURES)[number];
}

/** A series with what it counts. */
export interface Matched {
  readonly series: Series;
  readonly row: CountedRow;
}

/** Periods of a series that lie within the run whole, as days of the run. */
export interface Periods {
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Their places in the series. */
  readonly at: Int32Array;
}

export function periodsInRun(
  { network: { startDayNumber, runDays } }: { readonly network: Pick<Network, 'startDayNumber' | 'runDays'> },
  { days, spacing }: Pick<Series, 'days' | 'spacing'>,
): Periods {
  const inside = days.flatMap((day, at) => {
    const [from, until] = [day - startDayNumber, periodEnd(day, spacing) - startDayNumber];
    return from >= 0 && until <= runDays ? [{ from, until, at }] : [];
  });
  return {
    from: Int32Array.from(inside, ({ from }) => from),
    until: Int32Array.from(inside, ({ until }) => until),
    at: Int32Array.from(inside, ({ at }) => at),
  };
}

export const isFlow = ({ measure }: CountedRow): boolean => (FLOWS as readonly string[]).includes(measure);

/** A row with the periods in which it is counted. */
export interface Asked {
  readonly row: CountedRow;
  readonly periods: Periods;
}

/** By row, a value for each of its periods. */
export function replicatePeriods(
  program: Program,
  seed: number,
  replication: number,
  asked: readonly Asked[],
  mayGoOn: MayGoOn | null = null,
): Float64Array[] {
  const { network } = program;
  const run = startRun(program, seed, replication, null, null, mayGoOn);
  const days = [...new Set(asked.flatMap(({ periods: { from, until } }) => [...from, ...until]))].sort((a, b) => a - b);
  const stations = asked.map(({ row: { station } }) => stationsOf(network, station));
  const soFar = asked.map(() => new Float64Array(Math.ceil(network.runDays) + 1));
  for (const day of days) {
    run.runTo(day);
    for (let at = 0; at < asked.length; at++)
      for (const s of stations[at]) soFar[at][day] += upTo(run, asked[at].row.measure, s, day);
  }
  run.finish();
  return asked.map(({ row, periods: { from, until } }, at) =>
    Float64Array.from(from, (day, period) => {
      const people = soFar[at][until[period]] - soFar[at][day];
      return isFlow(row) ? people : people / (until[period] - day);
    }),
  );
}

function stationsOf({ stationIds, isExit }: Network, station: string): number[] {
  if (station !== 'all') return [stationIds.indexOf(station)];
  return stationIds.flatMap((_, s) => (isExit[s] ? [] : [s]));
}

/** People, or people times days, from day 0 up to a day that the run has come to. */
function upTo({ ledger }: Run, measure: CountedRow['measure'], s: number, day: number): number {
  if (measure === 'starts') return ledger.flow.startsAt(s);
  return measure === 'leaves' ? ledger.flow.leaves[s] : peopleDays(ledger[measure], s, day);
}
