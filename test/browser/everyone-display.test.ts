// Whatever somebody sees best with: dark or light, colours of their own, with or without movement.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayNow, linkNow, openPage, settled, type OpenPage } from './page.ts';

const EXPLORE = '#/explore?m=ilkeston-2019&o=proposed-16&n=8&d=90&v=1';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(EXPLORE, { reducedMotion: 'no-preference' });
  await settled(open.page);
});
afterAll(() => open?.close());

async function choose(name: string): Promise<void> {
  const { page } = open;
  const menu = page.locator('.display-menu');
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  await menu.getByRole('radio', { name, exact: true }).check();
  await page.keyboard.press('Escape');
}

async function reload(): Promise<void> {
  await open.page.reload();
  await settled(open.page);
  await open.page.waitForSelector('canvas.scene-people');
}

/** Whether a colour is anywhere on the map's canvas. */
const isPainted = (page: Page, colour: readonly [number, number, number]) =>
  page.$eval(
    'canvas.scene-people',
    (canvas, [r, g, b]) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === r && data[at + 1] === g && data[at + 2] === b && data[at + 3] === 255) return true;
      return false;
    },
    colour,
  );

/** The same of a colour of the reader's own, as this browser has it. */
async function isPaintedIn(page: Page, name: string): Promise<boolean> {
  const rgb = await page.evaluate((colour) => {
    const sample = document.body.appendChild(document.createElement('span'));
    sample.style.cssText = `forced-color-adjust: none; color: ${colour}`;
    const { color } = getComputedStyle(sample);
    sample.remove();
    return color;
  }, name);
  const [r = 0, g = 0, b = 0] = rgb.match(/\d+/g)!.map(Number);
  return isPainted(page, [r, g, b]);
}

const [LIGHT_P1, DARK_P1] = [
  [0x28, 0xa1, 0x97],
  [0x2d, 0xb5, 0xa9],
] as const;
const ground = (page: Page) => page.$eval('.map-panel', (stage) => getComputedStyle(stage).backgroundColor);

describe('the theme', () => {
  it('follows the system, on the map as well', async () => {
    const { page } = open;
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => ground(page)).toBe('rgb(11, 31, 51)');
    await expect.poll(() => isPainted(page, DARK_P1)).toBe(true);
    expect(await isPainted(page, LIGHT_P1)).toBe(false);
  });

  it('chosen here, wins over the system and is kept', async () => {
    const { page } = open;
    await choose('Light');
    await expect.poll(() => ground(page)).toBe('rgb(255, 255, 255)');
    await reload();
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    await expect.poll(() => isPainted(page, LIGHT_P1)).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await choose('Dark');
    await expect.poll(() => ground(page)).toBe('rgb(11, 31, 51)');
    await page.locator('.display-menu summary').click();
    await page.getByRole('group', { name: 'Colours' }).getByLabel('Same as this computer').check();
    await page.keyboard.press('Escape');
    await expect.poll(() => ground(page)).toBe('rgb(255, 255, 255)');
  });
});

describe('movement', () => {
  const isPlaying = () => open.page.getByRole('button', { name: 'Pause', exact: true }).count();

  it('less, chosen here where the system asks for none of it: at rest at once, and on the next visit', async () => {
    const { page } = open;
    await page.evaluate(() => localStorage.removeItem('onward.paused'));
    await reload();
    expect(await isPlaying()).toBe(1);
    await choose('Less');
    expect(await isPlaying()).toBe(0);
    expect(await page.getAttribute('html', 'data-motion')).toBe('reduced');
    await reload();
    expect(await isPlaying()).toBe(0);
  });

  it('all, chosen here where the system asks for calm: moves', async () => {
    const { page } = open;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await choose('All');
    expect(await page.getAttribute('html', 'data-motion')).toBe('full');
    await reload();
    expect(await isPlaying()).toBe(1);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
  });
});

