// Lengths of stay from what happened: every shape fitted, which says it best, and how far each is from the records.
import { samplerOf, stayProblem } from '../../distributions/index.ts';
import { families } from './families.ts';
import { fitFamily, type FamilyFit } from './family-fit.ts';
import { recordsAsShape, type RecordsAsShape } from './records-as-shape.ts';
import { stillThereAfter, type StillThere } from './still-there.ts';
import { weighed, type Lengths } from './weighed.ts';

export interface FittedShape extends FamilyFit {
  /** More than the best by this much; 2 is little, 10 is decisive. */
  readonly aicMore: number;
  readonly gap: Gap;
  /** Why a document cannot have this stay, or null. */
  readonly refused: string | null;
}

/** Where the share of people who have left is furthest from the records (Kolmogorov's distance). */
export interface Gap {
  readonly share: number;
  readonly days: number;
  /** Beyond what chance would give, once in twenty times, were the shape and its numbers exactly right: then it is not. */
  readonly isClear: boolean;
}

export interface StayFit {
  readonly ended: number;
  readonly stillThere: number;
  /** Of them, those who were already there when first seen. */
  readonly seenLate: number;
  /** Every length is a whole number of days. */
  readonly isWholeDays: boolean;
  readonly records: StillThere;
  /** Best first. None where the lengths do not differ. */
  readonly shapes: readonly FittedShape[];
  readonly empirical: RecordsAsShape;
}

export function fitStays(lengths: Lengths): StayFit {
  const records = stillThereAfter(lengths);
  const isWholeDays = [lengths.ended, lengths.stillThere].every((list) => list.every(Number.isInteger));
  const points = weighed(lengths);
  const varies = records.days.length > 1;
  const fits = families.flatMap((family) => (varies ? (fitFamily(family, points) ?? []) : []));
  const least = Math.min(...fits.map(({ aic }) => aic));
  return {
    ended: lengths.ended.length,
    stillThere: lengths.stillThere.length,
    seenLate: lengths.before.length,
    isWholeDays,
    records,
    shapes: fits
      .map((fit) => ({
        ...fit,
        aicMore: fit.aic - least,
        refused: stayProblem(fit.stay),
        gap: gapOf(fit, records, lengths.ended.length, isWholeDays),
      }))
      .sort((a, b) => a.aic - b.aic),
    empirical: recordsAsShape(records),
  };
}

/** The share of people whose stay is longer, by a fitted shape. */
export const shareStillThere = ({ stay }: FittedShape, days: number): number => samplerOf(stay).shareBeyond(days);

/** A stay written as so many whole days lasted about half a day less or more; the records of it are complete in the middle of the next. */
function gapOf(fit: FamilyFit, { days, share }: StillThere, ended: number, isWholeDays: boolean): Gap {
  const { shareBeyond } = samplerOf(fit.stay);
  let widest = { share: 0, days: days[0] };
  for (let at = 0; at < days.length; at++) {
    const expected = shareBeyond(days[at] + (isWholeDays ? 0.5 : 0));
    // A step has two ends; of whole days only the later one is a whole count.
    const ends = isWholeDays ? [share[at]] : [share[at], at === 0 ? 1 : share[at - 1]];
    for (const end of ends)
      if (Math.abs(end - expected) > widest.share) widest = { share: Math.abs(end - expected), days: days[at] };
  }
  return { ...widest, isClear: widest.share > 1.358 / Math.sqrt(ended) };
}
