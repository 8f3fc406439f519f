// Stays that stand still outside given hours: how long people are there and when in the week they leave, from when they come.
import type { Windows } from '../ground/hours.ts';
import type { StaySampler } from './network.ts';
import { openBins, WEEK } from './open-bins.ts';

/** A bin whose survival falls by more than this is looked at more closely. */
const STEEP = 0.02;
/** Hours of the week that differ by no more than this after a long stay are all alike. */
const EVEN = 0.002;
const MOST_BINS = 100_000;
/** Days; a stay that ends as the hours close does not go on after them. */
const ROUNDING = 1e-9;

/** Shares of people by bin of the week: spread evenly over the bin, or all of them as it begins. */
export interface Moments {
  readonly within: Float64Array;
  readonly at: Float64Array;
}

export const noMoments = (perDay: number): Moments => ({
  within: new Float64Array(WEEK * perDay),
  at: new Float64Array(WEEK * perDay),
});

/** People who come outside the hours wait for them to open, and all begin then. */
export function onceOpen(windows: Windows | null, { within, at }: Moments, perDay: number): Moments {
  if (windows === null) return { within, at };
  const { open, next, wait } = openBins(windows, perDay);
  if (open.length === 0) return { within, at };
  const begins = noMoments(perDay);
  for (let bin = 0; bin < within.length; bin++) {
    const opening = open[next[bin]];
    if (wait[bin] === 0) begins.within[bin] += within[bin];
    else begins.at[opening] += within[bin];
    begins.at[opening] += at[bin];
  }
  return begins;
}

/**
 * Mean days there of people who come at these moments: their stay, and every stretch of closed hours they are still there for.
 * Exact where everything is on whole bins, as fixed stays on whole hours are; else the survival is integrated bin by bin.
 */
export function meanStayThrough(windows: Windows | null, stay: StaySampler, moments: Moments, perDay: number): number {
  const { open, next, wait } = openBins(windows, perDay);
  const count = open.length;
  if (count === 0 || count === WEEK * perDay || stay.meanDays === 0) return stay.meanDays;
  const step = 1 / perDay;
  const closed = Array.from(open, (bin, n) => {
    const before = n > 0 ? open[n - 1] : open[count - 1] - WEEK * perDay;
    return (bin - before - 1) * step;
  });
  const { evenly, atOnce } = stillThere(stay, count, step);
  const closedAfter = (still: Float64Array) =>
    Array.from(open, (_, from) =>
      closed.reduce(
        (sum, days, gap) => (days > 0 ? sum + days * still[((((gap - from - 1) % count) + count) % count) + 1] : sum),
        0,
      ),
    );
  const [fromWithin, fromStart] = [closedAfter(evenly), closedAfter(atOnce)];
  const everybody = stay.shareBeyond(0);
  let total = 0;
  let people = 0;
  for (let bin = 0; bin < moments.within.length; bin++) {
    const [within, at] = [moments.within[bin], moments.at[bin]];
    people += within + at;
    const then = fromStart[next[bin]];
    total += at * (everybody * wait[bin] + then);
    total += within * (wait[bin] === 0 ? fromWithin[next[bin]] : everybody * (wait[bin] - step / 2) + then);
  }
  return stay.meanDays + (people > 0 ? total / people : 0);
}

/** By bins of progress from 1 to a week's, how often somebody is still there at that point of a week, over all weeks. */
const stillThere = rememberedByStay((stay, count, step) => {
  const evenly = new Float64Array(count + 1);
  const atOnce = new Float64Array(count + 1);
  let [counted, after] = [0, stay.shareBeyond(0)];
  for (let bin = 0; bin < MOST_BINS && after > 1e-10; bin++) {
    const before = after;
    after = stay.shareBeyond((bin + 1) * step + ROUNDING);
    const share = meanSurvival(stay, bin, step, before - after);
    evenly[(bin % count) + 1] += share;
    atOnce[(bin % count) + 1] += after;
    counted += share;
  }
  // A tail longer than any run goes over whole weeks evenly.
  const rest = Math.max(0, stay.meanDays / step - counted) / count;
  if (after > 1e-10)
    for (let bin = 1; bin <= count; bin++) {
      evenly[bin] += rest;
      atOnce[bin] += rest;
    }
  return { evenly, atOnce };
});

