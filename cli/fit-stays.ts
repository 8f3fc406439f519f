// Stays fitted in the terminal: the table of shapes, what they say, and the piece of a model to paste.
import { basename } from 'node:path';
import {
  type StayFit,
  curveOfStays,
  dateAt,
  dayNumber,
  fitStays,
  shapesToTake,
  sourceOfStays,
  stayDoubts,
  stayPiece,
  stayWords,
} from '../engine/index.ts';
import { readStays } from '../formats/records/stays.ts';
import { ODD, type StayAnswers } from '../formats/records/stay-answers.ts';
import { fileWhere } from '../formats/rows-where.ts';
import { type Given, isOn, readNumber, valueOf } from './arguments.ts';
import { BadCommand, badCommand, unknownWord } from './bad-command.ts';
import { pieceText } from './output/piece.ts';
import { writeFiles } from './output/files.ts';
import { pieceFile, stayTables } from './output/fit-files.ts';
import { fittedTable } from './output/fit-table.ts';
import { tableWriter } from './output/tables.ts';
import { tableFile } from './table-file.ts';
import { unitIn } from './unit.ts';

export async function fitStaysOf(given: Given): Promise<number> {
  const written = await tableWriter(given);
  const answers = answersIn(given);
  const { name, table } = await tableFile(given, 'stays');
  const { lengths, problems, understood, doubts, dates } = readStays(table, answers);
  if (lengths === null) throw new BadCommand(name, problems);
  const fit = fitStays(lengths);
  const source = sourceOfStays(fit, fileWhere(basename(name), valueOf(given, 'where')), dates);
  const piece = stayPiece(fit, source, valueOf(given, 'for') ?? 'stations.ID.stay', shapeIn(given, fit));
  const doubtful = [...doubts, ...stayDoubts(fit)];
  if (!isOn(given, 'quiet')) process.stderr.write(`Understood: ${understood.join('; ')}.\n`);
  if (isOn(given, 'json')) {
    const { columns, rows } = curveOfStays(fit);
    const records = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
    process.stdout.write(`${JSON.stringify({ understood, doubts: doubtful, ...fit, records, piece }, null, 2)}\n`);
    return 0;
  }
  const out = valueOf(given, 'out');
  if (out !== undefined) writeFiles(out, { ...written(stayTables(fit)), ...pieceFile(piece) });
  const paragraphs = [
    fittedTable(fit),
    stayWords(fit).join('\n'),
    doubtful.length === 0 ? '' : `Doubtful: ${doubtful.join('; ')}.`,
    `For a model:\n${pieceText(piece)}`,
  ];
  process.stdout.write(`${paragraphs.filter((each) => each !== '').join('\n\n')}\n`);
  return 0;
}

function shapeIn(given: Given, fit: StayFit): string | undefined {
  const wanted = valueOf(given, 'shape');
  const known = shapesToTake(fit);
  if (wanted !== undefined && !known.includes(wanted))
    throw unknownWord('--shape', wanted, known, 'Give a shape that could be fitted and that a model can have.');
  return wanted;
}

function answersIn(given: Given): StayAnswers {
  const leaveOut = (valueOf(given, 'leave-out') ?? '').split(',').filter((each) => each !== '');
  for (const each of leaveOut)
    if (!isOneOf(ODD, each)) throw unknownWord('--leave-out', each, ODD, 'See onward fit --help.');
  const present = valueOf(given, 'present-on');
  return {
    column: valueOf(given, 'column'),
    from: valueOf(given, 'from'),
    to: valueOf(given, 'to'),
    stillThere: valueOf(given, 'still-there'),
    unit: unitIn(given) ?? 'days',
    countedOn: dayOf(given, 'counted-on'),
    presentOn: present === 'no' ? present : dayOf(given, 'present-on'),
    leaveOut: leaveOut as StayAnswers['leaveOut'],
    zerosAs: positive(given, 'zeros-as'),
    mostDays: positive(given, 'most'),
  };
}

const isOneOf = <T extends string>(all: readonly T[], one: string): one is T =>
  (all as readonly string[]).includes(one);

function positive(given: Given, name: string): number | undefined {
  const text = valueOf(given, name);
  if (text === undefined) return undefined;
  const value = readNumber(`--${name}`, text);
  if (value > 0) return value;
  throw badCommand(`--${name}`, text, 'a number of days above 0', `Give --${name} another number.`);
}

function dayOf(given: Given, name: string): number | undefined {
  const text = valueOf(given, name);
  if (text === undefined) return undefined;
  const day = dayNumber(text);
  if (!Number.isNaN(day)) return day;
  throw badCommand(`--${name}`, text, `a date such as ${dateAt(20_000)}`, 'Write the year, month and day.');
}
