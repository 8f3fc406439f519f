// What a first visit loads: all of its JavaScript, gzipped, within what a slow line brings in a second or two.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, settled, type OpenPage } from './page.ts';

const MOST_BYTES = 200_000;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage();
  await settled(open.page);
});
afterAll(() => open?.close());

it('is at most 200 kB of JavaScript', async () => {
  // By address: several workers ask for the same file.
  const scripts = [...new Set(open.requests)].filter((address) => address.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (address) => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`First visit: ${(bytes / 1000).toFixed(1)} kB of JavaScript in ${scripts.length} files, gzipped.`);
  expect(scripts.some((address) => address.includes('worker'))).toBe(true);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});

it('does not pay for other views, nor twice for the engine', async () => {
  const scripts = [...new Set(open.requests)].filter((address) => address.endsWith('.js'));
  expect(
    scripts.filter((address) =>
      /\/(checks-page|check-worker|method-page|methods|start-page|outcomes-page|costs-page|compare-page|model-view|present-page|speaker-page|data-page|data-table|person-panel|why-line)-[^/]*$/.test(
        address,
      ),
    ),
  ).toEqual([]);
  const texts = await Promise.all(scripts.map(async (address) => (await fetch(address)).text()));
  const filesWith = (words: string) => texts.filter((text) => text.includes(words)).length;
  // A sentence of the engine's schema, of a measure, and of zod: each in one file that page and workers share.
  const once = ['an id of 1 to 64 letters', 'Of the people placed for their need', 'Encountered Promise'];
  expect(once.map(filesWith)).toEqual([1, 1, 1]);
  // Of the checks, and of a language of zod's that nobody reads here.
  expect(['Pollaczek', 'Ungültige Eingabe'].map(filesWith)).toEqual([0, 0]);
});
