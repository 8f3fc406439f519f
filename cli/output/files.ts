// Writes the files of `--out`: each one beside its place first and then moved there whole, so that there is never half a file.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BadCommand, badCommand } from '../bad-command.ts';

/** `ifFull` says what to do where the disk has no room for them. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  ifFull = 'The disk is full. Nothing there was changed.',
): void {
  const aside = new Map(Object.keys(files).map((name) => [name, join(folder, `.${name}.${process.pid}`)]));
  try {
    makeFolder(resolve(folder));
    for (const [name, path] of aside) writeWhole(path, files[name]);
    for (const [name, path] of aside) renameSync(path, join(folder, name));
  } catch (error) {
    for (const path of aside.values()) removeQuietly(path);
    throw unwritable(folder, error, ifFull);
  }
}

/** Why a folder cannot be written, and what to do; `ifFull` where there is no room. */
export function unwritable(folder: string, error: unknown, ifFull: string, flag = '--out'): BadCommand {
  const { code, message } = error as NodeJS.ErrnoException;
  const found = `${folder}, which cannot be written (${code ?? message})`;
  return badCommand(flag, found, 'a folder that can be written', code === 'ENOSPC' ? ifFull : hintFor(code));
}

/** One folder at a time: where no folder can be made, as under /proc, Node's own recursive way never ends. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** In place on the disk, not only in memory, before it takes the old file's name. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself cannot be reached, so nothing was left in it.
  }
}

function hintFor(code: string | undefined): string {
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'A part of this path is a file. Give a folder.';
  return 'Give a folder that you may write to.';
}
