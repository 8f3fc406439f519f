// Calm, small screens and keyboards: nothing moves unasked, nothing scrolls sideways, and everything to press has a name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayNow, frames, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('');
  await settled(open.page);
});
afterAll(() => open?.close());

describe('under reduced motion', () => {
  it('opens at rest', async () => {
    const { page } = open;
    const picture = () => page.$eval('canvas.scene-people', (canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const sight = async () => [await dayNow(page), await picture()].join();
    // Once it is painted nothing changes; a map that plays would never be seen twice.
    let before = '';
    const stands = async () => {
      const was = before;
      await frames(page, 48);
      return (before = await sight()) === was;
    };
    await expect.poll(stands).toBe(true);
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('goes by steps, and plays by whole days when asked', async () => {
    const { page } = open;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const day = await dayNow(page);
    await press('Forward a week');
    await press('Forward a day');
    expect(await dayNow(page)).toBe(day + 8);
    await press('Back a day');
    expect(await dayNow(page)).toBe(day + 7);
    await press('Play');
    await page.waitForFunction(
      (was) => Number(document.querySelector<HTMLElement>('.transport-date')!.dataset.day) > was,
      day + 8,
    );
    await press('Pause');
    const table = await page.getAttribute('.map-table table', 'data-day');
    expect(Number.isInteger(Number(table))).toBe(true);
  });
});

/** What the browser tells a screen reader, role by role. */
async function spoken(): Promise<{ role: string; name: string }[]> {
  const tools = await open.page.context().newCDPSession(open.page);
  const { nodes } = await tools.send('Accessibility.getFullAXTree');
  await tools.detach();
  return nodes
    .filter((node) => !node.ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '').trim() }));
}

const toPress =
  /^(button|slider|textbox|combobox|ComboBoxSelect|link|checkbox|radio|spinbutton|DisclosureTriangle|progressbar|region|toolbar)$/i;

it('everything to press, move or type in has a name', async () => {
  await open.page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  const found = (await spoken()).filter(({ role }) => toPress.test(role));
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter(({ name }) => name === '')).toEqual([]);
  await open.page.$$eval('details', (all) => all.forEach((one) => (one.open = false)));
});

it('Tab goes from the header by the settings, the finding, the play bar and the weeks to the table, and always shows where it is', async () => {
  const { page } = open;
  await page.reload();
  await settled(page);
  await page.waitForSelector('[data-weeks="there"] .chart');
  await page.waitForSelector('.scene-door');
  // A queue is a stop only while somebody queues.
  const queue = page.locator('.scene-door[tabindex="0"]');
  while ((await queue.count()) === 0) await page.getByRole('button', { name: 'Forward a day', exact: true }).click();
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const stops: { part: string; isSeen: boolean }[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement!;
      if (at === document.body) return null;
      const parts = [
        '.skip',
        'header',
        '.options-menu',
        '.history',
        '.controls',
        '.headline',
        '.scene-stage',
        '.transport',
        '.weeks',
        '.map-table',
      ];
      const { outlineStyle } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const onScreen =
        box.width > 0 && box.top < innerHeight && box.bottom > 0 && box.left >= 0 && box.right <= innerWidth;
      return {
        part: parts.find((part) => at.closest(part)) ?? at.outerHTML.slice(0, 80),
        isSeen: outlineStyle !== 'none' && onScreen,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  const order = stops.map(({ part }) => part).filter((part, i, all) => part !== all[i - 1]);
  expect(order).toEqual([
    '.skip',
    'header',
    '.options-menu',
    '.controls',
    '.headline',
    '.scene-stage',
    '.transport',
    '.weeks',
    '.map-table',
  ]);
});

it.each([
  [1024, 768],
  [390, 844],
  [320, 568],
])('%i × %i has no sideways scroll, edited or not', async (width, height) => {
  const { page } = open;
  await page.setViewportSize({ width, height });
  const tooWide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(
          (one) =>
            one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX),
        )
        .concat(document.documentElement.scrollWidth > innerWidth ? [document.documentElement] : [])
        // What is in a menu that is closed is not laid out.
        .filter((one) => one.checkVisibility() && !one.closest('.map-table'))
        .map((one) => `${one.tagName}.${one.className}`),
    );
  expect(await tooWide()).toEqual([]);
  await page.getByRole('button', { name: 'More: Supportive beds' }).click();
  await settled(page);
  expect(await tooWide()).toEqual([]);
  await page.getByRole('button', { name: 'Reset' }).click();
  await settled(page);
  expect(open.complaints).toEqual([]);
});

it.each([
  [1366, 768],
  [390, 844],
  [320, 568],
])('%i × %i shows the menus of the header whole', async (width, height) => {
  const { page } = open;
  await page.setViewportSize({ width, height });
  for (const menu of ['.badge', '.share']) {
    await page.locator(`${menu} > summary`).click();
    const box = await page.locator(`${menu} > :not(summary)`).boundingBox();
    expect(box!.x, menu).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width, menu).toBeLessThanOrEqual(width);
    await page.locator(`${menu} > summary`).click();
  }
});
