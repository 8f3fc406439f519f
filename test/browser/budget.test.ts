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
