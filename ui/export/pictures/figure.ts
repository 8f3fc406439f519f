// A chart as data: what its drawing, its place in a paper or a slide and the table behind it are all made from.
import type { Table } from '../table.ts';

export interface Series {
  readonly name: string;
  /** As many as there are categories; null where nobody could be measured. */
  readonly values: readonly (number | null)[];
  /** Ends of the 95 % interval, where there is one. */
  readonly low?: readonly (number | null)[] | undefined;
  readonly high?: readonly (number | null)[] | undefined;
  /** Grey and dashed, or pale: what the others are set beside. */
  readonly isToday?: boolean;
}

export interface Figure {
  readonly kind: 'lines' | 'bars';
  /** Short enough for a file and a sheet. */
  readonly name: string;
  /** What it shows, as a sentence without its full stop. */
  readonly title: string;
  /** What is to be seen in it, as a sentence: the title of a slide. */
  readonly finding: string;
  /** The same in words, for those who do not see it. */
  readonly says: string;
  readonly unit: string;
  /** What the categories are: "Week of", "Service". */
  readonly of: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Printed under every copy of it. */
  readonly limits: string;
}

/** Of bars and lines alike, in the order of the picture. */
export function figureTable({ name, title, of, unit, categories, series, limits }: Figure): Table {
  const hasRange = ({ low, high }: Series) => low !== undefined && high !== undefined;
  return {
    name,
    about: `${title}. ${limits}`,
    columns: [
      { name: of, meaning: 'What the row is about.' },
      ...series.flatMap((one) => [
        { name: one.name, meaning: `In ${unit}: the average over all simulated runs.` },
        ...(hasRange(one)
          ? [
              { name: `${one.name}, low`, meaning: 'Lower end of the 95 % interval of that average.' },
              { name: `${one.name}, high`, meaning: 'Upper end of the 95 % interval of that average.' },
            ]
          : []),
      ]),
    ],
    rows: categories.map((category, at) => [
      category,
      ...series.flatMap((one) => [
        one.values[at] ?? null,
        ...(hasRange(one) ? [one.low![at] ?? null, one.high![at] ?? null] : []),
      ]),
    ]),
  };
}

/** The top of a scale: the next of 1, 2, 4, 5, 6, 8 times a power of ten, so that its half can be written too. */
export function topOf({ series }: Pick<Figure, 'series'>): number {
  const all = series.flatMap(({ values, high }) => [...values, ...(high ?? [])]);
  const most = Math.max(0, ...all.filter((value) => value !== null && Number.isFinite(value)).map(Number));
  if (most === 0) return 1;
  // Below this powers of ten lose digits, and nothing is left of the smallest numbers there are.
  const power = 10 ** Math.max(-300, Math.floor(Math.log10(most)));
  return ([1, 2, 4, 5, 6, 8].find((times) => times * power >= most) ?? 10) * power;
}

/** Office draws bars from the bottom up: turned round, the first stands at the top and the scale stays below. */
export function fromTheBottom(figure: Figure): Figure {
  const turn = <T>(list: readonly T[] | undefined) => list?.toReversed();
  return {
    ...figure,
    categories: figure.categories.toReversed(),
    series: figure.series.toReversed().map((one) => ({
      ...one,
      values: one.values.toReversed(),
      low: turn(one.low),
      high: turn(one.high),
    })),
  };
}

/** The ends of a range as series of their own, for charts that cannot draw a band. */
export function rangeEnds({ name, low, high }: Series): Series[] {
  if (!low || !high) return [];
  return [
    { name: `${name}, low end of the range`, values: low },
    { name: `${name}, high end of the range`, values: high },
  ];
}
