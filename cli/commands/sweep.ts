// `onward sweep`: tries every value of one number, or every combination of several, with the same people.
import {
  type Model,
  type Row,
  type Tidy,
  cellsOf,
  checkSet,
  compile,
  limitsIn,
  rowKeys,
  rowsText,
  summarise,
  judgeSettling,
  summaryColumns,
  valuesToTry,
  weekKeys,
  withAverages,
} from '../../engine/index.ts';
import { type Given, isOn, readNumber, valueOf } from '../arguments.ts';
import { BadCommand, badCommand, theCommand } from '../bad-command.ts';
import { gather } from '../gather.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { counted } from '../output/counted.ts';
import { writeFiles } from '../output/files.ts';
import { heading } from '../output/run-table.ts';
import { amount, layTable, range } from '../output/table.ts';
import { columnsOfNumbers, manifestFile, tableWriter } from '../output/tables.ts';
import { type RowName, readRowName, rowAt } from '../row-named.ts';
import { type Settings, optionOf, requestFor, settingsFor, withRows } from '../settings.ts';
import { readThresholds } from '../thresholds.ts';

/** More combinations would take longer than anybody waits. */
const MOST_POINTS = 10_000;
/** Numbers in memory at once: about 80 MB. */
const MOST_KEPT = 10_000_000;

/** One combination: a value by path. */
type Point = Readonly<Record<string, number>>;
type SweptRow = Row & { readonly at: Point };

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'sweep', isOn(given, 'quiet'));
  // Here --over names what is swept, and is no threshold.
  const { over: _, ...others } = given.options;
  const written = await tableWriter(given);
  const asked = rowsAsked(given, model);
  const said = { ...settingsFor({ ...given, options: others }, model), precision: undefined, antithetic: false };
  const settings = withRows(said, model, asked);
  const option = optionOf(given, model);
  const points = pointsOf(given, model, settings);
  const request = requestFor(option, settings);
  const program = compile(model, request);
  for (const point of points) {
    const problems = checkSet(program.model, point);
    if (problems.length > 0) throw new BadCommand(theCommand, problems);
  }
  const keys = rowKeys(program);
  for (const name of asked) rowAt(model, name, keys, '--of', textOf(name));

  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  say(`${counted(points.length, 'combination')}, ${counted(settings.replications, 'simulated period')} each.`);
  const rows: SweptRow[] = [];
  const atOnce = Math.max(
    1,
    Math.floor(MOST_KEPT / (settings.replications * (keys.length + weekKeys(program).length))),
  );
  let done = 0;
  let finished = settings.replications;
  while (done < points.length && finished === settings.replications) {
    const some = points.slice(done, done + atOnce);
    const requests = some.map((point) => ({ ...request, set: { ...request.set, ...point } }));
    const gathered = await gather(model, requests, settings);
    // After a stop, the replications that all combinations of this batch have finished are a smaller sweep.
    finished = gathered.finished;
    if (finished === 0) break;
    for (const [i, at] of some.entries()) {
      const keys = gathered.keysOf[i];
      const columns = asked.map((name) => rowAt(model, name, keys, '--of', textOf(name)));
      const chosen = gathered.values[i].map((one) => Float64Array.from(columns, (column) => one[column]));
      const limits = limitsIn(keys, gathered.values[i]);
      const named = columns.map((column) => keys[column]);
      const settling = judgeSettling(compile(model, requests[i]), gathered.weeks[i]);
      const told = withAverages(
        summarise(option, named, chosen, (n) => limits(columns[n])),
        settling,
      );
      rows.push(...told.map((row) => ({ at, ...row })));
    }
    done += some.length;
  }
  const interrupted = finished < settings.replications;

  const manifest = manifestOf(model, settings, { options: [option], baseline: null });
  const folder = valueOf(given, 'out');
  if (isOn(given, 'json'))
    process.stdout.write(`{\n  "manifest": ${JSON.stringify(manifest)},\n  "sweep": ${rowsText(rows)}\n}\n`);
  else if (folder !== undefined)
    writeFiles(folder, {
      ...written({ sweep: sweepTable(model, Object.keys(points[0]), rows) }),
      ...manifestFile(manifest),
    });
  else process.stdout.write(`${heading(model, manifest)}\n\n${table(Object.keys(points[0]), rows, asked.length)}\n`);
  if (folder !== undefined) say(`Written to ${folder}.`);
  if (interrupted)
    say(`Stopped: ${done} of ${points.length} combinations, the last of them with ${finished} periods each.`);
  return interrupted ? INTERRUPTED : 0;
}

