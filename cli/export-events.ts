// Runs exported as an event log: the same periods as `onward run` simulates, one row an event, for vidigi and other tools of process mining.
import { type Cell, compile, csvText, estimate, Refusal, watch } from '../engine/index.ts';
import { LOG_COLUMNS, logRows } from '../formats/events/write-log.ts';
import { type Given, valueOf, wholeNumber } from './arguments.ts';
import { badCommand } from './bad-command.ts';
import { usableModel } from './model-file.ts';
import { writeNewFile } from './output/new-file.ts';
import { optionOf, requestFor, settingsFor } from './settings.ts';
import { inUnit, unitIn } from './unit.ts';

export function exportEvents(given: Given): number {
  const model = usableModel(given, 'export', true);
  const settings = settingsFor(given, model);
  const option = optionOf(given, model);
  const file = valueOf(given, 'to') ?? `${model.id}-events.csv`;
  if (!/\.csv$/i.test(file)) throw badCommand('--to', file, 'the name of a table', 'Give it the ending .csv.');
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
  writeNewFile(file, csvText(LOG_COLUMNS, rows()), '--to');
  process.stderr.write(
    `Written to ${file}: ${events} events, times in ${unit} from the start of the warm-up${model.calendar.warmUpDays > 0 ? `, which ends at ${inUnit(model.calendar.warmUpDays, unit)}` : ''}. Next: onward import ${file}, or reshape_for_animations in vidigi${runs > 1 ? ', one run at a time' : ''}.\n`,
  );
  return 0;
}
