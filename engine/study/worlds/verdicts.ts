// The verdict of each plausible world, and in how many of them the option is lower or higher than the baseline.
import { normalQuantile } from '../../ground/normal.ts';
import { differences, summarise } from '../experiment.ts';
import type { RowKey } from '../replication.ts';
import { hasAverages, withAverages } from '../statistics/averages.ts';
import { settlesInShort } from '../statistics/stability.ts';
import type { PlausibleWorld } from './drawing.ts';

/** `nobody to measure`: no replication has a number in both. */
export const worldVerdicts = ['lower', 'higher', 'no difference', 'does not settle', 'nobody to measure'] as const;
export type WorldVerdict = (typeof worldVerdicts)[number];

export interface JudgedWorld extends Pick<PlausibleWorld, 'number' | 'drawn' | 'values' | 'again'> {
  /** Averages of the row asked about, in its unit; null without one, as where a run does not settle. */
  readonly baseline: number | null;
  readonly option: number | null;
  /** Option less baseline, over replications of the same people, with its 95 % interval. */
  readonly difference: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly verdict: WorldVerdict;
  /** Of a world without a difference: which way it would go, where only one of the two settles; see `leaning`. */
  readonly leans: 'lower' | 'higher' | null;
  /** Of the baseline and of the option. */
  readonly settles: readonly [boolean, boolean];
}

/** One request of a world as it was simulated: the row asked about in each replication, and the weeks. */
export interface Simulated {
  readonly row: readonly number[];
  readonly weeks: readonly Float64Array[];
}

/** A difference that sums of so many numbers may leave by rounding is none. */
const ROUNDING = 1e-12;

/** People and days that have no end to their growth where a run does not settle. */
const WAITS: readonly string[] = ['delayed', 'waiting', 'delayDays'];

/** Judged by the rules that every experiment is judged by; only that fewer replications show whether a run settles. */
export function judgeWorld(
  world: PlausibleWorld,
  key: RowKey,
  [base, changed]: readonly [Simulated, Simulated],
): JudgedWorld {
  const settling = [base, changed].map(({ weeks }, at) => settlesInShort(world.programs[at], weeks));
  const [ofBase, ofChanged] = [base, changed].map(({ row }) => row.map((value) => Float64Array.of(value)));
  const level = (samples: Float64Array[], at: number) =>
    withAverages(summarise('', [key], samples), settling[at])[0].value;
  const [difference] = withAverages(differences('', '', [key], ofChanged, ofBase), ...settling);
  const [baseline, option] = [level(ofBase, 0), level(ofChanged, 1)];
  const { number, drawn, values, again } = world;
  const { value, ciLow, ciHigh } = difference;
  const isNothing = value !== null && Math.abs(value) <= ROUNDING * (Math.abs(baseline ?? 0) + Math.abs(option ?? 0));
  const verdict: WorldVerdict =
    difference.settles === false
      ? 'does not settle'
      : value === null
        ? 'nobody to measure'
        : isNothing
          ? 'no difference'
          : value < 0
            ? 'lower'
            : 'higher';
  const settles = [hasAverages(settling[0]), hasAverages(settling[1])] as const;
  return {
    number,
    drawn,
    values,
    again,
    baseline,
    option,
    difference: value,
    ciLow,
    ciHigh,
    verdict,
    leans: WAITS.includes(key.measure) ? leaning(settles, difference.overThisPeriod?.value ?? null) : null,
    settles,
  };
}

/**
 * Where the baseline grows without end and the option does not, more wait in the baseline in any run that is long enough. That needs no
 * average; only the row has to be one that grows, so the difference over this very period must already point that way.
 */
function leaning([base, changed]: JudgedWorld['settles'], counted: number | null): 'lower' | 'higher' | null {
  if (counted === null || base === changed) return null;
  return changed && counted < 0 ? 'lower' : base && counted > 0 ? 'higher' : null;
}

export interface WorldsSummary {
  readonly worlds: number;
  readonly of: Readonly<Record<WorldVerdict, number>>;
  /** Worlds that lean, of those that do not settle. */
  readonly leans: Readonly<Record<'lower' | 'higher', number>>;
  /** Lower, or higher where that is in more worlds. */
  readonly direction: 'lower' | 'higher';
  /** Worlds in that direction, those that lean there among them, and their share with its 95 % interval. */
  readonly count: number;
  readonly share: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  /** Of these, the worlds whose own interval over replications does not include zero. */
  readonly clear: number;
  /** Worlds that were drawn again because their numbers did not fit together. */
  readonly drawnAgain: number;
}

export function summariseWorlds(worlds: readonly JudgedWorld[]): WorldsSummary {
  const count = (isCounted: (world: JudgedWorld) => boolean) => worlds.filter(isCounted).length;
  const of = Object.fromEntries(
    worldVerdicts.map((verdict) => [verdict, count((world) => world.verdict === verdict)]),
  ) as Record<WorldVerdict, number>;
  const leans = {
    lower: count((world) => world.leans === 'lower'),
    higher: count((world) => world.leans === 'higher'),
  };
  const direction = of.higher + leans.higher > of.lower + leans.lower ? 'higher' : 'lower';
  const inDirection = of[direction] + leans[direction];
  const { low, high } = shareInterval(inDirection, worlds.length);
  const isClear = ({ ciLow, ciHigh }: JudgedWorld) =>
    ciLow !== null && ciHigh !== null && (direction === 'lower' ? ciHigh < 0 : ciLow > 0);
  return {
    worlds: worlds.length,
    of,
    leans,
    direction,
    count: inDirection,
    share: worlds.length === 0 ? 0 : inDirection / worlds.length,
    ciLow: low,
    ciHigh: high,
    clear: count(isClear),
    drawnAgain: count(({ again }) => again > 0),
  };
}

/**
 * Wilson's interval of a share (1927), 95 %. It is that of worlds drawn one by one; drawn by Latin hypercube they usually tell more,
 * so that it is a little too wide.
 */
export function shareInterval(count: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.975);
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const all = 1 + (z * z) / of;
  return { low: count === 0 ? 0 : (middle - half) / all, high: count === of ? 1 : (middle + half) / all };
}
