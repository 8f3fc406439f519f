// Long because Firefox is started once for all of it. The core of the page in Firefox as well: it moves, answers, compares, presents, is drawn on the ground, keeps options, is used by keys and typing alone, and works from a disk.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findFirefox } from '../../tools/browser.mjs';
import { build } from '../../tools/build.mjs';
import { ONE_FILE } from '../../tools/one-file.mjs';
import { MOST_MILLISECONDS } from '../../tools/open-page.mjs';
import { serve } from '../../tools/serve.mjs';
import { onward } from '../cli/onward.ts';
import { root } from '../source-files.ts';

const isCi = /^(1|true)$/i.test(process.env.CI ?? '');
const path = await findFirefox();
if (!path && !isCi) console.warn(`${'*'.repeat(100)}\nFirefox was not found: the page was not tried in it.`);

/** No network but this machine, and nothing moves unless it is asked to. */
const quiet = { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9 };
const still = { ...quiet, 'ui.prefersReducedMotion': 1 };
const TOWN = 'm=ilkeston-2019&o=today&n=12&v=1';
const RUN = ['ilkeston-2019', '--replications', '12', '--json', '--quiet'];
const require = createRequire(import.meta.url);

let server: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

async function newPage(from: Browser): Promise<Page> {
  const made = await from.newPage();
  made.setDefaultTimeout(MOST_MILLISECONDS);
  made.on('pageerror', (error) => complaints.push(String(error)));
  made.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return made;
}

const launch = (extraPrefsFirefox: Record<string, unknown>) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: path!,
    headless: true,
    defaultViewport: { width: 1366, height: 768 },
    extraPrefsFirefox,
    timeout: MOST_MILLISECONDS,
    protocolTimeout: MOST_MILLISECONDS,
  });

