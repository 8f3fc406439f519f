// A command or a model that cannot be used: what was found, what was expected, and what to do about it.
import { type Problem, nearestName } from '../engine/index.ts';

/** Thrown where a command cannot go on; `main` prints the problems and leaves with exit code 2. */
export class BadCommand extends Error {
  readonly source: string;
  readonly problems: readonly Problem[];
  constructor(source: string, problems: readonly Problem[]) {
    super(`${source} cannot be used`);
    this.source = source;
    this.problems = problems.map(asSeen);
  }
}

/** Blanks alone would look like nothing at all. */
const asSeen = (problem: Problem): Problem =>
  problem.found.trim() === '' ? { ...problem, found: 'an empty text' } : problem;

export const theCommand = 'The command';

export function badCommand(
  path: string,
  found: string,
  expected: string,
  hint: string,
  source = theCommand,
): BadCommand {
  return new BadCommand(source, [{ path, found, expected, hint, severity: 'error' }]);
}

/** Refuses a word that is not one of those known, naming the nearest. */
export function unknownWord(path: string, found: string, known: readonly string[], otherwise: string): BadCommand {
  const near = nearestName(found, known);
  return badCommand(
    path,
    found,
    known.join(', ') || 'nothing: there are none',
    near === null ? otherwise : `Did you mean ${near}?`,
  );
}

/** One problem over four lines, so that nothing hides in a long sentence. */
export function problemLines(problem: Problem): string {
  return [
    `  ${problem.path === '' ? 'the whole file' : problem.path}`,
    `    found     ${problem.found}`,
    `    expected  ${problem.expected}`,
    `    hint      ${problem.hint}`,
  ].join('\n');
}

export function problemsText(source: string, problems: readonly Problem[]): string {
  const many = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return `onward: ${source} cannot be used: ${many}.\n${problems.map(problemLines).join('\n')}\n`;
}
