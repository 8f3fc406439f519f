// `onward check`: whether a model can be used, what it asks of each place, and where its numbers come from.
import {
  type Model,
  type Problem,
  compile,
  coveringEvidence,
  estimate,
  judgeSettling,
  numberPaths,
  offered,
  sayBytes,
} from '../../engine/index.ts';
import { type Given, isOn } from '../arguments.ts';
import { BadCommand, problemLines } from '../bad-command.ts';
import { openModel } from '../model-file.ts';
import { counted } from '../output/counted.ts';
import { fillingText } from '../output/settling.ts';
import { amount, layTable, strong } from '../output/table.ts';
import { optionOf, readSettings, requestFor, settingProblems } from '../settings.ts';

export async function command(given: Given): Promise<number> {
  const { source, model, problems: found } = openModel(given, 'check');
  const errors = found.filter((each) => each.severity === 'error');
  if (!model) {
    if (isOn(given, 'json')) process.stdout.write(`${JSON.stringify({ usable: false, problems: found }, null, 2)}\n`);
    throw new BadCommand(source, errors);
  }
  const settings = readSettings(given, model);
  const option = optionOf(given, model);
  const problems = [...found, ...settingProblems(model, settings)];
  const program = compile(model, requestFor(option, settings));
  const size = estimate(program, model.experiment.replications);
  const places = offered(program);
  const evidence = evidenceOf(model);
  const filling = fillingText(model, judgeSettling(program, []));

  if (isOn(given, 'json')) {
    // JSON has no infinity; a place without limit has null.
    const strip = places.map((each) => ({
      ...each,
      hasPlaces: Number.isFinite(each.hasPlaces) ? each.hasPlaces : null,
    }));
    const { arrivals, events, bytes } = size;
    const expected = { replications: model.experiment.replications, arrivals, events, bytes };
    process.stdout.write(
      `${JSON.stringify({ usable: true, problems, option, offered: strip, expected, evidence }, null, 2)}\n`,
    );
    return 0;
  }
  process.stdout.write(
    [
      `${strong(model.title)} can be used${problems.length > 0 ? `, with ${warnings(problems)}` : ''}.`,
      ...problems.map(problemLines),
      layTable([
        { cells: ['', 'arrivals a day', 'mean stay', 'needs', 'has'] },
        ...places.map((each) => ({
          cells: [
            each.label,
            amount(each.arrivalsPerDay),
            each.arrivalsPerDay > 0 ? `${amount(each.meanStayDays)} days` : '–',
            amount(each.neededPlaces),
            hasWords(each),
          ],
        })),
      ]),
      ...(filling === '' ? [] : [filling]),
      `Needs: the places in use on average${places.some((each) => each.hasVisitsPerDay !== null) ? ', and the visits that people’s plans call for,' : ''} if everyone went where their need says and nobody waited.`,
      ...(Number.isFinite(size.events)
        ? [
            `Expected, for ${counted(model.experiment.replications, 'simulated period')} of ${option}: ${counted(Math.round(size.arrivals), 'arrival')}, ${counted(Math.round(size.events), 'event')}, ${sayBytes(size.bytes)} of memory.`,
          ]
        : []),
      ...(size.refusal ? [problemLines(size.refusal)] : []),
      `Evidence: ${
        Object.entries(evidence.byStatus)
          .map(([status, count]) => `${count} ${status}`)
          .join(', ') || 'none'
      }.`,
      evidence.without.length === 0
        ? 'Every number has a line of evidence.'
        : `Numbers without evidence (${evidence.without.length}):\n${evidence.without.map((path) => `  ${path}`).join('\n')}`,
    ].join('\n\n') + '\n',
  );
  return 0;
}

const warnings = (problems: readonly Problem[]): string =>
  problems.length === 1 ? 'one warning' : `${problems.length} warnings`;

/** How long and how often to simulate is a choice of the study, so it needs no evidence. */
const chosen = /^(calendar|experiment)\./;

function evidenceOf(model: Model): { byStatus: Record<string, number>; without: string[] } {
  const lines = model.evidence ?? {};
  const byStatus: Record<string, number> = {};
  for (const { status } of Object.values(lines)) byStatus[status] = (byStatus[status] ?? 0) + 1;
  const without = numberPaths(model).filter((path) => !chosen.test(path) && coveringEvidence(path, lines) === null);
  return { byStatus, without };
}

function hasWords({
  neededPlaces,
  hasPlaces,
  startsPerMonth,
  neededVisitsPerDay,
  hasVisitsPerDay,
}: ReturnType<typeof offered>[number]): string {
  const isShort = neededPlaces > hasPlaces || (neededVisitsPerDay ?? 0) > (hasVisitsPerDay ?? Infinity);
  return [
    hasPlaces === Infinity ? 'no limit' : amount(hasPlaces),
    startsPerMonth === null ? '' : `, ${startsPerMonth} starts a month`,
    hasVisitsPerDay === null
      ? ''
      : `, ${amount(hasVisitsPerDay)} visits a day of ${amount(neededVisitsPerDay!)} needed`,
    isShort ? '  short' : '',
  ].join('');
}
