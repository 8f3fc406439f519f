// The word and arrow for a difference. A range that spans zero has neither better nor worse in it, nor an arrow.
import type { DifferenceRow } from '../../../engine/index.ts';

export interface Verdict {
  readonly word:
    | 'better'
    | 'worse'
    | 'higher'
    | 'lower'
    | 'no clear difference'
    | 'still sharpening'
    | 'does not settle';
  readonly arrow: '▲' | '▼' | '';
  /** Blue, orange or grey; the word says the same. */
  readonly tone: 'better' | 'worse' | 'plain';
}

type Difference = Pick<DifferenceRow, 'value' | 'ciLow' | 'ciHigh' | 'verdict'>;

export const isKnown = (row: Pick<DifferenceRow, 'value' | 'ciLow' | 'ciHigh'> | undefined) =>
  row !== undefined && [row.value, row.ciLow, row.ciHigh].every((n) => typeof n === 'number' && Number.isFinite(n));

export const spansZero = (low: number, high: number): boolean => low <= 0 && high >= 0;

/** With fewer simulated years, a difference that is not yet clear says nothing about the options. */
export const FEWEST_FOR_NO_DIFFERENCE = 20;

export function verdictOf(row: Difference | undefined, isFinal = true): Verdict {
  if (row?.verdict === 'does not settle') return { word: row.verdict, arrow: '', tone: 'plain' };
  if (!row || !isKnown(row) || row.verdict === null) return { word: 'still sharpening', arrow: '', tone: 'plain' };
  if (spansZero(row.ciLow!, row.ciHigh!) || row.verdict === 'no clear difference')
    return { word: isFinal ? 'no clear difference' : 'still sharpening', arrow: '', tone: 'plain' };
  const { verdict } = row;
  const tone = verdict === 'better' || verdict === 'worse' ? verdict : 'plain';
  return { word: verdict, arrow: row.value! < 0 ? '▼' : '▲', tone };
}
