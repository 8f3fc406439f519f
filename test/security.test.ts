// Every promise of SECURITY.md names a test that is there, by its file and its title.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './source-files.ts';

interface Promised {
  readonly promise: string;
  readonly file: string;
  readonly test: string;
}

function promisedIn(page: string): Promised[] {
  const [, section = ''] = /## What is promised\n([^]*?)\n## /.exec(page) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [promise, file, test] = row.replace(/^\|\s*|\s*\|$/g, '').split(/\s*\|\s*/);
    return { promise, file: file?.replaceAll('`', '') ?? '', test: test ?? '' };
  });
}

/** What stands first in the brackets of `it`, `test` and `describe`, of those that are made of lists too. */
const titlesIn = (text: string): string[] =>
  [...text.matchAll(/(?:\b(?:it|test|describe)(?:\.\w+)*|[\])])\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map(
    ([, plain, made]) => (plain ?? made).replaceAll("\\'", "'"),
  );

function fault({ promise, file, test }: Promised): string[] {
  if (!/^test\/.*\.test\.ts$/.test(file) || test === '') return [`“${promise}” names no test`];
  if (!existsSync(join(root, file))) return [`“${promise}” names ${file}, which is not there`];
  const titles = titlesIn(readFileSync(join(root, file), 'utf8'));
  return titles.some((title) => title.includes(test)) ? [] : [`${file} has no test “${test}”`];
}

const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');

it('has a test for each promise', () => {
  const promised = promisedIn(page);
  expect(promised.length).toBeGreaterThan(20);
  expect(promised.flatMap(fault)).toEqual([]);
});

it('would notice a promise without a test, and a test that is gone', () => {
  const [first] = promisedIn(page);
  expect(fault({ ...first, test: '' })).toEqual([`“${first.promise}” names no test`]);
  expect(fault({ ...first, file: 'test/gone.test.ts' })[0]).toContain('is not there');
  expect(fault({ ...first, test: 'a test that nobody wrote' })[0]).toContain('has no test');
});