/** Every combination, the last number named changing quickest. */
function pointsOf(given: Given, model: Model, { set }: Settings): Point[] {
  const named = given.options.over ?? [];
  if (named.length === 0)
    throw badCommand('--over', 'nothing', 'a number and its values', 'Such as --over stations.p2.beds=3:15:3');
  const lists = new Map<string, number[]>();
  for (const text of named) {
    const [path, values] = readOver(text, model);
    if (lists.has(path)) throw badCommand(`--over ${path}`, 'given twice', 'given once', 'Leave one out.');
    if (Object.hasOwn(set, path))
      throw badCommand(`--set ${path}`, 'a number that --over sweeps', 'another number', 'Leave it out.');
    lists.set(path, values);
  }
  const count = [...lists.values()].reduce((product, values) => product * values.length, 1);
  if (count > MOST_POINTS)
    throw badCommand('--over', `${count} combinations`, `at most ${MOST_POINTS}`, 'Give larger steps.');
  return [...lists].reduce<Point[]>(
    (points, [path, values]) => points.flatMap((point) => values.map((value) => ({ ...point, [path]: value }))),
    [{}],
  );
}

function readOver(text: string, model: Model): [string, number[]] {
  const [, path, ends] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const parts = ends?.split(':') ?? [];
  if (path === undefined || parts.length < 2 || parts.length > 3)
    throw badCommand('--over', text, 'path=least:most or path=least:most:step', 'Such as stations.p2.beds=3:15:3');
  const flag = `--over ${path}`;
  const [least, most] = parts.map((part) => readNumber(flag, part));
  const step =
    parts[2] === undefined ? (model.controls?.find((one) => one.path === path)?.step ?? 1) : readNumber(flag, parts[2]);
  if (!(step > 0)) throw badCommand(flag, `a step of ${step}`, 'a step above 0', 'Such as 3:15:3');
  if (!(most >= least))
    throw badCommand(flag, `${least} to ${most}`, 'the least first', `Write ${path}=${most}:${least}`);
  if ((most - least) / step > MOST_POINTS)
    throw badCommand(flag, `a step of ${step}`, `at most ${MOST_POINTS} values`, 'Give a larger step.');
  return [path, valuesToTry({ least, most, step })];
}

const textOf = ({ station, measure, statistic }: RowName): string => `${station}.${measure}.${statistic}`;

function rowsAsked(given: Given, model: Model): RowName[] {
  const named = (given.options.of ?? []).map((text) => readRowName(model, text, '--of'));
  const usual = [{ station: 'all', measure: 'delayed', statistic: 'mean' }, ...readThresholds(model, given.words[0])];
  const rows = named.length > 0 ? named : usual;
  return [...new Map(rows.map((row) => [textOf(row), row])).values()];
}

function table(paths: readonly string[], rows: readonly SweptRow[], of: number): string {
  const heads = rows.slice(0, of).flatMap((row) => [textOf(row), '95 % range']);
  const lines = [{ cells: [...paths, ...heads] }];
  for (let first = 0; first < rows.length; first += of) {
    const cells = rows
      .slice(first, first + of)
      .flatMap((row) => [row.settles === false ? 'does not settle' : amount(row.value, row.unit), range(row)]);
    lines.push({ cells: [...paths.map((path) => String(rows[first].at[path])), ...cells] });
  }
  return layTable(lines);
}

const sweepTable = (model: Model, paths: readonly string[], rows: readonly SweptRow[]): Tidy => ({
  columns: [...columnsOfNumbers(model, paths), ...summaryColumns],
  rows: rows.map((row) => [...paths.map((path) => row.at[path]), ...cellsOf(summaryColumns, row)]),
});
