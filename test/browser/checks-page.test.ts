// The Checks page: opened by keyboard alone, the same rows as the terminal byte for byte, stopped at a press, and Explore kept.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { frames, linkNow, openPage, savedNumbers, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/checks?n=2&only=two-in-line')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const status = (page: Page) => page.getAttribute('[data-checks]', 'data-checks');
const done = (page: Page) => page.waitForSelector('[data-checks="done"]');

/** A browser gives a busy worker some seconds to end by itself. */
const checkWorkers = (page: Page) => page.workers().filter((worker) => worker.url().includes('check-worker')).length;

/** In a page of its own: nothing is left from the one before. */
async function checksAt(query: string): Promise<Page> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}#/checks${query}`);
  return open.page;
}

/** The terminal always runs the second engine; the page does when somebody presses, which has a test of its own. */
async function onTheCommandLine(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await onward(['verify', ...args, '--json', '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  const document = JSON.parse(stdout);
  delete document.secondEngine;
  return `${JSON.stringify(document, null, 2)}\n`;
}

it('opened by a link, it starts nothing that only Explore needs', async () => {
  await done(open.page);
  expect(open.requests.filter((address) => /\/(worker|ilkeston)[^/]*\.js$/.test(address))).toEqual([]);
  expect(await open.page.title()).toBe('Checks – Onward');
});

describe('the rows of the terminal, byte for byte', () => {
  it('some groups and one figure of another, another seed, fewer replications', async () => {
    const only = ['one-bed', 'loss-exponential', 'blocked-bed', 'beds-change', 'two-kinds.wait-2'];
    const page = await checksAt(`?n=12&s=5&only=${only}`);
    await done(page);
    const text = await page.evaluate(() => window.onward.checks());
    const args = only.flatMap((name) => ['--only', name]);
    expect(`${text}\n`).toBe(await onTheCommandLine(...args, '--seed', '5', '--replications', '12'));
  });

  it('as it comes, without a seed or a number of replications', async () => {
    const page = await checksAt('?only=beds-change');
    await done(page);
    const text = await page.evaluate(() => window.onward.checks());
    const { seed, replications, rows } = JSON.parse(text);
    expect([seed, replications, rows.length]).toEqual([1, 200, 5]);
    expect(`${text}\n`).toBe(await onTheCommandLine('--only', 'beds-change'));
  });

  it('and the table says the same, each verdict in a word and with a mark', async () => {
    const { page } = open;
    const { rows } = JSON.parse(await page.evaluate(() => window.onward.checks()));
    const shown = await page.$$eval('[data-check]', (all) =>
      all.map((one) => ({
        id: one.getAttribute('data-check'),
        cells: [...one.children].map((cell) => cell.textContent?.trim().replace(/\s+/g, ' ')),
        hasPicture: one.querySelector('svg .answer') !== null,
      })),
    );
    expect(shown).toHaveLength(5);
    for (const [at, { id, cells, hasPicture }] of shown.entries()) {
      const { figure, formula, expected, simulated, low, high } = rows[at];
      const [a, b, c, d] = [expected, simulated, low, high].map((value: number) => value.toPrecision(4));
      expect(id).toBe(rows[at].id);
      expect(cells).toEqual([figure, formula, a, b, `${c} to ${d}`, '', '✓ inside']);
      expect(hasPicture).toBe(true);
    }
    const titles: string[] = rows.map(({ title }: { title: string }) => title);
    expect(await page.locator('.check-table h2').allTextContents()).toEqual([...new Set(titles)]);
    expect(await page.textContent('.finding')).toBe('5 figures, all inside.');
  });
});

it('a link to one group begins with it and shows it', async () => {
  const page = await checksAt('/backlog?n=4');
  await page.waitForSelector('[data-check^="backlog."][data-verdict]');
  const row = page.locator('[data-check^="backlog."]').first();
  expect(await row.evaluate((one) => one === document.activeElement)).toBe(true);
  const box = await row.boundingBox();
  expect(box!.y).toBeGreaterThan(0);
  expect(box!.y).toBeLessThan(700);
});

describe('by keyboard alone, from Explore and back', () => {
  const tabTo = async (page: Page, name: string) => {
    const isThere = () => page.evaluate((words) => document.activeElement?.textContent?.startsWith(words), name);
    for (let presses = 0; !(await isThere()); presses++) {
      expect(presses).toBeLessThan(40);
      await page.keyboard.press('Tab');
    }
  };

  it('opens, stops at a press and goes on', async () => {
    const { page } = open;
    await page.goto('about:blank');
    await page.goto(`${open.url}#/explore?m=ilkeston-2019&n=4&v=1`);
    await settled(page);
    await page.getByRole('button', { name: 'More: Supportive beds' }).click();
    await settled(page);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.reload();
    await settled(page);
    await tabTo(page, 'More');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Checks');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'The tool proves itself');
    await expect.poll(() => page.url()).toMatch(/#\/checks$/);
    await page.waitForSelector('[data-check]');
    await tabTo(page, 'Stop');
    await page.keyboard.press('Enter');
    expect(await status(page)).toBe('stopped');
    await expect.poll(() => checkWorkers(page)).toBe(0);
    const come = () => page.locator('[data-verdict]').count();
    const stopped = await come();
    await frames(page, 60); // with no worker left, whatever was on its way has come
    expect(await come()).toBe(stopped);
    expect(await page.textContent('.finding')).toMatch(new RegExp(`^Stopped after ${stopped} of \\d+ figures`));
    // The focus is still on the one button, which now says the other thing.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go on');
    await page.keyboard.press('Enter');
    expect(await status(page)).toBe('running');
    await expect.poll(() => checkWorkers(page)).toBeGreaterThan(0);
  });

  it('leaves the processor to Explore when it is left, and Explore is as it was', async () => {
    const { page } = open;
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, 'Explore');
    await page.keyboard.press('Enter');
    await settled(page);
    await expect.poll(() => checkWorkers(page)).toBe(0);
    expect(await page.textContent('.headline h1')).toMatch(/^With Supportive beds at 4:/);
    await expect.poll(() => page.url()).toContain('stations.p2.beds=4');
    const before = [await linkNow(page), await savedNumbers(page)];
    const undo = page.getByRole('button', { name: 'Undo' });

    await page.locator('header summary', { hasText: 'More' }).click();
    await page.getByRole('link', { name: 'Checks' }).click();
    await page.waitForSelector('[data-checks]');
    await page.goBack();
    await settled(page);
    expect([await linkNow(page), await savedNumbers(page)]).toEqual(before);
    expect(await page.locator('.problem-note').count()).toBe(0);
    await undo.click(); // the one thing that was done here, before the page was loaded anew
    expect(await linkNow(page)).not.toContain('stations.p2.beds');
    expect(await undo.isDisabled()).toBe(true);
  });
});
