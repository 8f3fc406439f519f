// A table as text, after a line of what was answered about it: cells, rows and columns changed, and the letters themselves.
import type { Dice } from '../../laws/dice.ts';
import { bytesOf, textOf, type Kind } from '../target.ts';
import { changeJson, put, readJson, type Words } from './json.ts';
import { changeBytes, ODD_TEXTS, splice, withoutPieces } from './text.ts';

const CELLS = [
  ...ODD_TEXTS,
  '1',
  '2',
  '14',
  '0.5',
  '-3',
  '12,5',
  '1.234.567',
  '£300',
  '5%',
  'n/a',
  '-',
  'yes',
  'Home',
  'home ',
  'P1',
  'P2',
  '2026-04-01',
  '2026-04-01 14:05',
  '2026-04-01T14:05:30Z',
  '31/12/2026',
  '12/31/26',
  '1 April 2026',
  'Apr-26',
  '2026-04',
  'Mon 6 Apr 2026',
  '0001-01-01',
  '9999-12-31',
  '1900-01-01',
  'Infinity',
  'Inf',
  '1e6',
  '1E-9',
];
/** Rows of a table are many: a fault hardly ever needs more. */
const MOST_ROWS = 400;

export interface Given {
  readonly answers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The line of answers, and the file. */
export function givenIn(input: Uint8Array): Given {
  const end = input.indexOf(10);
  const whole = readJson(input.subarray(0, Math.max(0, end)));
  const isLine = end >= 0 && typeof whole === 'object' && whole !== null;
  const answers = Object.entries(isLine ? whole : {}).filter(([, value]) => typeof value === 'string');
  return {
    answers: Object.fromEntries(answers) as Given['answers'],
    bytes: Uint8Array.from(isLine ? input.subarray(end + 1) : input),
  };
}

export const asInput = (text: string, answers: Readonly<Record<string, string>> = {}): Uint8Array =>
  bytesOf(`${JSON.stringify(answers)}\n${text}`);

const markOf = (text: string): string =>
  [',', ';', '\t', '|'].reduce((best, mark) => (text.split(mark).length > text.split(best).length ? mark : best));

/** `names`: of options that answer something, and words for them. */
export function tableKind(heads: readonly string[], names: readonly string[], words: readonly string[]): Kind {
  const all = [...CELLS, ...heads, ...words];
  const ofAnswers: Words = { keys: names, values: [...words, ...heads] };

  function changeRows(rows: string[][], others: string[][], roll: Dice): void {
    const at = roll.between(0, rows.length - 1);
    const row = rows[at];
    const column = roll.between(0, Math.max(0, row.length - 1));
    switch (roll.between(0, 11)) {
      case 0:
        if (rows.length > 1) rows.splice(at, 1);
        break;
      case 1:
        rows.splice(at, 0, [...row]);
        break;
      case 2: {
        const with_ = roll.between(0, rows.length - 1);
        [rows[at], rows[with_]] = [rows[with_], rows[at]];
        break;
      }
      case 3:
        for (const one of rows) one.splice(column, 1);
        break;
      case 4:
        for (const [n, one] of rows.entries()) one.splice(column, 0, n === 0 ? roll.pick(heads) : roll.pick(all));
        break;
      case 5:
        rows[0][roll.between(0, Math.max(0, rows[0].length - 1))] = roll.pick(heads);
        break;
      case 6:
        for (let times = roll.between(2, 30); times > 0; times--) rows.push([...roll.pick(rows)]);
        break;
      case 7:
        rows.splice(at, 0, [...roll.pick(others)]);
        break;
      case 8:
        row[column] = `"${row[column] ?? ''}${roll.pick(all)}"`;
        break;
      case 9:
        row[column] = textOf(changeBytes(bytesOf(row[column] ?? ''), bytesOf(roll.pick(all)), roll, all));
        break;
      case 10: {
        const other = roll.pick(rows);
        row[column] = other[roll.between(0, Math.max(0, other.length - 1))] ?? '';
        break;
      }
      default:
        row[column] = roll.pick(all);
    }
  }

  return {
    change(input, other, roll) {
      const { answers, bytes } = givenIn(input);
      const text = textOf(bytes);
      if (roll.chance(0.15)) {
        const made = changeJson({ ...answers }, { ...answers }, roll, ofAnswers);
        if (typeof made === 'object' && made !== null && roll.chance(0.5))
          put(made as object as never, roll.pick(names), roll.pick(all));
        return bytesOf(`${JSON.stringify(made)}\n${text}`);
      }
      if (roll.chance(0.1)) return changeBytes(input, other, roll, all);
      const mark = markOf(text.slice(0, 2000));
      const rows = text.split('\n').map((line) => line.split(mark));
      const others = textOf(givenIn(other).bytes)
        .split('\n')
        .map((line) => line.split(mark));
      for (let left = roll.between(1, 4); left > 0; left--) changeRows(rows, others, roll);
      const to = roll.chance(0.05) ? roll.pick([',', ';', '\t', '|']) : mark;
      const end = roll.chance(0.05) ? '\r\n' : '\n';
      return asInput(
        rows
          .slice(0, MOST_ROWS)
          .map((row) => row.join(to))
          .join(end),
        answers,
      );
    },
    *smaller(input) {
      const { answers, bytes } = givenIn(input);
      const text = textOf(bytes);
      for (const key of Object.keys(answers)) yield asInput(text, { ...answers, [key]: undefined! });
      const lines = text.split('\n');
      for (let size = lines.length >> 1; size >= 1; size >>= 1)
        for (let at = 0; at < lines.length; at += size)
          yield asInput(lines.filter((_, n) => n < at || n >= at + size).join('\n'), answers);
      const start = input.indexOf(10) + 1;
      for (const piece of withoutPieces(bytes)) yield splice(input.subarray(0, start), start, 0, piece);
    },
  };
}
