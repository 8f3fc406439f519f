// What must be so of every input, whatever it is: it is answered, in plain words that name a place, and nothing outside it has changed.
import { Broken, type Answer, type Said, type Target, textOf } from './target.ts';

export interface Fault {
  /** The same for inputs that show the same fault. */
  readonly key: string;
  readonly words: string;
}

/** What a program says of itself, and no person to another. */
const NOT_PLAIN =
  /\bundefined\b|\bNaN\b|\[object |\bInfinity\b|\b(?:Type|Range|Syntax|Reference)Error\b|Cannot (?:read|set|convert)|is not (?:a function|iterable|defined)|\bat .*\.[cm]?[jt]s:\d|\bfunction\b|=>/;
const MOST_LETTERS = 4000;
const MOST_SAID = 500;

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];
const shapeOf = () => prototypes.map((one) => Reflect.ownKeys(one).length).join();
const shapeAtFirst = shapeOf();

/** Tries one input; undefined where all is well. */
export async function faultOf({ answer }: Pick<Target, 'answer'>, input: Uint8Array): Promise<Fault | undefined> {
  let fault: Fault | undefined;
  try {
    fault = faultIn(await answer(input), input);
  } catch (error) {
    fault = thrown(error);
  }
  if (shapeOf() !== shapeAtFirst) {
    for (const one of prototypes)
      for (const key of Object.keys(one)) delete (one as unknown as Record<string, unknown>)[key];
    return { key: 'prototype', words: 'A prototype that everything shares was changed.' };
  }
  return fault;
}

function thrown(error: unknown): Fault {
  if (!(error instanceof Error)) return { key: 'thrown', words: `It threw ${String(error)}, which is no error.` };
  if (error instanceof Broken) return { key: keyOf(error.message), words: error.message };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = stack.find((line) => !/node:internal|node_modules/.test(line)) ?? stack[0] ?? '';
  const where = own.replace(/^.*\/((?:engine|formats|ui|cli|test)\/)/, '$1').replace(/\)$/, '');
  return {
    key: `${error.name} ${where}`,
    words: `It threw ${error.name}: ${error.message}\n${stack.slice(0, 6).join('\n')}`,
  };
}

function faultIn({ isAccepted, said }: Answer, input: Uint8Array): Fault | undefined {
  if (!isAccepted && said.length === 0) return { key: 'silent', words: 'It is refused and nothing is said.' };
  if (said.length > MOST_SAID) return { key: 'many', words: `${said.length} things are said.` };
  let text: string | undefined;
  for (const one of said) {
    const wrong = wrongWith(one, () => (text ??= textOf(input)));
    if (wrong !== undefined)
      return {
        key: `${wrong} ${keyOf(one.words.join(' '))}`,
        words: `${wrong}: ${one.place}: ${one.words.join(' | ')}`,
      };
  }
  return undefined;
}

function wrongWith({ place, words }: Said, text: () => string): string | undefined {
  if (place.trim() === '') return 'names no place';
  for (const one of [place, ...words]) {
    if (one.trim() === '') return 'says nothing';
    if (one.length > MOST_LETTERS) return 'says too much';
    const [found] = NOT_PLAIN.exec(one) ?? [];
    // What somebody wrote may be shown as it was written.
    if (found !== undefined && !text().includes(found)) return `is not plain ("${found}")`;
  }
  return undefined;
}

/** Without what differs from input to input. */
const keyOf = (words: string): string =>
  words
    .replace(/"[^"]*"|“[^”]*”|'[^']*'/g, '…')
    .replace(/[\d.,]+/g, '0')
    .slice(0, 160);
