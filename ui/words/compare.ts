// Options side by side in words: what each is best at, never which is best; what differs between them; how often it is bad.
import type { DifferenceRow, Model, Option, RunRequest } from '../../engine/index.ts';
import { isIn, TODAY, valueAt, valueUnderOption } from '../model/values.ts';
import { isPercent, sayAny, sayDated } from './option-changes.ts';
import { PERCENT } from './numbers/quantity.ts';
import { sayLevel } from './numbers/difference.ts';
import { sayShortName } from './numbers/short-name.ts';
import { isKnown, spansZero } from './numbers/verdict.ts';

export interface Named {
  readonly id: string;
  readonly letter: string;
  readonly title: string;
}

/** Longer ones are called by their letter. */
const MOST_LETTERS = 60;

/** In the middle of a sentence: today, A “More beds”, option B. */
export function sayColumn({ id, letter, title }: Named): string {
  if (id === TODAY) return 'today';
  return title.length <= MOST_LETTERS ? `${letter} “${title}”` : `option ${letter}`;
}

/** The best column at one thing, and those not clearly different from it; places in the list of columns. */
export interface Standing {
  readonly best: number;
  readonly tied: readonly number[];
}

/** `apart(b, a)` is b less a. Undefined while any of it is unknown. */
export function standing(
  averages: readonly (number | null | undefined)[],
  apart: (b: number, a: number) => Pick<DifferenceRow, 'value' | 'ciLow' | 'ciHigh'> | undefined,
  bestIs: 'least' | 'most',
): Standing | undefined {
  if (averages.length < 2 || averages.some((one) => typeof one !== 'number')) return undefined;
  const known = averages as readonly number[];
  const top = bestIs === 'least' ? Math.min(...known) : Math.max(...known);
  const best = known.indexOf(top);
  const others = known.map((_, at) => at).filter((at) => at !== best);
  if (others.some((at) => !isKnown(apart(at, best) as DifferenceRow | undefined))) return undefined;
  const isTied = (at: number) => {
    const { ciLow, ciHigh } = apart(at, best)!;
    return spansZero(ciLow!, ciHigh!);
  };
  return { best, tied: others.filter(isTied) };
}

/** What a column may be best at: "fewest people wait", "fewest places are empty". */
export interface Aspect {
  readonly words: string;
  /** After "no clear difference in": "how many people wait". */
  readonly about: string;
  readonly standing: Standing | undefined;
}

/** One sentence over all columns: each aspect with who is best at it, people first. `isFinal`: enough years to say that nothing is apart. */
export function sayBestAt(
  columns: readonly Named[],
  aspects: readonly Aspect[],
  isFinal: boolean,
  name = sayColumn,
): string {
  const known = aspects.filter(({ standing: one }) => one !== undefined);
  if (columns.length < 2) return 'Choose an option to compare with today';
  if (known.length === 0 || !isFinal) return 'Still working out what each option is best at';
  const isAll = ({ standing: one }: Aspect) => one!.tied.length === columns.length - 1;
  const led = sayLed(
    columns,
    known.filter((aspect) => !isAll(aspect)),
    name,
  );
  const level = known.filter(isAll).map(({ about }) => about);
  const none = level.length === 0 ? '' : `no clear difference in ${inList(level, 'or')}`;
  if (led.length === 0) return capital(none);
  return `The model suggests: ${[...led, ...(none === '' ? [] : [none])].join('; ')}`;
}

/** What is best under the same columns is said together: "fewest people wait and fewest places are empty under A". */
function sayLed(columns: readonly Named[], aspects: readonly Aspect[], name: typeof sayColumn): string[] {
  const byWho = new Map<string, string[]>();
  for (const { words, standing: one } of aspects) {
    const who = sayWho(columns, one!, name);
    byWho.set(who, [...(byWho.get(who) ?? []), words]);
  }
  return [...byWho].map(([who, words]) => `${inList(words, 'and')} under ${who}`);
}

function sayWho(columns: readonly Named[], { best, tied }: Standing, name = sayColumn): string {
  const others = tied.map((at) => name(columns[at]));
  const who = name(columns[best]);
  return tied.length === 0 ? who : `${who}, not clearly different under ${inList(others, 'or')}`;
}

/** A heading of more words is not read at a glance. */
const MOST_WORDS = 25;

/** What is said first, in few words, and the rest as parts of it, a line each. */
export interface BestAt {
  readonly sentence: string;
  readonly parts: readonly string[];
}

