// A fitted stay as a piece of a document: the stay, the evidence of its numbers, and the curve to draw it by.
import type { Stay } from '../../distributions/index.ts';
import type { Evidence } from '../../model/document.ts';
import type { FittedNumber } from './family-fit.ts';
import { shareStillThere, type StayFit } from './stay-fit.ts';

export interface StayPiece {
  readonly stay: Stay;
  /** By path. */
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** Shapes that a document can have, the best first; the records themselves come last. */
export const shapesToTake = ({ shapes }: Pick<StayFit, 'shapes'>): string[] => [
  ...shapes.filter(({ refused }) => refused === null).map(({ shape }): string => shape),
  'empirical',
];

/** "stays.csv: 213 stays, 2026-01-01 to 2026-06-30, 4 not ended". `dates`: of the file, or null. */
export const sourceOfStays = (
  { ended, stillThere }: Pick<StayFit, 'ended' | 'stillThere'>,
  file: string,
  dates: string | null,
): string =>
  `${file}: ${ended + stillThere} stays${dates === null ? '' : `, ${dates}`}${stillThere > 0 ? `, ${stillThere} not ended` : ''}`;

/** `path`: of the stay in the document. `shape`: one to take; else the best. */
export function stayPiece(
  fit: Pick<StayFit, 'shapes' | 'empirical'>,
  source: string,
  path: string,
  shape = shapesToTake(fit)[0],
): StayPiece {
  const fitted = fit.shapes.find((one) => one.shape === shape);
  if (fitted === undefined) return { stay: fit.empirical.stay, evidence: { [path]: { status: 'measured', source } } };
  const measured = ({ low, high }: FittedNumber): Evidence => ({
    status: 'measured',
    source,
    ...(low === null || high === null ? {} : { low: Number(low.toPrecision(4)), high: Number(high.toPrecision(4)) }),
  });
  return {
    stay: fitted.stay,
    evidence: {
      [`${path}.meanDays`]: measured(fitted.mean),
      ...('sdDays' in fitted.stay ? { [`${path}.sdDays`]: measured(fitted.sd) } : {}),
    },
  };
}

/** A curve with more points is no smoother to the eye. */
const MOST_POINTS = 1000;

/** The share of people still there after each length in days, by the records and by each shape: a row a length. */
export function curveOfStays({ records, shapes }: StayFit): { columns: string[]; rows: number[][] } {
  const step = Math.ceil(records.days.length / MOST_POINTS);
  const places = [...records.days.keys()].filter((at) => at % step === 0 || at === records.days.length - 1);
  return {
    columns: ['days', 'records', ...shapes.map(({ shape }) => shape)],
    rows: places.map((at) => [
      records.days[at],
      records.share[at],
      ...shapes.map((shape) => shareStillThere(shape, records.days[at])),
    ]),
  };
}
