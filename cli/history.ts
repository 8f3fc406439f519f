// One option beside what happened: the table read, its series set beside the model's rows, and the year judged and explained.
import { basename } from 'node:path';
import {
  SERIES_MEASURES,
  bandOf,
  compile,
  explain,
  movedToDates,
  periodsInRun,
  readModel,
  referenceOf,
  xmrOf,
  yearsToSimulate,
  type CountedRow,
  type Matched,
  type Model,
} from '../engine/index.ts';
import { isSeriesHead } from '../formats/records/series-layout.ts';
import { seriesNamed, type NamedSeries } from '../formats/records/series-told.ts';
import { ODD_IN_SERIES, readSeries } from '../formats/records/series.ts';
import { openTable } from '../formats/table-file.ts';
import { isOn, valueOf, type Given } from './arguments.ts';
import { BadCommand, badCommand, unknownWord } from './bad-command.ts';
import { INTERRUPTED, listenForInterrupt } from './interrupt.ts';
import { manifestOf } from './manifest.ts';
import { usableModel } from './model-file.ts';
import { historyJson, historyText, type Beside } from './output/history.ts';
import { progressBar, type Bar } from './output/progress.ts';
import { knownOption, requestFor, settingsFor } from './settings.ts';
import { tableNamed } from './table-file.ts';

/** What only options beside each other need. */
const NEEDLESS = [
  'baseline',
  'replications',
  'precision',
  'most-replications',
  'antithetic',
  'percentiles',
  'over',
  'out',
  'workers',
  'seconds',
  'keep',
  'resume',
];
const FEWEST_PERIODS = 8;
/** Years between two looks at Ctrl-C. */
const YEARS_AT_ONCE = 20;

export async function compareWithHistory(given: Given): Promise<number> {
  const needless = NEEDLESS.find((name) => isOn(given, name));
  if (needless !== undefined)
    throw badCommand(`--${needless}`, 'with --history', 'one option beside what happened', `Leave --${needless} out.`);
  const written = usableModel(given, 'compare', isOn(given, 'quiet'));
  const option = optionFrom(given, written);
  const { name, table } = await tableNamed(valueOf(given, 'history')!, (bytes) => openTable(bytes, isSeriesHead));
  const { series, problems, understood } = readSeries(table, {
    date: valueOf(given, 'date'),
    counts: given.options.count,
    leaveOut: leftOut(given),
  });
  if (series === null) throw new BadCommand(name, problems);
  const matched = matchedTo(given, written, series);
  const { model, said } = isOn(given, 'move-dates') ? atItsDates(written, matched) : { model: written, said: [] };
  const settings = settingsFor(given, model);
  const request = requestFor(option, settings);
  const program = compile(model, request);
  for (const one of matched) {
    const { length } = periodsInRun(program, one.series).at;
    if (length < FEWEST_PERIODS)
      throw badCommand(
        '--history',
        `${length} ${one.series.spacing}s of ${one.series.name || name} in the run`,
        `at least ${FEWEST_PERIODS}`,
        'Add --move-dates, and the run has the dates of the series.',
      );
  }
  if (!settings.quiet) process.stderr.write(`Understood: ${[...understood, ...said].join('; ')}.\n`);

  const asking = { model, request, seed: settings.seed, compile };
  const interrupt = listenForInterrupt(settings.quiet);
  const bar = await progressBar(yearsToSimulate(model, request), settings.quiet);
  const reference = await finished(referenceOf(model, request, matched, asking), interrupt, bar);
  const observed = reference?.asked.map(({ periods: { at } }, which) =>
    Float64Array.from(at, (period) => matched[which].series.values[period]),
  );
  const explained = reference && (await finished(explain(reference, observed!, asking), interrupt, bar));
  bar.end();
  interrupt.end();
  if (!reference || !explained) return INTERRUPTED;
  const beside = matched.map(({ row, series: { name: called, days, spacing } }, which): Beside => {
    const { at } = reference.asked[which].periods;
    return {
      row,
      name: called || basename(name),
      spacing,
      days: Array.from(at, (period) => days[period]),
      observed: Array.from(observed![which]),
      band: bandOf(
        reference.years.map((year) => year[which]),
        observed![which],
      ),
      limits: xmrOf(Array.from(observed![which])),
    };
  });
  const manifest = manifestOf(model, settings, {
    options: [option],
    baseline: null,
    replications: reference.years.length,
  });
  const found = {
    model,
    manifest,
    beside,
    explained,
    without: reference.without,
    understood: [...understood, ...said],
  };
  process.stdout.write(isOn(given, 'json') ? historyJson(found) : historyText(found));
  return 0;
}

