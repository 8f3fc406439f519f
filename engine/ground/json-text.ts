// Reads JSON text with care: one pass before parsing finds its size, depth, repeated keys and the place of a mistake.
import { fileKindOf, tableIn } from './file-kind.ts';
import { error, firstProblems, MOST_PROBLEMS, shortText, type Problem } from './problem.ts';
import { typedNumber } from './typed-number.ts';

export const MOST_CHARACTERS = 5_000_000;
export const MOST_LEVELS = 50;
const JSON_MODEL = 'a model written as JSON';

/** One open bracket: the keys seen so far in an object, or null in a list. */
interface Level {
  readonly keys: Map<string, number> | null;
  key: string;
  index: number;
}

/** The parsed value, or why there is none. Never throws, and looks at no more than the first 5 million characters. */
export function readJson(text: string): { value?: unknown; problems: Problem[] } {
  const refusal = refuseWhole(text);
  if (refusal) return { problems: [refusal] };
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const problems = scan(clean);
  const table = problems.length > 0 ? tableIn(clean) : null;
  if (table) return { problems: [error('', table.found, JSON_MODEL, table.hint)] };
  if (problems.length > 0) return { problems: firstProblems(problems) };
  try {
    return { value: JSON.parse(clean), problems: [] };
  } catch {
    return {
      problems: [error('', 'text that is not JSON', JSON_MODEL, 'Open it in an editor that checks JSON.')],
    };
  }
}

function refuseWhole(text: string): Problem | null {
  const kind = fileKindOf(text);
  if (kind) return error('', kind.found, kind.found.startsWith('text in') ? 'text in UTF-8' : JSON_MODEL, kind.hint);
  if (text.length > MOST_CHARACTERS) {
    const size = `${(text.length / 1e6).toFixed(1)} MB`;
    return error(
      '',
      `a file of ${size}`,
      `at most ${MOST_CHARACTERS / 1e6} MB`,
      'A model holds totals and settings, never lists of people.',
    );
  }
  const start = text
    .slice(0, 200)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('<'))
    return error('', 'a web page', JSON_MODEL, 'Save the file itself, not the page that shows it.');
  // Anywhere: a byte that is not UTF-8 is read as U+FFFD, and a letter would be lost without warning.
  const lost = text.search(/[\0\uFFFD]/);
  if (lost >= 0) {
    const { line, column } = placeOf(text.replace(/^\uFEFF/, ''), lost - (text.startsWith('\uFEFF') ? 1 : 0));
    const hint = `Save the file as UTF-8: the letter at line ${line}, column ${column} is lost otherwise.`;
    return error('', 'text in another encoding', 'UTF-8', hint);
  }
  if (text.trim() === '' || text === '\uFEFF')
    return error('', 'an empty file', JSON_MODEL, 'Start from a model that comes with Onward and change it.');
  return null;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Checks the grammar without recursion, so that no depth of nesting can exhaust the machine. */
