// The published PathSimR pairs, beside the repository or made to their shape here, and two texts imported as two files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPathSimRHead, openPathSimR, type OpenedNetwork } from '../../formats/pathsimr.ts';
import { openTable } from '../../formats/table-file.ts';
import { root } from '../source-files.ts';

export interface Pair {
  readonly network: string;
  readonly calendar: string;
}

/** A sound pair of two service points, to be spoilt. */
export const CALENDAR = 'metric,node,start,end,value\n';
export const HEAD = ',A,B,out,serv_dist,serv_dist_param,ext_queue,int_queue,A,B,out,A,B,out\n';
export const OUT = 'out,,,,,,,,,,,,,\n';
export const SOUND = {
  network: `${HEAD}A,0,0.25,0.75,lnorm,1;0.5,Inf,0,,exp,unif,,4,0.5;0.5\nB,0,0,1,gamma,2;0.5,3,0,,,,,,\n${OUT}`,
  calendar: `${CALENDAR}cap,A,0,,5\ncap,B,0,,Inf\next_arr,A,0,,2\next_arr,B,0,,0.5\n`,
};

/** Of their shape, with numbers of our own. */
const OURS: Readonly<Record<1 | 3, Pair>> = {
  1: {
    network:
      ',A,B,serv_dist,serv_dist_param,ext_queue,int_queue,A,B,A,B\nA,0,1,exp,0.125,Inf,0,,unif,,0.2;0.2\nB,,,,,,,,,,\n',
    calendar: 'metric,node,start,end,value\ncap,A,0,,12\next_arr,A,0,,1\n',
  },
  3: {
    network:
      ',A,B,C,D,serv_dist,serv_dist_param,ext_queue,int_queue,A,B,C,D,A,B,C,D\nA,0,0.4,0.6,0,unif,1;9,Inf,0,,unif,,,,0.4;0.4,,\nB,0,0,0,1,unif,4;9,0,0,,,,,,,,\nC,0,0,0,1,unif,1;14,0,0,,,,unif,,,,0.3;0.3\nD,,,,,,,,,,,,,,,,\n',
    calendar:
      'metric,node,start,end,value\ncap,A,0,,16\ncap,B,0,,14\ncap,C,0,,15\next_arr,A,0,,2\next_arr,B,0,,0\next_arr,C,0,,0\n',
  },
};

export function filesOf(which: 1 | 3): Pair {
  const read = (what: string): string | undefined => {
    const file = join(root, `../shared/data/pathsimr-${what}-${which}.csv`);
    return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r', '') : undefined;
  };
  const [network, calendar] = [read('network'), read('calendar')];
  return network !== undefined && calendar !== undefined ? { network, calendar } : OURS[which];
}

/** Undefined: no such file is given. */
export async function imported(
  network: string | undefined,
  calendar: string | undefined,
  unit: 'minutes' | 'hours' | 'days' | 'weeks' = 'days',
): Promise<OpenedNetwork> {
  const given = { 'network.csv': network, 'calendar.csv': calendar };
  const files = [];
  for (const [name, text] of Object.entries(given))
    if (text !== undefined)
      files.push({ name, table: await openTable(new TextEncoder().encode(text), isPathSimRHead) });
  return openPathSimR(files, unit);
}
