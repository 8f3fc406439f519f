// `onward worlds`: in how many plausible worlds an option is better, and which number decides it.
import {
  type Compiler,
  type JudgedReading,
  type JudgedWorld,
  type Model,
  columnsOfNumbers,
  comparedWorlds,
  compile,
  drawWorlds,
  estimate,
  numberPaths,
  optionsOf,
  programOf,
  readingWords,
  readingWorlds,
  rowKeys,
  summariseWorlds,
  whatDecides,
  worldsJson,
  worldsWords,
} from '../../engine/index.ts';
import { type Given, isOn, valueOf, wholeNumber } from '../arguments.ts';
import { BadCommand, badCommand } from '../bad-command.ts';
import { gatherWorlds } from '../gather-worlds.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { sayKept } from '../kept/folder.ts';
import { keptWorlds, putAway, worldsIn } from '../kept/worlds.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { counted } from '../output/counted.ts';
import { writeFiles } from '../output/files.ts';
import { strong } from '../output/table.ts';
import { manifestFile, tableWriter } from '../output/tables.ts';
import { decidesTable, decidesTidy, drawnWords, worldsTidy } from '../output/worlds.ts';
import { type RowName, readRowName, rowAt } from '../row-named.ts';
import { knownOption, requestFor, settingsFor, withRows } from '../settings.ts';

const USUAL_WORLDS = 200;
const USUAL_REPLICATIONS = 4;
const PEOPLE_WAITING = 'all.delayed.mean';

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'worlds', isOn(given, 'quiet'));
  const written = await tableWriter(given);
  const asked = readRowName(model, valueOf(given, 'of') ?? PEOPLE_WAITING, '--of');
  const settings = withRows(
    {
      ...settingsFor(given, model),
      replications: wholeNumber(given, 'replications', 2, 1000, USUAL_REPLICATIONS),
    },
    model,
    [asked],
  );
  const worlds = wholeNumber(given, 'worlds', 10, 10_000, USUAL_WORLDS);
  const options = baselineAndOption(given, model);
  const requests = options.map((option) => requestFor(option, settings));
  const programs = requests.map((request) => compile(model, request));
  const { refusal } = estimate(programs[0], settings.replications * worlds * options.length);
  if (refusal) throw new BadCommand('This request', [refusal]);
  const keys = rowKeys(programs[0]);
  const at = rowAt(model, asked, keys, '--of', textOf(asked));

  // Kept for a moment: where this thread runs the replications too, they need the same programs.
  const keep: Compiler = (document, request) => programOf(document, request, compile);
  const { uncertain, numbers, world } = drawWorlds(model, requests, settings.seed, worlds, keep);
  if (uncertain.numbers.length === 0) throw noRanges(model, uncertain.decided);
  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  say(`${counted(worlds, 'world')}, ${counted(settings.replications, 'simulated period')} of each option in each.`);
  const manifest = manifestOf(model, settings, { options, baseline: options[0], worlds, of: textOf(asked) });
  const paths = uncertain.numbers.map(({ path }) => path);
  const folder = valueOf(given, 'out');
  const filesOf = (finished: readonly JudgedWorld[]) => {
    const judged = worldsTidy(finished, columnsOfNumbers(model, paths));
    return {
      ...written({ worlds: judged, decides: decidesTidy(whatDecides(uncertain.numbers, finished)) }),
      ...manifestFile(manifest),
    };
  };
  const kept = keptWorlds(given, model, manifest);
  const before = worldsIn(kept);
  sayKept(say, kept.folder, before.worlds.length === 0 ? '' : counted(before.worlds.length, 'world'), before.damaged);
  const compared = { key: keys[at], at, rows: keys.length };
  const lines = kept.open();
  let judged: JudgedWorld[];
  try {
    judged = await gatherWorlds(model, worlds, world, compared, settings, {
      before: before.worlds.map((one) => ({ ...one, ...numbers(one.number, one.again) })),
      putAway: (finished) => putAway(lines, finished),
    });
  } finally {
    lines.close();
  }

  const readings = readingWorlds(model, [requests[0], requests[1]], keep);
  const read = await gatherWorlds(model, readings.length, (number) => readings[number].world, compared, settings);
  const judgedReadings = read.map((one): JudgedReading => ({ ...readings[one.number], world: one }));
  const summary = summariseWorlds(judged);
  const decides = whatDecides(uncertain.numbers, judged);
  const row = textOf(asked) === PEOPLE_WAITING ? undefined : textOf(asked);
  const words = [...worldsWords(summary, row), ...judgedReadings.map((one) => readingWords(one, row))];
  const drawn = { numbers: uncertain.numbers.length, without: uncertain.without, decided: uncertain.decided };
  if (isOn(given, 'json'))
    process.stdout.write(`${worldsJson(manifest, { drawn, summary }, decides, judgedReadings, judged, paths)}\n`);
  else if (folder !== undefined) writeFiles(folder, filesOf(judged));
  else {
    const titles = options.map((id) => optionsOf(model).find((option) => option.id === id)!.title);
    const head = strong(`${model.title}: ${titles[1]}, beside ${titles[0]}`);
    const parts = [
      head,
      words.join('\n'),
      drawnWords(drawn, summary.drawnAgain),
      decidesTable(decides, comparedWorlds(judged).length),
    ];
    process.stdout.write(`${parts.join('\n\n')}\n`);
  }
  if (folder !== undefined) say(`Written to ${folder}. ${words[0]}`);
  const areAll = judged.length === worlds;
  const isStopped = !areAll || read.length < readings.length;
  if (!areAll) say(`Stopped: ${judged.length} of ${worlds} worlds.`);
  else if (isStopped) say(`Stopped: all worlds, and ${read.length} of ${counted(readings.length, 'reading')}.`);
  return isStopped ? INTERRUPTED : 0;
}

const textOf = ({ station, measure, statistic }: RowName): string => `${station}.${measure}.${statistic}`;

function baselineAndOption(given: Given, model: Model): [string, string] {
  const ids = optionsOf(model).map(({ id }) => id);
  const named = valueOf(given, 'option');
  if (named === undefined)
    throw badCommand('--option', 'nothing', `one of ${ids.join(', ')}`, 'Name the option that is looked at.');
  const option = knownOption(model, '--option', named);
  const baseline = knownOption(model, '--baseline', valueOf(given, 'baseline') ?? 'today');
  if (option === baseline)
    throw badCommand('--option', `${option}, which is the baseline`, 'two options', 'Name another with --baseline.');
  return [baseline, option];
}

/** Says where ranges are entered, with a number of the model as the example. */
function noRanges(model: Model, decided: readonly string[]): BadCommand {
  const [path] = decided.length > 0 ? decided : numberPaths(model).filter((one) => one.startsWith('streams.'));
  const hint =
    decided.length > 0
      ? 'Both options set them, and what an option sets stays as it says. Give another number a range.'
      : 'In "evidence", give a number "low" and "high" beside its "status" and "source"; the page has them in Assumptions.';
  const found = decided.length > 0 ? `ranges only of ${decided.join(', ')}` : 'no number with a range';
  return new BadCommand(model.id, [
    {
      path: `evidence.${path}.low`,
      found,
      expected: 'a least and a greatest value of some number',
      hint,
      severity: 'error',
    },
  ]);
}
