// `--budget`: how much a mix may add, in places or in pounds a year.
import { type Given, valueOf } from './arguments.ts';
import { badCommand } from './bad-command.ts';
import { typedNumber } from '../engine/index.ts';

export interface Budget {
  readonly of: 'places' | 'pounds';
  /** More than where things stand; Infinity where nothing limits it. */
  readonly most: number;
  readonly text: string;
}

/** What is counted, and how much of it at most; places without limit if nothing is said. */
export function readBudget(given: Given): Budget {
  const by = valueOf(given, 'by');
  if (by !== undefined && by !== 'places' && by !== 'pounds')
    throw badCommand('--by', by, 'places or pounds', 'Places if not given.');
  const text = valueOf(given, 'budget');
  if (text === undefined) return { of: by ?? 'places', most: Infinity, text: '' };
  const [, pound, number, unit] = /^\s*(£?)\s*([\d,.]+)\s*(places?|pounds?)?\s*$/.exec(text) ?? [];
  const of = pound === '£' || unit?.startsWith('pound') ? 'pounds' : unit ? 'places' : undefined;
  const most = typedNumber((number ?? '').replaceAll(',', ''));
  if (of === undefined || 'hint' in most || (pound === '£' && unit?.startsWith('place')))
    throw badCommand('--budget', text, 'places or pounds a year', 'Such as "20 places" or "£500000".');
  if (by !== undefined && by !== of)
    throw badCommand('--by', by, `${of}, as the budget`, 'Leave --by out: the budget says what is counted.');
  return { of, most: most.value, text: text.trim() };
}
