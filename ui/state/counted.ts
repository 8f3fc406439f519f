// The series of what happened that were given here: each with its name and unit and what it counts; kept in this browser, sent nowhere.
import { createStore } from 'zustand/vanilla';
import { dayNumber, SERIES_MEASURES, type CountedRow, type Series } from '../../engine/index.ts';
import { storageOf } from '../ground/storage.ts';

export interface Counted extends Series {
  readonly id: string;
  readonly unit: string;
  readonly row: CountedRow;
}

const KEY = 'onward.series';

/** Whatever was kept in another form is forgotten. */
export function countedIn(text: string): readonly Counted[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isCounted) : [];
  } catch {
    return [];
  }
}

const MEASURES: readonly unknown[] = SERIES_MEASURES;
const SPACINGS: readonly unknown[] = ['day', 'week', 'month'];
/** The first and last day that a date can be written of. */
const [FIRST_DAY, LAST_DAY] = [dayNumber('0001-01-01'), dayNumber('9999-01-01')];

function isCounted(one: Partial<Counted> | null): one is Counted {
  const { id, name, unit, spacing, row, days, values } = one ?? {};
  return (
    [id, name, unit, row?.station].every((word) => typeof word === 'string') &&
    MEASURES.includes(row?.measure) &&
    SPACINGS.includes(spacing) &&
    Array.isArray(days) &&
    Array.isArray(values) &&
    days.length > 0 &&
    days.length === values.length &&
    days.every((day, at) => Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY && !(day <= days[at - 1])) &&
    values.every(Number.isFinite)
  );
}

interface CountedState {
  readonly series: readonly Counted[];
  /** False where the browser has no room for them: they are here until the page is closed. */
  readonly isKept: boolean;
}

export const counted = createStore<CountedState>(() => ({
  series: countedIn(storageOf('localStorage')?.getItem(KEY) ?? '[]'),
  isKept: true,
}));

export function setCounted(series: readonly Counted[]): void {
  let isKept = true;
  try {
    storageOf('localStorage')?.setItem(KEY, JSON.stringify(series));
  } catch {
    isKept = false;
  }
  counted.setState({ series, isKept });
}
