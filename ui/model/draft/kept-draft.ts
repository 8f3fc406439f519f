// A drawing that was left in this browser: taken up only where it has the parts of one, whatever else it may still lack.
import { areAll, isObject, isWord } from '../../../engine/index.ts';
import type { Draft } from './draft.ts';

const isLabelled = (value: unknown): boolean => isObject(value) && isWord(value.label);
const isFamily = (value: unknown): boolean => isObject(value) && Object.values(value).every(isLabelled);
const isList = (value: unknown): boolean => value === undefined || areAll(value, isObject);
const isChanged = (value: unknown): boolean => isObject(value) && isList(value.changes);

/** Undefined for what no drawing is. */
export function draftIn(text: string): Draft | undefined {
  let draft: unknown;
  try {
    draft = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(draft)) return undefined;
  const {
    id,
    title,
    about,
    calendar,
    experiment,
    evidence = {},
    options = [],
    conditions = [],
    thresholds = [],
  } = draft;
  const isWhole =
    [id, title, about].every(isWord) &&
    isObject(calendar) &&
    isWord(calendar.startDate) &&
    isObject(experiment) &&
    [draft.stations, draft.streams, draft.needs].every(isFamily) &&
    isObject(evidence) &&
    Object.values(evidence).every(isObject) &&
    [options, conditions].every((list) => areAll(list, isChanged)) &&
    [draft.controls, draft.story].every(isList) &&
    areAll(thresholds, isWord);
  return isWhole ? (draft as unknown as Draft) : undefined;
}
