// `onward compare`: options side by side, the same people in each, and the differences from one of them.
import {
  compile,
  differences,
  hasAverages,
  judgeSettling,
  judgeTogether,
  summarise,
  withAverages,
} from '../../engine/index.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { history } from '../command-options.ts';
import { samplesOf } from '../gather.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { yearsOf } from '../kept/years.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { askedTable } from '../output/asked-table.ts';
import { chanceText, compareTable } from '../output/compare-table.ts';
import { writeFiles } from '../output/files.ts';
import { printJson } from '../output/json.ts';
import { resultFiles } from '../output/results.ts';
import { unsettledText } from '../output/settling.ts';
import { tableWriter } from '../output/tables.ts';
import { PRECISION_NOT_REACHED, gatherAsAsked } from '../precisely.ts';
import { knownOption, optionIds, requestFor, settingsFor } from '../settings.ts';
import { readThresholds } from '../thresholds.ts';

export async function command(given: Given): Promise<number> {
  if (isOn(given, 'history')) return (await import('../history.ts')).compareWithHistory(given);
  refuseWithoutHistory(given);
  const written = await tableWriter(given);
  const model = usableModel(given, 'compare', isOn(given, 'quiet'));
  const settings = settingsFor(given, model);
  const { options, baseline } = optionsToCompare(given, optionIds(model), (flag, id) => knownOption(model, flag, id));

  const requests = options.map((option) => requestFor(option, settings));
  const gathered = await gatherAsAsked(
    model,
    requests,
    settings,
    settings.precision === undefined ? [] : readThresholds(model, given.words[0]),
    yearsOf(given, model, settings),
  );
  const { keys, finished } = gathered;
  const values = gathered.values.map((each) => samplesOf(each, settings));
  const manifest = manifestOf(model, settings, { options, baseline, replications: finished });
  const programs = requests.map((request) => compile(model, request));
  const settlings = programs.map((program, at) => judgeSettling(program, samplesOf(gathered.weeks[at], settings)));
  const summary =
    finished > 0
      ? options.flatMap((option, at) => withAverages(summarise(option, keys, values[at]), settlings[at]))
      : [];
  const of = options.indexOf(baseline);
  const apart =
    finished > 0
      ? options.flatMap((option, at) =>
          option === baseline
            ? []
            : withAverages(differences(option, baseline, keys, values[at], values[of]), settlings[at], settlings[of]),
        )
      : [];

  const unsettled = finished > 0 ? options.map((option, at) => unsettledText(model, option, settlings[at])) : [];
  const told = unsettled.filter((text) => text !== '').join('\n');

  const folder = valueOf(given, 'out');
  if (isOn(given, 'json')) printJson(manifest, summary, apart);
  else if (folder !== undefined) writeFiles(folder, resultFiles(written, manifest, summary, apart, gathered));
  else {
    const parts = [
      compareTable(model, manifest, summary, apart),
      ...options.map((option, at) =>
        hasAverages(settlings[at]) ? askedTable(model, programs[at].asked, summary, option) : '',
      ),
      told,
    ];
    process.stdout.write(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
  }
  if (!settings.quiet && folder !== undefined)
    process.stderr.write(
      `Written to ${folder}. ${chanceText(judgeTogether(apart))}\n${told === '' ? '' : `${told}\n`}`,
    );
  if (gathered.interrupted) return INTERRUPTED;
  return gathered.isPrecise ? 0 : PRECISION_NOT_REACHED;
}

function refuseWithoutHistory(given: Given): void {
  const needless = history.map(({ name }) => name).find((name) => isOn(given, name));
  if (needless !== undefined)
    throw badCommand(`--${needless}`, 'no --history', 'both or neither', 'Add --history FILE.');
}

/** As listed, or all; a baseline outside the list joins it in front, since it has to be run anyway. */
function optionsToCompare(given: Given, all: readonly string[], known: (flag: string, id: string) => string) {
  const listed = valueOf(given, 'options')
    ?.split(',')
    .map((id) => known('--options', id.trim())) ?? [...all];
  if (new Set(listed).size < listed.length)
    throw badCommand('--options', listed.join(','), 'each option once', 'Leave the second one out.');
  const named = valueOf(given, 'baseline');
  const baseline = named === undefined ? listed[0] : known('--baseline', named);
  return { options: listed.includes(baseline) ? listed : [baseline, ...listed], baseline };
}
