// Reads the words after `onward COMMAND` against the list of options that the command takes.
import { parseArgs } from 'node:util';
import { typedNumber } from '../engine/index.ts';
import { badCommand, unknownWord } from './bad-command.ts';

/** `takes` names the value in the help ("id", "n"); an option without it is simply on or off. */
export interface CommandOption {
  readonly name: string;
  readonly takes?: string;
  readonly repeatable?: true;
  readonly job: string;
}

/** What was given: the words without a dash, and for each option its values (an on-off option has one, empty). */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
}

export function readArguments(args: readonly string[], known: readonly CommandOption[]): Given {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      known.map((option) => [option.name, { type: option.takes ? ('string' as const) : ('boolean' as const) }]),
    ),
    // Our own checks give the nearest name; Node's do not.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const options: Record<string, string[]> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.find((each) => each.name === token.name);
    if (!option) throw unknownOption(token.rawName, known);
    const flag = `--${option.name}`;
    if (option.takes && (token.value === undefined || token.value === ''))
      throw badCommand(flag, 'nothing after it', `${flag} ${option.takes}`, option.job);
    if (!option.takes && token.value !== undefined)
      throw badCommand(flag, `the value ${token.value}`, 'no value', `Write ${flag} alone.`);
    if (options[option.name] && !option.repeatable)
      throw badCommand(flag, 'given twice', 'given once', `Leave one ${flag} out.`);
    (options[option.name] ??= []).push(token.value ?? '');
  }
  return { words, options };
}

function unknownOption(raw: string, known: readonly CommandOption[]) {
  const names = [...known.map((option) => `--${option.name}`), '--help'];
  return unknownWord('option', raw, names, 'See onward --help.');
}

export const isOn = (given: Given, name: string): boolean => given.options[name] !== undefined;
export const valueOf = (given: Given, name: string): string | undefined => given.options[name]?.[0];

/** JSON goes to standard output, and files into a folder. */
export function refuseBoth(given: Given): void {
  if (isOn(given, 'json') && isOn(given, 'out'))
    throw badCommand('--out', '--json as well', 'one of the two', 'Leave --json out, or send its output to a file.');
}

export function readNumber(path: string, text: string, isWhole = false): number {
  const number = typedNumber(text, isWhole);
  if ('value' in number) return number.value;
  throw badCommand(path, text === '' ? 'nothing' : `"${text}"`, 'a plain number', number.hint);
}

export function wholeNumber(given: Given, name: string, least: number, most: number, otherwise: number): number {
  const text = valueOf(given, name);
  if (text === undefined) return otherwise;
  const value = readNumber(`--${name}`, text, true);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw badCommand(
    `--${name}`,
    text,
    `a whole number from ${least} to ${most}`,
    `Give --${name} a number in this range.`,
  );
}
