// What a cell may hold, one entry a kind: how a fact is written, and what is read from what people type.
import { dayNumber, ENGLAND_AND_WALES, nearestName, typedNumber } from '../../engine/index.ts';
import type { CellValue } from './sheet.ts';

/** What was read, or what should stand there instead. */
export type Read = { readonly value: unknown } | Unread;

interface Unread {
  readonly expected: string;
  readonly hint: string;
  /** What was most likely meant: the rest can be read as if it stood there. */
  readonly instead?: unknown;
}

export interface Kind {
  /** Undefined: a cell of this kind cannot say it. */
  write(value: unknown): CellValue | undefined;
  /** The cell is not empty. */
  read(cell: Exclude<CellValue, null>): Read;
  /** For a drop-down list. */
  readonly choices?: readonly string[];
}

const asText = (cell: CellValue): string => (cell instanceof Date ? isoDate(cell) : String(cell)).trim();
const isoDate = (date: Date): string => date.toISOString().slice(0, 10);
/** What a spreadsheet program gives back as it was. */
const isPlain = (text: string): boolean => text !== '' && text === text.trim() && !/[\r\t]|^N\/A$|^#/.test(text);

const text: Kind = {
  write: (value) => (typeof value === 'string' && isPlain(value) ? value : undefined),
  read: (cell) => ({ value: asText(cell) }),
};

function readNumber(cell: CellValue, isWhole = false): Read {
  if (typeof cell === 'number') return { value: cell };
  const expected = isWhole ? 'a whole number' : 'a number';
  if (cell instanceof Date) return { expected, hint: 'This cell holds a date. Set its format to number.' };
  const said = asText(cell);
  if (said.startsWith('#'))
    return { expected, hint: `Its formula gives ${said}. Mend the formula, or type the number.` };
  const typed = typedNumber(said, isWhole);
  return 'value' in typed ? typed : { expected, hint: typed.hint };
}

const number: Kind = {
  write: (value) => (typeof value === 'number' ? value : undefined),
  read: (cell) => readNumber(cell),
};

/** A number or the word "unlimited". */
const limit: Kind = {
  write: (value) => (value === 'unlimited' || typeof value === 'number' ? value : undefined),
  read(cell) {
    if (/^(unlimited|no limit|inf(inity)?)$/i.test(asText(cell))) return { value: 'unlimited' };
    const read = readNumber(cell);
    return 'value' in read ? read : { ...read, expected: 'a number, or the word unlimited' };
  },
};

/** One of a kind, or a list of them with semicolons between; a list of one ends in one: "46; 46; 32", "46;". */
function listOf({ write, read }: Kind): Kind {
  return {
    write(value) {
      if (!Array.isArray(value)) return typeof value === 'string' && value.includes(';') ? undefined : write(value);
      const cells = value.map((one) => (String(one).includes(';') ? undefined : write(one)));
      if (value.length === 0 || cells.includes(undefined)) return undefined;
      return cells.join('; ') + (value.length === 1 ? ';' : '');
    },
    read(cell) {
      if (typeof cell !== 'string' || !cell.includes(';')) return read(cell);
      const parts = cell.trim().replace(/;$/, '').split(';').map(read);
      return parts.find((one) => !('value' in one)) ?? { value: parts.map((one) => (one as { value: unknown }).value) };
    },
  };
}

const numbers = listOf(number);
const names = listOf(text);

const yes: Kind = {
  choices: ['yes', 'no'],
  write: (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined),
  read(cell) {
    const said = asText(cell).toLowerCase();
    if (['yes', 'y', 'true', '1'].includes(said)) return { value: true };
    if (['no', 'n', 'false', '0'].includes(said)) return { value: false };
    return { expected: 'yes or no', hint: 'Write yes or no.' };
  },
};

/** A date as the document has it, written as text so that no program turns it round. */
const date: Kind = {
  write: (value) => (typeof value === 'string' && isDate(value) ? value : undefined),
  read(cell) {
    const said = asText(cell);
    const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said);
    const iso = british
      ? `${british[3]}-${british[2].padStart(2, '0')}-${british[1].padStart(2, '0')}`
      : said.slice(0, 10);
    if (isDate(iso)) return { value: iso };
    return { expected: 'a date', hint: 'Write the year, month and day, as in 2026-04-01, or 01/04/2026.' };
  },
};

const isDate = (said: string): boolean => !Number.isNaN(dayNumber(said));

const dates = listOf(date);

/** Dates, or the name of the list that comes with Onward. */
const holidays: Kind = {
  write: (value) => (value === ENGLAND_AND_WALES ? value : Array.isArray(value) ? dates.write(value) : undefined),
  read(cell) {
    if (asText(cell).toLowerCase().replaceAll(' ', '-') === ENGLAND_AND_WALES) return { value: ENGLAND_AND_WALES };
    const read = dates.read(cell);
    if ('value' in read) return { value: [read.value].flat() };
    return {
      expected: `dates, or ${ENGLAND_AND_WALES}`,
      hint: 'Write each as 2026-12-25 or 25/12/2026, with semicolons between.',
    };
  },
};

/** Whatever has no column of its own, as the document writes it. */
const json: Kind = {
  write: (value) => JSON.stringify(value),
  read(cell) {
    try {
      return { value: JSON.parse(asText(cell)) };
    } catch {
      return {
        expected: 'a value as JSON',
        hint: `A text stands in quotation marks: ${JSON.stringify(asText(cell))}.`,
      };
    }
  },
};

/** One of a few words. */
export function oneOf(...choices: readonly string[]): Kind {
  return {
    choices,
    write: (value) => (choices.includes(value as string) ? (value as string) : undefined),
    read(cell) {
      const said = asText(cell);
      const found = choices.find((one) => one.toLowerCase() === said.toLowerCase());
      if (found !== undefined) return { value: found };
      const near = nearestName(said, choices);
      const hint = near === null ? `Write ${choices.join(', ')}.` : `Did you mean ${near}?`;
      return { expected: `one of ${choices.join(', ')}`, hint, instead: near ?? choices[0] };
    },
  };
}

export const kinds = { text, number, limit, numbers, names, yes, date, holidays, json } as const;
