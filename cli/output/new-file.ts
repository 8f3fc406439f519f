// Writes one file that is not there yet: nothing of somebody's is ever written over.
import { closeSync, openSync, writeSync } from 'node:fs';
import { badCommand, type BadCommand } from '../bad-command.ts';

/** `asked`: how the command was told the name. */
export function writeNewFile(file: string, content: string | Uint8Array, asked: string): void {
  let handle: number;
  try {
    // Only if it does not exist yet.
    handle = openSync(file, 'wx');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw isThere(file, asked);
    throw badCommand(
      asked,
      `${file}, which cannot be written (${code ?? message})`,
      'a file in a folder that exists',
      'Check that the folder exists and that you may write to it.',
    );
  }
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
  } finally {
    closeSync(handle);
  }
}

export const isThere = (file: string, asked: string): BadCommand =>
  badCommand(
    asked,
    `${file}, which already exists`,
    'the name of a new file',
    'Nothing was changed. Give another name.',
  );