const go = async (hash: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${server.url}${hash}`);
};
const has = (selector: string) => page.waitForSelector(selector);
const settled = (on = page) =>
  on.waitForFunction(
    () => document.querySelector('[data-status="done"]') && !document.querySelector('.headline.previous'),
  );
const textOf = (selector: string) => page.$eval(selector, (one) => one.textContent ?? '');
const numbers = (on = page) => on.evaluate(() => window.onward.numbers());
const dayNow = () => page.$eval('.transport-date', (one) => Number(one.getAttribute('data-day')));

/** Presses the button of that name as soon as it is there. */
async function press(name: string): Promise<void> {
  const button = await page.waitForFunction(
    (words) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === words) ?? false,
    {},
    name,
  );
  await (button as ElementHandle<HTMLButtonElement>).click();
}

/** Presses Tab until what has the focus is named so. */
async function tabTo(name: string): Promise<void> {
  const isThere = () =>
    page.evaluate((words) => {
      const on = document.activeElement;
      return (on?.getAttribute('aria-label') ?? on?.textContent ?? '').trim().startsWith(words);
    }, name);
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `Tab does not come to ${name}`).toBeLessThan(90);
    await page.keyboard.press('Tab');
  }
}

// Continuous integration must have it; tools/test.mjs installs it there.
describe.skipIf(!path && !isCi)('in Firefox', () => {
  beforeAll(async () => {
    expect(path, 'Firefox was not found').toBeTruthy();
    await build('ui');
    server = await serve({ folder: join(root, 'dist/ui'), port: 0, first: undefined });
    browser = await launch(still);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => void (page = await newPage(browser)));
  afterEach(async () => {
    await page.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  it('a slider moved by keys alone gives the numbers of the terminal, and its link the same in a fresh profile', async () => {
    await go(`#/explore?${TOWN}`);
    await settled();
    const before = await textOf('.headline h1');
    await page.focus('[data-path="stations.p2.beds"] input[type=range]');
    for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
    await settled();
    expect(await textOf('.headline h1')).not.toBe(before);
    const shown = `${await numbers()}\n`;
    expect(shown).toBe((await onward(['run', ...RUN, '--set', 'stations.p2.beds=11'])).stdout);
    const link = await page.evaluate(() => window.onward.link());
    const context = await browser.createBrowserContext();
    const fresh = await context.newPage();
    await fresh.goto(link);
    await settled(fresh);
    expect(`${await numbers(fresh)}\n`).toBe(shown);
    await context.close();
  });

  it('the picture says what its words say, and the Story and the plausible worlds are there', async () => {
    await go(`#/explore?${TOWN.replace('o=today', 'o=proposed-16')}&d=118`);
    await settled();
    await has('canvas.scene-people');
    const differ = await page.evaluate(() => {
      const { marks } = window.onward.painted()[0];
      const said = [...document.querySelectorAll<SVGElement>('.scene-box [data-measure="in-use"]')];
      const boxes = said.map((one) => [one.closest<SVGElement>('[data-station]')!.dataset.station!, one.textContent!]);
      return boxes
        .filter(([id, text]) => marks[id!]![0]! + marks[id!]![1]! !== Number.parseInt(text!, 10))
        .concat(boxes.length > 2 ? [] : [['boxes', String(boxes.length)]]);
    });
    expect(differ).toEqual([]);
    await has('[data-worlds="done"]');
    expect(await textOf('.worlds-line')).toMatch(/ of 200 plausible worlds\. What decides it most: /);
    await go(`#/story?${TOWN.replace('o=today', 'o=proposed-16')}`);
    await has('.story[data-status="done"]');
    expect(await page.$$eval('.story-panel', (all) => all.length)).toBeGreaterThanOrEqual(8);
  });

  it('options are compared, with the terminal’s bytes', async () => {
    await go(`#/compare?${TOWN.replace('o=today', 'o=proposed-16')}`);
    await has('.beside[data-status="done"]');
    expect(await textOf('main')).toMatch(/better|worse|no clear difference/);
    const asked = ['today', 'proposed-16'];
    const document = await page.evaluate((options) => window.onward.compare(options), asked);
    expect(`${document}\n`).toBe((await onward(['compare', ...RUN, '--options', asked.join(',')])).stdout);
  });

  it('the whole job is done in the Data view by typing', async () => {
    await go(`#/data?${TOWN}`);
    await has('.beside[data-status="done"] .beside-told:not(.previous)');
    await tabTo('Supportive beds');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('11');
    await page.keyboard.press('Enter');
    await has('.beside[data-status="done"] .beside-told:not(.previous) [data-compared="true"]');
    expect(await textOf('.beside-finding h2')).toMatch(/^With Supportive beds at 11: .*fewer people/);
  });

  it('a presentation goes forward and back by a clicker, whole on a projector', async () => {
    await page.setViewport({ width: 1024, height: 768 });
    await go(`#/present?${TOWN}`);
    await has('.stage[data-step="0"] .stage-now');
    await page.keyboard.press('PageDown');
    await has('.stage[data-step="1"][data-status="done"]');
    const isWhole = () =>
      page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
      });
    expect(await isWhole()).toBe(true);
    await page.keyboard.press('PageUp');
    await has('.stage[data-step="0"]');
  });

  it('no rule of WCAG that a program can check is broken, and a narrow page is one column', async () => {
    await go(`#/explore?${TOWN}`);
    await settled();
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const broken = await page.evaluate(async (values) => {
      type Axe = { run(at: Document, how: object): Promise<{ violations: { id: string }[]; passes: unknown[] }> };
      const { axe } = window as unknown as { axe: Axe };
      const { violations, passes } = await axe.run(document, { runOnly: { type: 'tag', values } });
      return passes.length > 0 ? violations.map(({ id }) => id) : ['nothing was looked at'];
    }, tags);
    expect(broken).toEqual([]);
    await page.setViewport({ width: 320, height: 568 });
    await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth);
  });

  it('the county is drawn on the ground, each place where it is, as large as its beds', async () => {
    await go('#/explore?m=leicester-leicestershire-rutland-2018&o=today&n=1&d=900&g=map&v=2');
    await has('.on-ground-map [data-site="evington"]');
    await has('.on-ground-table tbody tr');
    const drawn = await page.evaluate(() => {
      const map = document.querySelector('.on-ground-map')!.getBoundingClientRect();
      const boxOf = (one: Element) => one.getBoundingClientRect();
      const all = (selector: string) => [...document.querySelectorAll(`.on-ground-map ${selector}`)].map(boxOf);
      const area = (id: string) =>
        document.querySelector<SVGCircleElement>(`[data-site="${id}"] .on-ground-place`)!.getBBox().width ** 2;
      return {
        isOutside: all('[data-site] .on-ground-place, .on-ground-district').filter(
          ({ left, right, top, bottom }) =>
            left < map.left - 1 || right > map.right + 1 || top < map.top - 1 || bottom > map.bottom + 1,
        ).length,
        places: all('[data-site] .on-ground-place').filter(({ width }) => width > 4).length,
        districts: all('.on-ground-district').filter(({ width, height }) => Math.min(width, height) > 10).length,
        ways: all('.on-ground-way').filter(({ width, height }) => Math.max(width, height) > 10).length,
        tints: new Set([...document.querySelectorAll('.on-ground-district')].map((one) => getComputedStyle(one).fill))
          .size,
        evingtonToLoughborough: area('evington') / area('loughborough'),
      };
    });
    expect(drawn).toMatchObject({ isOutside: 0, tints: 3 });
    // By the document, 46 beds and 24.
    expect(drawn.evingtonToLoughborough).toBeCloseTo(46 / 24, 1);
    expect(drawn.places).toBeGreaterThanOrEqual(8);
    expect(drawn.districts).toBeGreaterThanOrEqual(8);
    expect(drawn.ways).toBeGreaterThan(8);
  });

  it('an option made here keeps its name and its numbers when the page is loaded again', async () => {
    await go(`#/explore?${TOWN}`);
    await settled();
    await page.focus('[data-path="stations.p2.beds"] input[type=range]');
    await page.keyboard.press('ArrowRight');
    await press('Keep as an option');
    await has('.option-card input');
    await page.focus('.option-card input');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('One more bed');
    await page.keyboard.press('Enter');
    const isNamed = () => document.querySelector('.options-menu select')?.textContent?.includes('One more bed');
    await page.waitForFunction(isNamed);
    await settled();
    const before = await numbers();
    // Without the address, which would bring the option as well.
    await page.evaluate(() => {
      Object.assign(window, { isLeft: true });
      history.replaceState(null, '', location.pathname);
      setTimeout(() => location.reload());
    });
    await page.waitForFunction(() => !('isLeft' in window));
    await page.waitForFunction(isNamed);
    await settled();
    expect(await page.$eval('.option-card input', (one) => (one as HTMLInputElement).value)).toBe('One more bed');
    expect(await textOf('.headline h1')).toMatch(/^One more bed: /);
    expect(await numbers()).toBe(before);
    await page.evaluate(() => localStorage.clear());
  });

  it('asked for less motion it stands still, and a step is a press away', async () => {
    await go(`#/explore?${TOWN}`);
    await settled();
    const before = await dayNow();
    await page.evaluate(async () => {
      for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await dayNow()).toBe(before);
    await page.click('button[aria-label="Forward a day"]');
    await page.waitForFunction(
      (day) => Number(document.querySelector('.transport-date')?.getAttribute('data-day')) > day,
      {},
      before,
    );
  });
});

