// A folder that outlasts a stop: a command goes on from what the same question left there; another question is refused in words.
import { resolve } from 'node:path';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { BadCommand, badCommand } from '../bad-command.ts';
import { counted } from '../output/counted.ts';
import { makeFolder, unwritable } from '../output/files.ts';
import { FINISHED, type Left, type Lines, linesLeft, openLines } from './lines.ts';

/** What a folder says first. */
export interface Asked {
  /** What it keeps: nothing else is looked at where this differs. */
  readonly what: string;
}

export interface Kept {
  readonly folder: string | undefined;
  /** What each whole line of the same question has; says how many lines are not as they were written. */
  readInto(take: (content: never) => void): number;
  /** What finishes is put away at once; a folder that takes no more ends the command, and loses nothing that it has. */
  open(): Lines;
}

export const GOES_ON =
  'The disk is full. Make room and give the same command again: it goes on from what is finished there.';

/** The folder of `--keep`, or of `--out` where the command keeps there as well. `differs` says in what another question does. */
export function keptFor<Head extends Asked>(
  given: Given,
  asked: Head,
  differs: (there: Head) => string | undefined,
  isInOut: boolean,
): Kept {
  const flag = isOn(given, 'keep') || !isInOut ? '--keep' : '--out';
  const folder = valueOf(given, flag.slice(2));
  const before = folder === undefined ? undefined : leftIn(folder, flag, asked, differs);
  if (isOn(given, 'resume') && before === undefined) throw nothingThere(folder, flag, asked.what);
  if (folder === undefined) return nowhere;
  const orSay = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw error instanceof BadCommand ? error : unwritable(folder, error, GOES_ON, flag);
    }
  };
  return {
    folder,
    readInto(take) {
      let damaged = before?.isTorn ? 1 : 0;
      for (const content of before?.contents() ?? [])
        if (content === undefined) damaged++;
        else take(content as never);
      return damaged;
    },
    open: () =>
      orSay(() => {
        makeFolder(resolve(folder));
        const lines = openLines(folder, asked, before);
        return { append: (content) => orSay(() => lines.append(content)), close: () => orSay(lines.close) };
      }),
  };
}

const nowhere: Kept = { folder: undefined, readInto: () => 0, open: () => ({ append() {}, close() {} }) };

/** For people who go on: how much is there, and what is not as it was written. */
export function sayKept(
  say: (words: string) => void,
  folder: string | undefined,
  count: string,
  damaged: number,
): void {
  if (count !== '') say(`${count} of them from ${folder}.`);
  if (damaged > 0) say(`${counted(damaged, 'line')} there broken off or damaged: what was in it is simulated again.`);
}

function leftIn<Head extends Asked>(
  folder: string,
  flag: string,
  asked: Head,
  differs: (there: Head) => string | undefined,
): Left<Head> | undefined {
  const before = linesLeft<Head>(folder, flag);
  if (before === undefined) return undefined;
  const { what } = before.head;
  const said = what === asked.what ? differs(before.head) : '';
  if (said === undefined) return before;
  throw badCommand(
    flag,
    `${folder}, which has ${said === '' ? `what a ${what} has finished` : `another ${asked.what} (${said})`}`,
    `an empty folder, or that of the same ${asked.what}`,
    `Name another folder, or take ${FINISHED} out of this one.`,
  );
}

const nothingThere = (folder: string | undefined, flag: string, what: string) =>
  badCommand(
    '--resume',
    folder === undefined ? `no ${flag}` : `no ${what} in ${folder}`,
    `the folder of a ${what} that was stopped`,
    'Leave --resume out: where a folder has the same question, the command goes on by itself.',
  );