export function bestAtInShort(columns: readonly Named[], aspects: readonly Aspect[], isFinal: boolean): BestAt {
  const [first, ...rest] = aspects;
  const byLetter = ({ id, letter }: Named) => (id === TODAY ? 'today' : letter);
  const some = first ? [first] : [];
  const inWords = [sayBestAt(columns, some, isFinal), sayBestAt(columns, some, isFinal, byLetter)];
  const sentence = inWords.find((words) => words.split(/\s+/).length <= MOST_WORDS) ?? inWords[1];
  if (!isFinal) return { sentence, parts: [] };
  return { sentence, parts: rest.flatMap((aspect) => sayPart(columns, aspect)) };
}

/** "Fewest places are empty: today." */
function sayPart(columns: readonly Named[], { words, about, standing: one }: Aspect): string[] {
  if (one === undefined) return [];
  if (one.tied.length === columns.length - 1) return [`No clear difference in ${about}.`];
  return [`${capital(words)}: ${sayWho(columns, one)}.`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function inList(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A number or text that is not the same in every column: as it stands in each, and how much more than today where that can be said. */
export interface Differing {
  readonly path: string;
  readonly label: string;
  readonly cells: readonly { readonly value: string; readonly change: string }[];
}

type Run = Pick<RunRequest, 'option' | 'set'>;

/** In the order of the document's sliders, then of the options. The first column is today. */
export function differing(model: Model, runs: readonly Run[]): Differing[] {
  const options = model.options ?? [];
  const setBy = ({ option, set }: Run) => [
    ...Object.keys(options.find(({ id }) => id === option)?.set ?? {}),
    ...Object.keys(set ?? {}),
  ];
  const sliders = (model.controls ?? []).map(({ path }) => path);
  const used = new Set(runs.flatMap(setBy));
  const paths = [...sliders.filter((path) => used.has(path)), ...[...used].filter((path) => !sliders.includes(path))];
  return paths.flatMap((path): Differing[] => {
    const values = runs.map((run) => inForce(model, options, run, path));
    if (values.every((value) => JSON.stringify(value) === JSON.stringify(values[0]))) return [];
    const cells = values.map((value, at) => ({
      value: value === undefined ? '–' : sayAny(path, value),
      change: at === 0 ? '' : sayMore(path, value, values[0]),
    }));
    return [{ path, label: sayShortName(model, path), cells }];
  });
}

function inForce(model: Model, options: readonly Option[], { option, set = {} }: Run, path: string): unknown {
  if (isIn(set, path)) return set[path];
  const own = options.find(({ id }) => id === option)?.set ?? {};
  return isIn(own, path) ? own[path] : (valueUnderOption(model, option, path) ?? valueAt(model, path));
}

/** "+10", "−8": nothing where they are the same, or no numbers. */
function sayMore(path: string, value: unknown, today: unknown): string {
  if (typeof value !== 'number' || typeof today !== 'number' || value === today) return '';
  const inPercent = isPercent(path);
  const more = Number(((value - today) * (inPercent ? 100 : 1)).toPrecision(6));
  const points = Math.abs(more) === 1 ? ' point' : ' points';
  return `${more < 0 ? '−' : '+'}${Math.abs(more)}${inPercent ? points : ''}`;
}

/** What a run changes on a date, a line each. */
export function datedChanges(model: Model, { option, changes = [] }: RunRequest): string[] {
  const own = model.options?.find(({ id }) => id === option)?.changes ?? [];
  const kept = changes.map(({ atDay, path, value }) => ({ atDay, set: { [path]: value } }));
  return [...own, ...kept].flatMap((change) => sayDated(model, change));
}

/** "34 %", no finer than its range. */
export function sayShare(mean: number, low: number, high: number): string {
  if (!Number.isFinite(mean)) return '–';
  const range = Number.isFinite(low) && Number.isFinite(high) ? ([low, high] as const) : ([mean, mean] as const);
  return `${sayLevel(mean, ...range, PERCENT)} %`;
}

/** What chance alone does to so many verdicts; empty where there are none. */
export function sayChance({ verdicts, expectedFalse }: { readonly verdicts: number; readonly expectedFalse: number }) {
  if (verdicts === 0) return '';
  const byChance = expectedFalse < 0.75 ? 'fewer than one' : `about ${Math.round(expectedFalse)}`;
  return `Of ${verdicts} differences in this table, ${byChance} would look clear by chance alone if nothing differed.`;
}
