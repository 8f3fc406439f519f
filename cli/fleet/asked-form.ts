// Whether what stands in a queue has the form of something to be run: whoever can write there can write anything.
import { areAll, isNumber, isObject, isWhole, isWord, type Problem } from '../../engine/index.ts';
import type { Combinations, Task } from '../replicator.ts';

const isOrNot = (value: unknown, is: (one: unknown) => boolean): boolean => value === undefined || is(value);

const isChange = (value: unknown): boolean =>
  isObject(value) && isNumber(value.atDay) && isWord(value.path) && isNumber(value.value);
const areNumbers = (value: unknown): boolean => areAll(value, isNumber);

function isRequest(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { option, conditions, set, changes, percentiles, over } = value;
  return (
    isWord(option) &&
    isOrNot(conditions, (all) => areAll(all, isWord)) &&
    isOrNot(set, isObject) &&
    isOrNot(changes, (all) => areAll(all, isChange)) &&
    [percentiles, over].every((all) => isOrNot(all, areNumbers))
  );
}

const isNumbers = (value: unknown): boolean => isObject(value) && Object.values(value).every(isNumber);
const isRow = (value: unknown): boolean =>
  isObject(value) && [value.station, value.measure, value.statistic].every(isWord);

export function isToBeRun(task: unknown): task is Task | Combinations {
  if (!isObject(task)) return false;
  if (!('swept' in task)) {
    const { request, seed, replications, byWeekBelow, antithetic, stopAt } = task;
    return (
      isRequest(request) &&
      isWhole(seed, 0) &&
      areAll(replications, (one) => isWhole(one, 0)) &&
      [byWeekBelow, stopAt].every((one) => isOrNot(one, isNumber)) &&
      isOrNot(antithetic, (one) => typeof one === 'boolean')
    );
  }
  const { swept, combinations } = task;
  return (
    isObject(swept) &&
    isRequest(swept.request) &&
    isWhole(swept.seed, 0) &&
    isWhole(swept.replications, 1) &&
    isOrNot(swept.firstReplication, (one) => isWhole(one, 0)) &&
    areAll(swept.rows, isRow) &&
    areAll(combinations, isNumbers)
  );
}

export const notToBeRun: Problem = {
  path: 'the queue',
  found: 'a chunk that no asker of this version writes',
  expected: 'a request with its seed and its replications, or combinations of a sweep',
  hint: 'Give the queue a password: whoever can write to it can ask its workers for anything.',
  severity: 'error',
};
