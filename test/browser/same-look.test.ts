// A view looks the same whatever was looked at before it, and in the single file, which holds every style sheet from the start.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfModel, views, type View } from '../../ui/address/views.ts';
import { root } from '../source-files.ts';
import { openPage, type OpenPage } from './page.ts';

/** One option is compared: more have more plausible worlds to wait for, and no other parts. */
const MODEL = 'm=ilkeston-2019&o=proposed-16&x=proposed-16&n=2&d=222&v=1';
const OTHER = 'm=ilkeston-2019&n=2&v=1';
const addressOf = (view: View): string =>
  isOfModel(view) ? `#/${view}?${MODEL}` : view === 'checks' ? '#/checks?n=20&only=one-bed' : `#/${view}`;
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
const all = views.map(({ view }) => view);

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/help');
});
afterAll(() => open?.close());

const newPage = () => open.browser.newPage({ viewport: sizes[0], reducedMotion: 'reduce', serviceWorkers: 'block' });

const go = (page: Page, address: string) => page.evaluate((to) => void (location.hash = to), address);

/** Explore, whose style sheets are loaded from the start: a model is known, and there is a step to undo, whichever view comes next. */
async function begun(start: string): Promise<Page> {
  const page = await newPage();
  await page.goto(`${start}#/explore?${OTHER}`);
  await finished(page, 'explore');
  await go(page, addressOf('explore'));
  await finished(page, 'explore', false);
  // The weeks come last, and with them that today does not settle here.
  await page.waitForFunction(() =>
    /no difference (from today )?can be given/.test(document.querySelector('.headline')!.textContent!),
  );
  return page;
}

/** It shows something, and nothing in it says that more is coming; plausible worlds take longest, and only some views show them. */
async function finished(page: Page, view: View, withWorlds = true): Promise<void> {
  const isDone = ([main, hasWorlds]: readonly [View, boolean]) => {
    const shown = [...document.querySelectorAll<HTMLElement>('main')].find((one) => one.checkVisibility());
    if (!shown || (main !== 'explore' && shown.id !== main) || !shown.querySelector('h1, h2')) return false;
    const said = [shown, ...shown.querySelectorAll<HTMLElement>('[data-status], [data-checks], [data-tornado]')];
    const areDone = said.every(({ dataset: { status, checks, tornado } }) =>
      /^(done|)$/.test(status ?? checks ?? tornado ?? ''),
    );
    const isComing = [...shown.querySelectorAll('p')].some(({ textContent }) =>
      /(?<!other window)…$/.test(textContent!),
    );
    const worlds = [...shown.querySelectorAll<HTMLElement>('[data-worlds], .worlds-strip')];
    const areWorldsDone =
      !hasWorlds ||
      (worlds.length > 0 && worlds.every(({ dataset }) => !/^(waiting|running)$/.test(dataset['worlds'] ?? 'done')));
    return areDone && areWorldsDone && !isComing && !shown.querySelector('.previous, [data-weeks="awaited"]');
  };
  const hasWorlds = withWorlds && /^(story|explore|compare|report)$/.test(view) && page.url().includes('o=proposed-16');
  await page.waitForFunction(isDone, [view, hasWorlds] as const);
}

/** Where everything is in the main part and how large its letters are, at each size; the address itself may be shorter or longer. */
async function look(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    let [last, now]: [string, string] = ['', 'none'];
    // What is laid out in answer to the new size has been when two frames are the same.
    while (last !== now) [last, now] = [now, await page.evaluate(measured)];
    found.push(`${size.width}×${size.height}\n${now}`);
  }
  return found;
}

async function measured(): Promise<string> {
  for (const one of document.querySelectorAll<HTMLElement>('.report-link')) one.style.display = 'none';
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  return [...document.querySelectorAll('#page > :is(header, main), #page > :is(header, main) *')]
    .filter((one) => one.checkVisibility() && !one.closest('.hidden, .problems, [role=timer], header details, code'))
    .map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const { fontSize, color, backgroundColor, borderTopWidth } = getComputedStyle(one);
      const box = [x, y, width, height].map(Math.round).join(' ');
      return `${one.tagName} ${one.getAttribute('class') ?? ''}: ${box} ${fontSize} ${color} ${backgroundColor} ${borderTopWidth}`;
    })
    .join('\n');
}

const fresh = new Map<View, string[]>();

describe('fresh', () => {
  it.each(all)('%s', async (view) => {
    const page = await begun(open.url);
    await go(page, addressOf(view));
    await finished(page, view);
    fresh.set(view, await look(page));
    expect(fresh.get(view)![0].split('\n').length).toBeGreaterThan(view === 'speaker' ? 5 : 20); // Your data asks for a table, and no more
    await page.close();
  });

  it('the speaker’s window is as wide as it is', () => {
    const [atLaptop] = fresh.get('speaker')!;
    expect(atLaptop).toMatch(/DIV speaker: 0 0 1366 768 /);
  });
});

const sameIn = (title: string, start: () => string, rounds: number) =>
  describe(title, () => {
    let page: Page;
    beforeAll(async () => {
      page = await begun(start());
      // Once through all of them, so that each is looked at after every other.
      for (let round = 1; round < rounds; round++)
        for (const view of all) {
          await go(page, addressOf(view));
          await finished(page, view);
        }
    });
    afterAll(() => page?.close());

    it.each(all)('%s', async (view) => {
      await go(page, addressOf(view));
      await finished(page, view);
      await expect.poll(() => look(page)).toEqual(fresh.get(view));
    });
  });

sameIn('after every other view', () => open.url, 2);
sameIn('in the single file', () => pathToFileURL(join(root, 'dist/ui/onward.html')).href, 1);
