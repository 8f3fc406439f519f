// `onward import`: a model from a workbook, from the files of another tool, from an event log or from a plan by month; what is wrong is named by its cell, all of it at once.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Model, Problem } from '../../engine/index.ts';
import { NotAWorkbook } from '../../formats/excel.ts';
import { isEventsHead, openEvents } from '../../formats/events.ts';
import { isPathSimRHead, openPathSimR } from '../../formats/pathsimr.ts';
import { isPlanHead } from '../../formats/records/plan-columns.ts';
import { isPlanHeadRow, isWidePlan } from '../../formats/records/plan-wide.ts';
import { isZip, NotATable, openTable, type Table } from '../../formats/table-file.ts';
import { openWorkbook, type WorkbookKind } from '../../formats/workbook-file.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { BadCommand, badCommand, unknownWord } from '../bad-command.ts';
import { writeNewFile } from '../output/new-file.ts';
import { type TimeUnit, unitIn } from '../unit.ts';

interface Opened {
  readonly model: Model | undefined;
  readonly problems: readonly Problem[];
  /** What was read, what was chosen, what cannot be said: sentences without their full stops. */
  readonly understood: readonly string[];
  readonly chosen?: readonly string[];
  readonly unsaid?: readonly string[];
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const KINDS = ['workbook', 'ipacs', 'pathsimr', 'events', 'bcf'] as const;
type Kind = (typeof KINDS)[number];
/** Of a plan by month, which goes into a model that is there. */
const OF_A_PLAN = [
  'model',
  'pathway',
  'month',
  'demand',
  'capacity',
  'capacity-in',
  'amounts',
  'is',
  'without',
  'stream',
  'replications',
];

export async function command(given: Given): Promise<number> {
  if (given.words.length === 0)
    throw badCommand(
      'FILE',
      'nothing',
      'onward import FILE',
      'Give a workbook (.xlsx), an event log, the two files of a PathSimR network, or a plan by month.',
    );
  const unit = unitIn(given);
  const files = given.words.map(fileOf);
  const kind = kindIn(given) ?? (await recognised(files));
  if (kind === 'bcf') return (await import('../import-plan.ts')).importPlan(given);
  const needless = OF_A_PLAN.find((name) => isOn(given, name));
  if (needless !== undefined)
    throw badCommand(
      `--${needless}`,
      'no plan',
      'a Better Care Fund plan',
      `Leave --${needless} out, or add --as bcf.`,
    );
  const names = files.map(({ name }) => name).join(' and ');
  const {
    model,
    problems,
    understood,
    chosen = [],
    unsaid = [],
  } = kind === 'pathsimr'
    ? await ofNetwork(files, unit ?? 'days')
    : kind === 'events'
      ? await ofEvents(files, unit)
      : await ofWorkbook(files, kind, unit);
  if (!model)
    throw new BadCommand(
      names,
      problems.filter(({ severity }) => severity === 'error'),
    );
  for (const { path, found, expected, hint } of problems)
    process.stderr.write(`warning: ${names}: ${path}: found ${found}, expected ${expected}. ${hint}\n`);
  process.stderr.write(`Understood: “${model.title}”; ${understood.join('; ')}.\n`);
  if (chosen.length > 0) process.stderr.write(`Chosen here: ${chosen.join('; ')}.\n`);
  if (unsaid.length > 0) process.stderr.write(`Left out, because a model cannot say it: ${unsaid.join('; ')}.\n`);
  const text = `${JSON.stringify(model, null, 2)}\n`;
  const to = valueOf(given, 'to');
  if (to === undefined) process.stdout.write(text);
  else {
    writeNewFile(to, text, '--to');
    process.stderr.write(`Written to ${to}. Next: onward check ${to}, then onward run ${to}.\n`);
  }
  return 0;
}

function kindIn(given: Given): Kind | undefined {
  const word = valueOf(given, 'as');
  const kind = KINDS.find((known) => known === word);
  if (word !== undefined && kind === undefined)
    throw unknownWord('--as', word, KINDS, 'Leave --as out: files are recognised by themselves.');
  return kind;
}

function fileOf(name: string): File {
  try {
    return { name, bytes: new Uint8Array(readFileSync(name)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw badCommand('FILE', `${name}, which cannot be read (${code})`, 'a workbook, or a table', 'Check the name.');
  }
}

async function ofWorkbook(
  [file, ...others]: readonly File[],
  kind: WorkbookKind | undefined,
  unit: TimeUnit | undefined,
): Promise<Opened> {
  if (others.length > 0)
    throw badCommand('FILE', `${others.length + 1} files`, 'one workbook', 'Import one workbook at a time.');
  if (unit !== undefined)
    throw badCommand(
      '--unit',
      'with a workbook',
      'a PathSimR network or an event log',
      'A workbook says its units: leave --unit out.',
    );
  try {
    const { problems, ...opened } = await openWorkbook(file.bytes, basename(file.name), kind);
    return {
      ...opened,
      problems: problems.map(({ place: { sheet, cell }, ...problem }) => ({
        ...problem,
        path: cell === '' ? sheet : `${sheet}, ${cell}`,
      })),
    };
  } catch (error) {
    if (!(error instanceof NotAWorkbook)) throw error;
    throw badCommand('FILE', `${file.name}, ${error.found}`, 'an Excel workbook (.xlsx)', error.hint);
  }
}

/** Several files, or one table with the heads of either: its other file is then asked for. Undefined: to be opened as a workbook. */
async function recognised([file, ...others]: readonly File[]): Promise<Kind | undefined> {
  if (others.length > 0) return 'pathsimr';
  if (isZip(file.bytes)) return undefined;
  try {
    const isKnown = (cells: readonly string[]) => [isPathSimRHead, isEventsHead, isPlanHeadRow].some((is) => is(cells));
    const table = await openTable(file.bytes, isKnown);
    const heads = table.heads ?? [];
    if (isPathSimRHead(heads)) return 'pathsimr';
    if (isEventsHead(heads)) return 'events';
    return isPlanHead(heads) || isWidePlan(table) ? 'bcf' : undefined;
  } catch (error) {
    if (error instanceof NotATable) return undefined;
    throw error;
  }
}

async function ofNetwork(files: readonly File[], unit: TimeUnit): Promise<Opened> {
  const tables = [];
  for (const file of files) tables.push({ name: basename(file.name), table: await tableIn(file, isPathSimRHead) });
  return openPathSimR(tables, unit);
}

async function ofEvents([file, ...others]: readonly File[], unit: TimeUnit | undefined): Promise<Opened> {
  if (others.length > 0)
    throw badCommand('FILE', `${others.length + 1} files`, 'one event log', 'Import one log at a time.');
  return openEvents(await tableIn(file, isEventsHead), basename(file.name), unit);
}

async function tableIn({ name, bytes }: File, isHead: (cells: readonly string[]) => boolean): Promise<Table> {
  try {
    return await openTable(bytes, isHead);
  } catch (error) {
    if (!(error instanceof NotATable)) throw error;
    throw badCommand('FILE', `${name}, ${error.found}`, 'an Excel workbook (.xlsx), or a table as CSV', error.hint);
  }
}