describe.skipIf(!path && !isCi)('from a disk in Firefox, with no network to go to', () => {
  it('moves by itself, answers a slider with workers of its own, and asks for nothing', async () => {
    const alone = await launch(quiet);
    try {
      const asked: string[] = [];
      page = await newPage(alone);
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${pathToFileURL(join(root, 'dist/ui', ONE_FILE)).href}#/explore?${TOWN}`);
      await settled();
      const day = await dayNow();
      await page.waitForFunction(
        (then) => Number(document.querySelector('.transport-date')?.getAttribute('data-day')) > then,
        {},
        day,
      );
      await page.focus('[data-path="stations.p2.beds"] input[type=range]');
      await page.keyboard.press('ArrowRight');
      await settled();
      expect(`${await numbers()}\n`).toBe((await onward(['run', ...RUN, '--set', 'stations.p2.beds=4'])).stdout);
      for (const view of ['compare', 'present', 'data', 'report', 'assumptions']) {
        await page.evaluate((to) => void (location.hash = to), `#/${view}`);
        await page.waitForSelector('main :is(h1, h2)');
      }
      expect(asked.filter((address) => !/^(file|blob|data|about):/.test(address))).toEqual([]);
      expect(complaints.splice(0)).toEqual([]);
    } finally {
      await alone.close();
    }
  });
});
