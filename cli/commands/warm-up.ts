// `onward warm-up`: how long a warm-up a model needs before its averages no longer depend on how it began.
import {
  type DailyPeople,
  type WarmUpAdvice,
  adviseWarmUp,
  compile,
  dailyPeople,
  estimate,
  makeManifest,
} from '../../engine/index.ts';
import { type Given, isOn } from '../arguments.ts';
import { BadCommand } from '../bad-command.ts';
import { INTERRUPTED, listenForInterrupt } from '../interrupt.ts';
import { usableModel } from '../model-file.ts';
import { heading } from '../output/run-table.ts';
import { plot } from '../output/plot.ts';
import { progressBar } from '../output/progress.ts';
import { optionOf, settingsFor, requestFor } from '../settings.ts';

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'warm-up', isOn(given, 'quiet'));
  const settings = settingsFor(given, model);
  const option = optionOf(given, model);
  const program = compile(model, requestFor(option, settings));
  const { refusal } = estimate(program, settings.replications);
  if (refusal) throw new BadCommand('This request', [refusal]);

  const interrupt = listenForInterrupt(settings.quiet);
  const bar = await progressBar(settings.replications, settings.quiet);
  const days: DailyPeople[] = [];
  for (let replication = 0; replication < settings.replications && !interrupt.asked; replication++) {
    // Lets Ctrl-C and the progress bar run.
    await new Promise((resolve) => setImmediate(resolve));
    days.push(dailyPeople(program, settings.seed, replication));
    bar.add(1);
  }
  bar.end();
  interrupt.end();
  const manifest = makeManifest(model, {
    seed: settings.seed,
    replications: days.length,
    options: [option],
    baseline: null,
    conditions: [...settings.conditions],
    set: settings.set,
  });
  if (days.length > 0) {
    const advice = adviseWarmUp(program, days);
    process.stdout.write(
      isOn(given, 'json')
        ? `${JSON.stringify({ manifest, ...plain(advice) }, null, 2)}\n`
        : `${[heading(model, manifest), picture(advice), sentences(advice)].join('\n\n')}\n`,
    );
  }
  return days.length < settings.replications ? INTERRUPTED : 0;
}

/** Typed arrays become lists, so that JSON shows them as such. */
const plain = (advice: WarmUpAdvice) => ({
  ...advice,
  people: { ...advice.people, series: [...advice.people.series], statistic: [...advice.people.statistic] },
  delayed: { ...advice.delayed, series: [...advice.delayed.series], statistic: [...advice.delayed.statistic] },
});

const picture = ({ people, warmUpDays }: WarmUpAdvice): string =>
  `People in the model at the end of each day\n${plot(people.series, 1 - warmUpDays)}`;

const because: Readonly<Record<WarmUpAdvice['changes'][number], string>> = {
  dated: 'numbers with a date',
  seasonal: 'months that differ',
  growth: 'growth',
  observed: 'arrivals given day by day',
};

function sentences({
  suggestedDays,
  isSettled,
  isEmpty,
  warmUpDays,
  days,
  changes,
  people,
  delayed,
}: WarmUpAdvice): string {
  const why = `MSER-5 over ${days} days: ${people.leaveOut} for people in the model, ${delayed.leaveOut} for people delayed.`;
  const verdict = isEmpty
    ? `Nobody comes before the start date, so the warm-up of ${warmUpDays} days is empty and the run begins with nobody there. Give the people who were there at the start.`
    : !isSettled
      ? `No warm-up can be suggested: the run has not settled in the first half of these days. Give a longer run, or see whether people leave as fast as they come (onward run).`
      : suggestedDays > warmUpDays
        ? `Suggested: a warm-up of ${suggestedDays} days. The model has ${warmUpDays}.`
        : `The model’s warm-up of ${warmUpDays} days is enough: ${suggestedDays} are suggested.`;
  return [
    verdict,
    why,
    ...(changes.length > 0
      ? [
          `The model itself changes in these days (${changes.map((each) => because[each]).join(', ')}), which no warm-up removes.`,
        ]
      : []),
    'A model that asks what happens from a known day on, with the people there on that day, needs no warm-up.',
  ].join('\n');
}
