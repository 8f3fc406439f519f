// A recorder of days: mean, spread, percentiles and shares of a growing list of durations, in bounded memory.
import { orderStatistic } from '../ground/quantiles.ts';

/** Past this many values a recorder keeps bins 0.2 % wide instead of values, so memory does not grow with the run. */
const KEPT = 16_384;
/** Bins by the exponent and the first nine bits of the mantissa of a double, from 2^-24 to 2^24 days. */
const BINS = 48 * 512;
const real = new Float64Array(1);
const words = new Uint32Array(real.buffer);
real[0] = 1;
const HIGH_WORD = words[1] === 0x3ff00000 ? 1 : 0;
const FIRST_BIN = (1023 - 24) << 9;

/**
 * One list of days. `record` only keeps a value, for a run does that often; what they come to is added up when somebody asks, in the
 * order in which they came. Columns are read by the functions below.
 */
export interface Recorder {
  /** How many are exactly 0: most waits are, so these are counted and not stored. */
  zeros: number;
  /** How many lie above 0. */
  above: number;
  /** Those, in the order they came; empty once there are bins. */
  values: Float64Array;
  /** How many of those above 0 are in the sums. */
  added: number;
  /** The first value above 0; sums are of differences from it, so that equal values have a spread of exactly 0. */
  first: number;
  sum: number;
  squares: number;
  /** Values before this place are no greater than those after it, since somebody asked for a percentile. */
  parted: number;
  /** Null until there are more than `KEPT` above 0. Bin 0 is for the smallest. */
  bins: Float64Array | null;
  /** With bins: how many values lie above each of the thresholds, for a bin may reach over one. */
  over: Float64Array;
  readonly thresholds: readonly number[];
}

const nothing = new Float64Array(0);

/** Days whose share of people above has a row always; rows of others are asked for. */
export const USUAL_THRESHOLDS: readonly number[] = [1, 7, 14];

/** `thresholds`: what `shareAbove` may be asked of. */
export const makeRecorder = (thresholds = USUAL_THRESHOLDS): Recorder => ({
  zeros: 0,
  above: 0,
  values: nothing,
  added: 0,
  first: 0,
  sum: 0,
  squares: 0,
  parted: 0,
  bins: null,
  over: nothing,
  thresholds,
});

/** Forgets every value; the room for them stays. */
export function clearRecorder(of: Recorder): void {
  of.zeros = of.above = of.added = of.parted = 0;
  of.sum = of.squares = 0;
  of.bins = null;
  of.over = nothing;
}

/** Adds one value of 0 days or more. */
export function record(to: Recorder, days: number): void {
  if (days <= 0) to.zeros++;
  else recordAboveZero(to, days);
}

export function recordAboveZero(to: Recorder, days: number): void {
  const n = to.above++;
  // The rare case has a function of its own, so that this one is short enough to be compiled into its callers.
  if (n < to.values.length) to.values[n] = days;
  else recordBeyond(to, n, days);
}

/** Twice the room for values, or bins once there are too many. */
function recordBeyond(to: Recorder, n: number, days: number): void {
  if (n < KEPT) {
    const wider = new Float64Array(n === 0 ? 32 : n * 2);
    wider.set(to.values);
    to.values = wider;
    wider[n] = days;
    return;
  }
  to.bins ??= emptiedIntoBins(to);
  addTo(to, days);
  intoBin(to, to.bins, days);
}

function emptiedIntoBins(to: Recorder): Float64Array {
  addUp(to, KEPT);
  const bins = new Float64Array(BINS);
  to.over = new Float64Array(to.thresholds.length);
  for (const value of to.values) intoBin(to, bins, value);
  to.values = nothing;
  return bins;
}

/** Brings the sums up to so many of the values. */
function addUp(of: Recorder, until: number): void {
  if (of.added === until) return;
  const { values } = of;
  if (of.added === 0) of.first = values[0];
  const { first } = of;
  let { sum, squares } = of;
  for (let n = of.added; n < until; n++) {
    const difference = values[n] - first;
    sum += difference;
    squares += difference * difference;
  }
  of.sum = sum;
  of.squares = squares;
  of.added = until;
  of.parted = 0;
}

