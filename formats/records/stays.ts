// Lengths of stay from a table: a column of lengths, or two of dates; what is odd is asked about, and never swallowed.
import { dateAt, type Lengths, type Problem } from '../../engine/index.ts';
import type { Table } from '../table-file.ts';
import { headsOf } from './columns.ts';
import { Questions } from './questions.ts';
import type { Leave, Reader, StayAnswers } from './stay-answers.ts';
import { columnsOfStays, type StayColumns } from './stay-columns.ts';
import { ofDates } from './stay-dates.ts';
import { ofLengths } from './stay-lengths.ts';

export interface StaysRead {
  /** Null: something has to be answered first. */
  readonly lengths: Lengths | null;
  readonly problems: readonly Problem[];
  /** Sentences without their full stops. */
  readonly understood: readonly string[];
  readonly doubts: readonly string[];
  /** The first and last day in the file, or null where it has no dates. */
  readonly dates: string | null;
  /** The heads of the columns that were found, by the option that names each. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Ten years. */
const HARDLY_A_STAY = 3650;
const CODES = [999, 9999, 99_999];
/** Where the longest is so many times the usual one, units may be mixed. */
const FAR_APART = 200;

export function readStays(table: Table, answers: StayAnswers): StaysRead {
  const questions = new Questions();
  const left = new Map<string, number>();
  const leave = (what: string) => void left.set(what, (left.get(what) ?? 0) + 1);
  const doubts: string[] = [];
  const found = columnsOfStays(table, answers, questions);
  const reader = readerFor(table, found, answers, questions, leave);
  const { still, ...others } = found;
  const columns = headsOf(table, { ...others, 'still-there': still });
  const ended: number[] = [];
  const stillThere: number[] = [];
  const before: number[] = [];
  let longest = 0;
  if (reader)
    for (const { cells, line } of table.rows()) {
      const read = reader.read(cells, line);
      if (!read) continue;
      const place = () => table.place(line, reader.column);
      let { days } = read;
      const said = `a stay of ${Number(days.toPrecision(6))} days`;
      if (days < 0) {
        if (answers.leaveOut.includes('negatives')) leave('shorter than nothing');
        else
          questions.ask('negative', place, said, {
            expected: 'a stay above 0',
            hint: 'Mend them, or leave them out with --leave-out negatives.',
          });
        continue;
      }
      if (days === 0 && answers.zerosAs !== undefined) days = answers.zerosAs;
      if (days === 0) {
        if (answers.leaveOut.includes('zeros')) leave('of 0 days');
        else
          questions.ask('zero', place, 'a stay of 0 days', {
            expected: 'a stay above 0, as every shape has it',
            hint: 'If they left on the day they came, say how long that is: --zeros-as 0.5. Else leave them out: --leave-out zeros.',
          });
        continue;
      }
      if (answers.mostDays !== undefined && days > answers.mostDays) {
        leave(`of more than ${answers.mostDays} days`);
        continue;
      }
      if (answers.mostDays === undefined && (days > HARDLY_A_STAY || CODES.includes(days)))
        questions.ask('long', place, said, {
          expected: 'a stay; this looks like a code for “not known”, or another unit',
          hint: 'Say how long a stay may be, and longer ones are left out: --most 365. Or give the unit: --unit hours.',
        });
      longest = Math.max(longest, days);
      (read.isStillThere ? stillThere : ended).push(days);
      if (read.before !== undefined && read.before > 0) before.push(read.before);
    }
  const dates = reader?.end?.();
  const lengths = {
    ended: Float64Array.from(ended),
    stillThere: Float64Array.from(stillThere),
    before: Float64Array.from(before),
  };
  if (reader && questions.all().length === 0 && ended.length < 2)
    questions.askOfAll('all rows', `stays that have ended: ${ended.length}; people still there: ${stillThere.length}`, {
      expected: 'at least two stays that have ended',
      hint: 'A file of those present on one day says how long they have been there, not how long people stay. Take those who left in a year.',
    });
  const problems = questions.all();
  if (!reader || problems.length > 0) return { lengths: null, problems, understood: [], doubts, dates: null, columns };
  const sorted = lengths.ended.toSorted();
  const middle = sorted[ended.length >> 1];
  if (longest > FAR_APART * middle)
    doubts.push(
      `the longest is ${Math.round(longest / middle)} times the one in the middle (${Number(middle.toPrecision(3))} days): look whether all are in one unit`,
    );
  const beyond = stillThere.filter((days) => days > sorted[sorted.length - 1]).length;
  if (beyond >= 3)
    doubts.push(
      `${beyond} of those still there have been there longer than anybody who left: look whether their day of leaving is missing`,
    );
  const count = ended.length + stillThere.length;
  return {
    lengths,
    problems: [],
    understood: [
      table.understood,
      `${count} stays from ${reader.what}${stillThere.length > 0 ? `, of which ${stillThere.length} had not ended` : ''}`,
      ...[...left].map(([what, many]) => `${many} left out: ${what}`),
      ...(answers.zerosAs === undefined ? [] : [`stays of 0 days count as ${answers.zerosAs}`]),
    ],
    doubts,
    dates: dates === undefined ? null : `${dateAt(dates.from)} to ${dateAt(dates.until)}`,
    columns,
  };
}

function readerFor(
  table: Table,
  { from, to, column, still }: StayColumns,
  answers: StayAnswers,
  questions: Questions,
  leave: Leave,
): Reader | undefined {
  if (questions.all().length > 0) return undefined;
  if (column !== undefined) return ofLengths(table, { only: column, still }, answers, questions, leave);
  return ofDates(table, { from: from!, to: to! }, answers, questions, leave);
}
