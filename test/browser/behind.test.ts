// A county takes a while to simulate again: until then the page says that its map shows the earlier settings, and afterwards it does not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/present?m=leicester-leicestershire-rutland-2018&n=2&v=1');
});
afterAll(() => open?.close());

it('the map of another option is not taken for it before it has come', async () => {
  const { page } = open;
  await page.waitForSelector('.stage[data-step="0"] .stage-maps[data-behind="false"]');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const option = await page.locator('.stage-now[data-of="option"] strong').textContent();
  expect(option).not.toMatch(/^Today/);
  await page.waitForSelector('.stage-maps[data-behind="true"] .stage-behind');
  expect(await page.textContent('.stage-behind')).toMatch(/still the map from before/);
  await page.waitForSelector('.stage-maps[data-behind="false"]');
  expect(await page.locator('.stage-behind').count()).toBe(0);
  expect(open.complaints).toEqual([]);
});
