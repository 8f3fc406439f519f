// A tab asleep for an hour, as with the lid of a laptop closed: the map goes on from where it was, and the next move is answered.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank', { reducedMotion: 'no-preference' })));
afterAll(() => open?.close());

it('loses nothing and makes up for nothing', async () => {
  const { page } = open;
  await page.clock.install();
  await page.goto(`${open.url}#/explore?m=ilkeston-2019&o=today&n=12&v=1`);
  await settled(page);
  await expect.poll(() => dayNow(page)).toBeGreaterThan(3);
  const [day, finding] = [await dayNow(page), await page.textContent('.headline h1')];
  await page.clock.fastForward('01:00:00'); // every timer that is due fires once, as after a sleep
  const woken = await dayNow(page);
  await expect.poll(() => dayNow(page)).toBeGreaterThan(woken); // it has gone on
  // At two days a second an hour would have been the whole run.
  expect(await dayNow(page)).toBeLessThan(day + 30);
  expect(await page.textContent('.headline h1')).toBe(finding);
  expect(await page.locator('.problem-note').count()).toBe(0);
  await page.getByRole('button', { name: 'More: Supportive beds' }).click();
  await settled(page);
  expect(await page.textContent('.headline h1')).not.toBe(finding);
  expect(page.url()).toContain('stations.p2.beds=4');
  expect(open.complaints).toEqual([]);
});
