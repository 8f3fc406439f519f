// Runs exported as an event log, CSV or Parquet by the file's ending: the same periods as `onward run` simulates, one row an event, for vidigi and other tools of process mining.
import { type Cell, compile, estimate, Refusal, watch } from '../engine/index.ts';
import { logRows, logTable } from '../formats/events/write-log.ts';
import { type Given, valueOf, wholeNumber } from './arguments.ts';
import { badCommand } from './bad-command.ts';
import { usableModel } from './model-file.ts';
import { writeNewFile } from './output/new-file.ts';
import { tableWriterFor } from './output/tables.ts';
import { optionOf, requestFor, settingsFor } from './settings.ts';
import { inUnit, unitIn } from './unit.ts';

export async function exportEvents(given: Given): Promise<number> {
  const model = usableModel(given, 'export', true);
  const settings = settingsFor(given, model);
  const option = optionOf(given, model);
  const file = valueOf(given, 'to') ?? `${model.id}-events.csv`;
  const format = /\.(csv|parquet)$/i.exec(file)?.[1].toLowerCase();
  if (format === undefined)
    throw badCommand('--to', file, 'the name of a table', 'Give it the ending .csv or .parquet.');
  const written = await tableWriterFor(format);
  const unit = unitIn(given) ?? 'minutes';
  const runs = wholeNumber(given, 'replications', 1, 10_000, 1);
  const program = compile(model, requestFor(option, settings));
  const { refusal } = estimate(program, runs, { watched: true, byWeek: 0 });
  if (refusal) throw new Refusal([refusal]);
  let events = 0;
  function* rows(): Generator<Cell[]> {
    for (let run = 0; run < runs; run++) {
      const its = logRows({ ...watch(program, settings.seed, run), network: program.network, run: run + 1, unit });
      events += its.length;
      yield* its;
    }
  }
  writeNewFile(file, written(logTable(rows(), unit)), '--to');
  const { warmUpDays } = model.calendar;
  const ends = warmUpDays > 0 ? `, which ends at ${inUnit(warmUpDays, unit)}` : '';
  const next = format === 'csv' ? `onward import ${file}, or ` : '';
  process.stderr.write(
    `Written to ${file}: ${events} events, times in ${unit} from the start of the warm-up${ends}. Next: ${next}reshape_for_animations in vidigi${runs > 1 ? ', one run at a time' : ''}.\n`,
  );
  return 0;
}
