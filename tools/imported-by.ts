// The files of this repository that a file imports, directly or through others; types and files fetched later are left out.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?['"](\.[^'"?]+\.tsx?)['"]/gm;

const imports = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known) return known;
  const found = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, path]) => resolve(dirname(file), path));
  imports.set(file, found);
  return found;
}

export function importedBy(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found) for (const path of importsOf(file)) found.add(path);
  return found;
}
