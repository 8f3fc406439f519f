// Simulated periods that outlast a stop: each is put away as it finishes, to the last bit, and is not simulated again.
import type { Model } from '../../engine/index.ts';
import type { Given } from '../arguments.ts';
import { enginePrint } from '../engine-print.ts';
import { documentOf } from '../fleet/chunk.ts';
import { manifestOf } from '../manifest.ts';
import { bytesOf, numbersOf } from '../number-bytes.ts';
import type { Settings } from '../settings.ts';
import { type Facts, differsIn } from './differs.ts';
import { type Asked, type Kept, keptFor } from './folder.ts';

export interface KeptYears {
  /** `of`: an option, or whatever else has periods of its own. */
  at(of: string, replication: number): Float64Array | undefined;
  /** They have finished. */
  put(of: string, replications: readonly number[], years: readonly Float64Array[]): void;
  close(): void;
}

/** A line: whose periods, their numbers, and what each came to. */
type Line = readonly [of: string, replications: readonly number[], years: readonly string[]];

interface AskedYears extends Asked {
  readonly facts: Facts;
}

/** Of a run or a comparison. How many periods and which options is left open: more of the same people may be asked for later. */
export function yearsOf(given: Given, model: Model, settings: Settings): Kept {
  const nothing = { options: [], baseline: null, replications: 0 };
  const { options: _, baseline: _of, replications: _count, ...manifest } = manifestOf(model, settings, nothing);
  const weeks = settings.byWeekBelow === Infinity ? 'of every period' : `of the first ${settings.byWeekBelow}`;
  // The hash of the manifest is the same whatever the order of the document's keys, which is that of the rows.
  return keptYears(given, 'run', { ...manifest, document: documentOf(model).hash.slice(0, 16), weeks });
}

export function keptYears(given: Given, what: string, facts: Facts): Kept {
  const asked: AskedYears = { what, facts: { 'version of Onward': enginePrint(), ...facts } };
  return keptFor(given, asked, (there) => differsIn(asked.facts, there.facts), false);
}

/** With what is there already; `told` hears how many periods that is, and how many lines are damaged. */
export function openYears(kept: Kept, told: (count: number, damaged: number) => void): KeptYears {
  const all = new Map<string, (Float64Array | undefined)[]>();
  let count = 0;
  const damaged = kept.readInto(([of, replications, years]: Line) => {
    const its = all.get(of) ?? [];
    all.set(of, its);
    for (const [at, replication] of replications.entries()) {
      if (its[replication] === undefined) count++;
      its[replication] = numbersOf(Buffer.from(years[at], 'base64'));
    }
  });
  told(count, damaged);
  const lines = kept.open();
  return {
    at: (of, replication) => all.get(of)?.[replication],
    put(of, replications, years) {
      if (years.length === 0 || kept.folder === undefined) return;
      const line: Line = [
        of,
        replications.slice(0, years.length),
        years.map((one) => bytesOf([one]).toString('base64')),
      ];
      lines.append(line);
    },
    close: lines.close,
  };
}
