// `onward export`: a model as an Excel workbook, which people can change and `onward import` reads; its runs as an event log, or month by month.
import { sheetsOf } from '../../formats/workbook/write.ts';
import { writeExcel } from '../../formats/excel.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { badCommand, unknownWord } from '../bad-command.ts';
import { usableModel } from '../model-file.ts';
import { writeNewFile } from '../output/new-file.ts';

const KINDS = ['workbook', 'events', 'months'];
/** Of a run, which a workbook has none of. */
const OF_A_RUN = ['option', 'condition', 'set', 'seed', 'replications', 'unit'];

export async function command(given: Given): Promise<number> {
  const kind = valueOf(given, 'as') ?? 'workbook';
  if (kind === 'events') return (await import('../export-events.ts')).exportEvents(given);
  if (kind === 'months') return (await import('../export-months.ts')).exportMonths(given);
  if (kind !== 'workbook') throw unknownWord('--as', kind, KINDS, 'Leave --as out for a workbook.');
  const needless = OF_A_RUN.find((name) => isOn(given, name));
  if (needless !== undefined)
    throw badCommand(
      `--${needless}`,
      'with a workbook',
      'an event log',
      `Leave --${needless} out, or add --as events.`,
    );
  const model = usableModel(given, 'export', true);
  const file = valueOf(given, 'to') ?? `${model.id}.xlsx`;
  if (!/\.xlsx$/i.test(file)) throw badCommand('--to', file, 'the name of a workbook', 'Give it the ending .xlsx.');
  writeNewFile(file, await writeExcel(sheetsOf(model)), '--to');
  process.stderr.write(`Written to ${file}. Next: change it, then onward import ${file} --to my-model.json.\n`);
  return 0;
}
