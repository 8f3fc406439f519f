// What meets a newcomer on a laptop: few words in Explore, five destinations, and on a phone three of them in sight.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { laptop } from '../../tools/open-page.mjs';
import { openPage, settled, type OpenPage } from './page.ts';

const MOST_WORDS = 200;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('');
  await settled(open.page);
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** Words in the window, as somebody counts them who looks at it: of a list of choices the one that is chosen, and the numbers in boxes. */
const wordsInSight = () =>
  open.page.evaluate(() => {
    const found: string[] = [];
    const add = (text: string) => found.push(...text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)));
    const isInWindow = ({ width, height, top, bottom, left, right }: DOMRect) =>
      width > 1 && height > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const isSeen = (one: Element): boolean => {
      for (let at: Element | null = one; at; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== 'none' && at.getBoundingClientRect().width <= 1) return false;
      return one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (parent.closest('script, style, select, noscript') || !isSeen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if ([...range.getClientRects()].some(isInWindow)) add(node.textContent ?? '');
    }
    for (const list of document.querySelectorAll('select'))
      if (isSeen(list) && isInWindow(list.getBoundingClientRect())) add(list.selectedOptions[0]?.textContent ?? '');
    for (const box of document.querySelectorAll<HTMLInputElement>('input[type=text]'))
      if (isSeen(box) && isInWindow(box.getBoundingClientRect())) add(box.value);
    return found;
  });

it('Explore’s first screen has at most 200 words', async () => {
  const { page } = open;
  expect(page.viewportSize()).toEqual(laptop);
  // Whether the run settles is known a moment after its numbers.
  await page.waitForFunction(() => document.querySelector('.headline h1')?.textContent?.includes('does not settle'));
  await page.locator('.weeks').waitFor();
  await expect.poll(() => page.locator('.scene-legend li').count()).toBeGreaterThan(0);
  const words = await wordsInSight();
  const spoken = words.filter((word) => /\p{L}/u.test(word));
  console.log(`Explore’s first screen: ${spoken.length} words and ${words.length - spoken.length} numbers`);
  // It is the whole screen that is counted.
  for (const said of ['Explore', 'Undo', 'Acute', '27', 'Typical', 'simulated']) expect(words).toContain(said);
  expect(spoken.length, spoken.join(' ')).toBeLessThanOrEqual(MOST_WORDS);
});

const inHeader = () =>
  open.page.$$eval('header nav a, header nav summary', (all) =>
    all
      .filter((one) => one.checkVisibility() && (one.tagName === 'SUMMARY' || !one.closest('details:not([open])')))
      .map((one) => one.textContent!.replace(/\W+$/, '')),
  );

it('the header has five destinations on a laptop, and keeps three of them and a menu in sight on a phone', async () => {
  const { page } = open;
  for (const width of [1024, 1366, 1920]) {
    await page.setViewportSize({ width, height: 768 });
    await expect.poll(inHeader).toEqual(['Story', 'Explore', 'Compare', 'Present', 'More']);
  }
  for (const [width, height] of [
    [390, 844],
    [320, 568],
    [820, 1180],
  ]) {
    await page.setViewportSize({ width, height });
    await expect.poll(inHeader).toEqual(['Explore', 'Compare', 'Present', 'More']);
    // Each whole, in one row, large enough for a thumb.
    const boxes = await page.$$eval('header nav > a, header nav > details > summary', (all) =>
      all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(Math.max(...boxes.map(({ top }) => top)) - Math.min(...boxes.map(({ top }) => top))).toBeLessThan(8);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(box.height).toBeGreaterThanOrEqual(32);
    }
  }
});

it('has no row of the header for the display menu alone, and one row on a phone where no model is named', async () => {
  const { page, url } = open;
  for (const view of ['help', 'start', 'method', 'explore']) {
    await page.goto(`${url}#/${view}`);
    await page.waitForSelector(view === 'explore' ? '.model-title' : `main#${view}`);
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const rows = view === 'explore' ? 2 : width === 320 ? 2 : 1;
      const shape = () =>
        page.evaluate(() => {
          const middles = [...document.querySelectorAll('header > *')].map((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return (top + bottom) / 2;
          });
          const isBeside = middles.filter((middle) => Math.abs(middle - middles.at(-1)!) < 8).length > 1;
          return { isBeside, rows: Math.round(document.querySelector('header')!.clientHeight / 36) };
        });
      await expect.poll(shape, { message: `${view} at ${width}` }).toEqual({ isBeside: true, rows });
    }
  }
  await page.setViewportSize(laptop);
});

it('More opens and closes by keyboard, and leads everywhere else', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('header nav summary').focus();
  await page.keyboard.press('Enter');
  const under = 'Story,Assumptions,Outcomes and costs,Data,Your data,Report,Build,Models,Checks,Method,Help'.split(',');
  await expect.poll(inHeader).toEqual(['Explore', 'Compare', 'Present', 'More'].concat(under));
  await page.keyboard.press('Escape');
  await expect.poll(inHeader).toEqual(['Explore', 'Compare', 'Present', 'More']);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Story' }).click();
  await page.waitForSelector('.story');
  expect(await page.title()).toBe('Story – Onward');
  // The menu says that one is in it.
  expect(await page.locator('header .views-menu.here').count()).toBe(1);
});
