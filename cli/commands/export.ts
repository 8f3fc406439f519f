// `onward export`: a model as an Excel workbook, which people can change and `onward import` reads.
import { sheetsOf } from '../../formats/workbook/write.ts';
import { writeExcel } from '../../formats/excel.ts';
import { type Given, valueOf } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { usableModel } from '../model-file.ts';
import { writeNewFile } from '../output/new-file.ts';

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'export', true);
  const file = valueOf(given, 'to') ?? `${model.id}.xlsx`;
  if (!/\.xlsx$/i.test(file)) throw badCommand('--to', file, 'the name of a workbook', 'Give it the ending .xlsx.');
  writeNewFile(file, await writeExcel(sheetsOf(model)), '--to');
  process.stderr.write(`Written to ${file}. Next: change it, then onward import ${file} --to my-model.json.\n`);
  return 0;
}