function scan(text: string, starts?: Map<string, number>): Problem[] {
  const problems: Problem[] = [];
  const levels: Level[] = [];
  let at = 0;
  let expecting: 'value' | 'value or ]' | 'key' | 'key or }' | 'comma or end' = 'value';

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    at += match[0].length;
    return match[0];
  };
  // By hand, because one pattern for a whole text would remember every letter of it.
  const takeString = (): string | null => {
    const from = at;
    if (text[at] !== '"') return null;
    for (at++; at < text.length && text.charCodeAt(at) >= 32;) {
      if (text[at] === '"') return text.slice(from, ++at);
      if (text[at] !== '\\') at++;
      else if (take(ESCAPE) === null) return null;
    }
    return null;
  };
  const path = () => levels.map((level) => (level.keys ? shortText(level.key, 40) : level.index)).join('.');
  const wrong = (expected: string, otherwise: string) => {
    const number = numberAround(text, at, expecting.startsWith('value'));
    const isComment = /^(\/[/*]|#)/.test(text.slice(at, at + 2));
    const hint = isComment ? 'JSON has no comments; put the words in "about".' : (number?.hint ?? otherwise);
    at = number?.from ?? at;
    const found = at >= text.length ? 'the end of the file' : `"${shortText(text.slice(at, at + 12))}"`;
    const { line, column } = placeOf(text, at);
    problems.push(error(path(), `${found} at line ${line}, column ${column}`, expected, hint));
    return problems;
  };

  for (;;) {
    take(SPACE);
    const character = text[at];
    const level = levels[levels.length - 1];
    if (starts && expecting.startsWith('value')) starts.set(path(), at);
    if (expecting === 'comma or end') {
      if (level === undefined)
        return at >= text.length ? problems : wrong('nothing after the model', 'Remove what follows the last }.');
      if (character === ',') {
        at++;
        level.index++;
        expecting = level.keys ? 'key' : 'value';
      } else if (character === (level.keys ? '}' : ']')) {
        at++;
        levels.pop();
      } else return wrong(`a comma or ${level.keys ? '}' : ']'}`, 'A comma or a bracket is missing just before this.');
    } else if (expecting === 'key' || expecting === 'key or }') {
      if (character === '}' && expecting === 'key or }') {
        at++;
        levels.pop();
        expecting = 'comma or end';
        continue;
      }
      const from = at;
      const key = takeString();
      if (key === null)
        return wrong(
          'a name in double quotes',
          character === '}' ? 'Remove the comma before it.' : 'Names are written "like this".',
        );
      nameKey(level!, JSON.parse(key) as string, from);
      take(SPACE);
      if (text[at] !== ':') return wrong('a colon', 'Put a colon between a name and its value.');
      at++;
      expecting = 'value';
    } else if (character === '{' || character === '[') {
      if (levels.length >= MOST_LEVELS)
        return wrong(`at most ${MOST_LEVELS} levels of nesting`, 'A model needs about ten.');
      at++;
      levels.push({ keys: character === '{' ? new Map() : null, key: '', index: 0 });
      expecting = character === '{' ? 'key or }' : 'value or ]';
    } else if (character === ']' && expecting === 'value or ]') {
      at++;
      levels.pop();
      expecting = 'comma or end';
    } else {
      if (takeString() === null && take(NUMBER) === null && take(WORD) === null)
        return wrong('a value', valueHint(text, at));
      expecting = 'comma or end';
    }
  }

  function nameKey(level: Level, key: string, from: number): void {
    level.key = key;
    const earlier = level.keys!.get(key);
    if (earlier === undefined) level.keys!.set(key, from);
    else if (problems.length < MOST_PROBLEMS) {
      const lines = `line ${placeOf(text, earlier).line} and line ${placeOf(text, from).line}`;
      problems.push(
        error(path(), `the key "${shortText(key)}" twice, on ${lines}`, 'each key once', 'Remove one of the two.'),
      );
    }
  }
}

/** Where in a sound text the value of each of some paths begins. */
export function placesIn(text: string): (path: string) => { line: number; column: number } | null {
  const clean = text.replace(/^\uFEFF/, '');
  const starts = new Map<string, number>();
  scan(clean, starts);
  return (path) => (starts.has(path) ? placeOf(clean, starts.get(path)!) : null);
}

function valueHint(text: string, at: number): string {
  const rest = text.slice(at, at + 20);
  if (/^[\]}]/.test(rest)) return 'Remove the comma before it, or give the value that is missing.';
  if (/^['“‘]/.test(rest)) return 'Texts are written in straight double quotes.';
  if (/^[-+]?(?:NaN|Infinity)/i.test(rest)) return 'Only plain decimal numbers can be used.';
  return 'A value is a number, a text in double quotes, true, false, null, a list or an object.';
}

/** A number as people write it and JSON does not: where it begins, and how JSON writes it. What went before may be part of it. */
function numberAround(text: string, at: number, isValue: boolean): { from: number; hint: string } | null {
  if (!/^([\d%_]|[-+.£]+\d)/.test(text.slice(at, at + 3))) return null;
  let from = at;
  while (!isValue && from > Math.max(0, at - 30) && /[-+.,\d]/.test(text[from - 1])) from--;
  const whole = /^[-+.,£%_\d]*/.exec(text.slice(from, at + 30))![0].replace(/[.,]+$/, '');
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(whole)) return null;
  const number = typedNumber(whole);
  const hint = 'hint' in number ? number.hint : `Write ${number.value}${whole.includes(',') ? ' (no comma)' : ''}.`;
  // Where a comma is the trouble the number as a whole is shown, else what follows the part that JSON can read.
  return { from: whole.includes(',') ? from : at, hint };
}

function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}
