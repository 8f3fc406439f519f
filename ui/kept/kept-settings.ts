// Whether what was kept in this browser has the form of settings: an extension, another build or somebody's hands may have been at it.
import { areAll, isNumber, isObject, isWhole, isWord, type LiveChange } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';

const isChange = (value: unknown): value is LiveChange =>
  isObject(value) && isWord(value.path) && isNumber(value.atDay) && value.atDay >= 0 && isNumber(value.value);
const areChanges = (value: unknown): boolean => areAll(value, isChange);

export function isSettings(value: unknown): value is Settings {
  if (!isObject(value)) return false;
  const { option, conditions, set, changes, moves, seed, replications } = value;
  return (
    isWord(option) &&
    areAll(conditions, isWord) &&
    isObject(set) &&
    Object.values(set).every(isNumber) &&
    areChanges(changes) &&
    areChanges(moves) &&
    isWhole(seed, 0, 4_294_967_295) &&
    isWhole(replications, 2, 10_000)
  );
}
