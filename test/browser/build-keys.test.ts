// Somebody who draws by keys in a real browser: whatever they press, the focus is somewhere in sight, near what they did.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { add, checked, drawNothing, panel, standing } from './drawing.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/help')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** What has the focus in a few words, and whether it can be seen below the header. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    const { top, bottom } = one.getBoundingClientRect();
    const head = document.querySelector('header')!.getBoundingClientRect().bottom;
    const said =
      one.getAttribute('aria-label') ?? one.querySelector(':scope > legend')?.textContent ?? one.textContent!;
    return { on: one.tagName === 'BODY' ? 'nothing' : said, isSeen: bottom > head && top < innerHeight };
  });
const press = async (page: Page, name: string | RegExp) => {
  await panel(page).getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
};

/** A ward from which people go to one of two places, and nobody has said how many to which. */
async function twoWays(): Promise<Page> {
  const page = await drawNothing(open);
  for (const kind of ['Care at home', 'Way out', 'Ward or beds']) await add(page, kind);
  for (const [to, next] of [
    ['Care at home', 'Home'],
    ['Home', 'From here people go to'],
  ] as const) {
    await panel(page).getByLabel('Route to').focus();
    await page.keyboard.type(to);
    await press(page, 'Draw this route');
    // To choose the next, as long as there is one.
    expect(await focus(page)).toEqual({ on: next, isSeen: true });
  }
  await panel(page)
    .getByRole('textbox', { name: /^Share to Care at home/ })
    .focus();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  expect(
    await panel(page)
      .getByRole('button', { name: /^The rest/ })
      .textContent(),
  ).toBe('The rest, 60 % to Home');
  return page;
}

it('the second share is typed and Tab leads to what comes next, in one step to undo', async () => {
  const page = await twoWays();
  await panel(page)
    .getByRole('textbox', { name: /^Share to Home/ })
    .focus();
  await page.keyboard.type('60');
  await page.keyboard.press('Tab');
  expect(
    await panel(page)
      .getByRole('button', { name: /^The rest/ })
      .count(),
  ).toBe(0);
  expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('SUMMARY');
  expect(
    await page.evaluate(() => document.activeElement!.closest('.build-number')!.querySelector('input')!.ariaLabel),
  ).toMatch(/^Share to Home/);
  await page.keyboard.press('Control+Z');
  expect(
    await panel(page)
      .getByRole('textbox', { name: /^Share to Home/ })
      .inputValue(),
  ).toBe('');
  // What had the focus has gone again: the routes of this ward have not.
  expect(await focus(page)).toEqual({ on: 'From here people go to', isSeen: true });
  await press(page, /^The rest/);
  expect(await focus(page)).toEqual({ on: 'Share to Home, %', isSeen: true });
});

it('after something is removed the focus is beside where it was, in sight', async () => {
  const page = await twoWays();
  const { height } = page.viewportSize()!;
  await page.setViewportSize({ width: 1366, height: 420 });
  await press(page, 'Remove the route to Home');
  expect(await focus(page)).toEqual({ on: 'From here people go to', isSeen: true });
  await page.locator('.react-flow__node[data-id="stations.ward"]').focus();
  await press(page, 'Remove “Ward”');
  expect(await focus(page)).toMatchObject({ on: expect.stringContaining('The model'), isSeen: true });
  const table = page.getByRole('table', { name: 'Everything in the drawing' });
  await table.getByRole('button', { name: 'Remove Care at home', exact: true }).focus();
  await page.keyboard.press('Enter');
  expect(await focus(page)).toEqual({ on: 'Open Home', isSeen: true });
  await table.getByRole('button', { name: 'Remove Home', exact: true }).focus();
  await page.keyboard.press('Enter');
  expect(await focus(page)).toMatchObject({ on: expect.stringContaining('Nothing is drawn yet.'), isSeen: true });
  await page.setViewportSize({ width: 1366, height });
  // Undone to the very first step, the button can be pressed no more.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.focus();
  for (let steps = 0; steps < 40 && (await undo.isEnabled()); steps++) await page.keyboard.press('Enter');
  expect(await undo.isDisabled()).toBe(true);
  await expect.poll(() => focus(page)).toEqual({ on: 'Undone.', isSeen: true });
});

it('what was drawn and is seen in Explore has the focus there', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/build?m=place-of-100000&n=8&v=1`);
  await checked(page);
  expect(await standing(page)).toBe('sound');
  await page.getByRole('link', { name: 'See it in Explore' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'results');
  await settled(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
  expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  // There and back: it was hidden, not removed.
  await page.evaluate(() => void (location.hash = '#/build'));
  await page.waitForFunction(() => document.activeElement?.textContent === 'Build');
  await page.getByRole('link', { name: 'See it in Explore' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'results');
});

it('Escape leads from the panel back to what can be added; a text that is being typed is put back first', async () => {
  const page = await drawNothing(open);
  await add(page, 'Care at home');
  const name = panel(page).getByRole('textbox', { name: 'Name' });
  await name.fill('Home first');
  await name.press('Escape');
  expect(await name.inputValue()).toBe('Care at home');
  expect(await name.evaluate((one) => one === document.activeElement)).toBe(true);
  for (const field of [name, panel(page).getByRole('textbox', { name: /^Places/ }), panel(page).getByLabel('Shape')]) {
    await field.focus();
    await page.keyboard.press('Escape');
    expect(await focus(page)).toEqual({ on: 'People who come', isSeen: true });
  }
});
