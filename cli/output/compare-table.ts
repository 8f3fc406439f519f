// What `onward compare` prints for people: every option's averages, and below them how they differ from the baseline.
import {
  type DifferenceRow,
  type JudgedTogether,
  type Manifest,
  type Model,
  type Row,
  judgeTogether,
} from '../../engine/index.ts';
import { hasLimit, heading } from './run-table.ts';
import { type Line, amount, faint, finder, inPoints, layTable, range, signed } from './table.ts';

const lines = [
  { words: 'in use', measure: 'occupancy', statistic: 'mean' },
  { words: 'places', measure: 'open', statistic: 'mean' },
  { words: 'waiting for it', measure: 'waiting', statistic: 'mean' },
  { words: 'delayed in it', measure: 'delayed', statistic: 'mean' },
  { words: 'days waited for it', measure: 'delayDays', statistic: 'mean' },
  { words: '1 in 10 waited over', measure: 'delayDays', statistic: 'p90' },
  { words: 'full', measure: 'full', statistic: 'mean' },
] as const;

/** In place of an average; the sentence below the table says why. */
const UNSETTLED = 'does not settle';

/** Options beside the baseline in one table; more would not fit a window. */
const besideBaseline = 3;

export function compareTable(
  model: Model,
  manifest: Manifest,
  summary: readonly Row[],
  differences: readonly DifferenceRow[],
): string {
  const { options, baseline } = manifest;
  const others = options.filter((option) => option !== baseline);
  // Made twice: first to find which verdicts a reader will see, then to mark those that stay clear among so many.
  const seen: DifferenceRow[] = [];
  const all = [...(baseline === null ? [] : [baseline]), ...others];
  linesFor(model, all, baseline, finder(summary), finder(differences), (row) => {
    seen.push(row);
    return '';
  });
  const judged = judgeTogether(seen);
  const starred = new Set(seen.filter((_, at) => judged.staysClear[at]));
  const tables: string[] = [];
  for (let from = 0; from < Math.max(1, others.length); from += besideBaseline) {
    const shown = [...(baseline === null ? [] : [baseline]), ...others.slice(from, from + besideBaseline)];
    tables.push(
      layTable(
        linesFor(model, shown, baseline, finder(summary), finder(differences), (row) => (starred.has(row) ? ' *' : '')),
      ),
    );
  }
  return [
    heading(model, manifest),
    ...tables,
    faint(
      manifest.replications < 2
        ? `Beneath each number: its difference from ${baseline ?? ''}, with the same people in both. One simulated period is one possible future: two or more are needed for ranges and verdicts.`
        : `Beneath each average: its difference from ${baseline ?? ''}, with the same people in both, a 95 % range and a verdict.`,
    ),
    faint(chanceText(judged)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What chance alone does to so many verdicts; empty where there are none. */
export function chanceText({ verdicts, expectedFalse }: JudgedTogether): string {
  if (verdicts === 0) return '';
  const byChance = expectedFalse < 0.75 ? 'fewer than one' : `about ${Math.round(expectedFalse)}`;
  return `Of ${verdicts} verdicts, ${byChance} would be clear by chance alone if nothing differed; those marked * stay clear when all are judged together.`;
}

type Find<T> = (option: string, station: string, measure: string, statistic: string) => T | undefined;

function linesFor(
  model: Model,
  options: readonly string[],
  baseline: string | null,
  row: Find<Row>,
  difference: Find<DifferenceRow>,
  mark: (row: DifferenceRow) => string,
): Line[] {
  const both = (words: string, station: string, measure: string, statistic: string): Line[] => {
    const found = options.map((option) => row(option, station, measure, statistic));
    // A line that is empty in every option says nothing.
    if (found.every((each) => !each?.value && each?.settles !== false)) return [];
    const apart = options.map((option) => difference(option, station, measure, statistic));
    const averages = {
      cells: [
        `  ${words}`,
        ...found.map((each) => (each?.settles === false ? UNSETTLED : amount(each?.value, each?.unit))),
      ],
    };
    if (apart.every((each) => !each?.value && each?.settles !== false)) return [averages];
    return [
      averages,
      {
        cells: ['', ...apart.map((each) => (each && each.settles !== false ? signedRange(inPoints(each)) : ''))],
        dim: true,
      },
      ...(apart.some((each) => each && each.verdict !== null)
        ? [
            {
              cells: [
                '',
                ...apart.map((each) =>
                  each && each.verdict !== null && each.settles !== false ? `${each.verdict}${mark(each)}` : '',
                ),
              ],
            },
          ]
        : []),
    ];
  };

  const everywhere = [
    ...both('people delayed', 'all', 'delayed', 'mean'),
    ...both('placed where their need says', 'all', 'rightPlace', 'mean'),
  ];
  const stations = Object.entries(model.stations).flatMap(([id, station]) => {
    if (station.kind === 'exit') return [];
    const limited = hasLimit(station);
    const told = lines.filter(({ measure }) => limited || (measure !== 'open' && measure !== 'full'));
    return [{ cells: [station.label] }, ...told.flatMap((line) => both(line.words, id, line.measure, line.statistic))];
  });
  const names = options.map((option) => (option === baseline ? `${option} (baseline)` : option));
  return [{ cells: ['', ...names] }, { cells: ['Everywhere'] }, ...everywhere, ...stations];
}

const signedRange = (row: DifferenceRow): string =>
  row.ciLow === null ? signed(row.value, row.unit) : `${signed(row.value, row.unit)} (${range(row)})`;