function addTo(of: Recorder, days: number): void {
  const difference = days - of.first;
  of.sum += difference;
  of.squares += difference * difference;
  of.added++;
}

function intoBin(to: Recorder, bins: Float64Array, days: number): void {
  bins[binOf(days)]++;
  for (let at = 0; at < to.thresholds.length; at++) if (days > to.thresholds[at]) to.over[at]++;
}

function binOf(days: number): number {
  real[0] = days;
  const bin = (words[HIGH_WORD] >>> 11) - FIRST_BIN;
  return bin < 1 || days <= 0 ? 0 : bin < BINS ? bin : BINS - 1;
}

const peopleIn = (of: Recorder): number => of.zeros + of.above;

export function meanOf(of: Recorder): number {
  const people = peopleIn(of);
  if (people === 0) return NaN;
  addUp(of, of.above);
  return of.zeros === 0 ? of.first + of.sum / people : (of.sum + of.above * of.first) / people;
}

/** Share of the people whose value is above 0. */
export function shareAboveZero(of: Recorder): number {
  const people = peopleIn(of);
  return people === 0 ? NaN : of.above / people;
}

/** Share of the people whose value is above a threshold of the recorder's; exact, bins or none. */
export function shareAbove(of: Recorder, days: number): number {
  const people = peopleIn(of);
  if (people === 0) return NaN;
  const { above, bins, values } = of;
  if (bins !== null) return of.over[of.thresholds.indexOf(days)] / people;
  let over = 0;
  for (let n = 0; n < above; n++) over += +(values[n] > days);
  return over / people;
}

/** Standard deviation over the people of one replication (n − 1); NaN below two. */
export function sdOf(of: Recorder): number {
  const people = peopleIn(of);
  if (people < 2) return NaN;
  const mean = meanOf(of);
  const off = mean - of.first;
  // Sums about `first`, moved to be about the mean; each zero lies a whole mean away.
  const around = of.squares - 2 * off * of.sum + of.above * off * off + of.zeros * mean * mean;
  const variance = around / (people - 1);
  return variance > 0 ? Math.sqrt(variance) : 0;
}

/**
 * Hyndman–Fan type 7 while the values are stored; after that the middle of the bin it falls in. A second one of the same recorder
 * looks only at the values on its side of the first.
 */
export function percentileOf(of: Recorder, share: number): number {
  const { above, zeros } = of;
  if (above + zeros === 0) return NaN;
  const at = share * (above + zeros - 1) - zeros;
  if (at <= -1) return 0;
  if (of.bins !== null) return at < 0 ? 0 : binAt(of.bins, at);
  // Before they are put in another order.
  addUp(of, above);
  const whole = Math.floor(at);
  const low = whole < 0 ? 0 : valueOfRank(of, whole);
  if (at === whole && whole >= 0) return low;
  // Everything after the rank is at least as great, so the next in order is the least of it.
  let next = whole + 1 < above ? Infinity : whole < above ? low : 0;
  for (let n = whole + 1; n < above; n++) if (of.values[n] < next) next = of.values[n];
  return low + (at - whole) * (next - low);
}

function valueOfRank(of: Recorder, rank: number): number {
  const { above, parted, values } = of;
  of.parted = rank;
  return rank < parted ? orderStatistic(values, parted, rank) : orderStatistic(values, above, rank, parted);
}

function binAt(bins: Float64Array, at: number): number {
  let left = at;
  for (let bin = 0; bin < BINS; bin++) {
    left -= bins[bin];
    if (left < 0) return middleOf(bin);
  }
  return middleOf(BINS - 1);
}

function middleOf(bin: number): number {
  words[1 - HIGH_WORD] = 0;
  words[HIGH_WORD] = (((bin + FIRST_BIN) << 11) | 1024) >>> 0;
  return real[0];
}
