// A table of events read into columns, with every cell that cannot be used named by its line and column.
import { nearestName, type Problem } from '../../engine/index.ts';
import type { Questions } from '../records/questions.ts';
import type { Table } from '../table-file.ts';
import { type LogColumns, logColumns } from './columns.ts';
import { ARRIVAL, DEPART, type EventLog, KINDS, QUEUE, USE, USE_END } from './log.ts';
import { timesOf, type TimeUnit } from './times.ts';

export interface LogRead {
  /** Null: something must be mended or said first. */
  readonly log: EventLog | null;
  readonly columns: LogColumns;
  readonly problems: readonly Problem[];
  /** Rows of other kinds, by their kind. */
  readonly passedOver: ReadonlyMap<string, number>;
}

const TYPES: ReadonlyMap<string, number> = new Map([
  ['queue', QUEUE],
  ['resource_use', USE],
  ['resource_use_end', USE_END],
]);
const AT_THE_ENDS: ReadonlyMap<string, number> = new Map([
  ['arrival', ARRIVAL],
  ['depart', DEPART],
]);
/** Kinds that are meant to be known: a word near one of them is a slip. */
const KNOWN = ['arrival_departure', ...TYPES.keys()];

export function readLog(table: Table, unit: TimeUnit | undefined, questions: Questions): LogRead {
  const passedOver = new Map<string, number>();
  const { columns, missing } = logColumns(table.heads ?? []);
  const refused = (): LogRead => ({ log: null, columns, problems: questions.all(), passedOver });
  questions.whole.push(...missing);
  if (missing.length > 0) return refused();
  const times = timesOf(table, columns, unit);
  const hasTimes = 'dayOf' in times;
  if (!hasTimes) questions.whole.push(times);

  const [events, resources, exits, pathways, runs] = [new Names(), new Names(), new Names(), new Names(), new Names()];
  const people = new Map<number, Map<string, number>>();
  const [personNames, runOf, pathwayOf]: [string[], number[], number[]] = [[], [], []];
  const rows = { person: [], kind: [], event: [], day: [], resource: [], exit: [], line: [] } as Record<
    'person' | 'kind' | 'event' | 'day' | 'resource' | 'exit' | 'line',
    number[]
  >;
  const resourceRows = { number: 0, text: 0 };
  const wrong = (kind: string, line: number, column: number, cell: string, expected: string, hint: string) =>
    questions.ask(kind, () => table.place(line, column), cell === '' ? 'an empty cell' : `"${cell.slice(0, 60)}"`, {
      expected,
      hint,
    });

  for (const { cells, line } of table.rows()) {
    const cell = (column: number): string => (column < 0 ? '' : (cells[column] ?? ''));
    const [type, event] = [cell(columns.type), cell(columns.event)];
    const kind = type === 'arrival_departure' ? AT_THE_ENDS.get(event) : TYPES.get(type);
    if (kind === undefined) {
      if (type === 'arrival_departure')
        wrong(
          'end',
          line,
          columns.event,
          event,
          'arrival or depart',
          'The event of an arrival_departure is one of the two.',
        );
      else if (type === '' || nearestName(type, KNOWN) !== null)
        wrong(
          `type ${type}`,
          line,
          columns.type,
          type,
          `one of ${KNOWN.join(', ')}`,
          type === '' ? 'Say what kind of event it is.' : `Did you mean ${nearestName(type, KNOWN)}?`,
        );
      else passedOver.set(type, (passedOver.get(type) ?? 0) + 1);
      continue;
    }
    const name = cell(columns.person);
    if (name === '') wrong('person', line, columns.person, name, 'who it happened to', 'Give the person their number.');
    if (event === '') wrong('event', line, columns.event, event, 'what happened', 'Name the event.');
    const day = hasTimes ? times.dayOf(cell(columns.time)) : 0;
    if (hasTimes && Number.isNaN(day))
      wrong(`time ${cell(columns.time) === ''}`, line, columns.time, cell(columns.time), times.expected, times.hint);
    if (name === '' || event === '' || Number.isNaN(day)) continue;
    const resource = kind < USE ? '' : cell(columns.resource);
    if (resource !== '') resourceRows[isNumber(resource) ? 'number' : 'text']++;
    const run = runs.of(cell(columns.run));
    let ofRun = people.get(run);
    if (ofRun === undefined) people.set(run, (ofRun = new Map()));
    let person = ofRun.get(name);
    if (person === undefined) {
      person = personNames.push(name) - 1;
      ofRun.set(name, person);
      runOf.push(run);
      pathwayOf.push(pathways.of(cell(columns.pathway)));
    }
    rows.person.push(person);
    rows.kind.push(kind);
    rows.event.push(events.of(event));
    rows.day.push(day);
    rows.resource.push(resource === '' ? -1 : resources.of(resource));
    rows.exit.push(kind !== DEPART || cell(columns.exit) === '' ? -1 : exits.of(cell(columns.exit)));
    rows.line.push(line);
  }
  if (resourceRows.number > 0 && resourceRows.text > 0) askOfMixed(table, columns.resource, resourceRows, questions);
  const length = rows.person.length;
  if (length === 0 && questions.all().length === 0)
    questions.askOfAll('the log', 'no event of a kind that is known', {
      expected: KINDS.join(', '),
      hint: 'Is this the right file?',
    });
  if (!hasTimes || length === 0) return refused();
  return {
    log: {
      length,
      person: Int32Array.from(rows.person),
      kind: Uint8Array.from(rows.kind),
      event: Int32Array.from(rows.event),
      day: Float64Array.from(rows.day),
      resource: Int32Array.from(rows.resource),
      exit: Int32Array.from(rows.exit),
      line: Int32Array.from(rows.line),
      eventNames: events.all,
      resourceNames: resources.all,
      exitNames: exits.all,
      pathwayNames: pathways.all,
      personNames,
      runOf: Int32Array.from(runOf),
      pathwayOf: Int32Array.from(pathwayOf),
      runs: runs.all.length,
      calendar: times.calendar,
    },
    columns,
    problems: [],
    passedOver,
  };
}

/** A number here and text there: the rarer of the two is named. */
function askOfMixed(table: Table, column: number, rows: { number: number; text: number }, questions: Questions): void {
  const isRare = rows.number < rows.text ? isNumber : (cell: string) => !isNumber(cell);
  const [rare, usual] = rows.number < rows.text ? ['a number', 'text'] : ['text', 'a number'];
  for (const { cells, line } of table.rows()) {
    const cell = cells[column] ?? '';
    if (cell !== '' && isRare(cell))
      questions.ask('resource', () => table.place(line, column), `"${cell.slice(0, 60)}", ${rare}`, {
        expected: `${usual}, as in ${Math.max(rows.number, rows.text)} other rows`,
        hint: 'Write every resource the same way: all as numbers, or all as text.',
      });
  }
}

const isNumber = (cell: string): boolean => cell !== '' && Number.isFinite(Number(cell));

/** Words as numbers, in the order in which they come. */
class Names {
  readonly all: string[] = [];
  private readonly known = new Map<string, number>();

  of(word: string): number {
    let at = this.known.get(word);
    if (at === undefined) {
      at = this.all.push(word) - 1;
      this.known.set(word, at);
    }
    return at;
  }
}
