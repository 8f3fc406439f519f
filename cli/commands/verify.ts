// `onward verify`: the tool proves itself, by simulating models whose exact answers are known.
import {
  type CheckGroup,
  LEVEL,
  type Verified,
  checkGroups,
  checkModel,
  checkRequest,
  compile,
  estimate,
} from '../../engine/index.ts';
import { type Given, isOn, wholeNumber } from '../arguments.ts';
import { unknownWord } from '../bad-command.ts';
import { version } from '../house.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { sayKept } from '../kept/folder.ts';
import { keptYears, openYears } from '../kept/years.ts';
import { counted } from '../output/counted.ts';
import { faint, layTable, strong } from '../output/table.ts';
import { type Work, simulate } from '../simulate-checks.ts';
import { compareChecks, twinText } from '../twin-checks.ts';

const SOMETHING_OUTSIDE = 3;
/** Half an interval wider than this share of the answer could hide a fault. */
const TOO_WIDE = 0.03;

export async function command(given: Given): Promise<number> {
  const groups = chosen(given);
  const seed = wholeNumber(given, 'seed', 0, 4_294_967_295, 1);
  if (isOn(given, 'false-alarms')) return falseAlarms(given, groups, seed);

  const replications = wholeNumber(given, 'replications', 2, 10_000, 200);
  let isOver = false;
  const comparing = compareChecks(groups, seed, () => isOver);
  const judged = await simulateKept(
    groups.map((group) => ({ group, seed })),
    replications,
    given,
  );
  isOver = judged.length < groups.length;
  const secondEngine = await comparing;
  // A request for some figures of a group shows only those.
  const found = judged.flat().filter(({ id }) => isWanted(given, id));
  if (isOn(given, 'json'))
    process.stdout.write(
      `${JSON.stringify({ version: version(), seed, replications, level: LEVEL, rows: found, secondEngine }, null, 2)}\n`,
    );
  else process.stdout.write(`${table(found)}\n\n${summary(found, seed, replications)}\n${twinText(secondEngine)}\n`);
  if (judged.length < groups.length) return INTERRUPTED;
  const isWrong =
    found.some(({ verdict }) => verdict === 'outside') || secondEngine.some(({ verdict }) => verdict === 'different');
  return isWrong ? SOMETHING_OUTSIDE : 0;
}

/** What has finished is kept where `--keep` says: of any seed, for each is named by its own. */
async function simulateKept(all: readonly Work[], replications: number, given: Given): Promise<Verified[][]> {
  const kept = keptYears(given, 'verification', {});
  const say = (words: string) => void (isOn(given, 'quiet') || process.stderr.write(`${words}\n`));
  const years = openYears(kept, (count, damaged) =>
    sayKept(say, kept.folder, count === 0 ? '' : counted(count, 'simulated period'), damaged),
  );
  try {
    return await simulate(all, replications, given, years);
  } finally {
    years.close();
  }
}

/** A group is named by the part before the point, a figure by the whole. */
const groupOf = (id: string): string => id.split('.')[0];

const isWanted = (given: Given, id: string): boolean =>
  given.options.only === undefined || given.options.only.some((name) => name === id || name === groupOf(id));

function chosen(given: Given): CheckGroup[] {
  const groups = checkGroups().map((group) => groupOf(group[0].id));
  const names = [...groups, ...checkGroups().flatMap((group) => group.map(({ id }) => id))];
  for (const name of given.options.only ?? [])
    if (!names.includes(name)) throw unknownWord('--only', name, groups, 'Leave --only out for all.');
  return checkGroups().filter((group) => group.some(({ id }) => isWanted(given, id)));
}

function table(found: readonly Verified[]): string {
  const [head, ...lines] = layTable([
    { cells: ['', 'expected', 'simulated', `${LEVEL * 100} % interval`, 'verdict'] },
    ...found.map((each) => ({
      cells: [
        `  ${each.figure}`,
        figures(each.expected),
        figures(each.simulated),
        `${figures(each.low)} to ${figures(each.high)}`,
        each.verdict === 'inside' ? 'inside' : strong('OUTSIDE'),
      ],
    })),
  ]).split('\n');
  const text = [head];
  found.forEach((each, at) => {
    if (at === 0 || each.title !== found[at - 1].title)
      text.push('', `${strong(each.title)}  ${faint(groupOf(each.id))}`, faint(`  ${each.source}`));
    text.push(lines[at]);
  });
  return text.join('\n');
}

const figures = (value: number): string => (Number.isFinite(value) ? value.toPrecision(4) : '–');

function summary(found: readonly Verified[], seed: number, replications: number): string {
  const outside = found.filter(({ verdict }) => verdict === 'outside');
  const wide = found.filter(({ halfWidthShare }) => !(halfWidthShare <= TOO_WIDE));
  return [
    `${found.length} ${found.length === 1 ? 'figure' : 'figures'}, ${replications} replications of each model, seed ${seed}: ${
      found.length === 0
        ? 'none was finished'
        : outside.length === 0
          ? 'every exact answer is inside its interval'
          : `${outside.length} outside`
    }.`,
    ...outside.map(({ id, formula }) => `  outside: ${id} (${formula})`),
    'A correct engine is outside for about one figure in a thousand; another --seed shows whether it is chance or a fault.',
    ...(wide.length > 0
      ? [
          `${wide.length === 1 ? '1 interval reaches further than 3 % of the answer and proves' : `${wide.length} intervals reach further than 3 % of the answer and prove`} less; give more --replications.`,
        ]
      : []),
  ].join('\n');
}

/** How many models and replications the count of false alarms uses by default. */
const QUICKEST = 8;
const FEW_REPLICATIONS = 40;

/** The quickest models over many seeds: how often a correct engine is called wrong. Reported, never judged. */
async function falseAlarms(given: Given, groups: readonly CheckGroup[], seed: number): Promise<number> {
  const seeds = wholeNumber(given, 'false-alarms', 1, 100_000, 100);
  const replications = wholeNumber(given, 'replications', 2, 10_000, FEW_REPLICATIONS);
  const quickest = groups
    .map((group) => ({ group, events: eventsOf(group) }))
    .sort((a, b) => a.events - b.events)
    .slice(0, QUICKEST);
  const all = Array.from({ length: seeds }, (_, n) =>
    quickest.map(({ group }) => ({ group, seed: (seed + n) % 4_294_967_296 })),
  ).flat();
  const judged = await simulateKept(all, replications, given);
  const found = judged.flat();
  const alarms = new Map(found.map(({ id }) => [id, 0]));
  for (const { id, verdict } of found) if (verdict === 'outside') alarms.set(id, alarms.get(id)! + 1);
  const outside = [...alarms.values()].reduce((sum, count) => sum + count, 0);
  const expected = found.length * (1 - LEVEL);
  const by = Object.fromEntries(alarms);
  process.stdout.write(
    isOn(given, 'json')
      ? `${JSON.stringify({ seeds, replications, figures: found.length, outside, expected, by }, null, 2)}\n`
      : `${layTable([{ cells: ['', 'outside'] }, ...[...alarms].map(([id, count]) => ({ cells: [id, `${count}`] }))])}

${outside} of ${found.length} figures outside over ${seeds} seeds of ${replications} replications; about ${expected.toFixed(1)} expected by chance.
`,
  );
  return judged.length < all.length ? INTERRUPTED : 0;
}

function eventsOf(group: CheckGroup): number {
  const model = checkModel(group[0]);
  return estimate(compile(model, checkRequest(model)), 1).events;
}
