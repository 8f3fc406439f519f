// The built page in a real browser, as a test needs it: opened at a link, watched for complaints, waited for.
import type {} from '../../ui/main.tsx'; // what the page puts on its window
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { View } from '../../ui/address/views.ts';
import { laptop, openBrowser } from '../../tools/open-page.mjs';

export interface OpenPage {
  readonly page: Page;
  /** For more pages and contexts, which are closed with this one. */
  readonly browser: Pick<Browser, 'newPage' | 'newContext'>;
  /** The address of the built page, ending in a slash. */
  readonly url: string;
  /** Problems of the page so far: uncaught errors, console errors, failed requests. */
  readonly complaints: readonly string[];
  /** Every address asked for so far. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** One browser for all files that a process runs, each in contexts of its own; it ends with the process. */
let started: ReturnType<typeof openBrowser> | undefined;

/** Another, should it have ended before its time. */
async function browserOfProcess(): ReturnType<typeof openBrowser> {
  const known = await started;
  return known?.browser.isConnected() ? known : (started = openBrowser());
}

interface Circumstances extends BrowserContextOptions {
  /** Plausible worlds take longer than all else on a page: all of them come only where a test is about them. */
  readonly hasAllWorlds?: boolean;
}

/** Runs in the page, before anything of it: its workers simulate the first two dozen worlds, and no more than those come. */
function fewWorlds(): void {
  const { prototype } = Worker;
  const { postMessage } = prototype;
  prototype.postMessage = function asksForFewer(sent: { type?: string; wanted?: number[] }, ...more: never[]) {
    const fewer = sent.type === 'worlds' ? { ...sent, wanted: sent.wanted!.filter((world) => world < 24) } : sent;
    postMessage.call(this, fewer, ...more);
  };
}

/**
 * Opens `at`, an address relative to the page, where nobody has been before. The map rests unless the options ask for motion: painting
 * it all the time takes half the machine from whatever is tested.
 */
export async function openPage(at = '', { hasAllWorlds, ...options }: Circumstances = {}): Promise<OpenPage> {
  const { browser: shared, url } = await browserOfProcess();
  const contexts: BrowserContext[] = [];
  const newContext = async (of?: BrowserContextOptions) => {
    const context = await shared.newContext(of);
    if (!hasAllWorlds) await context.addInitScript(fewWorlds);
    contexts.push(context);
    return context;
  };
  const newPage = async (of?: BrowserContextOptions) => (await newContext(of)).newPage();
  // What keeps the page for offline use answers for the server, where a test could not step in between.
  const page = await newPage({ viewport: laptop, serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`); // broken off by leaving the page
  });
  await page.goto(new URL(at, url).href);
  const close = async () => void (await Promise.all(contexts.map((context) => context.close())));
  return { page, browser: { newPage, newContext }, url, complaints, requests, close };
}

/** Every simulated year asked for has come, and the numbers on the screen are theirs. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[data-status="done"]') && !document.querySelector('.headline.previous'),
  );
}

/** The same page at another view, as by a link in it. */
export async function goToView(page: Page, view: View, query = ''): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), `#/${view}${query && `?${query}`}`);
  const shown = view === 'explore' ? 'main .first-screen' : `main#${view} :is(h1, h2)`;
  await page.locator(shown).first().waitFor();
}

/** Everything in the view on the screen that reports progress has finished; a view that was left gets no more reports. */
export async function viewDone(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main [data-status]')].filter((one) =>
      one.checkVisibility(),
    );
    return all.length > 0 && all.every(({ dataset }) => dataset.status === 'done');
  });
}

/** Every sentence of a story is there, except what plausible worlds add later. */
export async function storyTold(page: Page): Promise<void> {
  await page.waitForSelector('.story[data-status="done"]');
  await page.waitForSelector('.story-measured, .story-worlds');
  await page.waitForFunction(() => !document.querySelector('.story')!.textContent!.includes('still at work'));
}

/** This many frames have been painted, however long each takes. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (most) => {
    for (let frame = 0; frame < most; frame++) await new Promise(requestAnimationFrame);
  }, count);

/** The numbers on the screen as "Save numbers as JSON" writes them. */
export async function savedNumbers(page: Page): Promise<string> {
  await settled(page);
  return `${await page.evaluate(() => window.onward.numbers())}\n`;
}

export const linkNow = (page: Page): Promise<string> => page.evaluate(() => window.onward.link());

/** The day on the map, as the play bar has it. */
export const dayNow = async (page: Page): Promise<number> =>
  Number(await page.locator('.transport-date').getAttribute('data-day'));

/** Opens a document as somebody who chooses a file would. */
export async function openDocument(page: Page, content: string | object, name = 'model.json'): Promise<void> {
  const text = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/json', buffer });
}

/** Opens the Share menu, if it is not open, with all that comes only then. */
export async function openShare(page: Page): Promise<void> {
  const isOpen = await page.locator('.share').evaluate((menu) => (menu as HTMLDetailsElement).open);
  if (!isOpen) await page.locator('.share > summary').click();
  await page.locator('.share .take-away').waitFor();
}

/** The command that the page says gives the same numbers. */
export async function commandShown(page: Page): Promise<string> {
  await openShare(page);
  return (await page.locator('.share code').textContent()) ?? '';
}
