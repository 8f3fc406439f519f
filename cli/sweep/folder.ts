// The folder of a sweep: what it remembers of the same question, and where finished combinations go; what stands in the way is said.
import { resolve } from 'node:path';
import { BadCommand, badCommand } from '../bad-command.ts';
import { makeFolder, unwritable } from '../output/files.ts';
import type { Asked } from './question.ts';
import { RECORDS, openRecords, remembered, type Finished, type Records, type Remembered } from './records.ts';
import { differsIn } from './same-question.ts';

/** What the same question left there; undefined where nothing is. Another question is refused. */
export function leftIn(folder: string, asked: Asked): Remembered | undefined {
  const before = remembered(folder, '--out');
  if (before === undefined) return undefined;
  const { number, of } = before.asked.shard;
  const isSamePart = number === asked.shard.number && of === asked.shard.of;
  const differs =
    differsIn(asked, before.asked) ??
    (isSamePart ? undefined : `part ${asked.shard.number}/${asked.shard.of}, and part ${number}/${of} there`);
  if (differs === undefined) return before;
  throw badCommand(
    '--out',
    `${folder}, which has another sweep (${differs})`,
    'an empty folder, or that of the same sweep',
    `Name another folder, or take ${RECORDS} out of this one.`,
  );
}

export const GOES_ON =
  'The disk is full. Make room and give the same command again: it goes on from what is finished there.';

/** What finishes is put away at once; a folder that takes no more ends the sweep, and loses nothing that it has. */
export function recordsIn(folder: string, asked: Asked, before: Remembered | undefined): Records {
  const orSay = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw error instanceof BadCommand ? error : unwritable(folder, error, GOES_ON);
    }
  };
  const records = orSay(() => {
    makeFolder(resolve(folder));
    return openRecords(folder, asked, before);
  });
  return {
    append: (finished: readonly Finished[]) => finished.length > 0 && orSay(() => records.append(finished)),
    close: () => records.close(),
  };
}