/** Undefined after Ctrl-C. */
async function finished<Result>(
  steps: Generator<undefined, Result>,
  interrupt: { asked: boolean },
  bar: Bar,
): Promise<Result | undefined> {
  for (let year = 1; !interrupt.asked; year++) {
    const step = steps.next();
    if (step.done) return step.value;
    bar.add(1);
    if (year % YEARS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return undefined;
}

function leftOut(given: Given) {
  return (valueOf(given, 'leave-out') ?? '')
    .split(',')
    .filter((word) => word !== '')
    .map((word) => {
      const found = ODD_IN_SERIES.find((one) => one === word.trim());
      if (found === undefined) throw unknownWord('--leave-out', word, ODD_IN_SERIES, 'These may be left out.');
      return found;
    });
}

function optionFrom(given: Given, model: Model): string {
  const listed = valueOf(given, 'options') ?? 'today';
  if (listed.includes(','))
    throw badCommand('--options', listed, 'one option', 'What happened is held beside one option.');
  return knownOption(model, '--options', listed);
}

function atItsDates(written: Model, matched: readonly Matched[]): { model: Model; said: readonly string[] } {
  const { document, said } = movedToDates(written, matched);
  const { model, problems } = readModel(JSON.stringify(document));
  if (!model)
    throw new BadCommand(
      'The model at the dates of the series',
      problems.filter(({ severity }) => severity === 'error'),
    );
  return { model, said };
}

/** `acute.delayed=Waiting`; a table of one series needs no word. */
function matchedTo(given: Given, model: Model, series: readonly NamedSeries[]): Matched[] {
  const words = given.options.series ?? [];
  const names = series.map(({ name }) => name);
  if (words.length === 0 && series.length === 1)
    return [{ series: series[0], row: { station: 'all', measure: 'delayed' } }];
  if (words.length === 0)
    throw badCommand(
      '--series',
      'nothing',
      `what each series counts: ${listed(names)}`,
      `Such as --series "all.delayed=${names[0]}".`,
    );
  const rows = words.map((word) => {
    const at = word.indexOf('=');
    const [rowName, name] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
    const found = name === '' && series.length === 1 ? series[0] : seriesNamed(series, name);
    if (Array.isArray(found)) {
      const near = found.length > 1 ? found.map((one: NamedSeries) => one.name) : names;
      throw badCommand(
        `--series ${word}`,
        found.length > 1 ? `${found.length} series that it could be` : `"${name}"`,
        `one of ${listed(near)}`,
        'Give the name of one, or the parts that tell it from the others, with commas between them.',
      );
    }
    return { series: found as NamedSeries, row: rowFrom(word, rowName, model) };
  });
  const twice = rows.find(({ row }, at) => rows.some((other, before) => before < at && sameRow(other.row, row)));
  if (twice)
    throw badCommand('--series', `${twice.row.station}.${twice.row.measure} twice`, 'each row once', 'Leave one out.');
  return rows;
}

const sameRow = (a: CountedRow, b: CountedRow): boolean => a.station === b.station && a.measure === b.measure;

function rowFrom(word: string, name: string, model: Model): CountedRow {
  const [station, measure, ...more] = name.split('.');
  const stations = ['all', ...Object.keys(model.stations)];
  if (!stations.includes(station))
    throw unknownWord(`--series ${word}`, station, stations, 'Such as --series acute.delayed=Waiting.');
  const known = SERIES_MEASURES.find((one) => one === measure);
  if (known === undefined || more.length > 0)
    throw unknownWord(`--series ${word}`, measure ?? '', SERIES_MEASURES, 'Such as --series acute.delayed=Waiting.');
  return { station, measure: known };
}

const MOST_LISTED = 12;
const listed = (names: readonly string[]): string =>
  names.length > MOST_LISTED
    ? `${names.slice(0, MOST_LISTED).join('; ')} and ${names.length - MOST_LISTED} more`
    : names.join('; ');
