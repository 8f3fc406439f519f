// Figure: the memory of one long run, for growing lengths, each in a process of its own.
import { execFileSync } from 'node:child_process';
import { replicate } from '../../engine/index.ts';
import { compileDocument } from './against-simjs.ts';
import { d2aDocument } from './d2a.ts';
import type { Figure } from './figure.ts';

const lengths = [10, 100, 1000];

/** Resident memory of this process after one run of so many years, and its peak. */
export function memoryHere(years: number): Figure {
  const before = process.memoryUsage.rss();
  replicate(compileDocument(d2aDocument(years * 365)), 1, 0);
  const result = {
    years,
    beforeMB: megabytes(before),
    afterMB: megabytes(process.memoryUsage.rss()),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  return {
    name: 'memory',
    result,
    sentences: [
      `${result.afterMB} MB resident after ${years} simulated years, ${result.peakMB} MB at most, ${result.beforeMB} MB before.`,
    ],
  };
}

export function memory(): Figure {
  const runs = lengths.map((years) => {
    const args = [process.argv[1], 'bench', '--only', 'memory', '--years', String(years), '--json'];
    const text = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    return (JSON.parse(text) as { memory: { years: number; afterMB: number; peakMB: number } }).memory;
  });
  return {
    name: 'memory',
    result: { runs },
    sentences: runs.map(
      (run) =>
        `${run.afterMB} MB resident after ${run.years} simulated years without a trace (${run.peakMB} MB at most).`,
    ),
  };
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);
