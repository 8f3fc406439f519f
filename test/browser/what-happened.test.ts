// What happened beside the model: a return is given, refused by line, kept through a reload, compared, and moves the model to its dates.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dateAt } from '../../engine/index.ts';
import { broken } from './axe.ts';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/bring?m=two-queues&n=4&v=1')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const section = (page: Page) => page.locator('.what-happened');
/** From 6 January 2025, a Monday. */
const weeks = (of: (at: number) => string) =>
  `Week,Waiting,On the ward\n${Array.from({ length: 20 }, (_, at) => `${dateAt(20_094 + 7 * at)},${of(at)},${5 + (at % 2)}`).join('\n')}\n`;
const give = (page: Page, text: string) =>
  page
    .locator('.bring-give input[type=file]')
    .setInputFiles({ name: 'return.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

it('a table with mistakes is asked about by line and column, all at once, and an answer is one press', async () => {
  const { page } = open;
  await give(
    page,
    weeks((at) => (at === 3 ? 'ten' : at === 7 ? '-1' : '40')),
  );
  await page.getByLabel('A return, beside the model').check();
  const questions = page.locator('[data-told="series"] .bring-questions');
  await questions.waitFor();
  expect(await questions.textContent()).toContain(
    'Line 5, column 2 (Waiting): found "ten"; so too in line 9, column 2',
  );
  expect(await questions.textContent()).not.toContain('--leave-out');
  await questions.getByRole('button', { name: 'Leave out: unreadable' }).press('Enter');
  await page.getByText(/^Understood: .*2 weeks are left out/).waitFor();
});

it('series are kept through a reload, each with its name, unit and what it counts', async () => {
  const { page } = open;
  await give(
    page,
    weeks((at) => String(60 + (at % 3))),
  );
  await page.getByText(/^Understood: .*20 weeks, 2025-01-06 to 2025-05-25/).waitFor();
  await page.getByRole('button', { name: 'Keep Waiting' }).press('Enter');
  await page.getByRole('button', { name: 'Keep On the ward' }).press('Enter');
  await section(page).getByLabel('What On the ward counts').selectOption({ label: 'People in places: Ward' });
  await section(page).getByLabel('Unit of Waiting').fill('patients');
  await page.reload();
  await section(page).locator('tbody tr').nth(1).waitFor();
  expect(await section(page).getByLabel('Unit of Waiting').inputValue()).toBe('patients');
  const counts = section(page).getByLabel('What On the ward counts').locator('option:checked');
  expect(await counts.textContent()).toBe('People in places: Ward');
  expect(await section(page).textContent()).toContain('Move the model to these dates first');
  expect(await section(page).getByRole('button', { name: 'Compare with the model' }).isDisabled()).toBe(true);
});

it('one press moves the model to their dates; then the verdict, what could explain it, and a picture and a table each', async () => {
  const { page } = open;
  await section(page).getByRole('button', { name: 'Move the model to these dates' }).press('Enter');
  await section(page)
    .getByText(/the run is 2025-01-06 to 2025-05-25/)
    .waitFor();
  await section(page).getByRole('button', { name: 'Compare with the model' }).press('Enter');
  await section(page).locator('[data-told="done"]').waitFor();
  const said = (await section(page).locator('[data-told] > output').textContent())!;
  expect(said).toContain('The model could not have made this');
  expect(said).toContain('most able to explain it, within their stated range');
  expect(await section(page).locator('.series-beside .chart').count()).toBe(2);
  const first = section(page).locator('[data-beside="Waiting"]');
  expect(await first.textContent()).toContain('Of 20 weeks 0 lie in the model’s band, 20 above');
  await first.getByText('Waiting as a table').click();
  expect(await first.locator('tbody tr').count()).toBe(20);
  expect(await broken(page)).toEqual([]);
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

it('a series is taken away', async () => {
  const { page } = open;
  await section(page).getByRole('button', { name: 'Take away Waiting' }).press('Enter');
  await section(page).getByRole('button', { name: 'Take away On the ward' }).press('Enter');
  await section(page).waitFor({ state: 'detached' });
});
