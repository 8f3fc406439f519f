// The series of what happened that were given here: each with its name and unit and what it counts; kept in this browser, sent nowhere.
import { createStore } from 'zustand/vanilla';
import type { CountedRow, Series } from '../../engine/index.ts';
import { storageOf } from '../ground/storage.ts';

export interface Counted extends Series {
  readonly id: string;
  readonly unit: string;
  readonly row: CountedRow;
}

const KEY = 'onward.series';

/** Whatever was kept in another form is forgotten. */
function read(): readonly Counted[] {
  try {
    const found: unknown = JSON.parse(storageOf('localStorage')?.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter(isCounted) : [];
  } catch {
    return [];
  }
}

const isCounted = (one: Partial<Counted> | null): one is Counted =>
  typeof one?.id === 'string' &&
  typeof one.name === 'string' &&
  typeof one.row?.station === 'string' &&
  Array.isArray(one.days) &&
  one.days.length === one.values?.length;

interface CountedState {
  readonly series: readonly Counted[];
  /** False where the browser has no room for them: they are here until the page is closed. */
  readonly isKept: boolean;
}

export const counted = createStore<CountedState>(() => ({ series: read(), isKept: true }));

export function setCounted(series: readonly Counted[]): void {
  let isKept = true;
  try {
    storageOf('localStorage')?.setItem(KEY, JSON.stringify(series));
  } catch {
    isKept = false;
  }
  counted.setState({ series, isKept });
}
