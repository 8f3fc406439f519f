// Arrivals fitted in the terminal: the rate and its factors, what they say, and the piece of a model to paste.
import { basename } from 'node:path';
import {
  type ArrivalFit,
  type Counted,
  arrivalPiece,
  arrivalWords,
  fitArrivals,
  observedPiece,
} from '../engine/index.ts';
import { readArrivals } from '../formats/records/arrivals.ts';
import { fileWhere } from '../formats/rows-where.ts';
import { type Given, isOn, valueOf } from './arguments.ts';
import { BadCommand, badCommand } from './bad-command.ts';
import { writeFiles } from './output/files.ts';
import { arrivalTables, pieceFile } from './output/fit-files.ts';
import { pieceText } from './output/piece.ts';
import { arrivalsTable } from './output/arrivals-table.ts';
import { tableWriter } from './output/tables.ts';
import { tableFile } from './table-file.ts';

export async function fitArrivalsOf(given: Given): Promise<number> {
  const written = await tableWriter(given);
  const leaveOut = valueOf(given, 'leave-out');
  if (leaveOut !== undefined && leaveOut !== 'unreadable')
    throw badCommand('--leave-out', leaveOut, 'unreadable', 'Of arrivals nothing else can be left out.');
  const { name, table } = await tableFile(given, 'arrivals');
  const { counted, problems, understood, doubts } = readArrivals(table, {
    date: valueOf(given, 'from') ?? valueOf(given, 'column'),
    count: valueOf(given, 'count'),
    leaveOutUnreadable: leaveOut !== undefined,
  });
  if (counted === null) throw new BadCommand(name, problems);
  const fit = fitArrivals(counted);
  const asks = {
    file: fileWhere(basename(name), valueOf(given, 'where')),
    path: valueOf(given, 'for') ?? 'streams.ID',
  };
  const piece = isOn(given, 'observed') ? observed(fit, counted, asks) : arrivalPiece(fit, counted, asks);
  if (!isOn(given, 'quiet')) process.stderr.write(`Understood: ${understood.join('; ')}.\n`);
  if (isOn(given, 'json')) {
    const { expected: _expected, ...rates } = fit.rates;
    process.stdout.write(`${JSON.stringify({ understood, doubts, ...fit, rates, piece }, null, 2)}\n`);
    return 0;
  }
  const out = valueOf(given, 'out');
  if (out !== undefined) writeFiles(out, { ...written(arrivalTables(fit, counted)), ...pieceFile(piece) });
  const paragraphs = [
    arrivalsTable(fit),
    arrivalWords(fit).join('\n'),
    doubts.length === 0 ? '' : `Doubtful: ${doubts.join('; ')}.`,
    `For a model:\n${pieceText(piece)}`,
  ];
  process.stdout.write(`${paragraphs.filter((each) => each !== '').join('\n\n')}\n`);
  return 0;
}

function observed(fit: ArrivalFit, counted: readonly Counted[], asks: { file: string; path: string }) {
  const piece = observedPiece(fit, counted, asks);
  if (piece !== null) return piece;
  throw badCommand(
    '--observed',
    'counts with gaps, or of more than a day',
    'a count for every day',
    'Leave --observed out.',
  );
}
