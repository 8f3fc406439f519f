// Opening hours as bins of the week: which are open, and how long it is from any bin to the next open one.
import type { Windows } from '../ground/hours.ts';

export const WEEK = 7;
/** Bins of a day, coarsest first; the last is taken where opening hours fit none of them. */
const FINENESS = [24, 48, 96, 288];

/** Bins of a day in which all these hours begin and end with a bin. */
export function finenessFor(hours: readonly (Windows | null)[]): number {
  const fits = (bins: number) =>
    hours.every(
      (windows) => windows?.week.every((edge) => Math.abs(edge * bins - Math.round(edge * bins)) < 1e-6) ?? true,
    );
  return FINENESS.find(fits) ?? FINENESS.at(-1)!;
}

/** The open bins of a week in their order, and for every bin the next open one (its own, where open) and the days until then. */
interface OpenBins {
  readonly open: Int32Array;
  readonly next: Int32Array;
  readonly wait: Float64Array;
}

/** Asked for again for every kind of people and every step of their way, so kept by hours (`null`: always open). */
const binsOf = new WeakMap<Windows, Map<number, OpenBins>>();
const alwaysOpen = new Map<number, OpenBins>();

export function openBins(windows: Windows | null, perDay: number): OpenBins {
  let its = windows === null ? alwaysOpen : binsOf.get(windows);
  if (its === undefined) binsOf.set(windows!, (its = new Map()));
  let found = its.get(perDay);
  if (found === undefined) its.set(perDay, (found = layOutBins(windows, perDay)));
  return found;
}

function layOutBins(windows: Windows | null, perDay: number): OpenBins {
  const bins = WEEK * perDay;
  const isOpen = (bin: number) => {
    const middle = (bin + 0.5) / perDay;
    if (windows === null) return true;
    const { week } = windows;
    for (let at = 0; at < week.length; at += 2) if (middle > week[at] && middle < week[at + 1]) return true;
    return false;
  };
  const open = new Int32Array(bins).map((_, bin) => bin).filter(isOpen);
  const next = new Int32Array(bins);
  const wait = new Float64Array(bins);
  for (let bin = bins - 1, at = open.length; bin >= 0; bin--) {
    if (at > 0 && open[at - 1] === bin) at--;
    next[bin] = at % Math.max(1, open.length);
    wait[bin] = open.length === 0 ? 0 : ((open[at] ?? open[0] + bins) - bin) / perDay;
  }
  return { open, next, wait };
}
