// The second start needs no network: the built page is kept whole; a new build shows on the next load, and none mix.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from '../../tools/serve.mjs';
import { root } from '../source-files.ts';
import { frames, openPage, settled, type OpenPage } from './page.ts';

const SMALL = '#/explore?m=ilkeston-2019&o=today&n=4&v=1';

let open: OpenPage;
let context: BrowserContext;
let page: Page;
let server: { url: string; close(): Promise<void> };
/** A copy of the built page, to be served, changed and taken away. */
const folder = mkdtempSync(join(tmpdir(), 'onward-offline-'));
const failed: string[] = [];

beforeAll(async () => {
  open = await openPage('about:blank');
  cpSync(join(root, 'dist/ui'), folder, { recursive: true });
  server = await serve({ folder, port: 0, first: undefined });
  context = await open.browser.newContext({ serviceWorkers: 'allow', reducedMotion: 'reduce' });
  page = await context.newPage();
  // What was still on its way when the page was left has not failed.
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') failed.push(`${request.url()}: ${why}`);
  });
  page.on('pageerror', (error) => failed.push(String(error)));
  await page.goto(`${server.url}${SMALL}`);
  await settled(page);
});
afterAll(async () => {
  await open?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page has been kept, by a build of this version. */
const keptBy = (version: string) =>
  expect
    .poll(() =>
      page.evaluate(async (name) => {
        const here = await navigator.serviceWorker.getRegistration();
        const isActive = here?.active?.state === 'activated' && !here.installing && !here.waiting;
        return isActive && navigator.serviceWorker.controller !== null && (await caches.has(name));
      }, `onward-${version}`),
    )
    .toBe(true);

const versionIn = (script: string): string => /"version":"(\w+)"/.exec(script)![1];
const script = () => readFileSync(join(folder, 'offline.js'), 'utf8');

it('loaded once, it starts again with the network cut, and every view and model is there', async () => {
  await keptBy(versionIn(script()));
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  expect(await page.textContent('.headline h1')).toBe('Today, June 2019: does not settle');
  // Pieces that were never looked at.
  await page.evaluate(() => void (location.hash = '#/explore?m=two-queues&n=4&v=1'));
  await page.waitForFunction(() => document.title.startsWith('Two queues'));
  await settled(page);
  await page.evaluate(() => void (location.hash = '#/story?m=winter&n=4&v=1'));
  await page.waitForSelector('.story[data-status="done"]');
  await page.evaluate(() => void (location.hash = '#/method'));
  await page.waitForSelector('.method h2');
  // It asks the page's own address whether a phone can be used as well: that is kept, and no error is seen.
  page.on('console', (message) => void (message.type() === 'error' && failed.push(message.text())));
  const asked = page.waitForEvent('requestfinished', (request) => request.url().endsWith('?relay'));
  await page.evaluate(() => void (location.hash = '#/speaker/abcdefgh'));
  await asked;
  await frames(page, 3);
  expect(await page.locator('.speaker-phone').count()).toBe(0);
  expect(failed).toEqual([]);
  await context.setOffline(false);
});

it('a new build shows on the next load, then offline as well, and the page is never of one build and its pieces of another', async () => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const before = versionIn(script());
  // A build put in place half way: its page is there, its script is still the one before. It must not be kept.
  writeFileSync(join(folder, 'index.html'), html.replace('<title>Onward', '<title data-build="2">Onward'));
  await page.goto('about:blank');
  await page.goto(`${server.url}${SMALL}`);
  await settled(page);
  expect(await page.locator('title[data-build="2"]').count()).toBe(1);
  const digest = await page.evaluate(async () => {
    const bytes = await (await fetch('./index.html', { cache: 'no-store' })).arrayBuffer();
    const sums = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...sums].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });
  /** Looks for a new script; how it ends, once it has been found. */
  const update = () =>
    page.evaluate(async () => {
      const here = (await navigator.serviceWorker.getRegistration())!;
      const ended = new Promise<string>((resolve) => {
        const found = () => {
          const script = here.installing!;
          const look = () => /redundant|activated/.test(script.state) && resolve(script.state);
          script.addEventListener('statechange', look);
        };
        here.addEventListener('updatefound', found, { once: true });
      });
      await here.update().catch(() => {});
      return ended;
    });
  // Another build's script beside a page that is not its own.
  const wrong = script().replace(before, 'wrong');
  writeFileSync(join(folder, 'offline.js'), wrong);
  expect(await update()).toBe('redundant');
  expect(await page.evaluate(() => caches.has('onward-wrong'))).toBe(false);
  // And now the whole build.
  writeFileSync(
    join(folder, 'offline.js'),
    wrong.replace('wrong', 'second').replace(/"page":"\w+"/, `"page":"${digest}"`),
  );
  expect(await update()).toBe('activated');
  await keptBy('second');
  await context.setOffline(true);
  await page.reload();
  await settled(page);
  expect(await page.locator('title[data-build="2"]').count()).toBe(1);
  await context.setOffline(false);
  expect(failed).toEqual([]);
});
