// What an IPACS parameter workbook holds, by node and scenario, before it is a document.

export interface Node {
  readonly name: string;
  readonly id: string;
  readonly pathway: number;
  readonly area: string;
}

/** By scenario, the first of the sheet first, and in it by node. */
export type ByScenario<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** A lognormal stay by the mean and standard deviation of its days; mu and sigma are those of their logarithm. */
export const stayOf = (mu: number, sigma: number) => {
  const meanDays = Math.exp(mu + sigma ** 2 / 2);
  return {
    shape: 'lognormal',
    meanDays: rounded(meanDays),
    sdDays: rounded(meanDays * Math.sqrt(Math.exp(sigma ** 2) - 1)),
  };
};
export const rounded = (value: number): number => Number(value.toPrecision(10));

export interface Parts {
  readonly nodes: readonly Node[];
  readonly capacity: ByScenario<number>;
  readonly stays: ByScenario<ReturnType<typeof stayOf>>;
  readonly visits: ByScenario<{ readonly first: number; readonly last: number }>;
  readonly days: ByScenario<(readonly [number, number])[]>;
  readonly start: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly costs: ReadonlyMap<string, { readonly person: number; readonly delayed: number }>;
  readonly source: string;
}

/** Arrivals of other scenarios than the first are streams of their own. */
export const streamId = (node: Node, scenario: string, base: string): string =>
  scenario === base ? node.id : `${node.id}-${slug(scenario)}`;

export const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
