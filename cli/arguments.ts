// Reads the words after `onward COMMAND` against the list of options that the command takes.
import { parseArgs } from 'node:util';
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

/** Decimal numbers as people in Britain write them, and nothing that could be read in two ways. */
const plainNumber = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;

export function readNumber(path: string, text: string): number {
  if (plainNumber.test(text) && Number.isFinite(Number(text))) return Number(text);
  const fault = (hint: string) => badCommand(path, text === '' ? 'nothing' : `"${text}"`, 'a plain number', hint);
  if (/^[-+]?\d+,\d+$/.test(text)) throw fault(`Use a point: ${text.replace(',', '.')}`);
  if (/^[-+]?\d+(\.\d+)?%$/.test(text)) throw fault(`Write a share of one: ${Number(text.slice(0, -1)) / 100}`);
  throw fault('Write digits, with a point before any decimals, such as 3.5');
}

export function wholeNumber(given: Given, name: string, least: number, most: number, otherwise: number): number {
  const text = valueOf(given, name);
  if (text === undefined) return otherwise;
  const value = readNumber(`--${name}`, text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw badCommand(`--${name}`, text, `a whole number from ${least} to ${most}`, `Give --${name} such a number.`);
}
