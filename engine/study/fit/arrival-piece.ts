// Fitted arrivals as a piece of a document: a stream's rate and factors, or its observed days, and the evidence of them.
import { dateAt } from '../../ground/dates.ts';
import type { Evidence } from '../../model/document.ts';
import type { ArrivalFit } from './arrival-fit.ts';
import type { FittedNumber } from './family-fit.ts';
import type { Counted } from './rates.ts';

export interface ArrivalPiece {
  readonly stream: Readonly<Record<string, unknown>>;
  /** By path. */
  readonly evidence: Readonly<Record<string, Evidence>>;
}

interface Asks {
  /** The name of the file. */
  readonly file: string;
  /** Of the stream in the document. */
  readonly path: string;
}

/** Day by day what was counted; null unless there is a count for every day. */
export function observedPiece(
  fit: Pick<ArrivalFit, 'people' | 'referenceDay'>,
  counted: readonly Counted[],
  { file, path }: Asks,
): ArrivalPiece | null {
  if (counted.length !== fit.referenceDay - counted[0].day) return null;
  const source = sourceOf(fit, counted, file);
  const note = `For a run that begins on ${dateAt(counted[0].day)}.`;
  return {
    stream: { counts: counted.map(({ count }) => count) },
    evidence: { [`${path}.counts`]: { status: 'measured', source, note } },
  };
}

/** The rate in people a day, and the factors that the counts bear out. */
export function arrivalPiece(fit: ArrivalFit, counted: readonly Counted[], { file, path }: Asks): ArrivalPiece {
  const { rates, perDay, growthPerYear } = fit;
  const source = sourceOf(fit, counted, file);
  const note =
    growthPerYear === null ? {} : { note: `The rate of ${dateAt(fit.referenceDay)}, for a run that begins then.` };
  const measured = ({ low, high }: FittedNumber): Evidence => ({
    status: 'measured',
    source,
    low: short(low!, 4),
    high: short(high!, 4),
  });
  const factors: Evidence = { status: 'measured', source };
  return {
    stream: {
      arrivalsPerDay: short(perDay.value, 5),
      ...(rates.weekdayFactors && { weekdayFactors: rates.weekdayFactors.map((each) => short(each, 4)) }),
      ...(rates.monthFactors && { monthFactors: rates.monthFactors.map((each) => short(each, 4)) }),
      ...(growthPerYear && { growthPerYear: short(growthPerYear.value, 4) }),
    },
    evidence: {
      [`${path}.arrivalsPerDay`]: { ...measured(perDay), ...note },
      ...(rates.weekdayFactors && { [`${path}.weekdayFactors`]: factors }),
      ...(rates.monthFactors && { [`${path}.monthFactors`]: factors }),
      ...(growthPerYear && { [`${path}.growthPerYear`]: measured(growthPerYear) }),
    },
  };
}

const sourceOf = (
  { people, referenceDay }: Pick<ArrivalFit, 'people' | 'referenceDay'>,
  counted: readonly Counted[],
  file: string,
): string => `${file}: ${people} arrivals, ${dateAt(counted[0].day)} to ${dateAt(referenceDay - 1)}`;

const short = (each: number, figures: number): number => Number(each.toPrecision(figures));
