// The network file of PathSimR: a row a node, with its shares, its service, its queues and the delays on the way to others.
import { typedNumber } from '../engine/index.ts';
import type { TableRow } from './csv.ts';
import {
  isEmpty,
  isInfinite,
  type NamedTable,
  type Network,
  type RTime,
  type ServicePoint,
  TableProblems,
  type Way,
} from './pathsimr-parts.ts';
import { SHAPES } from './pathsimr-stay.ts';

const KEYS = ['serv_dist', 'serv_dist_param', 'ext_queue', 'int_queue'] as const;

export const isNetworkHead = (cells: readonly string[]): boolean =>
  KEYS.slice(0, 2).every((key) => cells.includes(key));

/** So much may shares miss 1 by: what a few decimals lose. */
const TOLERANCE = 1e-6;

export function readNetwork(file: NamedTable): { network: Network; problems: TableProblems } {
  const problems = new TableProblems(file);
  const heads = file.table.heads ?? [];
  const key = Object.fromEntries(KEYS.map((name) => [name, heads.indexOf(name)])) as Record<
    (typeof KEYS)[number],
    number
  >;
  const names = heads.slice(1, key.serv_dist);
  const after = Math.max(...Object.values(key)) + 1;
  const missing = KEYS.filter((name) => key[name] < 0);
  if (missing.length > 0 || heads.length < after + 2 * names.length) {
    problems.wrong(
      null,
      missing.length > 0 ? `no column ${missing.join(', ')}` : `${heads.length - after} columns after int_queue`,
      `a column a node (${names.length}), ${KEYS.join(', ')}, then a column a node for the shape of its delay and another for its numbers`,
      'Write the file again as PathSimR’s wizard does.',
    );
    return { network: { points: [], exits: [], unused: [], adjusted: [] }, problems };
  }

  const [points, exits, unused, adjusted]: [ServicePoint[], string[], string[], string[]] = [[], [], [], []];
  const seen = new Set<string>();
  for (const { cells, line } of file.table.rows()) {
    const name = cells[0];
    if (!names.includes(name))
      problems.unknown(
        [line, 0],
        name,
        `a node that is a column too: ${names.join(', ')}`,
        names,
        'Give it a column, or leave this row out.',
      );
    else if (seen.has(name)) problems.wrong([line, 0], `${name} again`, 'a row a node', 'Leave one of the two out.');
    else if (cells.slice(1).every(isEmpty)) exits.push(name);
    else points.push(pointOf({ cells, line }, name));
    seen.add(name);
  }
  names.forEach((name, at) => {
    if (!seen.has(name))
      problems.wrong(
        null,
        `no row for ${name}, which is column ${at + 2}`,
        'a row a node',
        `Add a row that begins with ${name}; for an exit the rest is empty.`,
      );
  });
  return { network: { points, exits, unused, adjusted }, problems };

  function pointOf({ cells, line }: TableRow, name: string): ServicePoint {
    const number = (text: string, column: number): number => {
      const typed = typedNumber(text);
      if ('value' in typed) return typed.value;
      problems.wrong([line, column], isEmpty(text) ? 'nothing' : `"${text}"`, 'a number', typed.hint);
      return NaN;
    };
    /** `column` of the name, `its` of the parameters. */
    const time = (column: number, its: number): RTime | undefined => {
      const shape = cells[column].toLowerCase();
      const parts = isEmpty(cells[its]) ? [] : cells[its].split(';').map((part) => part.trim());
      const parameters = parts.map((part) => number(part, its));
      if (!Object.hasOwn(SHAPES, shape)) {
        const known = Object.keys(SHAPES);
        problems.unknown(
          [line, column],
          isEmpty(cells[column]) ? 'nothing' : cells[column],
          `one of ${known.join(', ')}`,
          known,
          'Fit one of these, and give its numbers.',
        );
        return undefined;
      }
      const { parameters: wanted, wrong } = SHAPES[shape];
      const says = `${shape} has ${wanted.join(' and ')}`;
      if (parts.length !== wanted.length) {
        problems.wrong(
          [line, its],
          isEmpty(cells[its]) ? 'nothing' : `"${cells[its]}"`,
          wanted.length === 1 ? 'one number' : `${wanted.length} numbers with a semicolon between`,
          `${says}.`,
        );
        return undefined;
      }
      const fault = parameters.some(Number.isNaN) ? null : wrong(...parameters);
      if (fault !== null) problems.wrong([line, its], `"${cells[its]}"`, fault, `${says}.`);
      return { name: shape, parameters };
    };
    const room = (column: number): number => {
      const cell = cells[column] ?? '';
      if (isInfinite(cell)) return Infinity;
      const people = number(cell, column);
      if (people < 0 || (!Number.isNaN(people) && !Number.isInteger(people)))
        problems.wrong(
          [line, column],
          `"${cell}"`,
          'a whole number of 0 or more, or Inf',
          'Write how many may wait; 0 is no waiting room.',
        );
      return people;
    };
    const shares = names.map((_to, at) => {
      const share = isEmpty(cells[at + 1]) ? 0 : number(cells[at + 1], at + 1);
      if (share < 0 || share > 1)
        problems.wrong(
          [line, at + 1],
          `"${cells[at + 1]}"`,
          'a share from 0 to 1',
          'Write the share of people who go there.',
        );
      return share;
    });
    const sum = shares.reduce((all, share) => all + share, 0);
    if (Math.abs(sum - 1) > TOLERANCE)
      problems.wrong(
        [line, 0],
        `shares of ${name} that add to ${Number(sum.toPrecision(6))}`,
        'shares that add to 1',
        'Everybody who ends a stay goes somewhere: mend the shares of this row.',
      );
    const isExact = Math.abs(sum - 1) <= 1e-10;
    if (!isExact) adjusted.push(name);
    const ways = names.flatMap((to, at): Way[] => {
      const [shape, numbers] = [after + at, after + names.length + at];
      const isDelayed = !isEmpty(cells[shape]) || !isEmpty(cells[numbers]);
      const delay = isDelayed ? time(shape, numbers) : undefined;
      if (shares[at] === 0 && isDelayed) unused.push(`${name} to ${to}`);
      return shares[at] === 0 ? [] : [{ to, share: isExact ? shares[at] : shares[at] / sum, delay }];
    });
    return {
      name,
      stay: time(key.serv_dist, key.serv_dist_param) ?? { name: 'exp', parameters: [NaN] },
      outsideRoom: room(key.ext_queue),
      insideRoom: room(key.int_queue),
      ways,
    };
  }
}
