// The list of models, and outcomes and costs on one page, in a real browser: opened by keyboard, nothing lost on the way, and the same numbers as those saved.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { costedFile } from '../ui/costed.ts';
import { linkNow, openDocument, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/start')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

interface SavedRow {
  readonly option: string;
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
  readonly who: string;
  readonly day: string;
  readonly value: number | null;
}

async function at(hash: string): Promise<Page> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
  return open.page;
}

async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () => page.evaluate((words) => document.activeElement?.textContent?.startsWith(words), name);
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `Tab does not come to ${name}`).toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
}

async function goUnderMore(page: Page, name: string): Promise<void> {
  await page.locator('header summary', { hasText: 'More' }).click();
  await page.locator('header nav').getByRole('link', { name, exact: true }).click();
}

const told = (page: Page) => page.waitForSelector('.beside[data-status="done"] .beside-told:not(.previous)');

/** Every number of the view that names its row, beside the same row as saved. */
async function expectSaved(page: Page, least: number): Promise<void> {
  const saved = JSON.parse(await page.evaluate(() => window.onward.numbers()));
  const keyOf = ({ station, measure, statistic, who }: SavedRow) => `${station}/${measure}/${statistic}/${who}`;
  const rows = new Map<string, number | null>();
  for (const row of saved.summary as SavedRow[]) if (row.day === '') rows.set(`${row.option} ${keyOf(row)}`, row.value);
  for (const row of saved.differences as SavedRow[])
    if (row.day === '') rows.set(`difference ${keyOf(row)}`, row.value);
  const shown = await page.$$eval('.beside [data-row]', (all) =>
    all.map((one) => ({
      key: `${one.getAttribute('data-option')} ${one.getAttribute('data-row')}`,
      value: one.getAttribute('data-value'),
    })),
  );
  expect(shown.length).toBeGreaterThan(least);
  for (const { key, value } of shown)
    expect([key, value]).toEqual([key, rows.get(key) === null ? null : String(rows.get(key))]);
}

