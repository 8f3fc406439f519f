// `onward bench --against`: this build beside another, in processes of their own that take turns.
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { badCommand } from '../../bad-command.ts';
import { ownFolder } from '../../house.ts';
import { thisComputer } from '../this-computer.ts';
import { buildSide } from './built-side.ts';
import { cProgram } from './c-program.ts';
import { CannotDo } from './contender.ts';
import type { Contest } from './contest.ts';
import { leavingNothing, scratchFolder } from './leaving-nothing.ts';
import { compareMemory, sayMemory } from './memory-beside.ts';
import { type OtherBuild, otherBuild } from './other-build.ts';
import { speedRows } from './rows.ts';
import { compareSpeed, saySpeed } from './speed-beside.ts';

export interface ToCompare {
  /** A folder, or a name that git knows. */
  readonly against: string;
  /** The source of a program in C. */
  readonly c: string | undefined;
  /** Names of rows. */
  readonly only: readonly string[];
  readonly seconds: number;
  readonly rounds: number;
  readonly quiet: boolean;
}

/** Tells each row in words as soon as it is there; everything measured comes back, every slice of it. */
export function against(asked: ToCompare, tell: (text: string) => void): Promise<object> {
  return leavingNothing(async (later) => {
    const scratch = scratchFolder(later);
    const other = await otherBuild(asked.against, ownFolder, scratch);
    const c = asked.c === undefined ? undefined : await cProgram(asked.c, scratch, later);
    const programs = {
      here: await buildSide(ownFolder, join(scratch, 'here')),
      there: await builtThere(other, asked.against, join(scratch, 'there')),
    };
    const contest: Contest = { ...asked, programs, later };
    tell(heading(asked, other));
    const rows: Record<string, object> = {};
    for (const name of asked.only) rows[name] = await compareRow(name);
    const { seconds, rounds } = asked;
    return {
      computer: thisComputer(),
      against: asked.against,
      ...other,
      seconds,
      rounds,
      eventsAYearInC: c?.eventsAYear,
      rows,
    };

    async function compareRow(name: string): Promise<object> {
      try {
        if (name in speedRows) {
          const beside = await compareSpeed(name, contest, c);
          tell(paragraph(`${name}: ${speedRows[name].what}`, saySpeed(beside)));
          return beside;
        }
        const runs = await compareMemory(contest);
        tell(paragraph('memory: resident after one run without a trace, each in a new process', runs.map(sayMemory)));
        return runs;
      } catch (error) {
        if (!(error instanceof CannotDo)) throw error;
        tell(paragraph(name, [`Not compared: ${error.message}.`]));
        return { notCompared: error.message };
      }
    }
  });
}

/** The other build's engine may be broken, or need a package that this build does not have. */
async function builtThere(other: OtherBuild, given: string, into: string): Promise<string> {
  try {
    return await buildSide(other.folder, into);
  } catch (error) {
    const lines = stripVTControlCharacters(String(error)).split('\n');
    throw badCommand(
      '--against',
      `"${given}", whose engine cannot be built: ${lines.find((line) => line.startsWith('[')) ?? lines[0]}`,
      'an engine that can be built with the packages of this one',
      'Run its own tests there, or give another commit.',
    );
  }
}

function heading({ against: given, seconds, rounds }: ToCompare, { commit }: OtherBuild): string {
  const other = commit === undefined ? given : `${given} (commit ${commit.slice(0, 12)})`;
  return [
    thisComputer(),
    `This build beside ${other}. Rounds: ${rounds}. CPU seconds a slice: ${seconds}.`,
    'Each build runs in processes of its own. Ratios are medians of pairs of slices, with their quartiles.',
    '',
  ].join('\n');
}

const paragraph = (title: string, sentences: readonly string[]): string =>
  `\n${title}\n${sentences.map((sentence) => `  ${sentence}\n`).join('')}`;
