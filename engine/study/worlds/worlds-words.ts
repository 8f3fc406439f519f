// What the worlds come to, as sentences for page and terminal: the finding first, then the worlds in which it is otherwise.
import type { JudgedReading } from './readings.ts';
import type { WorldsSummary } from './verdicts.ts';

/** How a row is spoken of: "Fewer people wait", "more wait"; "acute.delayed.p90 is lower", "it is higher". */
interface Spoken {
  readonly lower: string;
  readonly higher: string;
  readonly alsoLower: string;
  readonly alsoHigher: string;
  readonly neither: string;
}

const PEOPLE_WAIT: Spoken = {
  lower: 'Fewer people wait',
  higher: 'More people wait',
  alsoLower: 'fewer wait',
  alsoHigher: 'more wait',
  neither: 'fewer or more people wait',
};

const ofRow = (name: string): Spoken => ({
  lower: `${name} is lower`,
  higher: `${name} is higher`,
  alsoLower: 'it is lower',
  alsoHigher: 'it is higher',
  neither: `${name} is lower or higher`,
});

/** The first is the headline. `row` is what is compared, unless it is how many people wait. */
export function worldsWords(found: WorldsSummary, row?: string): string[] {
  const { worlds, of, leans, direction, count, clear, ciLow, ciHigh } = found;
  const spoken = row === undefined ? PEOPLE_WAIT : ofRow(row);
  const [other, also] =
    direction === 'lower' ? (['higher', spoken.alsoHigher] as const) : (['lower', spoken.alsoLower] as const);
  const leaning = leans[direction];
  const grows = direction === 'lower' ? 'the baseline' : 'the option';
  const otherwise = listed([
    [of[other] + leans[other], also],
    [of['no difference'], 'there is no difference'],
    [of['nobody to measure'], 'there is nobody to measure'],
    [of['does not settle'] - leans.lower - leans.higher, 'what does not settle has no average to compare'],
  ]);
  const simulated = count - leaning;
  if (count === 0)
    return [
      `None of ${worlds} plausible worlds says that ${spoken.neither}.`,
      ...(otherwise === '' ? [] : [`${otherwise}.`]),
    ];
  return [
    `${spoken[direction]} in ${count} of ${worlds} plausible worlds.`,
    leaning > 0
      ? `In ${leaning} of them only ${grows} does not settle: it grows without end, by no certain number.`
      : '',
    otherwise === '' ? '' : `${otherwise}.`,
    `With other draws of the worlds, likely between ${percent(ciLow)} and ${percent(ciHigh)} in a hundred.`,
    clear < simulated
      ? `In ${clear} of the ${simulated} with a difference, the simulated periods are enough to tell it from chance.`
      : '',
  ].filter((sentence) => sentence !== '');
}

/** "Read another way, as “37 starts a month”, more wait.": nothing was drawn in it, so it is no part of the count. */
export function readingWords({ title, world: { verdict, leans } }: JudgedReading, row?: string): string {
  const spoken = row === undefined ? PEOPLE_WAIT : ofRow(row);
  const what =
    verdict === 'lower' || leans === 'lower'
      ? spoken.alsoLower
      : verdict === 'higher' || leans === 'higher'
        ? spoken.alsoHigher
        : verdict === 'no difference'
          ? 'there is no difference'
          : verdict === 'nobody to measure'
            ? 'there is nobody to measure'
            : 'what does not settle has no average to compare';
  return `Read another way, as “${title}”, ${what}.`;
}

/** "In 8 more wait; in 2 there is no difference": what is met in no world is left out. */
const listed = (parts: readonly (readonly [number, string])[]): string =>
  parts
    .filter(([worlds]) => worlds > 0)
    .map(([worlds, what], at) => `${at === 0 ? 'In' : 'in'} ${worlds} ${what}`)
    .join('; ');

const percent = (share: number): number => Math.round(100 * share);
