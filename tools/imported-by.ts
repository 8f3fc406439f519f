// The files of this house that a file brings with it: by its imports, theirs and so on, types and what is fetched later apart.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?['"](\.[^'"?]+\.tsx?)['"]/gm;

export function importedBy(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) found.add(resolve(dirname(file), path));
  return found;
}
