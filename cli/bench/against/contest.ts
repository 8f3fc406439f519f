// The two builds of a comparison, each started as a process, and how long they take turns.
import { type Contender, contender } from './contender.ts';
import type { Later } from './leaving-nothing.ts';

export interface Contest {
  /** Files that `buildSide` wrote. */
  readonly programs: { readonly here: string; readonly there: string };
  /** CPU seconds of a slice. */
  readonly seconds: number;
  readonly rounds: number;
  readonly quiet: boolean;
  readonly later: Later;
}

const names = { here: 'this build', there: 'the other build' };

/** A new process of one build, which has done nothing yet. */
export function openSide({ programs, later }: Contest, build: keyof typeof names): Contender {
  const side = contender(programs[build], names[build]);
  later(side.end);
  return side;
}
