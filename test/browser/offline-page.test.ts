// The page as one file: opened from a disk with the network cut, it does the whole job and gives the page's own numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchFolder, smallModel } from '../cli/onward.ts';
import { openPackage } from '../export/package.ts';

import { openDocument, openPage, openShare, savedNumbers, settled, type OpenPage } from './page.ts';

let open: OpenPage;
let offline: Page;
const scratch = scratchFolder();
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&o=proposed-16&n=12&stations.p2.beds=9&v=1', {
    reducedMotion: 'reduce',
  });
  offline = await open.browser.newPage({
    offline: true,
    reducedMotion: 'reduce',
    viewport: { width: 1366, height: 768 },
  });
  offline.on('request', (request) => requests.push(request.url()));
  offline.on('pageerror', (error) => complaints.push(String(error)));
  offline.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterAll(async () => {
  await open?.close();
  scratch.remove();
});

/** Saves a page by its own button, and returns where the file is. */
async function save(page: Page, name: string): Promise<string> {
  await openShare(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this page for offline use' }).click(),
  ]);
  const path = join(scratch.folder, name);
  await file.saveAs(path);
  return pathToFileURL(path).href;
}

it('opens on the screen it was saved from, with the same numbers', async () => {
  await settled(open.page);
  await offline.goto(await save(open.page, 'saved.html'));
  await settled(offline);
  await expect.poll(() => new URL(offline.url()).hash).toContain('stations.p2.beds=9');
  expect(await savedNumbers(offline)).toBe(await savedNumbers(open.page));
});

it('answers a slider, as the page does', async () => {
  for (const page of [open.page, offline]) {
    await page.locator('.share').evaluate((menu) => ((menu as HTMLDetailsElement).open = false));
    const slider = page.locator('input[type=range]').first();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await settled(page);
  }
  const numbers = await savedNumbers(offline);
  expect(JSON.parse(numbers).manifest.set).toEqual({ 'stations.p1.places': 38, 'stations.p2.beds': 9 });
  expect(numbers).toBe(await savedNumbers(open.page));
});

it('shows every other view, checks and their workers too', async () => {
  const shows = [
    ['#/start', 'Ilkeston'],
    ['#/outcomes', 'In the right place'],
    ['#/costs', 'Costs'],
    ['#/method', 'What it leaves out'],
    ['#/checks?only=mm1', 'Checks'],
  ] as const;
  for (const [hash, words] of shows) {
    await offline.evaluate((to) => void (location.hash = to), hash);
    await offline.locator('main.page-of-text').getByText(words).first().waitFor();
  }
});

it('tells the story, compares, and has every other view of the model', async () => {
  await offline.evaluate(() => void (location.hash = '#/present'));
  await offline.waitForSelector('.stage .stage-now');
  await offline.keyboard.press('PageDown');
  await offline.waitForSelector('.stage[data-step][data-status="done"]');
  await offline.keyboard.press('Escape');
  await settled(offline);
  for (const view of ['story', 'compare', 'assumptions', 'data', 'report']) {
    await offline.evaluate((to) => void (location.hash = `#/${to}`), view);
    await offline.waitForSelector(`main#${view} [data-status="done"]`);
  }
});

it('makes papers, and saves itself again with a model of somebody’s own inside', async () => {
  await offline.evaluate(() => void (location.hash = '#/explore'));
  await settled(offline);
  await openDocument(offline, smallModel);
  await offline.waitForFunction(() => document.title.startsWith('A small model'));
  await settled(offline);
  const numbers = await savedNumbers(offline);
  await openShare(offline);
  const [file] = await Promise.all([
    offline.waitForEvent('download'),
    offline.getByRole('button', { name: 'Word', exact: true }).click(),
  ]);
  expect(openPackage(readFileSync(await file.path())).faults()).toEqual([]);

  const again = await save(offline, 'again.html');
  await offline.goto('about:blank');
  await offline.goto(again);
  await settled(offline);
  expect(await offline.title()).toMatch(/^A small model/);
  expect(await savedNumbers(offline)).toBe(numbers);
});

it('asked for nothing but itself', () => {
  expect(requests.filter((address) => !/^(file:.*\/(saved|again)\.html|blob:|data:|about:)/.test(address))).toEqual([]);
  expect(complaints).toEqual([]);
});
