// How the last plan was read: its columns by their heads, and which service each of its pathways is; kept in this browser, sent nowhere.
import { storageOf } from '../ground/storage.ts';

export interface PlanKept {
  /** By the option that names each. */
  readonly columns: Readonly<Record<string, string>>;
  /** By name of the plan, the id of a service, or "" where it is left out. */
  readonly services: Readonly<Record<string, string>>;
  readonly capacityIn: 'people' | 'places';
}

const KEY = 'onward.plan';
const NONE: PlanKept = { columns: {}, services: {}, capacityIn: 'people' };

const isWords = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');

/** Whatever was kept in another form is forgotten. */
export function keptPlan(): PlanKept {
  try {
    const found = JSON.parse(storageOf('localStorage')?.getItem(KEY) ?? 'null') as Partial<PlanKept> | null;
    if (!isWords(found?.columns) || !isWords(found.services)) return NONE;
    const { columns, services, capacityIn } = found;
    return { columns, services, capacityIn: capacityIn === 'places' ? 'places' : 'people' };
  } catch {
    return NONE;
  }
}

/** Where there is no room for it, it is asked again next time. */
export function keepPlan(more: Partial<PlanKept>): void {
  try {
    storageOf('localStorage')?.setItem(KEY, JSON.stringify({ ...keptPlan(), ...more }));
  } catch {
    return;
  }
}