/** Mean of the survival over one bin of progress. */
function meanSurvival(stay: StaySampler, bin: number, step: number, falls: number): number {
  if (stay.sdDays === 0) return Math.min(1, Math.max(0, stay.meanDays / step - bin));
  const points = falls > STEEP ? 16 : 2;
  let sum = 0;
  for (let point = 0; point < points; point++) sum += stay.shareBeyond((bin + (point + 0.5) / points) * step);
  return sum / points;
}

/** When in the week people leave who come at these moments; within a bin evenly, unless they came together and stay whole bins. */
export function endsThrough(windows: Windows | null, stay: StaySampler, moments: Moments, perDay: number): Moments {
  if (stay.meanDays === 0) return moments;
  const { open, next, wait } = openBins(windows, perDay);
  const count = open.length;
  if (count === 0) return moments;
  const step = 1 / perDay;
  const whole = stay.sdDays === 0 && Math.abs(stay.meanDays / step - Math.round(stay.meanDays / step)) < 1e-6;
  const [fromMiddle, fromStart] = [endsAfter(stay, count, step, 0.5), endsAfter(stay, count, step, 0)];
  const ends = noMoments(perDay);
  if (windows === null && fromMiddle.every((share) => Math.abs(share * count - 1) < EVEN)) {
    let everyone = 0;
    for (const people of moments.within) everyone += people;
    for (const people of moments.at) everyone += people;
    return { ...ends, within: ends.within.fill(everyone / count) };
  }
  for (let bin = 0; bin < moments.within.length; bin++) {
    const from = next[bin];
    const isOpen = wait[bin] === 0;
    const together = moments.at[bin] + (isOpen ? 0 : moments.within[bin]);
    if (isOpen && moments.within[bin] > 0) addAround(ends.within, open, from, moments.within[bin], fromMiddle);
    if (together === 0) continue;
    if (whole) ends.at[(open[(from + Math.round(stay.meanDays / step) - 1) % count] + 1) % ends.at.length] += together;
    else addAround(ends.within, open, from, together, fromStart);
  }
  return ends;
}

/** People spread over the open bins of a week, from one on and round to it again. */
function addAround(to: Float64Array, open: Int32Array, from: number, people: number, shares: Float64Array): void {
  const before = open.length - from;
  for (let n = 0; n < before; n++) to[open[from + n]] += people * shares[n];
  for (let n = before; n < open.length; n++) to[open[n - before]] += people * shares[n];
}

/** Shares by bins of progress, folded into a week, of stays that begin `offset` of a bin into theirs. */
const endsAfter = rememberedByStay((stay, count, step, offset) => {
  const shares = new Float64Array(count);
  let before = 1;
  for (let bin = 0; bin < MOST_BINS && before > 1e-7; bin++) {
    const after = stay.shareBeyond((bin + 1 - offset) * step);
    shares[bin % count] += before - after;
    before = after;
  }
  return shares.map((share) => share + before / count);
});

/** The same stay is met again for every kind of people and every slider move, and surviving is dear to work out. */
function rememberedByStay<T>(work: (stay: StaySampler, count: number, step: number, offset: number) => T) {
  const known = new WeakMap<StaySampler, Map<string, T>>();
  return (stay: StaySampler, count: number, step: number, offset = 0): T => {
    let its = known.get(stay);
    if (its === undefined) known.set(stay, (its = new Map()));
    const key = `${count} ${step} ${offset}`;
    let found = its.get(key);
    if (found === undefined) its.set(key, (found = work(stay, count, step, offset)));
    return found;
  };
}
