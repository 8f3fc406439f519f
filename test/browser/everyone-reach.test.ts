// However little room or skill of hand there is: 400 % zoom, a narrow phone, a finger, a keyboard; in every view there is.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laptop } from '../../tools/open-page.mjs';
import { isOfModel, views } from '../../ui/address/views.ts';
import { openPage, viewDone, type OpenPage } from './page.ts';

const narrow = { width: 320, height: 256 };

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('about:blank');
});
afterAll(() => open?.close());

const addressOf = (view: string) =>
  isOfModel(view as never) ? `#/${view}?m=ilkeston-2019&o=proposed-16&n=8&v=1` : `#/${view}`;

async function show(view: string): Promise<Page> {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}${addressOf(view)}`);
  await page.waitForSelector('main :is(h1, h2)');
  if (isOfModel(view as never)) await viewDone(page);
  return page;
}

describe.each(views.map(({ view }) => view))('%s', (view) => {
  it('at 320 px, which is 1280 px at 400 %, is one column with nothing beyond its edge; everything to press is 32 px each way', async () => {
    const page = await show(view);
    await page.setViewportSize(narrow);
    // The menu folds a moment after the width changes.
    await expect.poll(() => beyondEdge(page)).toEqual([]);
    if (view === 'explore') {
      // Both at one moment: what comes meanwhile makes the results longer.
      const { below, width } = await page.evaluate(() => {
        const [settings, results] = ['.controls', '#results'].map((part) =>
          document.querySelector(part)!.getBoundingClientRect(),
        );
        return { below: settings.top - results.bottom, width: settings.width };
      });
      expect(below).toBeGreaterThanOrEqual(0);
      expect(width).toBeGreaterThan(280);
    }
    await page.setViewportSize(laptop);
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    await expect.poll(() => small(page)).toEqual([]);
  });
});

it.each([
  ['a laptop', laptop, 40],
  ['400 %', narrow, 30],
] as const)('focus is never hidden at %s, however far Tab goes', async (_name, size, presses) => {
  const page = await show('explore');
  await page.setViewportSize(size);
  await expectFocusSeen(page, presses);
});

/** What is wider than the page, where that would make it scroll sideways. */
const beyondEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return [];
    const wide = [...document.querySelectorAll('main *, header *')]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120));
    return [`${over} px too wide`, ...wide.slice(0, 5)];
  });

/** Controls that are smaller than a finger needs. Links in a sentence are as high as its line; some cards can be pressed anywhere. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wholeCard = (one: Element) =>
      getComputedStyle(one, '::after').position === 'absolute' ? one.closest('li, article') : null;
    const isInSentence = (one: Element) =>
      one.matches('a') &&
      getComputedStyle(one).display === 'inline' &&
      one.parentElement!.textContent !== one.textContent;
    return [...document.querySelectorAll('a[href], button, select, summary, input, [role="button"], [tabindex="0"]')]
      .filter((one) => one.checkVisibility() && !one.matches('.skip') && !isInSentence(one))
      .map((one) => ({ one, box: (wholeCard(one) ?? one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 31.5 || box.height < 31.5))
      .map(({ one, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} ${one.outerHTML.slice(0, 110)}`);
  });

async function expectFocusSeen(page: Page, presses: number): Promise<void> {
  const hidden: string[] = [];
  for (let at = 0; at < presses; at++) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const one = document.activeElement!;
      if (one === document.body) return '';
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const [x, y] = [
        (Math.max(0, left) + Math.min(innerWidth, right)) / 2,
        (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2,
      ];
      const above = document.elementFromPoint(x, y);
      const isSeen =
        above !== null && (one.contains(above) || above.contains(one) || above.closest('label')?.contains(one));
      return isSeen && getComputedStyle(one).outlineStyle !== 'none' ? '' : one.outerHTML.slice(0, 110);
    });
    if (unseen) hidden.push(unseen);
  }
  expect(hidden).toEqual([]);
}

it('complained of nothing', () => expect(open.complaints).toEqual([]));
