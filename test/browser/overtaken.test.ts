// A link followed while another model is still on its way stays on the screen, whichever of the two comes last.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/help');
});
afterAll(() => open?.close());

/** From now on the first model comes only when it is let; `isAskedFor` says when somebody waits for it. */
async function holdFirstModel(page: Page) {
  let letCome = () => {};
  const held = new Promise<void>((resolve) => (letCome = resolve));
  let isAskedFor = () => {};
  const asked = new Promise<void>((resolve) => (isAskedFor = resolve));
  await page.route('**/ilkeston-2019-*.js', async (route) => {
    isAskedFor();
    await held;
    await route.continue();
  });
  return { asked, letCome };
}

/** It has come, and the worker that reads it has answered a later request. */
async function comesNow(page: Page, letCome: () => void, model: string): Promise<void> {
  const came = page.waitForResponse((response) => response.url().includes('/ilkeston-2019-'));
  letCome();
  await (await came).finished();
  await page.evaluate((to) => void (location.hash = to), `#/explore?m=${model}&n=5&v=1`);
  await page.waitForFunction(async () => (await window.onward.link()).includes('n=5'));
  await settled(page);
}

it('the first model comes too late', async () => {
  const { page, url } = open;
  const { asked, letCome } = await holdFirstModel(page);
  await page.goto('about:blank');
  await page.goto(url);
  await asked;
  await page.evaluate(() => void (location.hash = '#/explore?m=one-queue&n=4&v=1'));
  await settled(page);
  expect(await linkNow(page)).toContain('m=one-queue');
  await comesNow(page, letCome, 'one-queue');
  expect(await linkNow(page)).toContain('m=one-queue');
  expect(await page.locator('.problem-note').allTextContents()).toEqual([]);
  expect(open.complaints).toEqual([]);
});

it('a model asked for before “Go back” was pressed comes too late as well', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/explore?m=team&n=4&v=1`);
  await settled(page);
  await page.evaluate(() => void (location.hash = '#/explore?m=one-queue&n=4&v=1'));
  const back = page.getByRole('button', { name: /^Go back to/ });
  await back.waitFor();
  await page.unrouteAll();
  const { asked, letCome } = await holdFirstModel(page);
  await page.evaluate(() => void (location.hash = '#/explore?m=ilkeston-2019&n=4&v=1'));
  await asked;
  await back.click();
  await page.waitForFunction(async () => (await window.onward.link()).includes('m=team'));
  await comesNow(page, letCome, 'team');
  expect(await linkNow(page)).toContain('m=team');
  // Nor was it there for a moment, with a way back of its own.
  expect(await page.locator('.problem-note').allTextContents()).toEqual([]);
  expect(open.complaints).toEqual([]);
});
