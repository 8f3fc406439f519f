// Series from a table of what happened: a count a day, week or month, one or several; whatever is odd is asked about by its place.
import {
  dateAt,
  monthStart,
  periodEnd,
  spacingOf,
  typedNumber,
  type Problem,
  type Spacing,
} from '../../engine/index.ts';
import { dateOrderOf, dayReader, readMonth, type DateOrder } from '../day.ts';
import type { Table } from '../table-file.ts';
import { Questions } from './questions.ts';
import { layoutOf, withoutWeekday, type Columns, type Entry, type Layout } from './series-layout.ts';
import { endsOnDate, understoodOf, type NamedSeries } from './series-told.ts';

export const ODD_IN_SERIES = ['gaps', 'zeros', 'unreadable'] as const;

export interface SeriesAnswers extends Columns {
  readonly leaveOut: readonly (typeof ODD_IN_SERIES)[number][];
}

export interface SeriesRead {
  /** Null: something has to be mended or answered first. */
  readonly series: readonly NamedSeries[] | null;
  readonly problems: readonly Problem[];
  /** Sentences without their full stops. */
  readonly understood: readonly string[];
  /** The heads of the columns that were found, by the option that names each. */
  readonly columns: Readonly<Record<string, string>>;
}

interface Found {
  readonly day: number;
  /** NaN where it cannot be read: something is asked about that already, and its day is no gap. */
  readonly value: number;
  readonly entry: Entry;
}

/** Fewer say nothing of everyday variation. */
const FEWEST = 8;
const MOST_SERIES = 500;
const MOST_DAYS = 40_000;
/** Where so many are usual, a day with none at all is a return that was not made. */
const USUAL_WITHOUT_ZERO = 20;
const RARELY = 0.02;

export function readSeries(table: Table, answers: SeriesAnswers): SeriesRead {
  const questions = new Questions();
  const layout = layoutOf(table, answers, questions);
  const series = layout && seriesIn(table, layout, answers, questions);
  const problems = questions.all();
  const columns = layout?.columns ?? {};
  if (!series || problems.length > 0) return { series: null, problems, understood: [], columns };
  return { series, problems, understood: understoodOf(table, layout, series, answers.leaveOut.length > 0), columns };
}

function seriesIn(
  table: Table,
  layout: Layout,
  { leaveOut }: SeriesAnswers,
  questions: Questions,
): NamedSeries[] | undefined {
  const order = dateOrderOf(layout.entries.map(({ date }) => date));
  if (order === null)
    questions.askOfAll('the dates', 'some with the month first and some with the day first', {
      expected: 'dates in one order',
      hint: 'Write all dates as 2026-04-01.',
    });
  const byName = readAll(table, layout.entries, order ?? 'day first', leaveOut, questions);
  const days = [...new Set([...byName.values()].flatMap(({ found }) => found.map(({ day }) => day)))].sort(
    (a, b) => a - b,
  );
  if (days.length > 0 && (byName.size > MOST_SERIES || days[days.length - 1] - days[0] > MOST_DAYS)) {
    questions.askOfAll(
      'all rows',
      byName.size > MOST_SERIES ? `${byName.size} series` : `${dateAt(days[0])} to ${dateAt(days[days.length - 1])}`,
      {
        expected: `up to ${MOST_SERIES} series over no more than a hundred years`,
        hint: 'Look whether a year is wrong, and keep the rows and columns that are meant.',
      },
    );
    return undefined;
  }
  const spacing = spacingOf(days);
  const isEnd = endsOnDate(layout, spacing);
  const series = [...byName.values()].map(({ parts, found }): NamedSeries => {
    const own = inOrder(table, found, spacing, isEnd, questions);
    if (!leaveOut.includes('gaps')) askForGaps(table, own, spacing, questions);
    const kept = withoutZeros(
      table,
      own.filter(({ value }) => !Number.isNaN(value)),
      leaveOut,
      questions,
    );
    return {
      name: parts.join(', '),
      parts,
      spacing,
      days: kept.map(({ day }) => day),
      values: kept.map(({ value }) => value),
    };
  });
  const short = series.find(({ days: own }) => own.length < FEWEST);
  if (questions.all().length === 0 && (short || series.length === 0))
    questions.askOfAll(
      'the dates',
      `${short?.days.length ?? 0} different dates${short?.name ? ` of ${short.name}` : ''}`,
      {
        expected: `at least ${FEWEST} dates of each series`,
        hint: 'Give more of what happened.',
      },
    );
  return series;
}

