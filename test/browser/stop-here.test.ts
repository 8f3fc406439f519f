// A reader who has seen enough stops a long answer: what has arrived becomes the request, in the link and the terminal, and undo asks for more again.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkNow, openPage, savedNumbers, settled, viewDone, type OpenPage } from './page.ts';

/** Simulated years that take much longer than the page waits before it says how to stop. */
const MANY = 10_000;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&n=2&v=1');
  await settled(open.page); // a link followed while the first is still being fetched may be the one that is lost
});
afterAll(() => open?.close());

it.each([
  ['explore', 11],
  ['outcomes', 12],
  ['compare', 13],
])('%s', async (view, seed) => {
  const { page } = open;
  // Other draws for each view, so that it never opens on years that came for the one before.
  const asked = `m=ilkeston-2019&s=${seed}&n=${MANY}&v=1`;
  await page.evaluate((to) => void (location.hash = to), `#/${view}?${asked}`);
  const stop = page.getByRole('button', { name: /^Stop at [\d,]+$/ });
  await stop.waitFor();
  await stop.press('Enter');
  await viewDone(page);
  expect(await stop.count()).toBe(0);
  const [, count] = /&n=(\d+)&/.exec(await linkNow(page)) ?? [];
  expect(Number(count)).toBeGreaterThanOrEqual(2);
  expect(Number(count)).toBeLessThan(MANY);
  if (view === 'explore') {
    expect(JSON.parse(await savedNumbers(page)).manifest.replications).toBe(Number(count));
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await linkNow(page)).toContain(`&n=${MANY}&`);
  }
  expect(open.complaints).toEqual([]);
});
