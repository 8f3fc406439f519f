// The Assumptions view in a real browser: every number as the document has it, changed by keyboard, and what matters most.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compile, numberAt, numberPaths, replicate, rowKeys } from '../../engine/index.ts';
import { shippedModel } from '../models/shipped.ts';
import { linkNow, openPage, settled, type OpenPage } from './page.ts';

const ILKESTON = 'm=ilkeston-2019&o=proposed-16&n=20&v=1';
const STAY = 'stations.p1.stay.meanDays';
const SPREAD = 'stations.p1.stay.sdDays';

let open: OpenPage;
beforeAll(async () => void (open = await openPage(`#/assumptions?${ILKESTON}`)));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

async function at(hash: string): Promise<Page> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
  return open.page;
}

const numbersShown = (page: Page) =>
  page.$$eval('[data-number]', (all) =>
    all.map((one) => [one.getAttribute('data-number'), one.getAttribute('data-value')] as const),
  );
const row = (page: Page, path: string) => page.locator(`[data-number="${path}"]`);
const triedAll = (page: Page) => page.waitForSelector('[data-tornado="done"]');
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('assumptions', () => {
  it('shows every number of the document, with the option’s own laid over', async () => {
    const { page } = open;
    await page.waitForSelector('.assumptions[data-numbers]');
    const model = shippedModel('ilkeston-2019');
    const set = model.options!.find(({ id }) => id === 'proposed-16')!.set!;
    const expected = numberPaths(model).map((path) => [path, String(set[path] ?? numberAt(model, path).value)]);
    const inOrder = (all: readonly (readonly [unknown, unknown])[]) => all.map(String).sort();
    expect(inOrder(await numbersShown(page))).toEqual(inOrder(expected as [string, string][]));
    const counts = await page.$$eval('[data-count]', (all) => all.map((one) => Number(one.getAttribute('data-count'))));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(expected.length);
    expect(await row(page, 'stations.p3.beds').textContent()).toContain('16 beds');
    expect(await row(page, 'stations.p3.beds').textContent()).toContain('in the document 24 beds');
  });

  it('what matters most comes by itself, in order of size, with no bar where there is no clear difference', async () => {
    const { page } = open;
    await triedAll(page);
    const found = await page.$$eval('[data-swing]', (all) =>
      all.map((one) => ({
        path: one.getAttribute('data-swing')!,
        apart: Number(one.getAttribute('data-apart')),
        said: one.textContent!,
      })),
    );
    const ranges = Object.values(shippedModel('ilkeston-2019').evidence!).filter(
      ({ low, high }) => low !== undefined && high !== undefined,
    );
    expect(found).toHaveLength(ranges.length);
    const clear = found.filter(({ said }) => /people apart/.test(said));
    // At 35 days 2.18 × 0.55 × 35 ≈ 42 places at home are needed and 37 are there: with no average to compare, it matters most.
    const unsettled = found.filter(({ said }) => said.includes('does not settle'));
    expect(unsettled.map(({ path }) => path)).toContain(STAY);
    expect(found.slice(0, unsettled.length)).toEqual(unsettled);
    expect(clear.map(({ apart }) => Math.abs(apart))).toEqual(
      clear.map(({ apart }) => Math.abs(apart)).toSorted((a, b) => b - a),
    );
    expect(await page.locator('.tornado li:not(.tornado-head)').count()).toBe(clear.length);
    // Surge places are none in this option, so when they open moves nobody.
    expect(found.find(({ path }) => path === 'stations.p3.surge.openAtWaiting')!.said).toContain(
      'no difference at all',
    );
    expect(await row(page, 'stations.p3.surge.openAtWaiting').locator('.matters-bar').count()).toBe(0);
  });

  it('is chosen from by status and service, and put in order', async () => {
    const { page } = open;
    await page.getByLabel('Status').selectOption('measured');
    expect(await page.$$eval('[data-number]', (all) => all.map((one) => one.getAttribute('data-evidence')))).toEqual(
      Array(4).fill('measured'),
    );
    await page.getByLabel('Service').selectOption('Care at home');
    expect(await numbersShown(page)).toEqual([['stations.p1.places', '37']]);
    await page.getByLabel('Status').selectOption('');
    await page.getByLabel('Service').selectOption('');
    await page.getByLabel('In order').selectOption('what matters most first');
    const first = (await numbersShown(page)).slice(0, 4);
    expect(first).toContainEqual([STAY, '21']);
    await page.getByLabel('With the words').fill('extra beds open');
    expect(await numbersShown(page)).toEqual([['stations.p3.surge.openAtWaiting', '4']]);
    await page.getByLabel('With the words').fill('');
  });

  it('by keyboard alone: a number without a slider is changed, listed, in the link, and can be undone', async () => {
    const { page } = open;
    await row(page, SPREAD)
      .getByRole('button', { name: /^Change/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Care at home, stay: standard deviation, days',
    );
    await page.keyboard.type('-3');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.row-detail .problem');
    expect(await page.locator('[data-edit]').count()).toBe(0);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('10.5');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`[data-number="${SPREAD}"][data-value="10.5"]`);
    expect(await page.textContent('[data-edit]')).toMatch(
      /^Care at home, stay: standard deviation: 10\.5 days, in “Proposed, 16 ward beds” 14 days/,
    );
    const link = await linkNow(page);
    expect(link).toContain(`#/assumptions?m=ilkeston-2019&o=proposed-16&s=2019&n=20&${SPREAD}=10.5&`);
    await at(link.slice(open.url.length));
    await page.waitForSelector(`[data-number="${SPREAD}"][data-value="10.5"]`);
    expect(await page.locator('.problem-note').count()).toBe(0);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await settled(page);
    expect(await page.textContent('.headline h1')).toMatch(
      /^Proposed, 16 ward beds, with Care at home, stay: standard deviation at 10\.5/,
    );
    await page.goBack();
    await page.getByRole('button', { name: 'Put back Care at home, stay: standard deviation' }).click();
    await page.waitForSelector(`[data-number="${SPREAD}"][data-value="14"]`);
    expect(await linkNow(page)).not.toContain('sdDays');
    await page.locator('.edits').getByRole('button', { name: 'Undo' }).click();
    await page.waitForSelector(`[data-number="${SPREAD}"][data-value="10.5"]`);
  });

  it('a number over its whole range: by keyboard, as a line and a table, and what it says is what the engine says', async () => {
    const page = await at('#/assumptions?m=ilkeston-2019&o=proposed-16&n=6&v=1');
    await page.waitForSelector('.assumptions[data-numbers]');
    await row(page, 'stations.p2.beds')
      .getByRole('button', { name: /^Change/ })
      .press('Enter');
    const panel = page.locator('.sweep');
    await panel.getByRole('button', { name: /^See what it does from/ }).press('Enter');
    await page.waitForSelector('[data-sweep="done"]');
    await panel.getByText('The same as a table').click();
    const found = await panel
      .locator('[data-at]')
      .evaluateAll((all) =>
        all.map((one) => [Number(one.getAttribute('data-at')), Number(one.getAttribute('data-mean'))] as const),
      );
    expect(found.length).toBeGreaterThan(4);
    const model = shippedModel('ilkeston-2019');
    const settled = found.filter(([, mean]) => !Number.isNaN(mean));
    expect(settled.length).toBeGreaterThan(2);
    for (const [beds, mean] of [settled[0], settled.at(-1)!]) {
      const program = compile(model, { option: 'proposed-16', set: { 'stations.p2.beds': beds } });
      const column = rowKeys(program).findIndex(
        (key) =>
          key.station === 'acute' &&
          key.measure === 'delayed' &&
          key.statistic === 'mean' &&
          key.who === 'all' &&
          key.day === '',
      );
      const years = [0, 1, 2, 3, 4, 5].map((year) => replicate(program, model.experiment.seed, year)[column]);
      expect(mean).toBeCloseTo(years.reduce((sum, one) => sum + one, 0) / years.length, 9);
    }
    const says = (await panel.locator('output').textContent())!;
    expect(says).toMatch(
      /^At \d+ beds? the model (does not settle|has about .* waiting to leave the acute hospital); at \d+ beds it has about .* waiting to leave the acute hospital\.$/,
    );
    expect(await panel.locator('.chart figcaption').textContent()).toContain(says);
    // The tornado goes on where it was.
    await triedAll(page);
  });

  it('what the engine would refuse changes nothing, and says why', async () => {
    const page = await at(`#/assumptions?${ILKESTON}`);
    const ends = 'stations.p3.beds';
    await page.waitForSelector('.assumptions[data-numbers]');
    await row(page, 'stations.p2.next.0.priority')
      .getByRole('button', { name: /^Change/ })
      .click();
    await page.getByLabel(/^Supportive care beds, priority on the list/).fill('1.5');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.row-detail [role=alert]');
    expect(await page.textContent('.row-detail [role=alert]')).toMatch(/^It stays as it was: .*whole/);
    expect(await page.locator('[data-edit]').count()).toBe(0);
    expect(await row(page, ends).getAttribute('data-value')).toBe('16');
  });

  it('saves a draft by the STRESS-DES checklist, with the numbers of the screen', async () => {
    const page = await at(`#/assumptions?${ILKESTON}`);
    await page.waitForSelector('.assumptions[data-numbers]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /STRESS-DES/ }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('onward-ilkeston-2019-stress-des.md');
    const draft = readFileSync((await download.path())!, 'utf8');
    expect(draft).toContain('### 4.3 Estimation approach\n\n20 simulated years, seed 2019.');
    expect(draft).toContain('| Ward beds | 16 beds |');
  });

  it('of an area with more than a hundred numbers starts folded, and fits a phone', async () => {
    const page = await at('#/assumptions?m=bristol-area-2022&n=2&v=1');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForSelector('.assumptions[data-numbers]');
    expect(Number(await page.locator('.assumptions').getAttribute('data-numbers'))).toBe(
      numberPaths(shippedModel('bristol-area-2022')).length,
    );
    expect(await numbersShown(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});
