// A table of months exported: a row a service and month, expected demand and capacity, in the shape of a Better Care Fund plan.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { compile, dictionaryOf, monthsIn, monthsOf, tidyCsv } from '../engine/index.ts';
import { type Given, isOn, valueOf } from './arguments.ts';
import { badCommand } from './bad-command.ts';
import { usableModel } from './model-file.ts';
import { isThere, writeNewFile } from './output/new-file.ts';
import { tableWriterFor } from './output/tables.ts';
import { optionOf, requestFor, settingsFor } from './settings.ts';

export async function exportMonths(given: Given): Promise<number> {
  if (isOn(given, 'unit'))
    throw badCommand('--unit', 'with a table of months', 'an event log', 'Leave --unit out, or write --as events.');
  const model = usableModel(given, 'export', true);
  const settings = settingsFor(given, model);
  const option = optionOf(given, model);
  const file = valueOf(given, 'to') ?? `${model.id}-months.csv`;
  const [, stem, format] = /^(.*)\.(csv|parquet)$/i.exec(file) ?? [];
  if (stem === undefined) throw badCommand('--to', file, 'the name of a table', 'Give it the ending .csv or .parquet.');
  const beside = `${stem}-dictionary.csv`;
  if (existsSync(beside)) throw isThere(beside, '--to');
  const written = await tableWriterFor(format.toLowerCase());
  const program = compile(model, requestFor(option, settings));
  const months = monthsIn(program).length - 1;
  if (months < 1)
    throw badCommand(
      'The run',
      `${model.calendar.runDays} days from ${model.calendar.startDate}`,
      'at least one whole month',
      'Set calendar.startDate and calendar.runDays in the model.',
    );
  const { replications } = settings;
  const steps = monthsOf(program, { option, seed: settings.seed, replications });
  let step = steps.next();
  while (!step.done) step = steps.next();
  writeNewFile(file, written(step.value), '--to');
  writeNewFile(beside, tidyCsv(dictionaryOf({ [basename(stem)]: step.value })), '--to');
  process.stderr.write(
    `Written to ${file}: ${step.value.columns.length} columns, ${months} ${months === 1 ? 'month' : 'months'} of ${option}, averages over ${replications} simulated ${replications === 1 ? 'period' : 'periods'}. What each column means is in ${beside}.\n`,
  );
  return 0;
}
