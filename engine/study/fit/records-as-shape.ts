// The records themselves as a shape of stay: the lengths seen, each as likely as it was, and nothing in between.
import type { Stay } from '../../distributions/index.ts';
import type { StillThere } from './still-there.ts';

/** A document with more lengths is hard to read and says no more. */
const MOST_LENGTHS = 200;

export interface RecordsAsShape {
  /** Fixed where there is but one length. */
  readonly stay: Stay;
  readonly meanDays: number;
  /** Of people who were still there when the records ended, beyond every stay that was seen to end: they are put at the longest of those. */
  readonly shareBeyond: number;
}

export function recordsAsShape({ days, share }: StillThere): RecordsAsShape {
  const shareBeyond = share[share.length - 1];
  const weights = share.map((after, at) => (at === 0 ? 1 : share[at - 1]) - after);
  weights[weights.length - 1] += shareBeyond;
  const meanDays = days.reduce((sum, each, at) => sum + each * weights[at], 0);
  const [values, shares] = days.length <= MOST_LENGTHS ? [[...days], [...weights]] : inClasses(days, weights);
  return {
    stay:
      values.length === 1
        ? { shape: 'fixed', days: inShort(values[0]) }
        : { shape: 'empirical', valuesDays: values.map(inShort), weights: shares.map(inShort) },
    meanDays,
    shareBeyond,
  };
}

/** Each class has about as many people, and the mean of its lengths. */
function inClasses(days: Float64Array, weights: Float64Array): [number[], number[]] {
  const [values, shares]: [number[], number[]] = [[], []];
  let [sum, share, passed] = [0, 0, 0];
  for (let at = 0; at < days.length; at++) {
    sum += days[at] * weights[at];
    share += weights[at];
    if (passed + share < (values.length + 1) / MOST_LENGTHS && at < days.length - 1) continue;
    values.push(sum / share);
    shares.push(share);
    passed += share;
    [sum, share] = [0, 0];
  }
  return [values, shares];
}

const inShort = (each: number): number => Number(each.toPrecision(5));
