// What the shipped models say is as tactful as the page that shows it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../source-files.ts';
import { tactless } from '../tactless.ts';

const folders = ['models', 'models/learn'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => join(folder, name)),
);

it.each(files)('%s', (file) => {
  expect(readFileSync(join(root, file), 'utf8').match(tactless) ?? []).toEqual([]);
});
