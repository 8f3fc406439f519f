// The read-out: all rows of a program as columns of whole numbers, so that reading a ledger is one pass and allocates one array.
import type { Books } from './books.ts';
import type { Ledger } from './ledger.ts';
import { levelMean, levelMost, levelSd, shareOver } from './level.ts';
import { meanOf, percentileOf, sdOf, shareAbove, shareAboveZero } from './recorder.ts';
import { levelQuantile } from '../ground/quantiles.ts';
import type { Cells, DaysStatistic, LevelStatistic, Source } from './source.ts';

const KNOWN = 0;
const QUOTIENT = 1;
const RATIO = 2;
const LOOK = 3;
const WORKED_OUT = 4;
const LEVEL_MEAN = 5;
const LEVEL_SD = 6;
const LEVEL_PERCENTILE = 7;
const LEVEL_MAX = 8;
const LEVEL_OVER = 9;
const DAYS_MEAN = 10;
const DAYS_SD = 11;
const DAYS_PERCENTILE = 12;
const DAYS_OVER = 13;
const DAYS_ABOVE_ZERO = 14;

const ofLevels: Readonly<Record<LevelStatistic, number>> = {
  mean: LEVEL_MEAN,
  sd: LEVEL_SD,
  percentile: LEVEL_PERCENTILE,
  max: LEVEL_MAX,
  over: LEVEL_OVER,
};
const ofRecorders: Readonly<Record<DaysStatistic, number>> = {
  mean: DAYS_MEAN,
  sd: DAYS_SD,
  percentile: DAYS_PERCENTILE,
  over: DAYS_OVER,
  aboveZero: DAYS_ABOVE_ZERO,
};

/** A row is read as `how` says from what has the number `which`, with `number` beside it. */
export interface ReadOut {
  readonly how: Uint8Array;
  readonly which: Int32Array;
  readonly number: Float64Array;
  /** Sums, one after the other: `ends[n − 1]` to `ends[n] − 1` are the cells of sum n, each a column and a place in it. */
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly places: Int32Array;
  readonly functions: readonly ((ledger: Ledger) => number)[];
  /** The length of the counted window. */
  readonly days: number;
}

/** `books` are those that the sources speak of; the read-out holds for every ledger of their program. */
export function compileReadOut(books: Books, sources: readonly Source[], days: number): ReadOut {
  const rows = sources.length;
  const how = new Uint8Array(rows);
  const which = new Int32Array(rows);
  const number = new Float64Array(rows);
  const ends: number[] = [];
  const columns: number[] = [];
  const places: number[] = [];
  const functions: ((ledger: Ledger) => number)[] = [];
  const columnAt = numbersOf(books.columns);
  const levelAt = numbersOf(books.levels);
  const recorderAt = numbersOf(books.recorders);
  const sum = ({ column, at }: Cells): number => {
    for (const place of at) {
      columns.push(columnAt(column));
      places.push(place);
    }
    return ends.push(columns.length) - 1;
  };
  const set = (row: number, as: number, at: number, beside: number): void => {
    how[row] = as;
    which[row] = at;
    number[row] = beside;
  };
  sources.forEach((source, row) => {
    if (source.how === 'known') set(row, KNOWN, 0, source.value);
    else if (source.how === 'level') set(row, ofLevels[source.statistic], levelAt(source.level), source.than);
    else if (source.how === 'days') set(row, ofRecorders[source.statistic], recorderAt(source.recorder), source.than);
    else if (source.how === 'look') set(row, LOOK, source.look, source.at);
    else if (source.how === 'worked out') set(row, WORKED_OUT, functions.push(source.from) - 1, 0);
    else if (typeof source.by === 'number') set(row, QUOTIENT, sum(source.of), source.by);
    else {
      // The sum it is divided by is the next one.
      set(row, RATIO, sum(source.of), 0);
      sum(source.by);
    }
  });
  const whole = (list: readonly number[]) => Int32Array.from(list);
  return {
    how,
    which,
    number,
    ends: whole([0, ...ends]),
    columns: whole(columns),
    places: whole(places),
    functions,
    days,
  };
}

function numbersOf<T>(list: readonly T[]): (one: T) => number {
  const numbers = new Map(list.map((one, at) => [one, at]));
  return (one) => {
    const at = numbers.get(one);
    if (at === undefined) throw new Error('A source is of an account that the ledger has not opened in its books.');
    return at;
  };
}

/** The values of all rows, from a ledger that is settled and what was seen on the days looked at. */
export function readLedger(out: ReadOut, ledger: Ledger, looks: readonly Int32Array[]): Float64Array {
  const { how, which, number } = out;
  const values = new Float64Array(how.length);
  for (let row = 0; row < values.length; row++)
    values[row] = valueOf(out, ledger, looks, how[row], which[row], number[row]);
  return values;
}

function valueOf(
  out: ReadOut,
  ledger: Ledger,
  looks: readonly Int32Array[],
  how: number,
  which: number,
  number: number,
): number {
  const { books } = ledger;
  switch (how) {
    case KNOWN:
      return number;
    case QUOTIENT:
      return sumOf(out, books.columns, which) / number;
    case RATIO:
      return divided(sumOf(out, books.columns, which), sumOf(out, books.columns, which + 1));
    case LOOK:
      return looks[which][number];
    case WORKED_OUT:
      return out.functions[which](ledger);
    case LEVEL_MEAN:
      return levelMean(books.levels[which], out.days);
    case LEVEL_SD:
      return levelSd(books.levels[which], out.days);
    case LEVEL_PERCENTILE:
      return levelQuantile(books.levels[which].timeAt, out.days, number);
    case LEVEL_MAX:
      return levelMost(books.levels[which]);
    case LEVEL_OVER:
      return shareOver(books.levels[which], number);
    case DAYS_MEAN:
      return meanOf(books.recorders[which]);
    case DAYS_SD:
      return sdOf(books.recorders[which]);
    case DAYS_PERCENTILE:
      return percentileOf(books.recorders[which], number);
    case DAYS_OVER:
      return shareAbove(books.recorders[which], number);
    default:
      return shareAboveZero(books.recorders[which]);
  }
}

/** Said outright, for 0 by 0 may have either sign. */
const divided = (sum: number, by: number): number => (sum === 0 && by === 0 ? NaN : sum / by);

function sumOf({ ends, columns, places }: ReadOut, from: readonly Float64Array[], which: number): number {
  let sum = 0;
  for (let cell = ends[which]; cell < ends[which + 1]; cell++) sum += from[columns[cell]][places[cell]];
  return sum;
}
