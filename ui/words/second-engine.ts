// The comparison with the second engine in words: how many people, how many times, and the first that differs.
import type { TwinRow } from '../worker/twin-protocol.ts';
import { sayCount } from './numbers/count.ts';

const counted = (count: number, one: string, many: string): string => `${sayCount(count)} ${count === 1 ? one : many}`;

/** "1,234 patients, 5,678 times compared, all equal to the last bit". */
export function sayCompared({ patients, times, equal }: Pick<TwinRow, 'patients' | 'times' | 'equal'>): string {
  const differ = times - equal;
  const outcome = differ === 0 ? 'all equal to the last bit' : `${sayCount(differ)} of them not equal`;
  return `${counted(patients, 'patient', 'patients')}, ${counted(times, 'time', 'times')} compared, ${outcome}`;
}

/** All models together; those SimJS cannot express are only counted. */
export function sayAll(rows: readonly TwinRow[], isDone: boolean): string {
  const told = rows.filter(({ verdict }) => verdict !== 'unsupported');
  if (told.length === 0) return isDone ? 'SimJS cannot run any of these models.' : 'Fetching the second engine…';
  const sum = (of: (row: TwinRow) => number) => told.reduce((total, row) => total + of(row), 0);
  const whole = {
    patients: sum((row) => row.patients),
    times: sum((row) => row.times),
    equal: sum((row) => row.equal),
  };
  return `${counted(told.length, 'model', 'models')}${isDone ? '' : ' so far'}: ${sayCompared(whole)}.`;
}

/** One model: what was found, or that nothing could be. */
export function sayOne(row: TwinRow): string {
  const { verdict, unsupported, firstDifference } = row;
  if (verdict === 'unsupported')
    return `SimJS cannot follow ${counted(unsupported.length, 'rule', 'rules')} of this model.`;
  const tied =
    verdict === 'reported'
      ? ' Before that, several things happened at one moment, for which SimJS has an order of its own; so neither engine need be wrong.'
      : '';
  const first = firstDifference === null ? '' : ` First difference: ${firstDifference}.${tied}`;
  return `${sayCompared(row)}.${first}`;
}