describe('the picture', () => {
  /** The light of a window: no plain mark has it. */
  const LIT = [0xff, 0xe3, 0x9a] as const;
  const key = () => open.page.locator('.scene-legend li').allTextContents();

  it('is of beds and houses, and of plain marks when that is chosen, which the next visit keeps', async () => {
    const { page } = open;
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => isPainted(page, LIT)).toBe(true);
    expect((await key()).map((one) => one.trim())).toContainEqual(expect.stringMatching(/^free: .*place at home/));
    await choose('Plain marks');
    await expect.poll(() => isPainted(page, LIT)).toBe(false);
    expect(await isPainted(page, LIGHT_P1)).toBe(true);
    expect((await key()).map((one) => one.trim())).not.toContainEqual(expect.stringMatching(/^free: .*place at home/));
    await reload();
    await expect.poll(() => isPainted(page, LIGHT_P1)).toBe(true);
    expect(await isPainted(page, LIT)).toBe(false);
    await choose('Beds and houses');
    await expect.poll(() => isPainted(page, LIT)).toBe(true);
  });

  it('is plain for whoever opens a link that was made so, until they choose otherwise, and is not kept for them', async () => {
    await choose('Plain marks');
    await expect.poll(() => linkNow(open.page)).toContain('&i=plain');
    const link = await linkNow(open.page);
    await choose('Beds and houses');
    await expect.poll(() => linkNow(open.page)).not.toContain('&i=');
    const context = await open.browser.newContext({ serviceWorkers: 'block', colorScheme: 'light' });
    const other = await context.newPage();
    await other.goto(link);
    await settled(other);
    await expect.poll(() => isPainted(other, LIGHT_P1)).toBe(true);
    expect(await isPainted(other, LIT)).toBe(false);
    await other.goto('about:blank');
    await other.goto(link.replace('&i=plain', '').replace(/&v=.*/, '&v=2'));
    await settled(other);
    await expect.poll(() => isPainted(other, LIT)).toBe(true);
    await context.close();
  });
});

/** Of a row of pixels through the middle of an element: the share that is not the colour just above it. */
async function shareDrawn(page: Page, selector: string): Promise<number> {
  const box = (await page.locator(selector).first().boundingBox())!;
  const clip = { x: box.x, y: box.y, width: Math.floor(box.width), height: Math.floor(box.height) };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const at = (x: number, y: number) => context.getImageData(x, y, 1, 1).data.join();
    const row = Array.from({ length: picture.width }, (_, x) => at(x, Math.floor(picture.height / 2)) !== at(x, 1));
    return row.filter(Boolean).length / row.length;
  }, png);
}

it('with colours of the reader’s own the map is bars in them, the tracks of sliders are there, and the table lies open', async () => {
  const { page } = open;
  expect(await page.locator('.map-table[open]').count()).toBe(0);
  // The first day has people who wait and places that are free; on which day it was stopped depends on the machine.
  await page.focus('.transport-timeline');
  await page.keyboard.press('Home');
  await expect.poll(() => dayNow(page)).toBe(0);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.waitForSelector('.map-table[open] tbody tr');
  expect(await page.locator('canvas.scene-people').isVisible()).toBe(true);
  for (const system of ['CanvasText', 'GrayText']) await expect.poll(() => isPaintedIn(page, system)).toBe(true);
  for (const ours of [LIGHT_P1, DARK_P1]) expect(await isPainted(page, ours)).toBe(false);
  expect(await page.locator('.scene-legend li').allTextContents()).toEqual([expect.stringContaining('many people')]);
  // A track is as wide as its slider: at least nine tenths of the row is drawn, thumb included.
  expect(await shareDrawn(page, '.slider-row input[type=range]')).toBeGreaterThan(0.9);
  expect(await shareDrawn(page, '.transport-timeline')).toBeGreaterThan(0.9);
  expect(await page.locator('.scene-map text').first().isVisible()).toBe(true);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.waitForSelector('canvas.scene-people', { state: 'visible' });
});

it('complained of nothing', () => expect(open.complaints).toEqual([]));
