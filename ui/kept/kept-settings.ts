// Whether what was kept in this browser has the form of settings: an extension, another build or somebody's hands may have been at it.
import type { LiveChange } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isWord = (value: unknown): value is string => typeof value === 'string';
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const isChange = (value: unknown): value is LiveChange =>
  isObject(value) && isWord(value.path) && isNumber(value.atDay) && value.atDay >= 0 && isNumber(value.value);
const areChanges = (value: unknown): boolean => Array.isArray(value) && value.every(isChange);

export function isSettings(value: unknown): value is Settings {
  if (!isObject(value)) return false;
  const { option, conditions, set, changes, moves, seed, replications } = value;
  return (
    isWord(option) &&
    Array.isArray(conditions) &&
    conditions.every(isWord) &&
    isObject(set) &&
    Object.values(set).every(isNumber) &&
    areChanges(changes) &&
    areChanges(moves) &&
    isWhole(seed, 0, 4_294_967_295) &&
    isWhole(replications, 2, 10_000)
  );
}
