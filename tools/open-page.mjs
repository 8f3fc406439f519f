// Opens the built page in a real browser: builds it if need be, serves it, starts Chromium, and closes all again.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

/** No network requests of the browser's own, and everything painted by the processor, as on the slowest machines it must run on. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What has not come by then never will, however busy the machine is. */
export const MOST_MILLISECONDS = 200_000;

/** The size of most laptops that planners are given. */
export const laptop = { width: 1366, height: 768 };

/** A browser and the address of the page, which ends in a slash. No page is open yet. `folder`: a page that is built already. */
export async function openBrowser(folder) {
  if (!folder) await build('ui');
  const executablePath = process.env.ONWARD_CHROMIUM ?? (await findBrowser());
  if (!executablePath) throw new Error('No Chromium was found; set CHROME_PATH to one.');
  const server = await serve({ folder: folder ?? join(root, 'dist/ui'), port: 0 });
  const browser = await chromium.launch({ executablePath, args: flags, timeout: MOST_MILLISECONDS });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(MOST_MILLISECONDS);
    return context;
  };
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, url: server.url, close };
}
