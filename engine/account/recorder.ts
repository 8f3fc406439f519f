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

/** One list of days. Columns are written by `record`, read by the functions below. */
export interface Recorder {
  people: number;
  /** How many of them are exactly 0: most waits are, so these are counted and not stored. */
  zeros: number;
  /** The first value above 0; sums are of differences from it, so that equal values have a spread of exactly 0. */
  first: number;
  sum: number;
  squares: number;
  values: Float64Array;
  /** Values above 0 in the order they came; null bins until there are more than `KEPT`. Bin 0 is for the smallest. */
  bins: Float64Array | null;
  /** With bins: how many values lie above each of the thresholds, for a bin may reach over one. */
  above: Float64Array;
  readonly thresholds: readonly number[];
}

const nothing = new Float64Array(0);

/** Days whose share of people above has a row always; rows of others are asked for. */
export const USUAL_THRESHOLDS: readonly number[] = [1, 7, 14];

/** `thresholds`: what `shareAbove` may be asked of. */
export const makeRecorder = (thresholds = USUAL_THRESHOLDS): Recorder => ({
  people: 0,
  zeros: 0,
  first: 0,
  sum: 0,
  squares: 0,
  values: nothing,
  bins: null,
  above: nothing,
  thresholds,
});

/** Adds one value of 0 days or more. */
export function record(to: Recorder, days: number): void {
  to.people++;
  if (days <= 0) to.zeros++;
  else recordAboveZero(to, days);
}

function recordAboveZero(to: Recorder, days: number): void {
  const n = to.people - to.zeros - 1;
  if (n === 0) to.first = days;
  const difference = days - to.first;
  to.sum += difference;
  to.squares += difference * difference;
  // The rare case has a function of its own, so that this one is short enough to be compiled into its callers.
  if (to.bins === null && n === to.values.length) makeRoom(to, n);
  if (to.bins === null) to.values[n] = days;
  else intoBin(to, to.bins, days);
}

function intoBin(to: Recorder, bins: Float64Array, days: number): void {
  bins[binOf(days)]++;
  for (let at = 0; at < to.thresholds.length; at++) if (days > to.thresholds[at]) to.above[at]++;
}

/** Twice the room for values, or bins once there are too many. */
function makeRoom(to: Recorder, n: number): void {
  if (n < KEPT) {
    const wider = new Float64Array(n === 0 ? 32 : n * 2);
    wider.set(to.values);
    to.values = wider;
    return;
  }
  const bins = new Float64Array(BINS);
  to.bins = bins;
  to.above = new Float64Array(to.thresholds.length);
  for (const value of to.values) intoBin(to, bins, value);
  to.values = nothing;
}

function binOf(days: number): number {
  real[0] = days;
  const bin = (words[HIGH_WORD] >>> 11) - FIRST_BIN;
  return bin < 1 || days <= 0 ? 0 : bin < BINS ? bin : BINS - 1;
}

const aboveZero = (of: Recorder): number => of.people - of.zeros;

export const meanOf = (of: Recorder): number =>
  of.people === 0
    ? NaN
    : of.zeros === 0
      ? of.first + of.sum / of.people
      : (of.sum + aboveZero(of) * of.first) / of.people;

/** Share of the people whose value is above 0. */
export const shareAboveZero = (of: Recorder): number => aboveZero(of) / of.people;

/** Share of the people whose value is above a threshold of the recorder's; exact, bins or none. */
export function shareAbove(of: Recorder, days: number): number {
  if (of.bins !== null) return of.above[of.thresholds.indexOf(days)] / of.people;
  let above = 0;
  for (let n = 0; n < aboveZero(of); n++) if (of.values[n] > days) above++;
  return above / of.people;
}

/** Standard deviation over the people of one replication (n − 1); NaN below two. */
export function sdOf(of: Recorder): number {
  if (of.people < 2) return NaN;
  const mean = meanOf(of);
  const off = mean - of.first;
  // Sums about `first`, moved to be about the mean; each zero lies a whole mean away.
  const around = of.squares - 2 * off * of.sum + aboveZero(of) * off * off + of.zeros * mean * mean;
  const variance = around / (of.people - 1);
  return variance > 0 ? Math.sqrt(variance) : 0;
}

/** Hyndman–Fan type 7 while the values are stored; after that the middle of the bin it falls in. */
export function percentileOf(of: Recorder, share: number): number {
  if (of.people === 0) return NaN;
  const at = share * (of.people - 1) - of.zeros;
  if (at <= -1) return 0;
  const above = aboveZero(of);
  if (of.bins !== null) return at < 0 ? 0 : binAt(of.bins, at);
  const whole = Math.floor(at);
  const low = whole < 0 ? 0 : orderStatistic(of.values, above, whole);
  if (at === whole && whole >= 0) return low;
  // Everything after the rank is at least as great, so the next in order is the least of it.
  let next = whole + 1 < above ? Infinity : whole < above ? low : 0;
  for (let n = whole + 1; n < above; n++) if (of.values[n] < next) next = of.values[n];
  return low + (at - whole) * (next - low);
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
