// A price is invited with its source; without one it is not taken, and with one the page shows what a year costs.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/outcomes?m=winter&o=today&n=4&v=1')));
afterAll(() => open?.close());

const told = (page: Page) => page.waitForSelector('.beside[data-status="done"] .beside-told:not(.previous)');

it('a price is entered with its source, and then counts', async () => {
  const { page } = open;
  await told(page);
  const form = page.getByRole('form', { name: 'A price with its source' });
  const enter = async (pounds: string, source: string) => {
    await form.getByLabel('Pounds').fill(pounds);
    await form.getByLabel('Where is it from?').fill(source);
    await form.getByRole('button', { name: 'Add this price' }).press('Enter');
  };
  await enter('lots', 'the finance team');
  expect(await form.getByRole('alert').textContent()).toMatch(/^Write the price in pounds/);
  await enter('£1,395', ' ');
  expect(await form.getByRole('alert').textContent()).toMatch(/^Say where the price is from/);
  await form.getByLabel('Service').selectOption('north');
  await enter('£395', 'the finance team');
  await page.waitForSelector('.costs-finding');
  await told(page);
  // 20 beds, every day of a year.
  expect(await page.textContent('.costs-finding')).toMatch(/^Nothing extra: about £2,[89]\d\d,000 a year/);
  expect(await page.textContent('.costs')).toContain('measured: the finance team');
  expect(open.complaints).toEqual([]);
});
