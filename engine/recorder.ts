// A recorder of days: mean, spread, percentiles and shares of a growing list of lengths of time, in bounded memory.
import { quantileType7 } from './confidence.ts';

/** Past this many values a recorder keeps bins 0.2 % wide instead of values, so memory does not grow with the run. */
const KEPT = 65_536;
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
  /** The first value; sums are of differences from it, so that equal values have a spread of exactly 0. */
  first: number;
  sum: number;
  squares: number;
  above0: number;
  above1: number;
  above7: number;
  above14: number;
  values: Float64Array;
  /** Null until the list is longer than `KEPT`. Bin 0 is for zero and whatever is smaller than any bin. */
  bins: Float64Array | null;
}

const nothing = new Float64Array(0);

export const makeRecorder = (): Recorder => ({
  people: 0,
  first: 0,
  sum: 0,
  squares: 0,
  above0: 0,
  above1: 0,
  above7: 0,
  above14: 0,
  values: nothing,
  bins: null,
});

export function record(to: Recorder, days: number): void {
  const n = to.people++;
  if (n === 0) to.first = days;
  const difference = days - to.first;
  to.sum += difference;
  to.squares += difference * difference;
  if (days > 0) {
    to.above0++;
    if (days > 1) {
      to.above1++;
      if (days > 7) to.above7++;
      if (days > 14) to.above14++;
    }
  }
  if (to.bins !== null) to.bins[binOf(days)]!++;
  else if (n < KEPT) keep(to, n, days);
  else {
    to.bins = new Float64Array(BINS);
    for (const value of to.values) to.bins[binOf(value)]!++;
    to.bins[binOf(days)]!++;
    to.values = nothing;
  }
}

function keep(to: Recorder, n: number, days: number): void {
  if (n === to.values.length) {
    const wider = new Float64Array(n === 0 ? 32 : n * 2);
    wider.set(to.values);
    to.values = wider;
  }
  to.values[n] = days;
}

function binOf(days: number): number {
  real[0] = days;
  const bin = (words[HIGH_WORD]! >>> 11) - FIRST_BIN;
  return bin < 1 || days <= 0 ? 0 : bin < BINS ? bin : BINS - 1;
}

export const meanOf = (from: Recorder): number => (from.people === 0 ? NaN : from.first + from.sum / from.people);

/** Standard deviation over the people of one replication (n − 1); NaN below two. */
export function sdOf(from: Recorder): number {
  if (from.people < 2) return NaN;
  const variance = (from.squares - (from.sum * from.sum) / from.people) / (from.people - 1);
  return variance > 0 ? Math.sqrt(variance) : 0;
}

/** Hyndman–Fan type 7 while the values are kept; after that the middle of the bin it falls in. */
export function percentileOf(from: Recorder, share: number): number {
  if (from.people === 0) return NaN;
  if (from.bins === null) return quantileType7(from.values, from.people, share);
  let left = share * (from.people - 1);
  for (let bin = 0; bin < BINS; bin++) {
    left -= from.bins[bin]!;
    if (left < 0) return bin === 0 ? 0 : middleOf(bin);
  }
  return middleOf(BINS - 1);
}

function middleOf(bin: number): number {
  words[1 - HIGH_WORD] = 0;
  words[HIGH_WORD] = (((bin + FIRST_BIN) << 11) | 1024) >>> 0;
  return real[0]!;
}
