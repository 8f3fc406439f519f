// The documents as pages on a disk: every link and picture leads somewhere in the folder. `node tools/docs-folder.mjs` looks at the interface's pages too.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenLinks } from '../../tools/broken-links.mjs';
import { writeDocs } from '../../tools/docs-folder.mjs';

const folder = mkdtempSync(join(tmpdir(), 'onward-docs-'));
let written: { pages: number; files: number };
beforeAll(async () => void (written = await writeDocs(folder, { withApi: false })));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = (): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'));

it('the README, the pages of docs/ and the method are there', () => {
  const wanted = ['index.html', 'docs/library.html', 'docs/house.html', 'ui/words/methods.html', 'CHANGELOG.html'];
  expect(pages()).toEqual(expect.arrayContaining(wanted));
  expect([written.pages, written.pages > 10]).toEqual([pages().length, true]);
  const house = readFileSync(join(folder, 'docs/house.html'), 'utf8');
  expect(house).toMatch(/<title>The house<\/title>.*<h1 id="the-house">/s);
});

it('no link leads nowhere', () => {
  expect(brokenLinks(folder)).toEqual([]);
  const planted = join(folder, 'docs/planted.html');
  writeFileSync(
    planted,
    '<a href="house.html#nowhere"> <img src="none.png"> <a href="/etc"> <a href="../docs"> <a href="house.html#the-house">',
  );
  expect(brokenLinks(folder)).toEqual(
    ['house.html#nowhere', 'none.png', '/etc', '../docs'].map((link) => `docs/planted.html → ${link}`),
  );
  rmSync(planted);
});

it('no page needs a network or a script', () => {
  for (const name of pages())
    expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/<script|<link|@import|src="https?:/);
});
