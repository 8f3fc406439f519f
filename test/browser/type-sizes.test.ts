// Five sizes of type and no others, on every view: what a reader takes for larger is larger by a step that can be seen.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listed, lineOf } from '../../ui/address/views.ts';
import { openPage, viewDone, type OpenPage } from './page.ts';

/** At a laptop. */
const SIZES_PX = [12, 14, 16, 20, 28];

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());

/** By size, the elements that have text of that size in them; the labels of the map are as large as it has room for. */
const sizesNow = () =>
  open.page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
    const found: Record<string, string[]> = {};
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      );
      const isControl = element.matches('input:not([type=checkbox], [type=radio], [type=range]), select, textarea');
      if ((!hasText && !isControl) || element.closest('svg, .scene-map, .hidden, option, script, style')) continue;
      if (!element.checkVisibility()) continue;
      const px = getComputedStyle(element).fontSize;
      const within = element.closest('[class]');
      (found[px] ??= []).push(
        `${element.tagName.toLowerCase()} in .${within?.getAttribute('class') ?? ''}: ${element.textContent!.slice(0, 30)}`,
      );
    }
    return found;
  });

// A stage has sizes of its own: those of a hall.
const forReaders = listed.filter((one) => !lineOf(one.view).isStage).map(({ view }) => view);

it.each(forReaders)('%s', async (view) => {
  const { page, url } = open;
  const isModels = lineOf(view).isOfModel;
  await page.goto('about:blank');
  await page.goto(`${url}#/${view}${isModels ? '?m=ilkeston-2019&o=proposed-16&n=4&d=30&v=2' : ''}`);
  await page.waitForSelector('main :is(h1, h2)');
  if (isModels) await viewDone(page);
  const found = await sizesNow();
  const others = Object.entries(found).filter(([px]) => !SIZES_PX.some((size) => `${size}px` === px));
  expect(Object.fromEntries(others.map(([px, all]) => [px, all.slice(0, 4)]))).toEqual({});
  expect(Object.keys(found).length).toBeGreaterThan(2);
});

it('on a projector they are all larger in step', async () => {
  const { page, url } = open;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('about:blank');
  await page.goto(`${url}#/help`);
  await page.waitForSelector('main h1');
  const sizes = Object.keys(await sizesNow()).map((px) => Number.parseFloat(px));
  const root = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  expect(root).toBeGreaterThan(19);
  for (const px of sizes)
    expect(SIZES_PX.map((size) => (size * root) / 16).some((size) => Math.abs(size - px) < 0.01)).toBe(true);
});
