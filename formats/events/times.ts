// When the events of a log happened: dates, or numbers in a unit that has to be known.
import { dateAt, dayNumber, type Problem, typedNumber } from '../../engine/index.ts';
import { dateOrderOf, dayReader } from '../day.ts';
import { STAY_UNITS } from '../records/stay-answers.ts';
import type { Table } from '../table-file.ts';
import type { LogColumns } from './columns.ts';
import type { LogCalendar } from './log.ts';

export type TimeUnit = keyof typeof STAY_UNITS;

/** A Monday: where the log names no date, its time 0 is this midnight. */
export const CHOSEN_START = '2024-01-01';
/** A column of dates beside the times is written to the second or the minute. */
const [NEAR_DAYS, NEAR_SHARE] = [1.01 / 1440, 0.02];

export interface Times {
  readonly calendar: LogCalendar;
  /** Days from the first date; NaN for what cannot be read. */
  dayOf(cell: string): number;
  readonly expected: string;
  readonly hint: string;
}

/** The times, or what has to be said before they can be read. */
export function timesOf(table: Table, columns: LogColumns, unit: TimeUnit | undefined): Times | Problem {
  const [least, most] = extremes(table, columns.time);
  return Number.isNaN(least) ? ofDates(table, columns.time, unit) : ofNumbers(table, columns, unit, [least, most]);
}

/** Of the numbers; NaN where the first time is none. */
function extremes(table: Table, time: number): [number, number] {
  let [least, most] = [NaN, NaN];
  for (const { cells } of table.rows()) {
    const typed = typedNumber(cells[time] ?? '');
    if (!('value' in typed)) {
      if (Number.isNaN(least)) break;
      continue;
    }
    if (!(typed.value >= least)) least = typed.value;
    if (!(typed.value <= most)) most = typed.value;
  }
  return [least, most];
}

function ofNumbers(
  table: Table,
  columns: LogColumns,
  unit: TimeUnit | undefined,
  [least, most]: [number, number],
): Times | Problem {
  const dated = columns.timestamp < 0 ? undefined : datedBy(table, columns);
  const asked = unit ?? dated?.unit;
  if (asked === undefined)
    return {
      path: 'the times',
      found: `numbers from ${short(least)} to ${short(most)}, and nothing that says their unit`,
      expected: 'their unit',
      hint: `Give --unit: the log lasts ${short((most - least) / 1440)} days if they are minutes, ${short((most - least) / 24)} if hours, ${short(most - least)} if days, ${short((most - least) * 7)} if weeks.`,
      severity: 'error',
    };
  const unitDays = STAY_UNITS[asked];
  const zero = dated !== undefined && dated.unit === asked ? dated.zero : dayNumber(CHOSEN_START);
  const start = Math.floor(zero);
  return {
    calendar: {
      startDate: dateAt(start),
      isDated: zero === dated?.zero,
      zeroDay: zero - start,
      unitDays,
      unit: asked,
    },
    dayOf(cell) {
      const typed = typedNumber(cell);
      return 'value' in typed ? typed.value * unitDays + (zero - start) : NaN;
    },
    expected: 'a number, as in the rows above',
    hint: 'Mend it.',
  };
}

/** The unit in which a column of dates keeps pace with the times, and the day of time 0. */
function datedBy(table: Table, { time, timestamp }: LogColumns): { unit: TimeUnit; zero: number } | undefined {
  const dayOf = dayReader(dateOrderOf(cellsOf(table, timestamp)) ?? 'day first');
  let [first, last]: [number, number][] = [
    [NaN, NaN],
    [NaN, NaN],
  ];
  for (const { cells } of table.rows()) {
    const typed = typedNumber(cells[time] ?? '');
    const day = dayOf(cells[timestamp] ?? '');
    if (!('value' in typed) || Number.isNaN(day)) continue;
    if (!(typed.value >= first[0])) first = [typed.value, day];
    if (!(typed.value <= last[0])) last = [typed.value, day];
  }
  const pace = (last[1] - first[1]) / (last[0] - first[0]);
  const unit = (Object.keys(STAY_UNITS) as TimeUnit[]).find((each) => {
    const days = STAY_UNITS[each];
    return (
      Math.abs(last[1] - first[1] - (last[0] - first[0]) * days) <= NEAR_DAYS || Math.abs(pace / days - 1) < NEAR_SHARE
    );
  });
  if (unit === undefined) return undefined;
  const zero = first[1] - first[0] * STAY_UNITS[unit];
  const [day, minute] = [Math.round(zero), Math.round(zero * 1440) / 1440];
  return {
    unit,
    zero: Math.abs(zero - day) < NEAR_DAYS ? day : Math.abs(zero - minute) < NEAR_DAYS / 30 ? minute : zero,
  };
}

function ofDates(table: Table, time: number, unit: TimeUnit | undefined): Times | Problem {
  const order = dateOrderOf(cellsOf(table, time));
  if (order === null)
    return {
      path: 'the times',
      found: 'some with the month first and some with the day first',
      expected: 'dates in one order',
      hint: 'Write all dates as 2026-04-01 08:30.',
      severity: 'error',
    };
  const dayOf = dayReader(order ?? 'day first');
  let [start, isFirst] = [Infinity, true];
  for (const cell of cellsOf(table, time)) {
    const day = dayOf(cell);
    if (isFirst && Number.isNaN(day)) break;
    isFirst = false;
    if (day < start) start = day;
  }
  if (start === Infinity || unit !== undefined)
    return {
      path: 'the times',
      found: start === Infinity ? `"${firstOf(table, time)}" as the first` : `dates, and --unit ${unit}`,
      expected: start === Infinity ? 'numbers, or dates such as 2026-04-01 08:30' : 'numbers, where a unit is given',
      hint: start === Infinity ? 'Mend the column of times.' : 'Leave --unit out: dates need none.',
      severity: 'error',
    };
  const from = Math.floor(start);
  return {
    calendar: { startDate: dateAt(from), isDated: true, zeroDay: Infinity, unitDays: 0, unit: '' },
    dayOf: (cell) => dayOf(cell) - from,
    expected: 'a date, as in the rows above',
    hint: 'Write it as 2026-04-01 08:30.',
  };
}

function* cellsOf(table: Table, column: number): Generator<string> {
  for (const { cells } of table.rows()) yield cells[column] ?? '';
}

const firstOf = (table: Table, column: number): string => cellsOf(table, column).next().value ?? '';
const short = (value: number): string => String(Number(value.toPrecision(4)));
