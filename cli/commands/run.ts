// `onward run`: one option of a model, many replications, one answer.
import { makeManifest, summarise } from '../../engine/index.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { gather } from '../gather.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { usableModel } from '../model-file.ts';
import { writeResults } from '../output/files.ts';
import { printJson } from '../output/json.ts';
import { runTable } from '../output/run-table.ts';
import { optionOf, readSettings, requestFor } from '../settings.ts';
import { judge, readThresholds } from '../thresholds.ts';

const THRESHOLD_NOT_MET = 3;

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'run', isOn(given, 'quiet'));
  const settings = readSettings(given, model);
  const option = optionOf(given, model);
  const thresholds = readThresholds(model, given.words[0]);

  const gathered = await gather(model, [requestFor(option, settings)], settings);
  const { conditions, set, seed } = settings;
  const manifest = makeManifest(model, {
    seed,
    replications: gathered.finished,
    options: [option],
    baseline: null,
    conditions: [...conditions],
    set,
  });
  const summary = gathered.finished > 0 ? summarise(option, gathered.keys, gathered.values[0]) : [];
  const verdicts = gathered.finished > 0 ? judge(thresholds, option, summary) : [];
  const judged = verdicts.map((verdict) => verdict.sentence).join('\n');

  const folder = valueOf(given, 'out');
  if (isOn(given, 'json')) printJson(manifest, summary, []);
  else if (folder !== undefined) await writeResults(folder, manifest, summary, [], gathered);
  else
    process.stdout.write(
      `${[runTable(model, manifest, summary), judged].filter((part) => part !== '').join('\n\n')}\n`,
    );

  if (!settings.quiet && folder !== undefined) process.stderr.write(`Written to ${folder}.\n`);
  if (!settings.quiet && judged !== '' && (isOn(given, 'json') || folder !== undefined))
    process.stderr.write(`${judged}\n`);
  if (gathered.interrupted) return INTERRUPTED;
  return verdicts.some((verdict) => !verdict.met) ? THRESHOLD_NOT_MET : 0;
}
