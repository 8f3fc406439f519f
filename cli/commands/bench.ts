// `onward bench`: how fast and how large the engine is on this computer, in plain units.
import { cpus } from 'node:os';
import { type Given, isOn, readNumber, valueOf, wholeNumber } from '../arguments.ts';
import { badCommand, unknownWord } from '../bad-command.ts';
import type { Figure } from '../bench/figure.ts';

/** Each is loaded only when it runs: the others must not load SimJS. */
const figures: Readonly<Record<string, (seconds: number, given: Given) => Promise<Figure>>> = {
  simjs: async (seconds) => (await import('../bench/against-simjs.ts')).againstSimjs(seconds),
  memory: async (_seconds, given) => {
    const { memory, memoryHere } = await import('../bench/memory.ts');
    return isOn(given, 'years') ? memoryHere(wholeNumber(given, 'years', 1, 1000, 10)) : memory();
  },
  slider: async () => (await import('../bench/slider.ts')).slider(),
  coverage: async () => (await import('../bench/coverage.ts')).coverage(),
  county: async () => (await import('../bench/county.ts')).county(),
  'long-list': async () => (await import('../bench/long-list.ts')).longList(),
  ilkeston: async (seconds) => (await import('../bench/ilkeston.ts')).ilkestonSpeed(seconds),
};

/** Minutes of simulation that time nothing: only when named. */
const onlyWhenNamed = ['coverage'];

export async function command(given: Given): Promise<number> {
  const names = Object.keys(figures);
  const only = valueOf(given, 'only');
  if (only !== undefined && !names.includes(only))
    throw unknownWord('--only', only, names, 'Leave --only out for all.');
  const seconds = readNumber('--seconds', valueOf(given, 'seconds') ?? '1');
  if (!(seconds > 0 && seconds <= 600))
    throw badCommand('--seconds', String(seconds), 'more than 0, up to 600', 'Give --seconds 1.');

  const asJson = isOn(given, 'json');
  if (!asJson)
    process.stdout.write(
      `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores\n`,
    );
  const results: Record<string, object> = {};
  for (const name of only === undefined ? names.filter((name) => !onlyWhenNamed.includes(name)) : [only]) {
    const { result, sentences } = await figures[name](seconds, given);
    results[name] = result;
    if (!asJson) process.stdout.write(`\n${name}\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}\n`);
  }
  if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return 0;
}
