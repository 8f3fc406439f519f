// The finding and the slider being moved are visible together: on a phone, at 200 % zoom, and above the keyboard of a phone.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&n=4&d=0&v=1');
  await settled(open.page);
  await open.page.$$eval('.controls > details', (all) => all.forEach((one) => one.setAttribute('open', '')));
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const bar = () => open.page.locator('.finding-in-sight');

/** Where the finding ends, where the row begins and ends, and what lies at the middle of what is being moved. */
const seen = (of: string) =>
  open.page.evaluate((selector) => {
    const moved = document.querySelector<HTMLElement>(selector)!;
    const [at, over] = [
      moved.getBoundingClientRect(),
      document.querySelector('.finding-in-sight')!.getBoundingClientRect(),
    ];
    const hit = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
    return {
      isFindingWhole: over.top >= 0 && over.left >= 0 && over.right <= innerWidth,
      isApart: at.top >= over.bottom && at.bottom <= innerHeight,
      isHit: hit === moved,
      scrollsSideways: document.documentElement.scrollWidth > innerWidth,
    };
  }, of);
const together = { isFindingWhole: true, isApart: true, isHit: true, scrollsSideways: false };

const row = '.slider-row[data-path="stations.p1.places"]';
/** With every group open. */
const last = '.controls > details:last-of-type .slider-row:last-of-type';

it.each([
  ['on a phone', 390, 844, `${row} input[type=range]`],
  ['at 200 % of a laptop', 683, 384, `${row} input[type=range]`],
  ['at 200 % of a laptop, the last slider', 683, 384, `${last} input[type=range]`],
  // What is left of a phone above its keyboard, which resizes the page.
  ['above the keyboard of a phone', 390, 450, `${row} input[type=text]`],
  ['on a low laptop with two columns', 1000, 500, `${last} input[type=range]`],
])('%s', async (_where, width, height, moved) => {
  const { page } = open;
  await page.setViewportSize({ width, height });
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    scrollTo(0, 0);
  });
  await bar().waitFor({ state: 'detached' }); // the finding itself is in sight
  // By keyboard, as Tab would: the browser scrolls no further than it must.
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.focus(), moved);
  await bar().waitFor();
  await expect.poll(() => seen(moved)).toEqual(together);
  // Backwards, so that the row comes from above.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.focus(), moved);
  await expect.poll(() => seen(moved)).toEqual(together);
});

it.each([
  ['on a phone', 390, 844],
  ['on a phone on its side', 844, 390],
  ['above the keyboard of a phone', 390, 450],
  ['on a small phone', 320, 568],
])('of every slider, %s', async (_where, width, height) => {
  const { page } = open;
  await page.setViewportSize({ width, height });
  const paths = await page.$$eval('.slider-row', (all) => all.map((one) => one.getAttribute('data-path')!));
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths)
    for (const part of ['range', 'text']) {
      const moved = `.slider-row[data-path="${path}"] input[type=${part}]`;
      await page.focus(moved);
      await bar().waitFor();
      await expect.poll(() => seen(moved), { message: `${part} of ${path}` }).toEqual(together);
    }
});

it('while a thumb drags a slider the finding above it changes', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 390, height: 844 });
  const moved = '.slider-row[data-path="stations.p2.beds"] input[type=range]';
  await page.focus(moved);
  await bar().waitFor();
  const before = await bar().textContent();
  const { x, y, width, height } = (await page.locator(moved).boundingBox())!;
  await page.mouse.move(x + width * 0.15, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + height / 2, { steps: 5 });
  await expect.poll(() => bar().textContent()).not.toBe(before);
  expect(await seen(moved)).toEqual(together);
  await page.mouse.up();
  await page.getByRole('button', { name: 'Reset' }).click();
  await settled(page);
});

it('says what comes of the move, while it is moved', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.focus(`${row} input[type=range]`);
  await bar().waitFor();
  const before = await bar().textContent();
  await page.keyboard.press('End');
  await expect.poll(() => bar().textContent()).not.toBe(before);
  await settled(page);
  const whole = await page.textContent('.headline h1');
  const short = await bar().locator('b').textContent();
  expect(whole!.toLowerCase().endsWith(short!.toLowerCase())).toBe(true);
});
