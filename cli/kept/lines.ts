// What has finished, in one file of a folder, appended as it finishes: each line has a checksum, and what is torn or changed is dropped.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { badCommand } from '../bad-command.ts';

export const FINISHED = 'finished.jsonl';

export interface Left<Head> {
  /** What was asked: the first line. */
  readonly head: Head;
  /** What is in each of the other lines; undefined where one is not as it was written. */
  contents(): Generator<unknown>;
  /** The last line broke off. */
  readonly isTorn: boolean;
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, SUM);
const SUM = 16;
/** The checksum of a line is of its head as well: a line that another question left is none of this one. */
const lineOf = (head: string, json: string): string => `${checksum(head + json)} ${json}\n`;

/** The JSON of a line; undefined where it is torn or damaged. */
function jsonOf(head: string, line: string): string | undefined {
  const json = line.slice(SUM + 1);
  return line[SUM] === ' ' && checksum(head + json) === line.slice(0, SUM) ? json : undefined;
}

/** What a folder has left; undefined where it has no such file, or one torn before its first line was whole. */
export function linesLeft<Head>(folder: string, flag: string): Left<Head> | undefined {
  const file = join(folder, FINISHED);
  if (!existsSync(file)) return undefined;
  // A pipe or a device would be read for ever.
  if (!orSay(file, flag, () => statSync(file)).isFile()) throw notOurs(file, flag);
  const lines = linesOf(file, flag);
  const first = lines.next();
  lines.return(undefined);
  if (first.done === true) return undefined;
  const head = first.value === undefined ? undefined : jsonOf('', first.value);
  if (head === undefined) throw notOurs(file, flag);
  return {
    head: JSON.parse(head) as Head,
    isTorn: endsTorn(file, flag),
    *contents() {
      const again = linesOf(file, flag);
      again.next();
      for (const line of again) {
        const json = line === undefined ? undefined : jsonOf(head, line);
        yield json === undefined ? undefined : JSON.parse(json);
      }
    },
  };
}

const notOurs = (file: string, flag: string) =>
  badCommand(
    flag,
    `${file}, which is damaged or of something else`,
    'what onward has written',
    'Name another folder, or take this file away.',
  );

/** Read in parts: a file may be longer than the longest text. A line too long to be one of ours is undefined. */
function* linesOf(file: string, flag: string): Generator<string | undefined> {
  const handle = opened(file, flag);
  try {
    const part = Buffer.alloc(PART);
    let line: Buffer[] = [];
    let length = 0;
    for (let read = 0; (read = orSay(file, flag, () => readSync(handle, part, 0, PART, null))) > 0;) {
      let from = 0;
      for (let end = 0; (end = part.subarray(0, read).indexOf(10, from)) >= 0; from = end + 1) {
        line.push(part.subarray(from, end));
        yield length + end - from > LONGEST ? undefined : Buffer.concat(line).toString('utf8');
        line = [];
        length = 0;
      }
      length += read - from;
      if (length <= LONGEST) line.push(Buffer.from(part.subarray(from, read)));
    }
  } finally {
    closeSync(handle);
  }
}

const PART = 1 << 20;
const LONGEST = 1 << 28;

/** Whether there is something after the last end of a line. */
function endsTorn(file: string, flag: string): boolean {
  const handle = opened(file, flag);
  try {
    const last = Buffer.alloc(1);
    return orSay(file, flag, () => readSync(handle, last, 0, 1, fstatSync(handle).size - 1)) === 1 && last[0] !== 10;
  } finally {
    closeSync(handle);
  }
}

const opened = (file: string, flag: string): number => orSay(file, flag, () => openSync(file, 'r'));

function orSay<Result>(file: string, flag: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = `${file}, which cannot be read (${code ?? message})`;
    throw badCommand(flag, found, 'a file that can be read', 'Check that you may read it, or name another folder.');
  }
}

export interface Lines {
  append(content: unknown): void;
  close(): void;
}

/** A power cut may take what was written in so many milliseconds, and no more; a command that is killed loses nothing of it. */
const TO_DISK_EVERY = 500;

/** Goes on after what is there; `before` is what the folder has of the same question. Another command may write there as well. */
export function openLines(folder: string, head: object, before: Left<unknown> | undefined): Lines {
  const file = openSync(join(folder, FINISHED), 'a');
  const first = JSON.stringify(before?.head ?? head);
  let lastOnDisk = -Infinity;
  let isOpen = true;
  /** A line that found no room has no end, and what comes after it must not be taken for its rest. */
  let isTorn = before?.isTorn ?? false;
  const write = (line: string) => {
    // Another thread may finish after the command has given up, when this number may be that of another file.
    if (!isOpen) return;
    const bytes = Buffer.from(isTorn ? `\n${line}` : line);
    isTorn = true;
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    isTorn = false;
    if (performance.now() - lastOnDisk < TO_DISK_EVERY) return;
    fsyncSync(file);
    lastOnDisk = performance.now();
  };
  if (before === undefined) {
    ftruncateSync(file, 0);
    write(lineOf('', first));
  }
  return {
    append: (content) => write(lineOf(first, JSON.stringify(content))),
    close: () => {
      isOpen = false;
      try {
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}
