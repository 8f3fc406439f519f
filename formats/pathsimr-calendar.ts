// The calendar file of PathSimR: places and arrivals of each service point, from one time to another, again and again.
import { typedNumber } from '../engine/index.ts';
import {
  isEmpty,
  isInfinite,
  TableProblems,
  type Calendar,
  type Course,
  type NamedTable,
  type Network,
} from './pathsimr-parts.ts';

const HEADS = ['metric', 'node', 'start', 'end', 'value'] as const;
type Head = (typeof HEADS)[number];
const METRICS = ['cap', 'ext_arr'];

export const isCalendarHead = (cells: readonly string[]): boolean =>
  HEADS.every((head) => cells.some((cell) => cell.toLowerCase() === head));

interface Line {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

export function readCalendar(
  file: NamedTable,
  { points, exits }: Network,
): { calendar: Calendar; problems: TableProblems } {
  const problems = new TableProblems(file);
  const heads = (file.table.heads ?? []).map((head) => head.toLowerCase());
  const column = Object.fromEntries(HEADS.map((head) => [head, heads.indexOf(head)])) as Record<Head, number>;
  const names = points.map(({ name }) => name);
  const lines = { cap: new Map<string, Line[]>(), ext_arr: new Map<string, Line[]>() };
  for (const { cells, line } of file.table.rows()) {
    const cell = (head: Head): string => cells[column[head]] ?? '';
    const wrong = (head: Head, expected: string, hint: string) =>
      problems.wrong([line, column[head]], isEmpty(cell(head)) ? 'nothing' : `"${cell(head)}"`, expected, hint);
    const number = (head: Head): number => {
      const typed = typedNumber(cell(head));
      if (!('value' in typed)) wrong(head, 'a number', typed.hint);
      else if (typed.value < 0) wrong(head, 'a number of 0 or more', 'Nothing here can be less than none.');
      return 'value' in typed ? typed.value : NaN;
    };
    const metric = cell('metric');
    if (metric !== 'cap' && metric !== 'ext_arr') {
      problems.unknown(
        [line, column.metric],
        metric,
        'cap (places) or ext_arr (arrivals)',
        METRICS,
        'Write one of the two.',
      );
      continue;
    }
    const node = cell('node');
    if (!names.includes(node)) {
      const hint = exits.includes(node)
        ? `${node} is an exit: nobody comes there from outside, and it has room for all. Leave the line out.`
        : 'Give it a row in the network, or leave the line out.';
      problems.unknown([line, column.node], node, `a service point of the network: ${names.join(', ')}`, names, hint);
      continue;
    }
    const value = metric === 'cap' && isInfinite(cell('value')) ? Infinity : number('value');
    if (metric === 'cap' && value !== Infinity && !Number.isNaN(value) && !Number.isInteger(value))
      wrong('value', 'a whole number of places', 'Write whole places, or Inf for no limit.');
    const end = isEmpty(cell('end')) || isInfinite(cell('end')) ? Infinity : number('end');
    const its = lines[metric].get(node) ?? [];
    lines[metric].set(node, its);
    its.push({ line, start: number('start'), end, value });
  }
  for (const name of names)
    if (!lines.cap.has(name))
      problems.wrong(
        null,
        `no places (cap) of ${name}, a service point of the network`,
        `a line cap,${name},0,,places`,
        'Add it, or make it an exit in the network.',
      );
  const courses = (all: ReadonlyMap<string, Line[]>) =>
    new Map([...all].map(([name, its]) => [name, courseOf(its)] as const));
  return { calendar: { capacity: courses(lines.cap), arrivals: courses(lines.ext_arr) }, problems };

  /** One period after another from 0, as the file must have them. */
  function courseOf(its: Line[]): Course {
    const inOrder = its.toSorted((a, b) => a.start - b.start);
    let until = 0;
    for (const { line, start, end } of inOrder) {
      // What could not be read is said already.
      if (start !== until && !Number.isNaN(start) && !Number.isNaN(until))
        problems.wrong(
          [line, column.start],
          `a period from ${start}`,
          until === Infinity ? 'no period after one without an end' : `the one from ${until}`,
          'Periods follow one another from 0 without gap or overlap; only the last has no end.',
        );
      if (end <= start)
        problems.wrong(
          [line, column.end],
          `an end at ${end}`,
          `a time after ${start}`,
          'A period ends after it begins.',
        );
      until = end;
    }
    return { steps: inOrder.map(({ start, value }) => ({ from: start, value })), cycle: until };
  }
}
