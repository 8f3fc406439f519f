// Of something unknown, such as what another program wrote: whether it is an object with keys, a number, a word, or a list of these.

/** An object with keys; a list is none. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Neither NaN nor without end. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

export const isWord = (value: unknown): value is string => typeof value === 'string';

/** A whole number between these, both included. */
export const isWhole = (value: unknown, least: number, most: number = Number.MAX_SAFE_INTEGER): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

/** A list of which each is one. */
export const areAll = (value: unknown, is: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every((one) => is(one));
