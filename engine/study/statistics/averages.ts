// The one rule for averages: a run that does not settle has none over the whole run, and neither has any difference from it.
import type { Row } from '../experiment.ts';
import type { Settling } from './stability.ts';

/** Replications enough to see whether a run settles, here and in the terminal. */
export const TO_SEE_WHETHER_IT_SETTLES = 100;

export const hasAverages = ({ settles }: Pick<Settling, 'settles'>): boolean => settles === 'settles';

/**
 * Rows as they may leave the engine. What one day or one week was stays, and so does what is read off the document alone; all
 * else would be another number if the run were longer. `of`: the runs they are made from, two of them for differences.
 */
export function withAverages<R extends Row>(
  rows: readonly R[],
  ...of: readonly (Pick<Settling, 'settles'> | undefined)[]
): readonly R[] {
  return of.every((one) => one === undefined || hasAverages(one)) ? rows : rows.map(withheld);
}

/** Rows read back from a document for machines, as people see them. */
export const withheldAgain = <R extends Row>(rows: readonly R[]): readonly R[] =>
  rows.map((row) => (row.settles === false ? withheld(row) : row));

/** As a document for machines has it: what was counted over this very period, marked as no average to go by. */
export const asCounted = <R extends object>(row: R & Partial<Row>): R =>
  row.overThisPeriod ? { ...row, ...row.overThisPeriod, overThisPeriod: undefined } : row;

function withheld<R extends Row>(row: R): R {
  if (row.day !== '' || row.measure === 'offered') return row;
  const { value, ciLow, ciHigh } = row;
  const none = {
    ...row,
    value: null,
    ciLow: null,
    ciHigh: null,
    settles: false,
    overThisPeriod: { value, ciLow, ciHigh },
  };
  return 'verdict' in row ? { ...none, verdict: 'does not settle' } : none;
}
