// Honest states, each as a reader meets it: too much, still sharpening, no effect, illustrative, refused, stopped, unsettled.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDocument, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());

async function at(hash: string) {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
  await open.page.waitForSelector('.headline');
  return open.page;
}

it('too much for this computer: refused as a whole before it starts, with a way on', async () => {
  const page = await at('#/explore?m=leicester-leicestershire-rutland-2018&o=today&n=10000&v=1');
  const note = page.locator('.problem-note:not(.news)');
  await note.waitFor();
  const said = await note.textContent();
  expect(said).toMatch(
    /^This is too much to simulate here\. Nothing was run\.the request: found about [\d,]+ arrivals/,
  );
  expect(said).toMatch(/expected at most 200,000,000 events .* 1\.0 GB/);
  expect(said).toMatch(/Ask for at most [\d,]+ replications/);
  expect(await page.getAttribute('#results', 'data-status')).toBe('refused');
  expect(await page.locator('.headline h1[data-value]').count()).toBe(0);
  await note.getByRole('button', { name: 'Run 20 simulated runs of five years instead' }).click();
  await page.waitForSelector('.headline h1[data-value]');
  expect(await note.count()).toBe(0);
});

it('still sharpening: says how far, and claims nothing while it cannot', async () => {
  const page = await at('#/explore?m=winter&o=both&n=10000&v=1');
  await page.waitForSelector('[data-status="sharpening"] .headline h1[data-value]');
  expect(await page.textContent('.progress')).toMatch(/^[\d,]+ of 10,000 simulated years · sharpening$/);
});

it('no effect: no clear difference, and no arrow', async () => {
  // The number waiting at which a surge opens changes nothing where there are no surge beds.
  const page = await at('#/explore?m=ilkeston-2019&o=today&n=20&stations.p3.surge.openAtWaiting=9&v=1');
  await settled(page);
  expect(await page.textContent('.headline h1')).toMatch(/the same number of people wait|no clear difference/);
  expect(await page.locator('.card .change.better, .card .change.worse').count()).toBe(0);
  expect((await page.locator('.card .arrow').allTextContents()).join('')).toMatch(/^■*$/);
});

it('illustrative: a striped badge that says what is', async () => {
  const { page } = open;
  const badge = page.locator('.badge summary');
  expect(await badge.textContent()).toBe('Illustrative figures');
  expect(await badge.evaluate((one) => getComputedStyle(one).backgroundImage)).toContain('repeating-linear-gradient');
  await badge.click();
  expect(await page.textContent('.badge p')).toMatch(/illustrative/);
  await badge.click();
});

it('does not settle: weeks in place of an average', async () => {
  const page = await at('#/explore?m=ilkeston-2019&o=other-reading-today&n=20&v=1');
  await page.waitForSelector('[data-weeks="there"] .chart');
  expect(await page.textContent('.headline h1')).toMatch(/does not settle\. The queue for care at home grows from/);
  expect(await page.locator('.cards').count()).toBe(0);
});

it('a file refused, and the simulation stopped: settings safe, a way on', async () => {
  const page = await at('#/explore?m=ilkeston-2019&o=today&n=4&v=1');
  await settled(page);
  // Its weeks come last, and with them that it does not settle.
  await page.waitForSelector('[data-weeks="there"] .chart');
  const finding = await page.textContent('.headline h1');
  await openDocument(page, '{"schemaVersion": 1, "stations": {}}');
  const note = page.locator('.problem-note:not(.news)');
  await note.waitFor();
  expect(await note.textContent()).toMatch(/This file cannot be used\. The model that was open is still running\./);
  expect(await page.textContent('.headline h1')).toBe(finding);
  await note.getByRole('button', { name: 'Close' }).click();

  await page.route('**/worker-*.js', (route) => route.abort());
  const die = () =>
    void setTimeout(() => {
      throw new Error('Killed by the test.');
    });
  await Promise.all(page.workers().map((worker) => worker.evaluate(die)));
  await page.getByRole('button', { name: 'More: Supportive beds' }).click();
  await note.waitFor();
  expect(await note.textContent()).toContain('The simulation stopped. Your settings are safe.');
  await page.unroute('**/worker-*.js');
  await note.getByRole('button', { name: 'Retry' }).click();
  await settled(page);
  expect(await page.inputValue('[data-path="stations.p2.beds"] .number-box input')).toBe('4');
});
