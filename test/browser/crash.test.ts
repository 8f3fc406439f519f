// A worker that dies: once is survived unseen; when no other can be started the page says so, and Retry works.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, savedNumbers, settled, type OpenPage } from './page.ts';

let open: OpenPage;
let today: string;
beforeAll(async () => {
  open = await openPage('');
  today = await savedNumbers(open.page);
});
afterAll(() => open?.close());

/** An error nobody catches ends a worker for the page. */
async function killWorkers(): Promise<void> {
  const die = () =>
    void setTimeout(() => {
      throw new Error('Killed by the test.');
    });
  await Promise.all(open.page.workers().map((worker) => worker.evaluate(die)));
}

const more = () => open.page.getByRole('button', { name: 'More: Supportive beds' }).click();

it('killed once, it is replaced and its years are done again', async () => {
  const { page } = open;
  await more();
  await killWorkers();
  await settled(page);
  const numbers = await savedNumbers(page);
  expect(await page.locator('.problem-note').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await savedNumbers(page)).toBe(today);
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(await savedNumbers(page)).toBe(numbers);
});

it('killed for good, it is said so with a way on, and nothing is lost', async () => {
  const { page } = open;
  await page.route('**/worker-*.js', (route) => route.abort());
  await killWorkers();
  await more();
  const note = page.locator('.problem-note');
  await note.waitFor();
  expect(await note.textContent()).toContain('The simulation stopped. Your settings are safe.');
  expect(await page.getAttribute('#results', 'data-status')).toBe('failed');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await note.locator('summary').click();
  await note.getByRole('button', { name: 'Copy the report' }).click();
  await note.getByText('The report copied.').waitFor();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  const { manifest } = JSON.parse(today);
  expect(report).toBe(await note.locator('pre').textContent());
  expect(report).toMatch(new RegExp(`^version +${manifest.version}$`, 'm'));
  expect(report).toMatch(new RegExp(`^model +sha256 ${manifest.modelHash}$`, 'm'));
  expect(report).toMatch(new RegExp(`^seed +${manifest.seed}$`, 'm'));
  expect(report).toMatch(/^command +npx onward run ilkeston-2019 .*--set stations\.p2\.beds=5 /m);
  expect(report).toMatch(/^message +\S+/m);
  expect(report).not.toMatch(/https?:|127\.0\.0\.1|[\\/]assets/);

  await page.unroute('**/worker-*.js');
  await note.getByRole('button', { name: 'Retry' }).click();
  await settled(page);
  expect(await note.count()).toBe(0);
  expect(await page.textContent('.headline h1')).toMatch(/^With Supportive beds at 5:/);
  await page.getByRole('button', { name: 'Reset' }).click();
  expect(await savedNumbers(page)).toBe(today);
});
