// How precisely a number may be said: never more precisely than its range allows.

/** A number as it may be said, with its range, all three rounded to one step. */
export interface Said {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The rounding step, a power of ten. */
  readonly step: number;
}

/**
 * The step is the power of ten that goes at least twice into the range, and never below `least`,
 * which is what people can picture: a tenth of a person on average, a whole one above ten.
 */
export function sayWithin(value: number, low: number, high: number, least = leastFor(value)): Said {
  const width = high - low;
  const fromRange = width > 0 ? 10 ** Math.floor(Math.log10(width / 2) + 1e-9) : least;
  let step = Math.max(least, fromRange);
  // A clear difference too small for people to picture is still not "0 fewer": as fine as its range allows, then.
  const isClear = low > 0 || high < 0;
  while (isClear && toStep(value, step) === 0 && step > Math.max(fromRange, 0.001)) step /= 10;
  return { value: toStep(value, step), low: toStep(low, step), high: toStep(high, step), step };
}

const leastFor = (value: number) => (Math.abs(value) < 10 ? 0.1 : 1);

/** Nearest multiple of a power of ten, without binary dust and without minus zero. */
export function toStep(value: number, step: number): number {
  const decimals = decimalsFor(step);
  // Less and more are rounded alike.
  return Math.sign(value) * Number((Math.round(Math.abs(value) / step) * step).toFixed(decimals)) + 0;
}

export const decimalsFor = (step: number): number => Math.max(0, Math.round(-Math.log10(step)));

/** 1234.5 → "1,234.5"; every number of one sentence has the same number of decimals. */
export const show = (value: number, step: number): string => formatWith(decimalsFor(step)).format(value);

/** "14 to 35 days": the unit once, where it is the same. */
export function sayUnitOnce(from: string, between: string, to: string): string {
  const [size = '', ...unit] = from.split(' ');
  const isPlain = /^[\d,.−]+$/.test(size) && to.split(' ').length > 1;
  return `${isPlain && unit.length > 0 ? size : from}${between}${to}`;
}

/** Making a format costs far more than using one, and a slider asks for hundreds. */
const formats = new Map<number, Intl.NumberFormat>();

function formatWith(decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', digits);
  formats.set(decimals, format);
  return format;
}
