// Validation: the only place where a document is checked. No later part needs to doubt the model that comes out.
import { modelSchema, type Model } from '../document.ts';
import { MOST_LEVELS, placesIn, readJson } from '../../ground/json-text.ts';
import { withLabels } from './label-checks.ts';
import { FORBIDDEN_NAMES } from '../number-at.ts';
import { error, firstProblems, MOST_PROBLEMS, sayValue, shortText, type Problem } from '../../ground/problem.ts';
import { referenceProblems } from './references.ts';
import { childOf } from '../../ground/child-of.ts';
import { shapeProblems } from './shape.ts';
import { MOST_OF, soundnessProblems } from './soundness.ts';

/** A model, when there is no error (warnings may come with it), or the first problems. */
export interface Checked {
  readonly model?: Model;
  readonly problems: Problem[];
}

/** From text: size, depth, repeated keys and syntax first, then everything else. Never throws, whatever the text. */
export function readModel(text: string): Checked {
  const { value, problems } = readJson(text);
  if (problems.length > 0) return { problems };
  const checked = validate(value);
  // A number in quotes is a slip of typing, like the ones that the reader of JSON names by line and column.
  const isQuoted = ({ found, hint }: Problem) => found.startsWith('the text "') && hint.startsWith('Remove the quotes');
  if (!checked.problems.some(isQuoted)) return checked;
  const placeOf = placesIn(text);
  return {
    ...checked,
    problems: checked.problems.map((problem) => {
      const place = isQuoted(problem) ? placeOf(problem.path) : null;
      return place ? { ...problem, found: `${problem.found} at line ${place.line}, column ${place.column}` } : problem;
    }),
  };
}

/** From a value of any kind. Later checks build on earlier ones, so each begins only when the ones before found no error. */
export function validate(input: unknown): Checked {
  const raw = rawProblems(input);
  if (raw.length > 0) return { problems: firstProblems(raw) };
  const parsed = modelSchema.safeParse(input);
  if (!parsed.success) return { problems: firstProblems(shapeProblems(modelSchema, input, parsed.error.issues)) };
  const model = parsed.data;
  const problems = soundnessProblems(model);
  if (!problems.some((problem) => problem.severity === 'error')) problems.push(...referenceProblems(model));
  const isSound = !problems.some((problem) => problem.severity === 'error');
  return { ...(isSound && { model: withLabels(model) }), problems: firstProblems(problems) };
}

/** More values than any file of the greatest size can hold: only a caller's own tangle of objects can have this many. */
const MOST_VALUES = 3_000_000;
/** Characters that cannot be seen, that reorder what is seen, that no XML may hold, or that are half of one; line breaks and tabs are none of them. */
const UNSEEN = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** What must be so before a schema may even look at it. */
function rawProblems(input: unknown): Problem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return [
      error(
        '',
        sayValue(input),
        'a model: an object with "stations", "needs" and "streams"',
        'Start from a model that comes with Onward and change it.',
      ),
    ];
  if (Object.hasOwn(input, 'manifest') && Object.hasOwn(input, 'summary'))
    return [error('', 'a file of results', 'a model', 'Open the model that these results were made from.')];
  const crowds = Object.entries(MOST_OF).filter(
    ([family, most]) => Object.keys(childOf(input, family) ?? {}).length > most,
  );
  if (crowds.length > 0)
    return crowds.map(([family, most]) =>
      error(family, `more than ${most}`, `at most ${most} ${family}`, 'Combine the ones that are alike.'),
    );
  const problems: Problem[] = [];
  let values = 0;

  const look = (value: unknown, path: string, level: number): void => {
    if (problems.length >= MOST_PROBLEMS || ++values > MOST_VALUES) return;
    if (typeof value === 'string') {
      if (UNSEEN.test(value))
        problems.push(
          error(path, sayValue(value), 'text without control characters', 'Type it again; line breaks are allowed.'),
        );
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (!Array.isArray(value) && prototype !== null && prototype !== Object.prototype) {
      problems.push(
        error(
          path,
          'an object that is not plain',
          'what JSON can hold',
          'Pass plain objects, lists, texts and numbers.',
        ),
      );
      return;
    }
    if (level >= MOST_LEVELS) {
      problems.push(
        error(
          shortText(path, 80),
          `more than ${MOST_LEVELS} levels of nesting`,
          'a model, which needs about ten',
          'Look for an object that contains itself.',
        ),
      );
      values = MOST_VALUES;
      return;
    }
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length && values <= MOST_VALUES; at++) look(value[at], `${path}.${at}`, level + 1);
      return;
    }
    for (const key of Object.keys(value)) {
      const inner = `${path === '' ? '' : `${path}.`}${shortText(key, 64)}`;
      if (FORBIDDEN_NAMES.includes(key))
        problems.push(
          error(
            inner,
            `unknown field "${key}"`,
            'the names that a model uses',
            'Remove it: nothing in a model may have this name.',
          ),
        );
      else look((value as Record<string, unknown>)[key], inner, level + 1);
    }
  };
  look(input, '', 0);
  if (problems.length === 0 && values > MOST_VALUES)
    problems.push(
      error(
        '',
        'more values than can be checked',
        `at most ${MOST_VALUES}`,
        'A model holds totals and settings, never lists of people.',
      ),
    );
  return problems;
}
