// The files of this repository that a file imports, directly or through others; types and files fetched later are left out.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?['"](\.[^'"?]+\.tsx?)['"]/gm;

export function importedBy(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) found.add(resolve(dirname(file), path));
  return found;
}
