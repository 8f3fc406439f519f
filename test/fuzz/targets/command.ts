// Command lines, up to the first simulated period: what cannot be used is refused by its option or word, and nothing is written but in a folder of its own.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, type Given } from '../../../cli/arguments.ts';
import { BadCommand, unknownWord } from '../../../cli/bad-command.ts';
import { commands } from '../../../cli/commands/index.ts';
import { addressGiven } from '../../../cli/fleet/address.ts';
import { Refusal } from '../../../engine/index.ts';
import { argumentsKind, asWords, wordsIn } from '../kinds/arguments.ts';
import { files, folder, seeds } from './command-lines.ts';
import { saidOf, type Answer, type Said, type Target } from '../target.ts';

/** Thrown in place of the first simulated period: all that was asked has been read by then. */
class Begun extends Error {}

/** They do nothing but work, for long; or talk to a network. */
const NOT_BEGUN = ['bench', 'verify', 'worker'];
/** Their second word is a file that is written. */
const WRITES = ['new'];

export const command: Target = {
  name: 'command',
  kind: argumentsKind(
    commands.map(({ name }) => name),
    [...new Set(commands.flatMap(({ options }) => options.map(({ name }) => name)))],
    [
      ...new Set([
        ...seeds.flat().filter((word) => !word.startsWith('--')),
        ...files,
        'stations.team.places',
        'calendar.runDays',
        'experiment.seed',
        'unlimited',
        '1:2',
        '9:1:1',
        '0:0:0',
        'a,b',
        'none',
        '£5',
        '£500000',
        '1/0',
        '200%',
      ]),
    ],
  ),
  seeds: () => seeds.map(asWords),
  answer: (input) => ran(wordsIn(input)),
};

let count = 0;
let hasBegun = false;

async function ran(args: readonly string[]): Promise<Answer> {
  const printed: string[] = [];
  const restore = [catchWords(process.stdout, printed), catchWords(process.stderr, printed), beginNothing()];
  try {
    await begun(args);
    return { isAccepted: true, said: saidPrinted(printed) };
  } catch (error) {
    // Whoever runs it may have said it in words of their own.
    if (hasBegun) return { isAccepted: true, said: saidPrinted(printed) };
    if (error instanceof BadCommand || error instanceof Refusal)
      return {
        isAccepted: false,
        said: [
          ...saidPrinted(printed),
          ...saidOf(
            error.problems.map((one) => ({
              ...one,
              path: one.path || `the file ${'source' in error ? error.source : args[1]}`,
            })),
          ),
        ],
      };
    throw error;
  } finally {
    for (const one of restore) one();
    rmSync(join(folder, 'out'), { recursive: true, force: true });
  }
}

/** What `main` does with them. */
async function begun([name, ...rest]: readonly string[]): Promise<void> {
  if (name === undefined) return;
  const known = commands.find((each) => each.name === name);
  if (!known)
    throw unknownWord(
      'command',
      name,
      commands.map((each) => each.name),
      'See onward --help.',
    );
  if (rest.includes('--help') || rest.includes('-h')) return;
  const given = readArguments(rest, known.options);
  const most = known.takes === '' ? 0 : known.takes.endsWith('…') ? Infinity : known.takes.split(' ').length;
  if (given.words.length > most)
    throw unknownWord(
      name,
      given.words[most],
      known.options.map((each) => `--${each.name}`),
      '…',
    );
  if (NOT_BEGUN.includes(name)) return;
  await (await known.load()).command(harmless(name, given));
}

/** The same, with files to write in the folder here, no network and no other threads. */
function harmless(name: string, given: Given): Given {
  const options: Record<string, readonly string[]> = { ...given.options };
  const inFolder = () => {
    mkdirSync(join(folder, 'out'), { recursive: true });
    return join(folder, 'out', `f${++count}`);
  };
  if (options.queue) {
    addressGiven(given);
    delete options.queue;
  }
  if ('out' in options) options.out = [inFolder()];
  if ('to' in options && (name === 'import' || name === 'export')) options.to = [inFolder()];
  else if (name === 'export') options.to = [inFolder()];
  // Whether it is a number is looked at by the command; that it is one alone is not for it to say here.
  if (options.workers?.[0] !== undefined && /^\d+$/.test(options.workers[0])) options.workers = ['1'];
  else if (!('workers' in options) && known(name, 'workers')) options.workers = ['1'];
  const words = given.words.map((word, at) =>
    word === '-' || /^\/(dev|proc|sys)/.test(word) ? 'none' : WRITES.includes(name) && at === 0 ? inFolder() : word,
  );
  return { words, options };
}

const known = (name: string, option: string): boolean =>
  commands.find((each) => each.name === name)!.options.some((each) => each.name === option);

/** One thread lets others run before each period. */
function beginNothing(): () => void {
  const { setImmediate } = globalThis;
  hasBegun = false;
  globalThis.setImmediate = ((...given: Parameters<typeof setImmediate>) => {
    if (/cli[\\/]pool/.test(new Error().stack ?? '')) {
      hasBegun = true;
      throw new Begun();
    }
    return setImmediate(...given);
  }) as unknown as typeof setImmediate;
  return () => void (globalThis.setImmediate = setImmediate);
}

function catchWords(stream: NodeJS.WriteStream, printed: string[]): () => void {
  const { write } = stream;
  stream.write = ((words: string | Uint8Array) => {
    printed.push(String(words));
    return true;
  }) as typeof write;
  return () => void (stream.write = write);
}

/** What is printed is plain as well; a table may have an empty place for what there is none of. */
const saidPrinted = (printed: readonly string[]): Said[] => {
  const words = printed.join('').slice(0, 3000);
  return words.trim() === '' ? [] : [{ place: 'what is printed', words: [words] }];
};
