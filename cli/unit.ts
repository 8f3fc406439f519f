// The option --unit of the commands that read or write times.
import { STAY_UNITS } from '../formats/records/stay-answers.ts';
import { type Given, valueOf } from './arguments.ts';
import { unknownWord } from './bad-command.ts';

export type TimeUnit = keyof typeof STAY_UNITS;

export function unitIn(given: Given): TimeUnit | undefined {
  const unit = valueOf(given, 'unit');
  if (unit !== undefined && !Object.hasOwn(STAY_UNITS, unit))
    throw unknownWord('--unit', unit, Object.keys(STAY_UNITS), 'Give the unit of the times.');
  return unit as TimeUnit | undefined;
}

export function inUnit(days: number, unit: TimeUnit): string {
  return `${Number((days / STAY_UNITS[unit]).toPrecision(10))} ${unit}`;
}
