// Finished combinations in one file of a folder, appended as they finish: each line has a checksum, and a torn one is dropped.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Found } from '../../engine/index.ts';
import { badCommand } from '../bad-command.ts';
import type { FoundNumbers } from './found-numbers.ts';
import type { Asked } from './question.ts';

export const RECORDS = 'finished.jsonl';

/** A combination's number, and what it came to. */
export type Finished = readonly [combination: number, found: Found];

export interface Remembered {
  readonly asked: Asked;
  /** Says how many lines are not as they were written; the last may simply be torn. */
  readInto(found: FoundNumbers): number;
  /** So many bytes, from the first, are whole lines. */
  readonly wholeBytes: number;
}

const checksum = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16);
const lineOf = (content: unknown): string => {
  const json = JSON.stringify(content);
  return `${checksum(json)} ${json}\n`;
};

/** What is in a line; undefined where it is torn or damaged. */
function contentOf(line: string): unknown {
  const json = line.slice(17);
  return line[16] === ' ' && checksum(json) === line.slice(0, 16) ? JSON.parse(json) : undefined;
}

/** What a folder remembers; undefined where it has no such file, or one torn before its first line was whole. */
export function remembered(folder: string, flag: string): Remembered | undefined {
  const file = join(folder, RECORDS);
  if (!existsSync(file)) return undefined;
  const bytes = bytesOf(file, flag);
  const wholeBytes = bytes.lastIndexOf(10) + 1;
  if (wholeBytes === 0) return undefined;
  const [head, ...lines] = bytes.toString('utf8', 0, wholeBytes - 1).split('\n');
  const asked = contentOf(head);
  if (asked === undefined)
    throw badCommand(
      flag,
      `${file}, which is damaged or of something else`,
      'what onward sweep has written',
      'Name another folder, or take this file away.',
    );
  return {
    asked: asked as Asked,
    wholeBytes,
    readInto(found) {
      let damaged = wholeBytes < bytes.length ? 1 : 0;
      for (const line of lines) {
        const content = contentOf(line) as (number | null)[][] | undefined;
        if (content === undefined) damaged++;
        else
          for (const [at, ...its] of content)
            found.put(
              at!,
              Float64Array.from(its, (one) => one ?? NaN),
            );
      }
      return damaged;
    },
  };
}

function bytesOf(file: string, flag: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = `${file}, which cannot be read (${code ?? message})`;
    throw badCommand(flag, found, 'a file that can be read', 'Check that you may read it, or name another folder.');
  }
}

export interface Records {
  append(finished: readonly Finished[]): void;
  close(): void;
}

/** Goes on after what is whole; `before` is what the folder remembers of the same question. */
export function openRecords(folder: string, asked: Asked, before: Remembered | undefined): Records {
  const file = openSync(join(folder, RECORDS), 'a');
  const write = (line: string) => {
    const bytes = Buffer.from(line);
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  };
  ftruncateSync(file, before?.wholeBytes ?? 0);
  if (before === undefined) write(lineOf(asked));
  return {
    // What is no number is null in JSON, and comes back as none.
    append: (finished) => write(lineOf(finished.map(([at, found]) => [at, ...found]))),
    close: () => closeSync(file),
  };
}
