// Figure: the memory of one long run, for growing lengths, each in a process of its own.
import { ownFolder } from '../house.ts';
import { buildSide } from './against/built-side.ts';
import { contender } from './against/contender.ts';
import { leavingNothing, scratchFolder } from './against/leaving-nothing.ts';
import type { Memory } from './against/side.ts';
import { d2aDocument } from './d2a.ts';
import type { Figure } from './figure.ts';

const lengths = [10, 100, 1000];

export function memory(): Promise<Figure> {
  return leavingNothing(async (later) => {
    const program = await buildSide(ownFolder, scratchFolder(later));
    const runs: (Memory & { readonly years: number })[] = [];
    for (const years of lengths) {
      const side = contender(program, 'this build');
      later(side.end);
      runs.push({ years, ...(await side.memory(JSON.stringify(d2aDocument(years * 365)))) });
      side.end();
    }
    return {
      name: 'memory',
      result: { runs },
      sentences: runs.map(
        (run) =>
          `${run.afterMB} MB resident after ${run.years} simulated years without a trace (${run.peakMB} MB at most).`,
      ),
    };
  });
}
