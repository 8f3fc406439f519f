// The drawing as the panel needs it: the document, what is known of its numbers, and what is missing where.
import { useStore } from 'zustand';
import type { NumberFacts, Problem } from '../../../engine/index.ts';
import type { Draft } from '../../model/draft/draft.ts';
import { drawn } from '../../state/draft.ts';
import { ownerOfProblem } from '../../words/draft.ts';

export interface Drawing {
  readonly draft: Draft;
  readonly facts: ReadonlyMap<string, NumberFacts>;
  readonly problems: readonly Problem[];
}

/** Of a moment ago, until the engine has judged the latest change. Undefined before there is anything to draw. */
export function useDrawing(): Drawing | undefined {
  const { draft, judged } = useStore(drawn);
  if (!draft) return undefined;
  const facts = new Map((judged?.numbers ?? []).map((one) => [one.path, one.facts]));
  return { draft, facts, problems: judged?.problems ?? [] };
}

export const isError = ({ severity }: Problem): boolean => severity === 'error';

/** What is missing, counted by the path of what lacks it. */
export function countMissing(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems.filter(isError)) {
    const owner = ownerOfProblem(problem);
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
}
