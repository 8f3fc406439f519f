// Sums and largest numbers read off a list. D3 has them too, in a file of which every first visit would pay for the rest.

export function sum<T>(all: Iterable<T>, read: (one: T) => number = Number): number {
  let total = 0;
  for (const one of all) total += read(one);
  return total;
}

/** Undefined where there is nothing. */
export function largest<T>(all: Iterable<T>, read: (one: T) => number): number | undefined {
  let found: number | undefined;
  for (const one of all) found = Math.max(found ?? -Infinity, read(one));
  return found;
}
