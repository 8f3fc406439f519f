// A run on the stage: what it is called, and on which side it stands.
import type { WatchedRun } from '../../../state/watched.ts';

export interface Shown {
  readonly run: WatchedRun;
  readonly name: string;
  readonly of: 'today' | 'option';
}
