// `onward import`: a model from a workbook; what is wrong is named by sheet and cell, all of it at once.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { NotAWorkbook } from '../../formats/excel.ts';
import { openWorkbook } from '../../formats/workbook-file.ts';
import type { CellProblem } from '../../formats/workbook/cell-problems.ts';
import { type Given, valueOf } from '../arguments.ts';
import { BadCommand, badCommand } from '../bad-command.ts';
import { writeNewFile } from '../output/new-file.ts';

export async function command(given: Given): Promise<number> {
  const [file] = given.words;
  if (file === undefined) throw badCommand('FILE', 'nothing', 'onward import FILE', 'Give a workbook (.xlsx).');
  const { model, problems, understood } = await opened(file);
  const inWords = problems.map(({ place: { sheet, cell }, ...problem }: CellProblem) => ({
    ...problem,
    path: cell === '' ? sheet : `${sheet}, ${cell}`,
  }));
  if (!model)
    throw new BadCommand(
      file,
      inWords.filter(({ severity }) => severity === 'error'),
    );
  for (const { path, found, expected, hint } of inWords)
    process.stderr.write(`warning: ${file}: ${path}: found ${found}, expected ${expected}. ${hint}\n`);
  process.stderr.write(`Understood: “${model.title}”; ${understood.join('; ')}.\n`);
  const text = `${JSON.stringify(model, null, 2)}\n`;
  const to = valueOf(given, 'to');
  if (to === undefined) process.stdout.write(text);
  else {
    writeNewFile(to, text, '--to');
    process.stderr.write(`Written to ${to}. Next: onward check ${to}, then onward run ${to}.\n`);
  }
  return 0;
}

async function opened(file: string) {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw badCommand('FILE', `${file}, which cannot be read (${code})`, 'a workbook', 'Check the name.');
  }
  try {
    return await openWorkbook(bytes, basename(file));
  } catch (error) {
    if (!(error instanceof NotAWorkbook)) throw error;
    throw badCommand('FILE', `${file}, ${error.found}`, 'an Excel workbook (.xlsx)', error.hint);
  }
}
