// Numbers tried together in a real browser: a heat map that needs no colour, the table behind it, the link, and the terminal's bytes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onward, scratchFolder } from '../cli/onward.ts';
import { broken } from './axe.ts';
import { linkNow, openPage, type OpenPage } from './page.ts';

const scratch = scratchFolder();
const CHOSEN = 'u=stations.p1.places@24:40:8&u=stations.p2.beds@3:11:4';
const ADDRESS = `#/assumptions?m=ilkeston-2019&o=proposed-16&n=8&${CHOSEN}&v=2`;

let open: OpenPage;
beforeAll(async () => void (open = await openPage(ADDRESS, { acceptDownloads: true })));
afterAll(async () => {
  await open?.close();
  scratch.remove();
});
afterEach(() => expect(open.complaints).toEqual([]));

const done = () => open.page.waitForSelector('[data-together="done"]');
const button = (name: string | RegExp) => open.page.locator('.together').getByRole('button', { name });

async function saved(name: string): Promise<Buffer> {
  const [file] = await Promise.all([open.page.waitForEvent('download'), button(name).click()]);
  return readFileSync(await file.path());
}

describe('numbers tried together', () => {
  it('are those of the link; every cell has its number in words, and the table behind has the ranges', async () => {
    const { page } = open;
    await button('Try every combination').click();
    await done();
    const cells = await page.$$eval('.heat-map [data-cell]', (all) =>
      all.map((one) => [one.getAttribute('data-at'), one.getAttribute('data-cell'), one.textContent!.trim()]),
    );
    // More is further up.
    expect(cells.map(([at]) => at)).toEqual([
      '40,3',
      '40,7',
      '40,11',
      '32,3',
      '32,7',
      '32,11',
      '24,3',
      '24,7',
      '24,11',
    ]);
    for (const [, kind, text] of cells) expect(text).toMatch(kind === 'settled' ? /^[\d.]+$/ : /^– does not settle$/);
    expect(new Set(cells.map(([, kind]) => kind))).toEqual(new Set(['settled', 'unsettled']));
    expect(await page.locator('.together .lines-table tbody tr').count()).toBe(9);
    expect(await page.textContent('.together-says')).toMatch(
      /^Fewest people wait to leave the acute hospital with Places at home at 40 and Supportive beds at 11: about /,
    );
    expect(await linkNow(page)).toContain(`&${CHOSEN}&`);
    expect(await broken(page)).toEqual([]);
  });

  it('have the bytes of the command that is shown, as CSV and as Parquet', async () => {
    const command = (await open.page.textContent('.together-command'))!;
    expect(command).toMatch(
      /^npx onward sweep ilkeston-2019 --option proposed-16 --over stations\.p1\.places=24:40:8 /,
    );
    const args = command.split(' ').slice(2);
    for (const format of ['csv', 'parquet']) {
      const folder = join(scratch.folder, format);
      expect((await onward([...args, '--out', folder, '--format', format, '--workers', '2'])).code).toBe(0);
      const written = readFileSync(join(folder, `sweep.${format}`));
      expect((await saved(`Save as ${format === 'csv' ? 'CSV' : 'Parquet'}`)).equals(written)).toBe(true);
    }
  });

  it('with a third number make a picture for each of its values, on one scale; with too many it says what to do', async () => {
    const { page } = open;
    await button('Add a number').click();
    await page.locator('.together-number').nth(2).locator('select').selectOption('stations.p3.beds');
    const boxes = page.locator('.together-number').nth(2).locator('input');
    const enter = async (at: number, value: string) => {
      await boxes.nth(at).fill(value);
      await boxes.nth(at).press('Enter');
    };
    await enter(2, '1');
    await page.getByText(/here there is time for 400/).waitFor();
    expect(await button('Try every combination').isDisabled()).toBe(true);
    await enter(0, '14');
    await enter(1, '18');
    await enter(2, '2');
    await button('Try every combination').click();
    await done();
    expect(await page.$$eval('.heat-map caption', (all) => all.map((one) => one.textContent))).toEqual(
      [24, 32, 40].map((places) => `Places at home: ${places} places`),
    );
    expect(await page.locator('.heat-map [data-cell]').count()).toBe(27);
    await button('Leave out third number').click();
    expect(await page.getAttribute('.together', 'data-together')).toBe('idle');
  });

  it('are stopped at a press, and what has come stays', async () => {
    const { page } = open;
    await page.goto('about:blank');
    await page.goto(
      `${open.url}#/assumptions?m=ilkeston-2019&o=proposed-16&n=40&u=stations.p1.places@21:40:1&u=stations.p2.beds@1:20:1&v=2`,
    );
    await button('Try every combination').click();
    await page.waitForSelector('.heat-map [data-years="5"]');
    await button('Stop').click();
    await page.waitForSelector('[data-together="stopped"]');
    const come = () => page.locator('.heat-map [data-cell]:not([data-cell="awaited"])').count();
    const before = await come();
    expect(before).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    expect(await come()).toBe(before);
  });

  it('fit a phone, and are there without colours', async () => {
    const page = await open.browser.newPage({
      viewport: { width: 390, height: 844 },
      forcedColors: 'active',
      reducedMotion: 'reduce',
    });
    await page.goto(`${open.url}${ADDRESS}`);
    await page.getByRole('button', { name: 'Try every combination' }).click();
    await page.waitForSelector('[data-together="done"]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const borders = await page.$$eval('.heat-map [data-cell]', (all) =>
      all.map((one) => getComputedStyle(one).borderTopColor),
    );
    expect(new Set(borders).has('rgba(0, 0, 0, 0)')).toBe(false);
    await page.close();
  });
});
