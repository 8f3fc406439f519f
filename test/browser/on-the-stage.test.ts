// What a hall sees: nothing while the screen is black, no ring round a button, and a queue wherever people wait.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/present?m=ilkeston-2019&n=12&v=1');
  await open.page.waitForSelector('.stage[data-ahead="true"]');
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const press = (key: string) => open.page.keyboard.press(key);
const atStep = (step: number) => open.page.waitForSelector(`.stage[data-step="${step}"]`);
/** In the corners and the middle of the window. */
const isBlack = () =>
  open.page.evaluate(() =>
    [
      [1, 1],
      [innerWidth - 2, 1],
      [innerWidth / 2, innerHeight / 2],
      [1, innerHeight - 2],
      [innerWidth - 2, innerHeight - 2],
    ].every(([x, y]) => getComputedStyle(document.elementFromPoint(x!, y!)!).backgroundColor === 'rgb(0, 0, 0)'),
  );

it('is black at a press of B or of the full stop, and shows the picture again at the next', async () => {
  for (const key of ['b', '.']) {
    expect(await isBlack()).toBe(false);
    await press(key);
    await expect.poll(isBlack).toBe(true);
    await press(key);
    await expect.poll(isBlack).toBe(false);
  }
  await press('b');
  await expect.poll(isBlack).toBe(true);
  await press('PageDown');
  await atStep(1);
  await expect.poll(isBlack).toBe(false);
});

it('shows no ring round the button that opened the private window, and takes the keys of a clicker', async () => {
  const { page } = open;
  await page.focus('.stage-private');
  const [speaker] = await Promise.all([page.context().waitForEvent('page'), press('Enter')]);
  await speaker.getByRole('button', { name: 'Black the screen' }).click();
  await expect.poll(isBlack).toBe(true);
  await speaker.getByRole('button', { name: 'Show the screen again' }).click();
  await expect.poll(isBlack).toBe(false);
  await speaker.close();
  await page.bringToFront();
  expect(await page.evaluate(() => document.activeElement!.className)).toBe('stage');
  await press('PageUp');
  await atStep(0);
});

it('draws who waits for a service that limits no places, but starts', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  // Late in the year, for the queue grows.
  await page.goto(`${url}#/present?m=ilkeston-2019&n=4&o=other-reading-proposed&d=300&show=both&v=1`);
  const box = page.locator('.stage-map[data-of="option"] .scene-box[data-station="p1"]');
  await expect.poll(() => box.locator('[data-measure="waiting"]').textContent()).toMatch(/^\d+ waiting$/);
  // Left of the box, where its queue stands.
  const painted = () =>
    box.evaluate((one) => {
      const canvas = one.closest('.stage-map')!.querySelector('canvas')!;
      const [at, from] = [one.querySelector('rect')!, canvas].map((each) => each.getBoundingClientRect()) as [
        DOMRect,
        DOMRect,
      ];
      const scale = canvas.width / from.width;
      const [left, top] = [at.left - from.left - 28, at.top - from.top].map((px) =>
        Math.max(0, Math.round(px * scale)),
      );
      const { data } = canvas
        .getContext('2d')!
        .getImageData(left!, top!, Math.round(20 * scale), Math.round(at.height * scale));
      return data.filter((alpha, i) => i % 4 === 3 && alpha > 0).length;
    });
  await expect.poll(painted).toBeGreaterThan(50);
});
