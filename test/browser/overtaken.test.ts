// A link followed while another model is still on its way stays on the screen, whichever of the two comes last.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/help');
});
afterAll(() => open?.close());

it('the first model comes too late', async () => {
  const { page, url } = open;
  let letCome = () => {};
  const held = new Promise<void>((resolve) => (letCome = resolve));
  let isAskedFor = () => {};
  const asked = new Promise<void>((resolve) => (isAskedFor = resolve));
  await page.route('**/ilkeston-2019-*.js', async (route) => {
    isAskedFor();
    await held;
    await route.continue();
  });
  await page.goto('about:blank');
  await page.goto(url);
  await asked;
  await page.evaluate(() => void (location.hash = '#/explore?m=one-queue&n=4&v=1'));
  await settled(page);
  expect(await linkNow(page)).toContain('m=one-queue');
  const came = page.waitForResponse((response) => response.url().includes('/ilkeston-2019-'));
  letCome();
  await (await came).finished();
  // This worker has read it once it has answered a later request.
  await page.evaluate(() => void (location.hash = '#/explore?m=one-queue&n=5&v=1'));
  await page.waitForFunction(async () => (await window.onward.link()).includes('n=5'));
  await settled(page);
  expect(await linkNow(page)).toContain('m=one-queue');
  expect(await page.locator('.problem-note').allTextContents()).toEqual([]);
  expect(open.complaints).toEqual([]);
});
