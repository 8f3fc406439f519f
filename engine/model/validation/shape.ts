// What is wrong with the shape of a document, in words: the schema library's findings as problems with a path and a repair.
import { z } from 'zod';
import {
  error,
  listWords,
  MOST_PROBLEMS,
  nameHint,
  nearestName,
  sayValue,
  shortText,
  type Problem,
} from '../../ground/problem.ts';
import { typedNumber } from '../../ground/typed-number.ts';
import { saySentences } from '../said.ts';
import { defOf, factsAt, keysAt, stepInto, unwrap, type Schema, type Spot } from '../schema-at.ts';
import { childOf } from '../../ground/child-of.ts';

type Issue = z.core.$ZodIssue;
type Keys = readonly string[];

/**
 * The issues of a value checked against a schema (or against what may be at a spot). `at` is the value's own path in the
 * document, so that a single setting is reported just like a whole file.
 */
export function shapeProblems(schema: Schema | Spot, value: unknown, issues: readonly Issue[], at = ''): Problem[] {
  saySentences();
  const problems: Problem[] = [];
  for (const issue of issues) {
    if (problems.length >= MOST_PROBLEMS) break;
    problems.push(...ofIssue(schema, value, issue, [], at));
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function ofIssue(schema: Schema | Spot, whole: unknown, issue: Issue, before: Keys, at: string): Problem[] {
  const keys = [...before, ...issue.path.map(String)];
  const path = [...(at === '' ? [] : [at]), ...keys.map((key) => shortText(key, 64))].join('.');
  const { spot, value } = walk(schema, whole, keys);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, spot, value));
  if (issue.code === 'invalid_key') {
    const key = shortText(keys[keys.length - 1]);
    const plain = key.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[-_]+|-+$/g, '');
    return [
      error(
        path,
        `the name "${key}"`,
        issue.issues[0]?.message ?? 'a name',
        `Choose a plain short name${plain === '' ? '' : `, such as "${plain}"`}; a label may be anything.`,
      ),
    ];
  }
  if (issue.code === 'invalid_union') {
    const best = likeliest(issue.errors, value);
    if (best !== null) return best.flatMap((inner) => ofIssue(schema, whole, inner, keys, at));
  }
  if (issue.code === 'custom' && issue.message !== '')
    return [error(path, sayValue(value), 'values that fit together', sentence(issue.message))];
  const key = path.slice(path.lastIndexOf('.') + 1);
  return [error(path, sayFound(value), sayExpected(spot, value, issue), hintFor(spot, value, key, issue))];
}

function walk(schema: Schema | Spot, whole: unknown, keys: Keys): { spot: Spot; value: unknown } {
  let spot = 'schemas' in schema ? schema : unwrap(schema, whole);
  let value = whole;
  for (const key of keys) {
    spot = stepInto(spot, value, key);
    value = childOf(value, key);
  }
  return { spot, value };
}

