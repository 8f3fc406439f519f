// Planned changes: what a model itself changes while it runs, and so which stretches of a run may be compared.
import type { Program } from '../../network/compile.ts';
import type { Network, NetworkStream } from '../../network/network.ts';

/** `dated`: numbers with a date; `seasonal`: months that differ; `growth`: more people year by year; `observed`: given arrivals. */
export type PlannedChange = 'dated' | 'seasonal' | 'growth' | 'observed';

/** Weeks [from, to) early and late in a run, as long as each other. */
export interface Stretches {
  readonly early: readonly [number, number];
  readonly late: readonly [number, number];
  /** Whether the model's own numbers differ between the two, so that what grew may have been meant to. */
  readonly isPlanned: boolean;
}

const WEEKS_A_YEAR = 52;
/** A quarter of fewer weeks says more about its chance than about a trend. */
const LEAST_WEEKS = 4;

/** The network in force on a day. */
export const networkOn = ({ network, later }: Program, day: number): Network =>
  later.filter(({ fromDay }) => fromDay <= day).at(-1)?.network ?? network;

/** The day of the last dated change after the start date; 0 if there is none. */
export const lastChangeDay = ({ later }: Program): number => Math.max(0, later.at(-1)?.fromDay ?? 0);

/** What changes between two days, in a fixed order. */
export function plannedChanges(program: Program, fromDay: number, toDay: number): PlannedChange[] {
  const later = program.later.filter((one) => one.fromDay > fromDay && one.fromDay < toDay);
  const streams = [networkOn(program, fromDay), ...later.map((one) => one.network)].flatMap((one) => one.streams);
  const found: PlannedChange[] = [];
  if (later.length > 0) found.push('dated');
  if (streams.some(({ monthFactors }) => monthFactors?.some((factor) => factor !== monthFactors[0])))
    found.push('seasonal');
  if (streams.some((stream) => stream.growthPerDay !== 1 && stream.kind === 'rate')) found.push('growth');
  const { startDayNumber } = program.network;
  const [first, last] = [startDayNumber + fromDay, startDayNumber + toDay];
  if (streams.some((stream) => isObserved(stream) || hasMeansIn(stream, first, last))) found.push('observed');
  return found;
}

const hasMeansIn = ({ means }: NetworkStream, first: number, last: number): boolean =>
  means !== null && means.fromDay < last && means.fromDay + means.ofDay.length > first;
const isObserved = ({ kind }: NetworkStream): boolean => kind === 'counts' || kind === 'moments';

/**
 * What to compare for a trend: the second and the last quarter of the weeks after the last dated change, so that nothing but
 * chance differs between them; where months differ, the last two whole years. Where the run is too short for that, or the
 * arrivals themselves move on, the quarters of the whole run, said to be planned. Null when it is too short for anything.
 */
export function stretchesOf(program: Program, weeks: number): Stretches | null {
  const changes = plannedChanges(program, 0, program.network.runDays);
  const first = Math.ceil(lastChangeDay(program) / 7);
  const moves = changes.includes('growth') || changes.includes('observed');
  if (!moves && changes.includes('seasonal') && weeks - first >= 2 * WEEKS_A_YEAR)
    return {
      early: [weeks - 2 * WEEKS_A_YEAR, weeks - WEEKS_A_YEAR],
      late: [weeks - WEEKS_A_YEAR, weeks],
      isPlanned: false,
    };
  const isPlain = !moves && !changes.includes('seasonal');
  if (isPlain && weeks - first >= 4 * LEAST_WEEKS) return { ...quarters(first, weeks), isPlanned: false };
  return weeks >= 4 * LEAST_WEEKS ? { ...quarters(0, weeks), isPlanned: changes.length > 0 } : null;
}

function quarters(from: number, to: number): Pick<Stretches, 'early' | 'late'> {
  const weeks = Math.floor((to - from) / 4);
  return { early: [to - 3 * weeks, to - 2 * weeks], late: [to - weeks, to] };
}
