// Tables that a planner brings, read and fitted in the worker of files: what was understood, what has to be answered, and the fit.
import {
  arrivalWords,
  curveOfStays,
  dayNumber,
  fitArrivals,
  fitRoutes,
  fitStays,
  routeDoubts,
  stayDoubts,
  stayWords,
  type Lengths,
} from '../../engine/index.ts';
import type { TellShare } from '../../formats/csv.ts';
import { isEventsHead } from '../../formats/events.ts';
import { isPathSimRHead, openPathSimR } from '../../formats/pathsimr.ts';
import { readArrivals } from '../../formats/records/arrivals.ts';
import { isPlanHead } from '../../formats/records/plan-columns.ts';
import { isPlanHeadRow, isWidePlan } from '../../formats/records/plan-wide.ts';
import { ODD_IN_ROUTES, SPELLINGS, type RouteAnswers } from '../../formats/records/route-answers.ts';
import { isRoutesHead, usualRoutes } from '../../formats/records/route-columns.ts';
import { readRoutes } from '../../formats/records/routes.ts';
import { isSeriesHead } from '../../formats/records/series-layout.ts';
import { ODD_IN_SERIES, readSeries, type SeriesAnswers } from '../../formats/records/series.ts';
import { STAY_UNITS, type StayAnswers } from '../../formats/records/stay-answers.ts';
import { readStays } from '../../formats/records/stays.ts';
import { rowChoices, rowsWhere } from '../../formats/rows-where.ts';
import { isZip, NotATable, openTable, openTableOfWords, type Table } from '../../formats/table-file.ts';
import { eventsIn } from './event-log.ts';
import type { Answers, FileReply, FileRequest, TableKind } from './file-protocol.ts';

type Asked<Type extends FileRequest['type']> = Extract<FileRequest, { type: Type }>;

const opened = async (file: Blob, isHead?: (cells: readonly string[]) => boolean, tell?: TellShare): Promise<Table> =>
  openTable(new Uint8Array(await file.arrayBuffer()), isHead, tell);

/** The page offers only rows that are there. */
function chosenRows(table: Table, { where }: Answers): Table {
  const rows = rowsWhere(table, where);
  if (rows.problem) throw new NotATable(rows.problem.found, rows.problem.hint);
  return rows.table;
}

const refused = (error: unknown): FileReply => {
  if (error instanceof NotATable) return { type: 'refused', problems: [`It is ${error.found}. ${error.hint}`] };
  throw error;
};

/** What a table is of: whichever reader has the fewest questions. What is zipped and no table may be a model. */
export async function lookedAt({ file }: Asked<'look'>): Promise<FileReply> {
  try {
    const isKnown = (cells: readonly string[]) =>
      [isPathSimRHead, isEventsHead, isPlanHeadRow, isRoutesHead].some((is) => is(cells));
    const table = await openTableOfWords(new Uint8Array(await file.arrayBuffer()), isKnown);
    return { type: 'looked', kind: await kindOf(table, file), columns: columnsOf(table), choices: rowChoices(table) };
  } catch (error) {
    const begins = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    return isZip(begins) ? { type: 'looked', kind: 'workbook', columns: [], choices: [] } : refused(error);
  }
}

async function kindOf(table: Table, file: Blob): Promise<TableKind> {
  if (isPathSimRHead(table.heads ?? [])) return 'pathsimr';
  if (isEventsHead(table.heads ?? [])) return 'events';
  if (isPlanHead(table.heads ?? []) || isWidePlan(table)) return 'plan';
  if (!table.hasValues) return 'routes';
  const { problems } = readStays(table, stayAnswers({}));
  const areStays = problems.every(({ path }) => !/^the columns$/.test(path));
  const routes = usualRoutes(table);
  // "From" may head the days they came or the places they came from; names are no days.
  if (routes && (!areStays || problems.some(({ path }) => path.endsWith(`(${table.heads?.[routes.from]})`))))
    return 'routes';
  if (areStays) return 'stays';
  const areArrivals = readArrivals(table, arrivalAnswers({})).counted !== null;
  // Arrivals are one series; several, or numbers that are not called arrivals, stand beside a model.
  if ((await countOfSeries(file)) > (areArrivals ? 1 : 0)) return 'series';
  return areArrivals ? 'arrivals' : 'stays';
}

/** None where it is no table of dates and numbers. */
async function countOfSeries(file: Blob): Promise<number> {
  const { series } = readSeries(await opened(file, isSeriesHead), { leaveOut: ODD_IN_SERIES });
  return series?.length ?? 0;
}

export async function seriesIn({ file, answers }: Asked<'series'>): Promise<FileReply> {
  try {
    const { series, problems, understood, columns } = readSeries(
      await opened(file, isSeriesHead),
      seriesAnswers(answers),
    );
    return { type: 'series', problems, understood, doubts: [], columns, found: series };
  } catch (error) {
    return refused(error);
  }
}

/** By head; without heads by number. */
function columnsOf(table: Table): readonly string[] {
  if (table.heads !== null) return table.heads.filter((head) => head !== '');
  for (const { cells } of table.rows()) return cells.map((_cell, at) => String(at + 1));
  return [];
}

