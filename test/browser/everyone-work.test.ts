// What somebody has done survives a reload, a crash, a closed tab and another link; two tabs never write over each other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { root } from '../source-files.ts';
import { linkNow, openDocument, openPage, settled, type OpenPage } from './page.ts';

const SMALL = '#/explore?m=ilkeston-2019&o=today&n=4&v=1';

let open: OpenPage;
let context: BrowserContext;
let page: Page;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());
beforeEach(async () => {
  context = await open.browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  page = await newTab(SMALL);
});
afterEach(() => context.close());

async function newTab(hash: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${open.url}${hash}`);
  await settled(tab);
  return tab;
}

const more = (tab: Page) => tab.getByRole('button', { name: 'More: Supportive beds' }).click();
const undo = (tab: Page) => tab.getByRole('button', { name: 'Undo' });
const beds = (tab: Page) => tab.inputValue('[data-path="stations.p2.beds"] .number-box input');
/** Some work is in storage that says so many supportive beds. */
const kept = (tab: Page, number: number) =>
  tab.waitForFunction(
    (words) =>
      Object.entries(localStorage).some(
        ([key, value]) => key.startsWith('onward.work.') && String(value).includes(words),
      ),
    `stations.p2.beds=${number}&`,
  );

it('a reload goes on where it was, with every step to undo', async () => {
  await more(page);
  await kept(page, 4);
  await more(page);
  await page.reload(); // at once: what was done a moment before is not lost either
  await settled(page);
  await expect.poll(() => beds(page)).toBe('5');
  expect(await page.locator('.problem-note').count()).toBe(0);
  await undo(page).click();
  await undo(page).click();
  await expect.poll(() => beds(page)).toBe('3');
  expect(await undo(page).isDisabled()).toBe(true);
});

it('a document of one’s own is still open after a reload', async () => {
  const own = {
    ...JSON.parse(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')),
    id: 'mine',
    title: 'My town',
  };
  await openDocument(page, { ...own, experiment: { ...own.experiment, replications: 4 } });
  await page.waitForFunction(() => document.title.startsWith('My town'));
  await settled(page);
  await more(page);
  await kept(page, 4);
  await page.reload();
  await settled(page);
  expect(await page.textContent('.model-title')).toBe('My town');
  await expect.poll(() => beds(page)).toBe('4');
  expect(await undo(page).isEnabled()).toBe(true);
});

it('a tab that crashed or was closed: the newest work is offered, and comes back with its steps', async () => {
  await more(page);
  await kept(page, 4);
  await page.close({ runBeforeUnload: false });
  page = await newTab('');
  const news = page.locator('.news');
  await news.waitFor();
  expect(await news.textContent()).toMatch(/^Your work in “Ilkeston 2019.*” is keptLast changed .* in this browser\./);
  await expect.poll(() => beds(page)).toBe('3');
  await news.getByRole('button', { name: 'Go back to it' }).click();
  await expect.poll(() => beds(page)).toBe('4');
  await settled(page);
  await undo(page).click();
  await expect.poll(() => beds(page)).toBe('3');
});

it('a crash of the page itself', async () => {
  await more(page);
  await kept(page, 4);
  const address = await page.evaluate(() => location.href);
  const tools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void tools.send('Page.crash').catch(() => {});
  await crashed;
  page = await newTab(new URL(address).hash);
  await expect.poll(() => beds(page)).toBe('4');
});

it('a link to another model opens, takes nothing away, and what was open is a press away', async () => {
  await more(page);
  const before = await linkNow(page);
  await kept(page, 4);
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=one-queue&n=4&v=1`);
  await settled(page);
  expect(await page.title()).toMatch(/^One queue/);
  await page.getByRole('button', { name: 'More: Beds' }).first().click();
  // The first press on a page fetches the code that stores work; until it arrives, only the address holds the work.
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes('"modelId":"one-queue"')));
  await page.reload();
  await settled(page);
  expect(await page.title()).toMatch(/^One queue/);
  const other = await newTab('');
  // The newest is that of the link; the one before it is still stored.
  expect(await other.textContent('.news')).toContain('Your work in “One queue');
  await kept(other, 4);
  await other.close();
  await page.goto('about:blank');
  await page.goto(before);
  await settled(page);
  await expect.poll(() => beds(page)).toBe('4');
});

it('a link to the same model is one step, so undo brings back what was there', async () => {
  await more(page);
  await kept(page, 4);
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=ilkeston-2019&o=today&n=4&stations.p2.beds=9&v=1`);
  await settled(page);
  await expect.poll(() => beds(page)).toBe('9');
  await undo(page).click();
  await expect.poll(() => beds(page)).toBe('4');
});

it('two tabs at once each keep their own', async () => {
  const other = await newTab(SMALL);
  await more(page);
  await more(other);
  await more(other);
  await Promise.all([kept(page, 4), kept(page, 5)]);
  await Promise.all([page.reload(), other.reload()]);
  await Promise.all([settled(page), settled(other)]);
  expect([await beds(page), await beds(other)]).toEqual(['4', '5']);
});

it('storage that is full, or denied: said in words, and everything works', async () => {
  await page.evaluate(() => {
    let letters = 'x'.repeat(1_000_000);
    for (let at = 0; letters.length > 0; at++)
      try {
        localStorage.setItem(`full.${at}`, letters);
      } catch {
        letters = letters.slice(0, Math.floor(letters.length / 2));
      }
  });
  await more(page);
  const note = page.locator('.problem-note');
  await note.waitFor();
  expect(await note.textContent()).toMatch(/not kept in this browser.*full or switched off.*copy the link/s);
  await settled(page);
  await expect.poll(() => beds(page)).toBe('4');

  const denied = await context.newPage();
  await denied.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  const complaints: string[] = [];
  denied.on('pageerror', (error) => complaints.push(String(error)));
  await denied.goto(`${open.url}${SMALL}`);
  await settled(denied);
  await more(denied);
  await denied.locator('.problem-note').waitFor();
  await settled(denied);
  expect(await denied.textContent('.headline h1')).toMatch(/^With Supportive beds at 4/);
  expect(complaints).toEqual([]);
});

it('all of it can be cleared, and stays so', async () => {
  await more(page);
  await kept(page, 4);
  await page.locator('.share > summary').click();
  await page.locator('.kept-here summary').click();
  await page.getByRole('button', { name: 'Clear all my data' }).click();
  await page.getByText('Cleared.').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await expect.poll(() => beds(page)).toBe('4');
  await page.close();
  page = await newTab('');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('work')))).toEqual([]);
  expect(await page.locator('.news').count()).toBe(0);
});
