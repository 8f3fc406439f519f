// Where Onward is on this computer: its own folder, its version and the models it ships.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above that holds package.json: the same one from the sources and from what is built of them. */
export const ownFolder = (() => {
  let folder: string = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
})();

const modelsFolder = join(ownFolder, 'models');

export function version(): string {
  return (JSON.parse(readFileSync(join(ownFolder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Ids of the models that come with Onward, or of those in a folder such as `learn/`; the schema lies beside them and is not one. */
export function shippedIds(folder = ''): string[] {
  if (!existsSync(join(modelsFolder, folder))) return [];
  return readdirSync(join(modelsFolder, folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => folder + name.slice(0, -'.json'.length))
    .sort();
}

export const shippedFile = (id: string): string => join(modelsFolder, `${id}.json`);
