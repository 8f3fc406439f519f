// A row of memory: one run in a process that does nothing else, in both builds in turn, each time in a new process.
import { progressBar } from '../../output/progress.ts';
import { median } from '../timing.ts';
import { CannotDo } from './contender.ts';
import { type Contest, openSide } from './contest.ts';
import { type Quartiles, pairedRatio, sayQuartiles, takeTurns } from './paired.ts';
import { memoryRows } from './rows.ts';
import type { Memory } from './side.ts';
import { sayUnread } from './speed-beside.ts';

/** Memory differs little from one process to the next. */
const MOST_ROUNDS = 3;

export type MemoryBeside = {
  readonly of: string;
} & (
  | {
      /** Resident memory after the run, as a multiple of the other build's. */
      readonly ratio: Quartiles;
      readonly runs: { readonly here: Memory[]; readonly there: Memory[] };
    }
  | { readonly notCompared: string }
);

export async function compareMemory(contest: Contest): Promise<MemoryBeside[]> {
  const rounds = Math.min(MOST_ROUNDS, contest.rounds);
  const bar = await progressBar(rounds * 2 * memoryRows.length, contest.quiet, 'runs for memory');
  contest.later(() => bar.end());
  const all: MemoryBeside[] = [];
  try {
    for (const { of, document } of memoryRows) {
      const text = JSON.stringify(document());
      const runOf = (build: 'here' | 'there') => async () => {
        const memory = await inNewProcess(contest, build, text);
        bar.add(1);
        return memory;
      };
      try {
        const [here, there] = await takeTurns(rounds, [runOf('here'), runOf('there')]);
        all.push({ of, ratio: pairedRatio(here.map(after), there.map(after)), runs: { here, there } });
      } catch (error) {
        if (!(error instanceof CannotDo)) throw error;
        all.push({ of, notCompared: error.message });
      }
    }
    return all;
  } finally {
    bar.end();
  }
}

async function inNewProcess(contest: Contest, build: 'here' | 'there', document: string): Promise<Memory> {
  const side = openSide(contest, build);
  try {
    return await side.memory(document);
  } finally {
    side.end();
  }
}

const after = (run: Memory): number => run.afterMB;

export function sayMemory(beside: MemoryBeside): string {
  if ('notCompared' in beside) return `${beside.of}: not compared: ${beside.notCompared}.`;
  const said = (runs: readonly Memory[]) =>
    `${median(runs.map(after))} MB (${median(runs.map((run) => run.peakMB))} MB at most)`;
  const { of, ratio, runs } = beside;
  const { unread } = runs.there[0];
  const without = unread.length > 0 ? ` ${sayUnread(unread)}` : '';
  return `${of}: ${said(runs.here)}, and there ${said(runs.there)}; ${sayQuartiles(ratio, 2)} times.${without}`;
}