/** Of a union's members, the one that was most likely meant: its issues lie deepest and are fewest. Null when there is no clear one. */
function likeliest(errors: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | null {
  const score = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => {
      if (issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
        return sum + sameKind(issue, value);
      if (issue.path.length === 1 && (issue.code === 'invalid_value' || issue.code === 'invalid_union'))
        return sum + 100;
      return sum + (issue.code === 'unrecognized_keys' ? 5 * issue.keys.length : 1);
    }, 0);
  const scored = errors.map((issues) => ({ issues, score: score(issues) })).sort((a, b) => a.score - b.score);
  return scored.length > 0 && scored[0].score < 1000 ? scored[0].issues : null;
}

/** A fraction where a whole number belongs is a number all the same. */
function sameKind(issue: Issue, value: unknown): number {
  return issue.code === 'invalid_type' && typeof value === 'number' && (issue.expected as string) === 'int' ? 1 : 1000;
}

function unknownKey(path: string, key: string, spot: Spot, value: unknown): Problem {
  const names = keysAt(spot, null);
  const missing = names.filter((name) => childOf(value, name) === undefined);
  const nearest = nearestName(key, missing) ?? nearestName(key, names);
  const hint = nearest === null ? 'Remove it, or write it in "about".' : `Did you mean "${nearest}"?`;
  const shown = shortText(key, 64);
  const expected = names.length === 0 ? 'no fields here' : `only ${listWords(names.slice(0, 20))}`;
  return error(path === '' ? shown : `${path}.${shown}`, `unknown field "${shown}"`, expected, hint);
}

function sayFound(value: unknown): string {
  if (typeof value === 'string' && value.length > 200) return `a text of ${value.length} characters`;
  if (value === Infinity || value === -Infinity) return `${value}, which is not a finite number`;
  return sayValue(value);
}

/** What may be at a spot: "a whole number of 0 or more, or the word "unlimited"". */
function sayExpected(spot: Spot, value: unknown, issue: Issue): string {
  if (issue.code === 'invalid_format') return issue.message;
  const words = [...new Set(spot.schemas.map((schema) => sayLeaf(schema, value)))].filter((word) => word !== '');
  const literals = words.filter((word) => word.startsWith('"'));
  const others = words.filter((word) => !word.startsWith('"'));
  if (literals.length > 0)
    others.push(literals.length === 1 ? `the word ${literals[0]}` : `one of ${listWords(literals, 'or')}`);
  return others.length === 0 ? 'something else' : others.join(', or ');
}

interface Leaf {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly type?: string;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

function sayLeaf(schema: Schema, value: unknown): string {
  const def = defOf(schema);
  if (def.type === 'literal')
    return def.values.map((each) => (typeof each === 'string' ? `"${each}"` : String(each))).join(' or ');
  if (def.type === 'enum')
    return `one of ${listWords(
      (schema as z.ZodEnum).options.map((each) => `"${each}"`),
      'or',
    )}`;
  if (def.type === 'object' || def.type === 'record') return 'an object';
  if (def.type !== 'number' && def.type !== 'string' && def.type !== 'array') return '';
  const leaf = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Leaf;
  if (def.type === 'array') {
    const { minItems, maxItems } = leaf;
    if (minItems !== undefined && minItems === maxItems) return `a list of ${minItems}`;
    return `a list${maxItems !== undefined ? ` of ${minItems ?? 0} to ${maxItems}` : minItems ? ` of at least ${minItems}` : ''}`;
  }
  if (def.type === 'string')
    return leaf.maxLength === undefined ? 'a text' : `a text of at most ${leaf.maxLength} characters`;
  return sayNumber(leaf, typeof value === 'number' ? value : 0);
}

function sayNumber({ type, minimum, maximum, exclusiveMinimum }: Leaf, value: number): string {
  const kind = type === 'integer' ? 'a whole number' : 'a number';
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (exclusiveMinimum !== undefined) return `${kind} above ${exclusiveMinimum}`;
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  // A very high limit only guards against slips of the unit, and is worth a word only to those who pass it.
  if (least !== undefined && (most === undefined || (most >= 10_000 && value <= most)))
    return `${kind} of ${least} or more`;
  if (least !== undefined) return `${kind} from ${least} to ${most}`;
  return most === undefined ? kind : `${kind} of ${most} or less`;
}

function hintFor(spot: Spot, value: unknown, key: string, issue: Issue): string {
  const words = spot.schemas.flatMap((schema) => {
    const def = defOf(schema);
    if (def.type === 'enum') return (schema as z.ZodEnum).options.map(String);
    return def.type === 'literal' ? def.values.filter((each) => typeof each === 'string') : [];
  });
  const facts = factsAt(spot, key);
  const meaning = facts === null ? '' : `It is "${facts.title}"${inUnit(facts.unit)}.`;
  if (key === 'schemaVersion' && typeof value === 'number' && value > 1)
    return 'It was made by a newer version of Onward: open it with that version.';
  if (facts === null) {
    if (typeof value === 'string' && words.length > 0) return nameHint(value, words, 'words');
    if (value === undefined) return `Give "${key}".`;
    if (typeof value === 'number' && spot.schemas.some((schema) => defOf(schema).type === 'string'))
      return 'Put text in double quotes.';
    return [`Write ${key} as expected.`, ...spot.said.slice(-1)].join(' ');
  }
  if (typeof value === 'string')
    return textHint(value, words, meaning, ['places', 'people', 'starts'].includes(facts.unit));
  if (value === undefined || value === null)
    return words.includes('unlimited') ? `${meaning} Write "unlimited" if there is no limit.` : meaning;
  if (typeof childOf(value, 'by') === 'string')
    return `${meaning} A table cannot be used here: it is one number for everybody.`;
  if (typeof value !== 'number') return meaning;
  // Somebody who thinks in per cent: of a share, or of growth a year.
  if ((facts.unit === 'share' || facts.unit === 'a year') && value > 1 && value <= 100)
    return `${meaning} Did you mean ${value / 100}?`;
  const own =
    'message' in issue && issue.message !== '' && !/^(Invalid|Too )/.test(issue.message)
      ? `${sentence(issue.message)} `
      : '';
  if (value > 0 && words.includes('unlimited') && Number.isInteger(value))
    return `${meaning} Write "unlimited" if there is no limit.`;
  return `${own}${meaning}`;
}

/** ", in days" and ", a year" */
function inUnit(unit: string): string {
  if (unit === '') return '';
  return /^an? /.test(unit) ? `, ${unit}` : `, in ${unit}`;
}

function textHint(text: string, words: readonly string[], meaning: string, isWhole: boolean): string {
  const trimmed = text.trim();
  if (/^[-+£]?[\d.,]*\d/.test(trimmed) && !/[a-z]{2}/i.test(trimmed)) {
    const number = typedNumber(trimmed, isWhole);
    if ('hint' in number) return trimmed.endsWith('%') ? number.hint : `Remove the quotes. ${number.hint}`;
    return `Remove the quotes${trimmed.includes(',') ? ' and the comma' : ''}: ${number.value}.`;
  }
  const nearest = nearestName(trimmed, words);
  return nearest === null ? meaning : `Did you mean "${nearest}"?`;
}

function sentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
