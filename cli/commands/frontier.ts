// `onward frontier`: the mixes of places that no other beats, on people waiting, empty places and pounds a year, beside today and the options.
import {
  type Against,
  type Frontier,
  type FrontierRow,
  type Model,
  type Option,
  besideMark,
  cheapestIsOther,
  columnsOfNumbers,
  compile,
  frontier,
  frontierReader,
  frontierTable,
  hasAverages,
  interval,
  judgeSettling,
  numbersAt,
  numberAt,
  optionsOf,
  rowKeys,
  settingsOf,
} from '../../engine/index.ts';
import { type Given, isOn, readNumber, valueOf } from '../arguments.ts';
import { answerSearch } from '../ask-years.ts';
import { badCommand } from '../bad-command.ts';
import { gather } from '../gather.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { readLevers, usualLevers } from '../levers.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { writeFiles } from '../output/files.ts';
import { type Marked, frontierJson, frontierText } from '../output/frontier.ts';
import { heading } from '../output/run-table.ts';
import { manifestFile, tableWriter } from '../output/tables.ts';
import { readRowName, rowAt } from '../row-named.ts';
import { optionOf, requestFor, settingsFor } from '../settings.ts';

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'frontier', isOn(given, 'quiet'));
  const written = await tableWriter(given);
  const settings = { ...settingsFor(given, model), precision: undefined, antithetic: false };
  const option = optionOf(given, model);
  const request = requestFor(option, settings);
  const program = compile(model, request);
  const named = given.options.of ?? usualLevers(program.model);
  if (named.length === 0)
    throw badCommand('--of', 'no slider of places', 'the numbers of a mix', 'Such as --of stations.p2.beds=3:15');
  const levers = readLevers(named, program.model, 'least');
  for (const { path } of levers)
    if (Object.hasOwn(settings.set, path))
      throw badCommand(`--set ${path}`, 'a number of the mix', 'another number', 'Leave it out.');
  const text = valueOf(given, 'waiting') ?? 'all.delayed.mean';
  const name = readRowName(model, text, '--waiting');
  const keys = rowKeys(program);
  const services = servicesOf(program.model, name.measure === 'delayed' ? name.station : '');
  const read = frontierReader(keys, rowAt(model, name, keys, '--waiting', text), services);
  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));

  const options = optionsOf(model).filter((one) => !one.otherReadingOf);
  const ids = options.map(({ id }) => id);
  const requests = ids.map((id) => requestFor(id, settings));
  const gathered = await gather(model, requests, { ...settings, quiet: true });
  if (gathered.interrupted) return INTERRUPTED;
  const marks = ids.map((id, at): Marked => {
    const own = compile(model, requests[at]);
    const readings = gathered.values[at].map((values) => read(values));
    return {
      id,
      title: options[at].title,
      values: levers.map(({ path }) => (isDated(options[at], path) ? 'by date' : numberAt(own.model, path).value)),
      isMix:
        (options[at].changes ?? []).length === 0 &&
        Object.keys(options[at].set ?? {}).every((path) => levers.some((lever) => lever.path === path)),
      readings: [0, 1, 2].map((reading) => interval(readings.map((one) => one[reading]))),
      settles: hasAverages(judgeSettling(own, gathered.weeks[at])),
    };
  });
  const against: Against[] = Number.isFinite(marks[0].readings[2].mean) ? ['empty', 'cost'] : ['empty'];
  const upTo = valueOf(given, 'up-to');
  const mostWaiting = upTo === undefined ? mostOf(marks) : readNumber('--up-to', upTo);
  if (!(mostWaiting > 0)) throw badCommand('--up-to', String(mostWaiting), 'a number of people above 0', 'Such as 10.');
  const mixes = settingsOf(levers);
  const steps = frontier({ settings: mixes, against, mostWaiting, most: settings.replications });
  say(`${mixes.count.toLocaleString('en-GB')} mixes of ${levers.map(({ path }) => path).join(', ')}.`);
  let shown = -1;
  const answered = await answerSearch<Frontier>(steps, {
    model,
    request,
    settings,
    numbersAt: (setting) => numbersAt(levers, setting),
    read,
    rows: keys.length,
    asking(ask) {
      const front = (ask as { front?: readonly unknown[] }).front?.length ?? 0;
      if (front !== shown) say(`  ${front} on the edge so far …`);
      shown = front;
    },
  });
  if (answered === undefined) return INTERRUPTED;
  const { front, looked } = answered.found;
  const found = {
    levers,
    marks,
    against,
    front,
    looked,
    mixes: mixes.count,
    most: settings.replications,
    row: text,
    beside: marks
      .filter(({ settles, isMix }) => settles && isMix)
      .map((mark) => ({
        mark,
        of: against.map((one) => ({ against: one, ...besideMark(front, mark.readings, one) })),
      })),
    cheapest: against.map((one) => ({
      against: one,
      found: cheapestIsOther(front, one, ({ setting }, reading) => looked.of(setting, reading)),
    })),
  };
  const manifest = manifestOf(model, settings, { options: [option], baseline: null });
  const folder = valueOf(given, 'out');
  if (isOn(given, 'json')) process.stdout.write(`${JSON.stringify({ manifest, ...frontierJson(found) }, null, 2)}\n`);
  else if (folder === undefined)
    process.stdout.write(`${[heading(model, manifest), ...frontierText(found)].join('\n\n')}\n`);
  else {
    const table = frontierTable(
      columnsOfNumbers(
        model,
        levers.map(({ path }) => path),
      ),
      rowsOf(marks, front),
    );
    writeFiles(folder, { ...written({ frontier: table }), ...manifestFile(manifest) });
    say(`Written to ${folder}.`);
  }
  return 0;
}

const isDated = ({ changes = [] }: Option, path: string): boolean =>
  changes.some(({ set, scale }) => Object.hasOwn({ ...set, ...scale }, path));

const rowsOf = (marks: readonly Marked[], front: Frontier['front']): FrontierRow[] => [
  ...marks
    .filter(({ settles }) => settles)
    .map(({ title, values, readings }) => ({ option: title, values, readings, on: [] })),
  ...front.map(({ setting, readings, on }) => ({ option: '', values: setting.values, readings, on })),
];

/** A quarter more than the worst of those that settle, and of where things stand if none does. */
function mostOf(marks: readonly Marked[]): number {
  const settled = marks.filter(({ settles }) => settles);
  const waiting = (settled.length > 0 ? settled : marks.slice(0, 1)).map(({ readings }) => readings[0].mean);
  return 1.25 * Math.max(...waiting, 0.1);
}

/** Those with a limited number of places, without the one that people wait to leave. */
const servicesOf = (model: Model, left: string): string[] =>
  Object.keys(model.stations).filter((id) => {
    const { kind, beds, places } = model.stations[id];
    return id !== left && kind !== 'exit' && (typeof beds === 'number' || typeof places === 'number');
  });
