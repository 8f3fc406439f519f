// Helpers for tests of documents: the model of a document that must be right, and the words of a refusal.
import { expect } from 'vitest';
import type { Model } from '../../engine/model/document.ts';
import { Refusal, sayProblem } from '../../engine/ground/problem.ts';
import { validate } from '../../engine/model/validation/validate.ts';

export function modelOf(input: unknown): Model {
  const checked = validate(input);
  if (checked.model === undefined) throw new Error(checked.problems.map(sayProblem).join('\n'));
  return checked.model;
}

/** What a refusal says, as one line for each problem. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Refusal);
    return (thrown as Refusal).problems.map(sayProblem).join('\n');
  }
  throw new Error('nothing was refused');
}
