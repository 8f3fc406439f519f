// Messages between the page and its check workers: which checks there are, and what a simulation found for a group.
import type { Check, Verified } from '../../engine/index.ts';

/** What is known of a check before it is simulated. */
export type ListedCheck = Pick<Check, 'id' | 'title' | 'figure' | 'formula' | 'source' | 'expected'>;

export type CheckRequest =
  | { readonly type: 'list' }
  /** `group` is a place in the list. */
  | { readonly type: 'judge'; readonly group: number; readonly seed: number; readonly replications: number };

export type CheckReply =
  /** `level` is the share of seeds at which a correct engine passes. */
  | { readonly type: 'listed'; readonly level: number; readonly groups: readonly (readonly ListedCheck[])[] }
  | { readonly type: 'judged'; readonly group: number; readonly rows: readonly Verified[] };
