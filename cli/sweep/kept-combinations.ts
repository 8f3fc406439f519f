// Finished combinations of a sweep in a folder: those that are there are read, and others join them as they finish.
import type { Found } from '../../engine/index.ts';
import { type Facts, differsIn } from '../kept/differs.ts';
import type { Lines } from '../kept/lines.ts';
import type { FoundNumbers } from './found-numbers.ts';
import type { Asked } from './question.ts';

/** A combination's number, and what it came to. */
export type Finished = readonly [combination: number, found: Found];

/** What is no number is null in JSON, and comes back as none. */
type Line = readonly (readonly [number, ...(number | null)[]])[];

export const takeInto =
  (found: FoundNumbers) =>
  (line: Line): void => {
    for (const [at, ...its] of line)
      found.put(
        at,
        Float64Array.from(its, (one) => one ?? NaN),
      );
  };

export function putAway(lines: Lines, finished: readonly Finished[]): void {
  if (finished.length > 0) lines.append(finished.map(([at, found]) => [at, ...found]));
}

/** Undefined where both are of the same sweep. A shard is not looked at. */
export function differsFrom(here: Asked, there: Asked): string | undefined {
  const facts = (asked: Asked): Facts => ({
    'version of Onward': asked.engine,
    ...asked.manifest,
    ...asked.manifest.sweep,
    sweep: undefined,
    document: asked.document,
    rows: asked.keys,
    numbers: asked.levers,
  });
  return differsIn(facts(here), facts(there));
}

/** Of the same part of the same sweep. */
export function differsWithPart(here: Asked, there: Asked): string | undefined {
  const { number, of } = there.shard;
  if (number === here.shard.number && of === here.shard.of) return differsFrom(here, there);
  return differsFrom(here, there) ?? `part ${here.shard.number}/${here.shard.of}, and part ${number}/${of} there`;
}
