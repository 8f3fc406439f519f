// Stays from a column of lengths, and one that says who is still there.
import { typedNumber } from '../../engine/index.ts';
import { isDay } from '../day.ts';
import type { Table } from '../table-file.ts';
import type { Questions } from './questions.ts';
import { STAY_UNITS, unreadable, type Leave, type Reader, type StayAnswers } from './stay-answers.ts';

export function ofLengths(
  table: Table,
  { only, still }: { readonly only: number; readonly still: number | undefined },
  answers: StayAnswers,
  questions: Questions,
  leave: Leave,
): Reader {
  const daysInOne = STAY_UNITS[answers.unit];
  const cannot = unreadable(table, answers, questions, leave);
  const head = table.heads?.[only];
  return {
    what: `${head ? `the column “${head}”` : `column ${only + 1}`}, in ${answers.unit}`,
    column: only,
    read(cells, line) {
      const cell = cells[only] ?? '';
      const number = typedNumber(cell);
      if (!('value' in number)) {
        if (isDay(cell))
          return cannot(
            line,
            only,
            cell,
            `a number of ${answers.unit}`,
            'For dates give two columns: --from NAME --to NAME.',
          );
        const [, unit] = /^[\d.,]+\s*([a-z]+)$/i.exec(cell) ?? [];
        const hint = unit ? `Write every stay in one unit, without its name, and give it: --unit hours.` : number.hint;
        return cannot(line, only, cell, `a number of ${answers.unit}`, cell === '' ? 'Fill this cell.' : hint);
      }
      const isStillThere = still === undefined ? false : yesOrNo(cells[still] ?? '');
      if (isStillThere === null)
        return cannot(
          line,
          still!,
          cells[still!],
          'yes or no: still there',
          'Write 1, yes or true; or 0, no, false or nothing.',
        );
      return { days: number.value * daysInOne, isStillThere };
    },
  };
}

function yesOrNo(cell: string): boolean | null {
  if (/^(1|1\.0|y|yes|true|t|x|censored|still (t)?here)$/i.test(cell)) return true;
  return /^(|0|0\.0|n|no|false|f|left|ended)$/i.test(cell) ? false : null;
}