describe('the list of models', () => {
  it('opened by a link, it starts no simulation, and lists what comes with the page', async () => {
    const { page } = open;
    await page.waitForSelector('.start-lessons');
    expect(open.requests.filter((address) => /\/worker[^/]*\.js$/.test(address))).toEqual([]);
    expect(await page.title()).toBe('Models – Onward');
    expect(await page.locator('.start-card figcaption').first().textContent()).toMatch(
      /^People come to: Acute hospital\. .*Care at home \(27 places\)/,
    );
    expect(await page.locator('.start-lesson').count()).toBeGreaterThan(30);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('by keyboard alone: another model says what it is and is in the link, and what was set before can be gone back to', async () => {
    const page = await at('');
    await settled(page);
    await page.getByRole('button', { name: 'More: Supportive beds' }).click();
    await settled(page);
    const before = await linkNow(page);
    await page.locator('.skip').focus();
    await tabTo(page, 'More');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Models');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Start from…');
    expect(await page.textContent('.start .lead')).toMatch(/^Open now: Ilkeston 2019: .*, with your changes\./);
    await tabTo(page, 'One queue');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.news');
    expect(await page.textContent('.news')).toMatch(/^Now open: One queue.*A teaching toy/);
    expect(await page.title()).toBe('One queue: a ward and its waiting list – Onward');
    await expect.poll(() => page.url()).toMatch(/#\/explore\?m=one-queue&o=today&s=1&n=100&/);
    await page.getByRole('button', { name: 'Go back to “Ilkeston 2019' }).click();
    await settled(page);
    expect(await linkNow(page)).toBe(before);
    await expect.poll(() => page.url()).toBe(before);
    expect(await page.locator('.news').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await linkNow(page)).not.toContain('stations.p2.beds');
  });

  it('a file of one’s own opens from here, and the browser goes back to it as to any other', async () => {
    const page = await at('#/start');
    await page.waitForSelector('.start-own');
    await openDocument(page, '{"schemaVersion":1}');
    await page.waitForSelector('.problem-note');
    await expect.poll(() => page.url()).toMatch(/#\/start$/);
    await page.getByRole('button', { name: 'Close' }).click();
    await openDocument(page, readFileSync(costedFile, 'utf8'));
    await settled(page);
    await expect.poll(() => page.url()).toContain('#/explore');
    expect(await page.textContent('.model-title')).toBe('A town with prices');
    await goUnderMore(page, 'Models');
    await page.getByRole('link', { name: 'One queue' }).click();
    await page.waitForFunction(() => document.title.startsWith('One queue'));
    // From the list as well, both ways.
    for (const title of ['A town with prices', 'One queue']) {
      await goUnderMore(page, 'Models');
      await page.getByRole('button', { name: `Go back to “${title}` }).click();
      await page.waitForFunction((start) => document.title.startsWith(start), title);
      expect(await page.locator('.problem-note').count()).toBe(0);
    }
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => document.title.startsWith('A town with prices'));
  });
});

describe('costs', () => {
  it('are the numbers that are saved, in picture and table', async () => {
    const page = await at('#/costs?m=costs&o=more-at-home&n=20&v=1');
    await told(page);
    await expectSaved(page, 15);
    expect(await page.textContent('.costs-finding')).toMatch(
      /^24 places at home: the model suggests about £[\d,]+ a year less/,
    );
    expect(await page.textContent('.costs')).toContain('does not mean that money is freed');
    // An old link leads to the page that they are part of now, and to their part of it.
    expect(await page.title()).toBe('Outcomes and costs – Onward');
    await expect
      .poll(() => page.locator('#costs').evaluate((one) => one.getBoundingClientRect().top))
      .toBeLessThan(300);
  });

  it('of a document with a price that has no source: said, and not counted', async () => {
    const page = await at('#/start');
    await page.waitForSelector('.start-own');
    await openDocument(page, readFileSync(costedFile, 'utf8'));
    await settled(page);
    await goUnderMore(page, 'Outcomes and costs');
    await told(page);
    await page.locator('.beside-head select').selectOption('more');
    await page.waitForFunction(() =>
      document.querySelector('.beside-finding h2')?.textContent?.startsWith('More at home'),
    );
    await told(page);
    await expectSaved(page, 35);
    const text = await page.textContent('.beside');
    expect(text).toContain('Discharge lounge: no price has been entered.');
    expect(text).toContain('no source, so it does not count: add one to include it');
    expect(text).toMatch(/empty places cost about £/);
    expect(text).toMatch(/Home team \+3 %, Community hospital \+4 %/);
    await page.waitForSelector('.beside section[aria-label="For every 1,000 people over 65"]');
    await told(page);
    await expectSaved(page, 60);
    // One step, whichever view it was done in.
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => document.querySelector('.beside-finding h2')?.textContent?.startsWith('Today'));
    await expect.poll(() => page.url()).toContain('#/outcomes?');
  });

  it('where none are entered, nothing is made up', async () => {
    const page = await at('#/costs');
    await told(page);
    expect(await page.textContent('.costs h3')).toBe('No costs yet: this model has no prices');
    expect(await page.locator('.beside').textContent()).not.toMatch(/[{}]|Gbp|(stations|costs)\.[a-z]/);
    expect(await page.locator('.beside').textContent()).not.toContain('£');
  });
});

describe('outcomes', () => {
  it('are the numbers that are saved, and the link brings them again', async () => {
    const page = await at('#/outcomes?m=ilkeston-2019&o=proposed-16&n=20&v=1');
    await told(page);
    await expectSaved(page, 30);
    expect(await page.textContent('.beside-finding h2')).toMatch(
      /^Proposed, 16 ward beds: the model suggests the share of people/,
    );
    expect(await page.textContent('.beside')).toContain(
      'Each day of delay makes the next stay about 1.2 hours longer.',
    );
    const link = await linkNow(page);
    expect(link).toContain('#/outcomes?m=ilkeston-2019&o=proposed-16');
    const sentence = await page.textContent('.beside-finding h2');
    await at(link.slice(open.url.length));
    await told(page);
    expect(await page.textContent('.beside-finding h2')).toBe(sentence);
    expect(await page.locator('.problem-note:not(.news)').count()).toBe(0);
  });

  it('Explore has the same settings, and every table opens by keyboard', async () => {
    const { page } = open;
    await page.locator('.lines-table summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.lines-table[open] tbody tr').count()).toBe(4);
    await page.getByRole('link', { name: 'Change more in Explore' }).click();
    await settled(page);
    await expect.poll(() => page.url()).toContain('o=proposed-16');
    expect(await page.locator('#results .card [data-row="all/rightPlace/mean/all"]').getAttribute('data-value')).toBe(
      String(
        JSON.parse(await page.evaluate(() => window.onward.numbers())).summary.find(
          ({ option, measure, who }: SavedRow) => option === 'proposed-16' && measure === 'rightPlace' && who === 'all',
        ).value,
      ),
    );
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  it('fit a phone, with the views in one menu', async () => {
    const page = await at('#/outcomes?m=ilkeston-2019&o=proposed-16&n=20&v=1');
    await page.setViewportSize({ width: 390, height: 844 });
    await told(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await goUnderMore(page, 'Data');
    await page.waitForFunction(() => document.title === 'Data – Onward');
    expect(await page.locator('nav details[open]').count()).toBe(0);
  });
});
