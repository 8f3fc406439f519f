// The counter of days: what waiting has come to since the first day of the run, alone or beside another run of the same people.
import type { Model } from '../../engine/index.ts';
import { inSentence, subjectOf } from '../model/values.ts';
import { dateInWords } from './numbers/day-in-words.ts';
import { sayCount } from './numbers/count.ts';

/** Whole days that have been waited; what rounding has left below a whole one counts as whole. */
export const wholeDays = (waited: number): number => Math.floor(waited + 1e-6);

/** "Hospital days spent waiting since 3 June", in front of their number. */
export function nameOfWaited(model: Model): string {
  const { station, measure } = subjectOf(model);
  const label = model.stations[station]?.label;
  if (measure === 'waiting' && label !== undefined)
    return `Days spent waiting for ${inSentence(label)} ${since(model)}`;
  return `${isHospital(model) ? 'Hospital days' : 'Days'} spent waiting ${since(model)}`;
}

/** What one of two futures spares people, or costs them: "282 hospital days not spent waiting", and since when. */
export function sayNotWaited(model: Model, today: number, option: number): readonly [days: string, since: string] {
  const kind = isHospital(model) ? 'hospital day' : 'day';
  if (option === today) return [`As many ${kind}s spent waiting as today`, since(model)];
  const days = counted(Math.abs(today - option), kind);
  return [option < today ? `${days} not spent waiting` : `${days} more spent waiting`, since(model)];
}

/** The same where there is hardly room. */
export function sayNotWaitedShort(today: number, option: number): string {
  if (option === today) return 'No day spared';
  return option < today ? `${counted(today - option, 'day')} spared` : `${counted(option - today, 'day')} more`;
}

const counted = (n: number, kind: string): string => `${sayCount(n)} ${kind}${n === 1 ? '' : 's'}`;
const since = ({ calendar }: Model): string => `since ${dateInWords(calendar.startDate, 0)}`;

const isHospital = (model: Model): boolean => {
  const { station, measure } = subjectOf(model);
  return measure === 'delayed' && /hospital/i.test(model.stations[station]?.label ?? '');
};
