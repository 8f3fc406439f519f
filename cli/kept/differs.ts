// Whether two folders are of the same question, and if not, in what they differ first.

export type Facts = Readonly<Record<string, unknown>>;

/** In plain words what differs, such as `seed: 5, and 6 there`; undefined where nothing does. */
export function differsIn(here: Facts, there: Facts): string | undefined {
  const key = [...new Set([...Object.keys(here), ...Object.keys(there)])].find(
    (one) => JSON.stringify(here[one]) !== JSON.stringify(there[one]),
  );
  return key === undefined ? undefined : `${key}: ${said(here[key])}, and ${said(there[key])} there`;
}

const said = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none'));
