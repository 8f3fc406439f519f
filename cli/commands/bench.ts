// `onward bench`: how fast and how large the engine is on this computer, in plain units.
import { type Given, isOn, readNumber, valueOf, wholeNumber } from '../arguments.ts';
import { badCommand, unknownWord } from '../bad-command.ts';
import type { Figure } from '../bench/figure.ts';
import { thisComputer } from '../bench/this-computer.ts';

/** Each is loaded only when it runs: the others must not load SimJS. */
const figures: Readonly<Record<string, (seconds: number) => Promise<Figure>>> = {
  simjs: async (seconds) => (await import('../bench/against-simjs.ts')).againstSimjs(seconds),
  memory: async () => (await import('../bench/memory.ts')).memory(),
  slider: async () => (await import('../bench/slider.ts')).slider(),
  coverage: async () => (await import('../bench/coverage.ts')).coverage(),
  county: async () => (await import('../bench/county.ts')).county(),
  'long-list': async () => (await import('../bench/long-list.ts')).longList(),
  fits: async () => (await import('../bench/fits.ts')).fits(),
  match: async () => (await import('../bench/match.ts')).match(),
  solve: async () => (await import('../bench/solve.ts')).solve(),
  'event-logs': async () => (await import('../bench/event-logs.ts')).eventLogs(),
  growth: async () => (await import('../bench/growth.ts')).growth(),
  soak: async () => (await import('../bench/soak.ts')).soak(),
  ilkeston: async (seconds) => (await import('../bench/ilkeston.ts')).ilkestonSpeed(seconds),
};

/** Minutes of simulation that time nothing: only when named. */
const onlyWhenNamed = ['coverage', 'fits', 'match', 'solve', 'event-logs', 'growth', 'soak'];

export async function command(given: Given): Promise<number> {
  const seconds = readNumber('--seconds', valueOf(given, 'seconds') ?? '1');
  if (!(seconds > 0 && seconds <= 600))
    throw badCommand('--seconds', String(seconds), 'more than 0, up to 600', 'Give --seconds 1.');
  const asJson = isOn(given, 'json');
  const tell = (text: string) => {
    if (!asJson) process.stdout.write(text);
  };
  const results = isOn(given, 'against')
    ? await comparison(given, seconds, tell)
    : await measured(given, seconds, tell);
  if (asJson) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return 0;
}

/** The names of those to run: the one that is given, or all. */
function chosen(given: Given, names: readonly string[]): readonly string[] {
  const only = valueOf(given, 'only');
  if (only === undefined) return names.filter((name) => !onlyWhenNamed.includes(name));
  if (names.includes(only)) return [only];
  throw unknownWord('--only', only, names, 'Leave --only out for all.');
}

async function measured(given: Given, seconds: number, tell: (text: string) => void): Promise<object> {
  for (const name of ['c', 'rounds'])
    if (isOn(given, name)) throw badCommand(`--${name}`, 'no --against', 'both or neither', 'Add --against FOLDER.');
  const names = chosen(given, Object.keys(figures));
  tell(`${thisComputer()}\n`);
  const results: Record<string, object> = {};
  for (const name of names) {
    const { result, sentences } = await figures[name](seconds);
    results[name] = result;
    tell(`\n${name}\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}\n`);
  }
  return results;
}

async function comparison(given: Given, seconds: number, tell: (text: string) => void): Promise<object> {
  const { against } = await import('../bench/against/against.ts');
  const { rowNames } = await import('../bench/against/rows.ts');
  const asked = {
    against: valueOf(given, 'against')!,
    c: valueOf(given, 'c'),
    only: chosen(given, rowNames),
    seconds,
    rounds: wholeNumber(given, 'rounds', 1, 1000, 15),
    quiet: isOn(given, 'quiet'),
  };
  return against(asked, tell);
}