/** Counts by series, as far as date and count can be read. */
function readAll(
  table: Table,
  entries: readonly Entry[],
  order: DateOrder,
  leaveOut: SeriesAnswers['leaveOut'],
  questions: Questions,
): Map<string, { parts: readonly string[]; found: Found[] }> {
  const dayOf = dayReader(order);
  const byName = new Map<string, { parts: readonly string[]; found: Found[] }>();
  for (const entry of entries) {
    const { parts, date, cell, line, column, dateColumn, isShort } = entry;
    const name = parts.join('\n');
    let its = byName.get(name);
    if (!its) byName.set(name, (its = { parts, found: [] }));
    const cannot = (kind: string, at: number, text: string, expected: string, hint: string) => {
      if (leaveOut.includes(text === '' ? 'gaps' : 'unreadable')) return;
      questions.ask(
        `${kind} ${text === ''}`,
        () => table.place(line, at),
        text === '' ? 'an empty cell' : `"${text.slice(0, 60)}"`,
        {
          expected,
          hint: `${hint} Or leave such cells out: --leave-out ${text === '' ? 'gaps' : 'unreadable'}.`,
        },
      );
    };
    const plain = withoutWeekday(date);
    const whole = dayOf(plain);
    const day = Math.floor(Number.isNaN(whole) ? readMonth(plain) : whole);
    if (Number.isNaN(day)) {
      cannot('date', dateColumn, date, 'a date', 'Write the year, month and day, as in 2026-04-01, or 01/04/2026.');
      continue;
    }
    const number = typedNumber(cell);
    const isCount = 'value' in number && number.value >= 0;
    its.found.push({ day, value: isCount ? number.value : NaN, entry });
    if (isCount) continue;
    if (isShort)
      cannot(
        'length',
        column,
        '',
        `a count on ${dateAt(day)}, as other years have one: years of one length`,
        'Fill it.',
      );
    else
      cannot(
        'count',
        column,
        cell,
        'a number of people, 0 or more',
        'hint' in number && cell !== '' ? number.hint : 'Mend it.',
      );
  }
  return byName;
}

/** By date, each once; months from their first day, and weeks that are named by their last day from their first. */
function inOrder(
  table: Table,
  found: readonly Found[],
  spacing: Spacing,
  isEnd: boolean,
  questions: Questions,
): Found[] {
  const start = (day: number) => (spacing === 'month' ? monthStart(day) : isEnd ? day - 6 : day);
  const all = found.map((one) => ({ ...one, day: start(one.day) })).sort((a, b) => a.day - b.day);
  return all.filter(({ day, entry }, at) => {
    if (at === 0 || day !== all[at - 1].day) return true;
    questions.ask('twice', () => table.place(entry.line, entry.dateColumn), `${entry.date} once more`, {
      expected: `each ${spacing} once`,
      hint: 'Are there several places in the file? Keep the rows of one, or say in a column which is which.',
    });
    return false;
  });
}

function askForGaps(table: Table, all: readonly Found[], spacing: Spacing, questions: Questions): void {
  all.slice(1).forEach(({ day, entry }, at) => {
    const { day: before } = all[at];
    const next = periodEnd(before, spacing);
    if (day === next) return;
    const isUneven = spacing === 'week' && (day - before) % 7 !== 0;
    questions.ask(
      isUneven ? 'uneven' : 'gap',
      () => table.place(entry.line, entry.dateColumn),
      `${dateAt(day)} after ${dateAt(before)}`,
      {
        expected: isUneven ? 'weeks seven days apart' : `every ${spacing}: ${dateAt(next)} comes next`,
        hint: isUneven
          ? 'Look whether the date is right.'
          : 'Put in what is missing, or let gaps be gaps: --leave-out gaps.',
      },
    );
  });
}

/** None at all, where many are usual on nearly every other day. */
function withoutZeros(
  table: Table,
  all: readonly Found[],
  leaveOut: SeriesAnswers['leaveOut'],
  questions: Questions,
): Found[] {
  const sorted = all.map(({ value }) => value).sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1];
  const zeros = all.filter(({ value }) => value === 0);
  if (zeros.length === 0 || usual < USUAL_WITHOUT_ZERO || zeros.length > RARELY * all.length) return [...all];
  if (!leaveOut.includes('zeros'))
    for (const { entry } of zeros)
      questions.ask('zero', () => table.place(entry.line, entry.column), `0 where ${usual} is usual`, {
        expected: 'a return that was made',
        hint: 'Put in the number it should be, or leave such days out: --leave-out zeros.',
      });
  return all.filter(({ value }) => value !== 0);
}
