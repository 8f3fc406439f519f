// Writes the files of `--out`: each one beside its place first and then moved there whole, so that there is never half a file.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  differencesCsv,
  replicationsCsv,
  summaryCsv,
  type DifferenceRow,
  type Manifest,
  type Row,
} from '../../engine/index.ts';
import { badCommand } from '../bad-command.ts';
import type { Gathered } from '../gather.ts';

/** The files of one experiment: what every row means is in the manifest's model and the measures' definitions. */
export function writeResults(
  folder: string,
  manifest: Manifest,
  summary: readonly Row[],
  differences: readonly DifferenceRow[],
  gathered: Gathered,
): void {
  const files: Record<string, string> = {
    'summary.csv': summaryCsv(summary),
    ...(differences.length > 0 ? { 'differences.csv': differencesCsv(differences) } : {}),
    'replications.csv': replicationsCsv(manifest.options, gathered.keys, gathered.values),
    'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
  };
  writeFiles(folder, files);
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const aside = new Map(Object.keys(files).map((name) => [name, join(folder, `.${name}.${process.pid}`)]));
  try {
    makeFolder(resolve(folder));
    for (const [name, path] of aside) writeWhole(path, files[name]);
    for (const [name, path] of aside) renameSync(path, join(folder, name));
  } catch (error) {
    for (const path of aside.values()) removeQuietly(path);
    const { code, message } = error as NodeJS.ErrnoException;
    throw badCommand(
      '--out',
      `${folder}, which cannot be written (${code ?? message})`,
      'a folder that can be written',
      hintFor(code),
    );
  }
}

/** One folder at a time: where no folder can be made, as under /proc, Node's own recursive way never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** In place on the disk, not only in memory, before it takes the old file's name. */
function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
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
  if (code === 'ENOSPC') return 'The disk is full. Nothing there was changed.';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'A part of this path is a file. Give a folder.';
  return 'Give a folder that you may write to.';
}
