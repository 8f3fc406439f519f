// What a drawing shows in a real browser, on a laptop and on a phone: no box behind the buttons, no words behind a box, and the way to what is below.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { laptop } from '../../tools/open-page.mjs';
import { add, checked, drawNothing, panel } from './drawing.ts';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/help')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const phone = { width: 390, height: 844 };

/** Pairs of things of which one lies over the other, each by its words. */
const overlaps = (page: Page, one: string, other: string): Promise<string[]> =>
  page.evaluate(
    ([first, second]) =>
      [...document.querySelectorAll(first!)].flatMap((a) =>
        [...document.querySelectorAll(second!)].flatMap((b) => {
          const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
          const isApart = p.right <= q.left || q.right <= p.left || p.bottom <= q.top || q.bottom <= p.top;
          return isApart ? [] : [`${a.textContent} and ${b.textContent}`];
        }),
      ),
    [one, other],
  );

it.each([laptop, phone])('no box of a small drawing is behind the buttons, $width pixels wide', async (size) => {
  await open.page.setViewportSize(size);
  const page = await drawNothing(open);
  let count = 0;
  for (const kind of ['People who come', 'Ward or beds', 'Care at home', 'Way out']) {
    await add(page, kind);
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(++count);
    await expect
      .poll(() => overlaps(page, '.build-node', '.react-flow__controls, .react-flow__attribution'))
      .toEqual([]);
    // All of it brought into sight by hand likewise.
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.getByRole('button', { name: 'Show all of it' }).click();
    if (size === laptop) await expect.poll(() => overlaps(page, '.build-node', '.react-flow__controls')).toEqual([]);
  }
  await page.setViewportSize(laptop);
});

it.each(['ilkeston-2019', 'place-of-100000', 'ilkeston-2022'])('%s: every share can be read', async (model) => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/build?m=${model}&n=8&v=1`);
  await checked(page);
  await expect.poll(() => page.locator('.react-flow__edge-text').count()).toBeGreaterThan(0);
  await expect.poll(() => overlaps(page, '.react-flow__edge-text', '.build-node')).toEqual([]);
});

it('on a phone it says where what was added is, and leads there', async () => {
  await open.page.setViewportSize(phone);
  const page = await drawNothing(open);
  const way = page.getByRole('button', { name: /below the drawing$/ });
  expect(await way.textContent()).toBe('Go to the model, below the drawing');
  await add(page, 'Ward or beds');
  expect(await way.textContent()).toBe('Go to “Ward”, below the drawing');
  const inSight = () =>
    page.evaluate(() => {
      const { top } = document.querySelector('.build-panel')!.getBoundingClientRect();
      const head = document.querySelector('header')!.getBoundingClientRect();
      return { isBelowHeader: top >= head.bottom, isInSight: top < innerHeight / 2 };
    });
  const { bottom } = await way.evaluate((one) => one.getBoundingClientRect());
  expect(bottom).toBeLessThan(phone.height);
  expect(await inSight()).toMatchObject({ isInSight: false });
  await way.press('Enter');
  await expect.poll(inSight).toEqual({ isBelowHeader: true, isInSight: true });
  await page.keyboard.press('Tab');
  expect(await panel(page).evaluate((one) => one.contains(document.activeElement))).toBe(true);
  await page.setViewportSize(laptop);
  expect(await way.count()).toBe(0);
});
