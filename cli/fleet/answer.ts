// An answer: what a worker puts into the queue for a chunk. A line that says who and how much, then the numbers as bytes.
import type { Problem } from '../../engine/index.ts';
import { bytesOf, numbersOf } from '../number-bytes.ts';
import { sha256 } from './chunk.ts';

export interface Answer {
  readonly worker: string;
  /** Of the numbers alone: the same chunk has the same wherever it is run. */
  readonly checksum: string;
  /** By replication of the chunk; none where it was refused. */
  readonly values: readonly Float64Array[];
  readonly refused?: readonly Problem[];
}

/** What came is not what was put there. */
export class Spoilt extends Error {}

interface Head {
  readonly worker: string;
  readonly checksum: string;
  readonly lengths: readonly number[];
  readonly refused?: readonly Problem[];
}

const END_OF_HEAD = 10; // A new line, which JSON has none of.

export function answerOf(worker: string, values: readonly Float64Array[], refused?: readonly Problem[]): Answer {
  return {
    worker,
    values,
    checksum: sha256(Buffer.concat([bytesOf(values), Buffer.from(JSON.stringify(refused ?? []))])),
    refused,
  };
}

export function packed({ worker, checksum, values, refused }: Answer): Buffer {
  const head: Head = { worker, checksum, lengths: values.map(({ length }) => length), refused };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytesOf(values)]);
}

/** Throws `Spoilt` where the bytes are not those that the checksum was made of. */
export function unpacked(bytes: Uint8Array): Answer {
  const { worker, checksum, lengths, refused } = headOf(bytes);
  const body = bytes.subarray(bytes.indexOf(END_OF_HEAD) + 1);
  const count = lengths.reduce((sum, length) => sum + length, 0);
  if (body.length !== count * Float64Array.BYTES_PER_ELEMENT) throw new Spoilt('The answer is not as long as it says.');
  const numbers = numbersOf(body);
  let at = 0;
  const values = lengths.map((length) => numbers.subarray(at, (at += length)));
  const answer = answerOf(worker, values, refused);
  if (answer.checksum !== checksum) throw new Spoilt('The answer does not have the checksum that it says.');
  return answer;
}

/** The checksum is of the numbers and problems alone, and whoever can write it can write one that is right. */
function isHead(head: unknown): head is Head {
  const { worker, checksum, lengths, refused = [] } = (head ?? {}) as Partial<Record<keyof Head, unknown>>;
  return (
    typeof worker === 'string' &&
    typeof checksum === 'string' &&
    Array.isArray(lengths) &&
    lengths.every((length) => Number.isSafeInteger(length) && length >= 0) &&
    Array.isArray(refused) &&
    refused.every(isProblem)
  );
}

function isProblem(problem: Partial<Record<keyof Problem, unknown>> | null): boolean {
  const { path, found, expected, hint, severity } = problem ?? {};
  return (
    [path, found, expected, hint].every((words) => typeof words === 'string') &&
    (severity === 'error' || severity === 'warning')
  );
}

function headOf(bytes: Uint8Array): Head {
  try {
    const head: unknown = JSON.parse(Buffer.from(bytes.subarray(0, bytes.indexOf(END_OF_HEAD))).toString());
    if (isHead(head)) return head;
  } catch {
    // Said below.
  }
  throw new Spoilt('The answer does not begin as answers do.');
}