export async function staysIn({ file, answers }: Asked<'stays'>, tell?: TellShare): Promise<FileReply> {
  try {
    const { lengths, problems, understood, doubts, dates, columns } = readStays(
      chosenRows(await opened(file, undefined, tell), answers),
      stayAnswers(answers),
    );
    return { type: 'stays', problems, understood, doubts, columns, found: lengths && { ...fitted(lengths), dates } };
  } catch (error) {
    return refused(error);
  }
}

function fitted(lengths: Lengths) {
  const fit = fitStays(lengths);
  const { records: _, ...rest } = fit;
  return { fit: rest, words: stayWords(fit), doubts: stayDoubts(fit), curve: curveOfStays(fit) };
}

export async function arrivalsIn({ file, answers }: Asked<'arrivals'>, tell?: TellShare): Promise<FileReply> {
  try {
    const { counted, problems, understood, doubts, columns } = readArrivals(
      chosenRows(await opened(file, undefined, tell), answers),
      arrivalAnswers(answers),
    );
    const fit = counted && fitArrivals(counted);
    const found = fit && { fit, counted, words: arrivalWords(fit) };
    return { type: 'arrivals', problems, understood, doubts, columns, found };
  } catch (error) {
    return refused(error);
  }
}

export async function routesIn({ file, answers }: Asked<'routes'>, tell?: TellShare): Promise<FileReply> {
  try {
    const table = await openTableOfWords(new Uint8Array(await file.arrayBuffer()), isRoutesHead, tell);
    const { moves, problems, understood, dates, columns } = readRoutes(
      chosenRows(table, answers),
      routeAnswers(answers),
    );
    const fits = moves && fitRoutes(moves);
    return {
      type: 'routes',
      problems,
      understood,
      doubts: fits ? routeDoubts(fits) : [],
      columns,
      found: fits && { fits, dates },
    };
  } catch (error) {
    return refused(error);
  }
}

export async function logIn({ name, file, answers }: Asked<'events'>, tell?: TellShare): Promise<FileReply> {
  try {
    return eventsIn(await opened(file, isEventsHead, tell), name, answers);
  } catch (error) {
    return refused(error);
  }
}

/** The two files of a network; with one alone, what is missing is said. */
export async function networkIn({ files, unit }: Asked<'pathsimr'>): Promise<FileReply> {
  try {
    const tables = [];
    for (const { name, file } of files) tables.push({ name, table: await opened(file, isPathSimRHead) });
    const { model, problems, understood, chosen, unsaid } = openPathSimR(tables, unit);
    if (!model) {
      const errors = problems.filter(({ severity }) => severity === 'error');
      const hint = 'Choose the other of its two files as well; this one is kept.';
      return { type: 'questions', problems: files.length > 1 ? errors : errors.map((each) => ({ ...each, hint })) };
    }
    const all = [...understood, ...chosen, ...unsaid.map((each) => `left out, because a model cannot say it: ${each}`)];
    return { type: 'document', text: JSON.stringify(model, null, 2), understood: all };
  } catch (error) {
    return refused(error);
  }
}

const isUnit = (word: string): word is keyof typeof STAY_UNITS => Object.hasOwn(STAY_UNITS, word);

/** A number or date that cannot be read counts as not given. */
function stayAnswers(given: Answers): StayAnswers {
  const number = (name: string) => (Number(given[name]) > 0 ? Number(given[name]) : undefined);
  const day = (name: string) => {
    const found = given[name] === undefined ? Number.NaN : dayNumber(given[name]);
    return Number.isNaN(found) ? undefined : found;
  };
  const leaveOut = (given['leave-out'] ?? '').split(',').filter((each) => each !== '') as StayAnswers['leaveOut'];
  return {
    column: given.column,
    from: given.from,
    to: given.to,
    stillThere: given['still-there'],
    unit: isUnit(given.unit ?? '') ? (given.unit as StayAnswers['unit']) : 'days',
    countedOn: day('counted-on'),
    presentOn: given['present-on'] === 'no' ? 'no' : day('present-on'),
    leaveOut,
    zerosAs: number('zeros-as'),
    mostDays: number('most'),
  };
}

const seriesAnswers = (given: Answers): SeriesAnswers => ({
  date: given.date,
  ...(given.count !== undefined && { counts: [given.count] }),
  leaveOut: ODD_IN_SERIES.filter((odd) => (given['leave-out'] ?? '').split(',').includes(odd)),
});

const arrivalAnswers = (given: Answers) => ({
  date: given.from,
  count: given.count,
  leaveOutUnreadable: given['leave-out'] !== undefined,
});

const routeAnswers = ({ from, to, count, date, ...given }: Answers): RouteAnswers => ({
  from,
  to,
  count,
  date,
  leaveOut: ODD_IN_ROUTES.filter((odd) => (given['leave-out'] ?? '').split(',').includes(odd)),
  spelling: SPELLINGS.find((one) => one === given.spelling),
});
