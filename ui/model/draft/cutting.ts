// A document on its way to another without something, and the paths that follow when it is there.
import type { Draft } from './draft.ts';
import { withoutAll, type Follow } from './follow-paths.ts';

export interface Cutting {
  draft: Draft;
  readonly follows: Follow[];
}

export const lose = (cutting: Cutting, ...gone: string[]): void => void cutting.follows.push(withoutAll(gone));
