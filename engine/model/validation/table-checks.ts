// Checks a table by who a person is: it uses what is known of people, and has an answer for each of them.
import type { ByWho } from '../document/values.ts';
import type { Names } from './ground-checks.ts';
import { error, listWords, nameHint, sayValue, shortText, type Problem } from '../../ground/problem.ts';
import { isTable } from '../who.ts';

/** What a table may not be by in some place, and why. */
export type Refused = Readonly<Record<string, string>>;

/**
 * Everything in a value, or in a table and the tables in it; `one` looks at each value that somebody gets. `refused`: words
 * that a table may not be by here, each with its reason; the word `attribute` means all of them.
 */
export function everyone<T>(
  names: Names,
  path: string,
  value: ByWho<T>,
  one: (path: string, value: T) => Problem[],
  refused: Refused = {},
): Problem[] {
  if (!isTable(value)) return one(path, value as T);
  const by: unknown = value.by;
  const keys = typeof by === 'string' ? names.asked.get(by) : undefined;
  const words = [...names.asked.keys()].filter((word) => reason(word, refused) === undefined);
  const expected = words.length === 0 ? 'no table here' : `one of ${listWords(words.slice(0, 12), 'or')}`;
  if (typeof by !== 'string' || keys === undefined) {
    const found = typeof by === 'string' ? `"${shortText(by)}"` : sayValue(by);
    return [error(`${path}.by`, found, expected, hintFor(by, words))];
  }
  const why = reason(by, refused);
  if (why !== undefined) return [error(`${path}.by`, `"${by}"`, expected, why)];

  const given = Object.keys(value).filter((key) => key !== 'by');
  const [entry, all] =
    by === 'need' || by === 'stream' ? [`the id of a ${by}`, `${by}s`] : [`a value of ${by}`, `values of ${by}`];
  const problems = given
    .filter((key) => key !== 'else' && !keys.includes(key))
    .map((key) => error(`${path}.${key}`, `"${key}"`, entry, nameHint(key, keys, all)));
  problems.push(...missingProblems(path, by, keys, given));
  const inner = { ...refused, [by]: `It is already in a table by ${by}: put its entries there.` };
  return [
    ...problems,
    ...given.flatMap((key) => everyone(names, `${path}.${key}`, value[key] as ByWho<T>, one, inner)),
  ];
}

function missingProblems(path: string, by: string, keys: readonly string[], given: readonly string[]): Problem[] {
  if (given.includes('else')) return [];
  const missing = keys.filter((key) => !given.includes(key));
  if (missing.length > 0) {
    const found = `nothing for ${listWords(missing.slice(0, 20))}`;
    const expected =
      by === 'need' || by === 'stream' ? `an entry for every ${by}` : `an entry for every value of ${by}`;
    return [error(path, found, expected, 'Add them, or "else" for all the others.')];
  }
  if (by !== 'stream') return [];
  const hint = 'Add "else": people who are there at the start came by no stream.';
  return [error(path, 'nothing for people there at the start', '"else" in a table by stream', hint)];
}

function reason(word: string, refused: Refused): string | undefined {
  if (Object.hasOwn(refused, word)) return refused[word];
  return word === 'need' || word === 'stream' ? undefined : refused['attribute'];
}

function hintFor(by: unknown, words: readonly string[]): string {
  if (words.length === 0) return 'Give a value instead.';
  return nameHint(typeof by === 'string' ? by : '', words, 'words allowed after "by"');
}

/** Each value of a table, or of the tables in it, with its path; a value that is no table is the only one. */
export function leavesOf<T>(path: string, value: ByWho<T>): [path: string, value: T][] {
  if (!isTable(value)) return [[path, value as T]];
  return Object.keys(value).flatMap((key) => (key === 'by' ? [] : leavesOf(`${path}.${key}`, value[key] as ByWho<T>)));
}
