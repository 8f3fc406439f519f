// What a first visit needs: all of its JavaScript, gzipped, is small enough for a slow line to bring in a second or two.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRST_MODEL } from '../../ui/model/first-model.ts';
import { root } from '../source-files.ts';
import { openPage, settled, type OpenPage } from './page.ts';

const MOST_BYTES = 185_000;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage();
  await settled(open.page);
});
afterAll(() => open?.close());

const built = (file: string) => readFileSync(join(root, 'dist/ui', file), 'utf8');
const one = (text: string, pattern: RegExp) => pattern.exec(text)![1];

/**
 * Counted by imports, and not by what was fetched up to some moment: the page with all that it brings, the worker that
 * it starts with all that this brings, and the first model. What is fetched a moment later for what lies further down does not count.
 */
function neededAtFirst(): Set<string> {
  const needed = new Set([one(built('index.html'), /<script[^>]* src="\.\/assets\/([^"]+)"/)]);
  const bring = () => {
    for (const file of needed)
      for (const [, next] of built(`assets/${file}`).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
        needed.add(next!);
  };
  bring();
  const page = [...needed].map((file) => built(`assets/${file}`)).join('\n');
  needed.add(one(page, /new URL\(`(worker-[\w-]+\.js)`/));
  needed.add(one(page, new RegExp(`import\\(.\\./(${FIRST_MODEL}-[\\w-]+\\.js)`)));
  bring();
  return needed;
}

it('is at most 185 kB of JavaScript, however fast it is fetched', () => {
  const sizes = [...neededAtFirst()].map((file) => ({ file, bytes: gzipSync(built(`assets/${file}`)).length }));
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  console.log(`First visit: ${(bytes / 1000).toFixed(1)} kB of JavaScript in ${sizes.length} files, gzipped.`);
  // Each of them is really fetched, so that the count is of this page.
  const asked = new Set(open.requests.map((address) => address.slice(address.lastIndexOf('/') + 1)));
  expect(sizes.filter(({ file }) => !asked.has(file))).toEqual([]);
  const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5);
  expect(bytes, `the largest: ${largest.map((one) => `${one.file} ${one.bytes}`).join(', ')}`).toBeLessThanOrEqual(
    MOST_BYTES,
  );
});

it('checks nothing that comes with the page: of the checks, no part is needed at first', () => {
  // Words of a check of ids, of one of prices, and of the reader of JSON.
  const words = ['an id that has no other meaning', 'a price without evidence', 'levels of nesting'];
  const scripts = readdirSync(join(root, 'dist/ui/assets')).filter((file) => file.endsWith('.js'));
  const needed = neededAtFirst();
  for (const said of words) {
    const files = scripts.filter((file) => built(`assets/${file}`).includes(said));
    expect(files, said).not.toEqual([]);
    expect(files.filter((file) => needed.has(file))).toEqual([]);
  }
});

it('brings neither the list of documents nor the digest of one: both come when they are asked for', () => {
  const scripts = readdirSync(join(root, 'dist/ui/assets')).filter((file) => file.endsWith('.js'));
  const needed = neededAtFirst();
  // A document of the list, and the first word of SHA-256 as it begins.
  for (const said of ['learn/admitting-hours', '1779033703']) {
    const files = scripts.filter((file) => built(`assets/${file}`).includes(said));
    expect(files, said).not.toEqual([]);
    expect(files.filter((file) => needed.has(file))).toEqual([]);
  }
});

it('does not pay for other views, nor twice for the engine', async () => {
  const scripts = [...new Set(open.requests)].filter((address) => address.endsWith('.js'));
  expect(
    scripts.filter((address) =>
      /\/(checks-page|check-worker|method-page|methods|start-page|build-page|draft-worker|story-page|outcomes-page|compare-page|bring-page|model-view|present-page|speaker-page|data-page|data-table|person-panel|why-line)-[^/]*$/.test(
        address,
      ),
    ),
  ).toEqual([]);
  const texts = await Promise.all(scripts.map(async (address) => (await fetch(address)).text()));
  const filesWith = (words: string) => texts.filter((text) => text.includes(words)).length;
  // A sentence of the engine's schema, the name of a measure, and of zod: each in one file that page and workers share.
  const once = ['an id of 1 to 64 letters', 'Share who waited', 'Encountered Promise'];
  expect(once.map(filesWith)).toEqual([1, 1, 1]);
  // Of the checks, and of a language of zod's that nobody reads here.
  expect(['Of the people placed for their need', 'Pollaczek', 'Ungültige Eingabe'].map(filesWith)).toEqual([0, 0, 0]);
});
