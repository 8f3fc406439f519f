// Opens the built page in a real browser: serves dist/ui, starts Chromium, and closes both again.
import { join } from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { build } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenPage {
  readonly page: Page;
  /** The address of the built page, ending in a slash. */
  readonly url: string;
  /** What the page complained of so far: uncaught errors, console errors, failed requests. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens `at`, an address relative to the page, in a browser of its own. */
export async function openPage(at = '', options: BrowserContextOptions = {}): Promise<OpenPage> {
  await build('ui');
  const executablePath = process.env.ONWARD_CHROMIUM ?? (await findBrowser());
  if (!executablePath) throw new Error('No Chromium was found; set CHROME_PATH to one.');
  const server = await serve({ folder: join(import.meta.dirname, '../../dist/ui'), port: 0 });
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, ...options });

  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));

  await page.goto(new URL(at, server.url).href);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { page, url: server.url, complaints, close };
}
