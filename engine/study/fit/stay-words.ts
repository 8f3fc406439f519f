// What a fit of stays says, in sentences for the page and the terminal.
import { listWords } from '../../ground/problem.ts';
import type { FittedNumber } from './family-fit.ts';
import type { FittedShape, StayFit } from './stay-fit.ts';

const NAMES: Readonly<Record<FittedShape['shape'], string>> = {
  exponential: 'exponential',
  gamma: 'gamma',
  lognormal: 'lognormal',
  weibull: 'Weibull',
};

/** Fewer stays that ended than this say little of a shape. */
const FEW = 30;
/** A whole day is coarse where a usual stay is a few of them. */
const COARSE_DAYS = 5;

/** The verdict first, then what it rests on. */
export function stayWords(fit: StayFit): string[] {
  const { shapes, ended, stillThere, seenLate, empirical } = fit;
  if (shapes.length === 0)
    return [
      fit.records.days.length === 1
        ? `Every stay that ended lasted ${days(fit.records.days[0])}: the stay is fixed.`
        : 'No shape can be fitted: every one does better the further its numbers are moved. Use the records themselves.',
    ];
  const [best, ...others] = shapes;
  const alike = others.filter(({ aicMore }) => aicMore < 2);
  return [
    `${capital(NAMES[best.shape])}, with a mean of ${ranged(best.mean)}${best.shape === 'exponential' ? '' : ` and a standard deviation of ${ranged(best.sd)}`}, fits these stays best: it has the lowest AIC.`,
    alike.length > 0
      ? `${capital(listWords(alike.map(({ shape }) => NAMES[shape])))} ${alike.length === 1 ? 'fits' : 'fit'} about as well: a difference in AIC below 2 decides nothing.`
      : others.length > 0
        ? `The next best is ${NAMES[others[0].shape]}, with an AIC ${others[0].aicMore.toFixed(1)} higher${others[0].aicMore < 10 ? '' : ', which is decisive'}.`
        : 'No other shape could be fitted.',
    best.gap.isClear
      ? `No shape fits them well. At ${days(best.gap.days)} the best differs from the records by ${points(best.gap.share)}, more than chance would explain. The records themselves (empirical) may be better.`
      : `It differs from the records most at ${days(best.gap.days)}, by ${points(best.gap.share)}. Chance alone can explain that.`,
    `From ${ended} ${ended === 1 ? 'stay' : 'stays'} that ended${stillThere > 0 ? ` and ${stillThere} that had not, counted as longer than they were so far` : ''}${seenLate > 0 ? `; ${seenLate} were only seen because they were there on one day, which is allowed for` : ''}.`,
    ...(empirical.shareBeyond > 0.001
      ? [
          `By the records, ${points(empirical.shareBeyond)} stay longer than anybody was seen to; the empirical shape puts them at the longest seen, so its mean is too low.`,
        ]
      : []),
  ];
}

/** What a reader should not take for certain. */
export function stayDoubts(fit: StayFit): string[] {
  const { ended, stillThere, isWholeDays, shapes } = fit;
  const best = shapes.at(0);
  return [
    ...(ended < FEW ? [`only ${ended} stays ended: the shape is a guess`] : []),
    ...(stillThere > ended
      ? ['more people are still there than have left: the long stays are mostly a matter of the shape']
      : []),
    ...(isWholeDays && best && best.mean.value < COARSE_DAYS
      ? ['the stays are whole days and short, so the mean is known to about half a day and the shape less well']
      : []),
    ...(best && best.refused !== null ? [`no model takes the best shape: ${best.refused}`] : []),
    ...(best && (best.mean.high === null || best.mean.low === null) ? ['the records set no limit to the mean'] : []),
  ];
}

const days = (each: number): string => `${figures(each)} ${each === 1 ? 'day' : 'days'}`;
const figures = (each: number): string => String(Number(each.toPrecision(3)));
const points = (share: number): string => `${(share * 100).toFixed(1)} of 100 people`;
const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
const ranged = ({ value, low, high }: FittedNumber): string =>
  `${days(value)} (95 % interval ${low === null ? 'from 0' : figures(low)} to ${high === null ? 'no limit' : figures(high)})`;
