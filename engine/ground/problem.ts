// A problem with a document or a request: where it is, what was found, what was expected and what to do about it.

/** One thing that is wrong, or doubtful, in a document or a request. */
export interface Problem {
  /** Dotted path from the top of the document; '' is the document itself. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string;
  readonly severity: 'error' | 'warning';
}

/** Nobody mends more than this at one sitting, and a hostile file must not fill the screen. */
export const MOST_PROBLEMS = 50;

/** What is thrown when an option, a path or a setting cannot be used. The only class in the engine. */
export class Refusal extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(sayProblem).join('\n'));
    this.name = 'Refusal';
    this.problems = problems;
  }
}

export function error(path: string, found: string, expected: string, hint: string): Problem {
  return { path, found, expected, hint, severity: 'error' };
}

export function warning(path: string, found: string, expected: string, hint: string): Problem {
  return { path, found, expected, hint, severity: 'warning' };
}

/** "stations.p1.beds: found -3; expected a whole number of 0 or more. Give the number of staffed beds." */
export function sayProblem(problem: Problem): string {
  const where = problem.path === '' ? 'the document' : problem.path;
  const hint = problem.hint === '' ? '' : ` ${problem.hint}`;
  return `${where}: found ${problem.found}; expected ${problem.expected}.${hint}`;
}

/** Errors before warnings, otherwise in the order they were found, and never more than the most anyone reads. */
export function firstProblems(problems: readonly Problem[]): Problem[] {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');
  return [...errors, ...warnings].slice(0, MOST_PROBLEMS);
}

/** A text as it may be shown: short, and with what cannot be seen written out. */
export function shortText(text: string, most = 60): string {
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}

/** Any value in words: -3, the text "12", a list of 3, an object with kind and label, nothing. */
export function sayValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${shortText(value)}"`;
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN, which is not a number' : String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return shortText(String(value));
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  return `an object with ${listWords(keys.slice(0, 4).map((key) => shortText(key, 30)))}${keys.length > 4 ? ' …' : ''}`;
}

/** "a", "a and b", "a, b and c"; another joining word may be given. */
export function listWords(words: readonly string[], join = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${join} ${words[words.length - 1]}`;
}

/** "Did you mean "beds"?", or what names there are. */
export function nameHint(word: string, names: readonly string[], what: string): string {
  const nearest = nearestName(word, names);
  if (nearest !== null) return `Did you mean "${nearest}"?`;
  if (names.length === 0) return `There are no ${what}.`;
  const some = names.slice(0, 12).map((name) => shortText(name, 40));
  return `The ${what} are ${names.length > 12 ? `${some.join(', ')} and more` : listWords(some)}.`;
}

/**
 * The name most like a mistyped word, or null when none is like it: a third of its letters may differ, or its end may be
 * missing (`mean` for `meanDays`).
 */
export function nearestName(word: string, names: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  if (wanted.length > 200) return null;
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const edits = editsBetween(wanted, name.toLowerCase());
    if (edits < least) {
      least = edits;
      nearest = name;
    }
  }
  // A word of which every letter is different is not alike, however short it is.
  if (nearest !== null && least < wanted.length) return nearest;
  return wanted.length < 3 ? null : (names.find((name) => name.toLowerCase().startsWith(wanted)) ?? null);
}

/** Damerau–Levenshtein (optimal string alignment): letters put in, left out, replaced or swapped with their neighbour. */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2] + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}
