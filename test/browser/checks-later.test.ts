// The code that checks settings comes after the first numbers: nobody who moves nothing waits for it, and the page works on without it.
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openPage, settled, type OpenPage } from './page.ts';

const PIECE = '**/checking-*.js';

let open: OpenPage;
beforeEach(async () => {
  await open?.close();
  open = await openPage('#/method');
});
afterAll(() => open?.close());

/** The first view of a page opened anew, in which nothing was fetched before. */
async function exploreAnew(): Promise<void> {
  await open.page.goto(open.url);
  await settled(open.page);
}

const more = () => open.page.getByRole('button', { name: 'More: Supportive beds' }).click();
const finding = () => open.page.textContent('.headline h1');

it('all years of today come without it, and a move is answered as soon as it is there', async () => {
  const { page } = open;
  let letCome = () => {};
  const hasCome = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(PIECE, (route) => hasCome.then(() => route.continue()));
  const isAskedFor = page.waitForRequest(PIECE); // by itself, before anything is moved
  await exploreAnew();
  await isAskedFor;
  await page.waitForFunction(() => Number(document.querySelector('.transport-date')?.getAttribute('data-day')) > 0);
  await more();
  await page.waitForSelector('.headline.previous');
  letCome();
  await settled(page);
  expect(await finding()).toMatch(/^With Supportive beds at 4:/);
  expect(open.complaints).toEqual([]);
});

it('where it cannot be fetched the page says so, and Retry fetches it', async () => {
  const { page } = open;
  await page.route(PIECE, (route) => route.abort());
  await exploreAnew();
  await more();
  const note = page.locator('.problem-note');
  await note.waitFor();
  expect(await note.textContent()).toContain('The simulation stopped. Your settings are safe.');
  await page.unroute(PIECE);
  await note.getByRole('button', { name: 'Retry' }).click();
  await settled(page);
  expect(await note.count()).toBe(0);
  expect(await finding()).toMatch(/^With Supportive beds at 4:/);
});
