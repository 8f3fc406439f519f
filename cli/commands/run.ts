// `onward run`: one option of a model, many replications, one answer.
import {
  type Program,
  compile,
  hasAverages,
  judgeSettling,
  summarise,
  weekKeys,
  weekLimits,
  withAverages,
} from '../../engine/index.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { type Gathered, samplesOf } from '../gather.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { yearsOf } from '../kept/years.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { askedTable } from '../output/asked-table.ts';
import { badYearText } from '../output/bad-year.ts';
import { writeFiles } from '../output/files.ts';
import { gainText } from '../output/gain.ts';
import { printJson } from '../output/json.ts';
import { resultFiles } from '../output/results.ts';
import { heading, runTable } from '../output/run-table.ts';
import { settlingText, weeksTable } from '../output/settling.ts';
import { tableWriter } from '../output/tables.ts';
import { PRECISION_NOT_REACHED, gatherAsAsked } from '../precisely.ts';
import { asksForSimJs, compareEngines } from '../second-engine.ts';
import { optionOf, requestFor, settingsFor, withRows } from '../settings.ts';
import { judge, readThresholds } from '../thresholds.ts';

const THRESHOLD_NOT_MET = 3;

export async function command(given: Given): Promise<number> {
  const isTwin = asksForSimJs(given);
  const written = await tableWriter(given);
  const model = usableModel(given, 'run', isOn(given, 'quiet'));
  if (isTwin) return compareEngines(given, model);
  const thresholds = readThresholds(model, given.words[0]);
  const settings = withRows(settingsFor(given, model), model, thresholds);
  const option = optionOf(given, model);

  const request = requestFor(option, settings);
  const kept = yearsOf(given, model, settings);
  const gathered = await gatherAsAsked(model, [request], settings, thresholds, kept);
  const manifest = manifestOf(model, settings, {
    options: [option],
    baseline: null,
    replications: gathered.finished,
  });
  const program = compile(model, request);
  const weeks = samplesOf(gathered.weeks[0], settings);
  const settling = judgeSettling(program, weeks);
  const summary =
    gathered.finished > 0
      ? withAverages(summarise(option, gathered.keys, samplesOf(gathered.values[0], settings)), settling)
      : [];
  const byWeek = gathered.finished > 0 ? summarise(option, weekKeys(program), weeks, weekLimits(program)) : [];
  const toldByWeek = isOn(given, 'weeks') || !hasAverages(settling);
  // Of nothing it is not known whether it settles.
  const settled = gathered.finished > 0 ? settlingText(model, settling) : '';
  const verdicts = gathered.finished > 0 ? judge(thresholds, option, summary) : [];
  const judged = verdicts.map((verdict) => verdict.sentence).join('\n');

  const gained = settings.antithetic ? gainText(gathered.keys, gathered.values) : '';
  const folder = valueOf(given, 'out');
  const rows = isOn(given, 'weeks') ? [...summary, ...byWeek] : summary;
  if (isOn(given, 'json')) printJson(manifest, rows, []);
  else if (folder !== undefined)
    writeFiles(
      folder,
      resultFiles(written, manifest, rows, [], isOn(given, 'weeks') ? withWeeks(gathered, program) : gathered),
    );
  else {
    const parts = [
      hasAverages(settling) ? runTable(model, manifest, summary) : heading(model, manifest),
      // The two of a pair depend on each other, so only the first counts in a sample.
      hasAverages(settling)
        ? badYearText(
            gathered.keys,
            settings.antithetic ? gathered.values[0].filter((_, at) => at % 2 === 0) : gathered.values[0],
          )
        : '',
      hasAverages(settling) ? askedTable(model, program.asked, summary) : '',
      gained,
      settled,
      toldByWeek && byWeek.length > 0 ? weeksTable(model, byWeek) : '',
      judged,
    ];
    process.stdout.write(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
  }

  if (!settings.quiet && folder !== undefined) process.stderr.write(`Written to ${folder}.\n`);
  if (!settings.quiet && (isOn(given, 'json') || folder !== undefined))
    for (const words of [gained, settled, judged]) if (words !== '') process.stderr.write(`${words}\n`);
  if (gathered.interrupted) return INTERRUPTED;
  if (!gathered.isPrecise) return PRECISION_NOT_REACHED;
  return verdicts.some((verdict) => !verdict.met) ? THRESHOLD_NOT_MET : 0;
}

/** The weeks of each replication follow its other values. */
function withWeeks(gathered: Gathered, program: Program): Gathered {
  const [values] = gathered.values;
  const [weeks] = gathered.weeks;
  return {
    ...gathered,
    keys: [...gathered.keys, ...weekKeys(program)],
    values: [values.map((one, replication) => Float64Array.from([...one, ...weeks[replication]]))],
  };
}
