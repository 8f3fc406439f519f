// `onward warm-up`: how long a warm-up a model needs before its averages no longer depend on how it began.
import {
  type DailyPeople,
  type WarmUpAdvice,
  adviseWarmUp,
  compile,
  dailyPeople,
  estimate,
  warmUpWords,
} from '../../engine/index.ts';
import { type Given, isOn } from '../arguments.ts';
import { BadCommand } from '../bad-command.ts';
import { INTERRUPTED, listenForInterrupt } from '../interrupt.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { heading } from '../output/run-table.ts';
import { plot } from '../output/plot.ts';
import { progressBar } from '../output/progress.ts';
import { optionOf, requestFor, settingsFor } from '../settings.ts';

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
  const manifest = manifestOf(model, settings, { options: [option], baseline: null, replications: days.length });
  if (days.length > 0) {
    const advice = adviseWarmUp(program, days);
    process.stdout.write(
      isOn(given, 'json')
        ? `${JSON.stringify({ manifest, ...plain(advice) }, null, 2)}\n`
        : `${[heading(model, manifest), picture(advice), warmUpWords(advice).join('\n')].join('\n\n')}\n`,
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
