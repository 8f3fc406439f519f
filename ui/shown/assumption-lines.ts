// The lines of the table of assumptions: one for each number, with what is known of it; counted, filtered and sorted.
import { coveringEvidence, type Evidence, type Model } from '../../engine/index.ts';
import type { DocumentNumber } from '../worker/protocol.ts';
import { sayCount } from '../words/numbers/count.ts';
import { nameOfNumber, sayNumberName } from '../words/numbers/number-name.ts';
import { sayNumber, sayRange } from '../words/numbers/number-value.ts';
import { sayAny, type NumberWords } from '../words/option-changes.ts';

export const statuses = ['measured', 'estimated', 'illustrative', 'no source'] as const;
export type Status = (typeof statuses)[number];

export interface AssumptionLine extends DocumentNumber {
  readonly part: string;
  readonly what: string;
  readonly status: Status;
  /** Its own line of evidence, or that of the part it belongs to. */
  readonly evidence: Evidence | undefined;
  /** "27 places", under the settings of the screen. */
  readonly said: string;
  readonly saidInDocument: string;
  /** "14 to 35 days"; a range given for several numbers together is no range of this one. */
  readonly range: string | undefined;
}

export function linesOf(model: Model, numbers: readonly DocumentNumber[]): AssumptionLine[] {
  return numbers.map((number) => {
    const { path, value, document, facts } = number;
    const line = coveringEvidence(path, model.evidence);
    const evidence = line === null ? undefined : model.evidence?.[line];
    const own = line === path ? evidence : undefined;
    return {
      ...number,
      ...nameOfNumber(model, path, facts.title),
      evidence,
      status: evidence?.status ?? 'no source',
      said: sayNumber(value, facts, path),
      saidInDocument: sayNumber(document, facts, path),
      range: sayRange(own?.low, own?.high, facts, path),
    };
  });
}

/** Every number of the document by its name on the page, and its value with the unit. */
export function numberWordsOf(lines: readonly AssumptionLine[]): NumberWords {
  const factsAt = new Map(lines.map(({ path, facts }) => [path, facts]));
  return {
    name: (model, path) => sayNumberName(model, path, factsAt.get(path)?.title),
    say(path, value) {
      const facts = factsAt.get(path);
      return facts && (typeof value === 'number' || value === 'unlimited')
        ? sayNumber(value, facts, path)
        : sayAny(path, value);
    },
  };
}

export const countOf = (lines: readonly AssumptionLine[]): Readonly<Record<Status, number>> =>
  Object.fromEntries(
    statuses.map((status) => [status, lines.filter((line) => line.status === status).length]),
  ) as Record<Status, number>;

/** "5 measured · 1 estimated · 31 illustrative": only what there is. */
export const sayCounts = (lines: readonly AssumptionLine[]): string =>
  statuses
    .map((status) => [countOf(lines)[status], status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${sayCount(count)} ${status}`)
    .join(' · ');

/** "37 numbers: 4 measured · 1 estimated · 32 illustrative": the one count, on the screen and on every paper. */
export const sayCounted = (lines: readonly AssumptionLine[]): string =>
  `${sayCount(lines.length)} numbers: ${sayCounts(lines)}.`;

export interface Choice {
  readonly status: Status | '';
  readonly part: string;
  readonly words: string;
}

export function chosenFrom(lines: readonly AssumptionLine[], { status, part, words }: Choice): AssumptionLine[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    const text = `${line.part} ${line.what} ${line.said} ${line.evidence?.source ?? ''}`.toLowerCase();
    return (
      (status === '' || line.status === status) &&
      (part === '' || line.part === part) &&
      asked.every((word) => text.includes(word))
    );
  });
}

export const partsOf = (lines: readonly AssumptionLine[]): string[] => [...new Set(lines.map(({ part }) => part))];

export type Order = 'document' | 'matters' | 'status';
/** The least known first. */
const leastKnown = (line: AssumptionLine) => -statuses.indexOf(line.status);

/** `sizes`: how far each moves the result, where that is known. Equal ones stay in the order of the document. */
export function inOrder(
  lines: readonly AssumptionLine[],
  order: Order,
  sizes: ReadonlyMap<string, number>,
): AssumptionLine[] {
  if (order === 'status') return lines.toSorted((a, b) => leastKnown(a) - leastKnown(b));
  if (order === 'matters') return lines.toSorted((a, b) => (sizes.get(b.path) ?? -1) - (sizes.get(a.path) ?? -1));
  return [...lines];
}
