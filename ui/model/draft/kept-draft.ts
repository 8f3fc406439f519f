// A drawing that was left in this browser: taken up only where it has the parts of one, whatever else it may still lack.
import type { Draft } from './draft.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWord = (value: unknown): boolean => typeof value === 'string';
const isLabelled = (value: unknown): boolean => isObject(value) && isWord(value.label);
const isFamily = (value: unknown): boolean => isObject(value) && Object.values(value).every(isLabelled);
const isList = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isObject));
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
    [options, conditions].every((list) => Array.isArray(list) && list.every(isChanged)) &&
    [draft.controls, draft.story].every(isList) &&
    Array.isArray(thresholds) &&
    thresholds.every(isWord);
  return isWhole ? (draft as unknown as Draft) : undefined;
}
