// The frame round every view: the header is one row from a small laptop up, and a notice lies over the page and moves nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, viewDone, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&o=proposed-16&n=2&v=1');
  await viewDone(open.page);
});
afterAll(() => open?.close());

it('the header is one row at every width', async () => {
  const { page } = open;
  const found: string[] = [];
  for (let width = 1024; width <= 2048; width += 32)
    for (const view of ['explore', 'checks']) {
      await page.evaluate(
        (to) => void (location.hash = to),
        view === 'explore' ? '#/explore?m=ilkeston-2019&n=2&v=1' : '#/checks?n=20&only=one-bed',
      );
      await page.setViewportSize({ width, height: 768 });
      const { rows, over } = await page.evaluate(() => {
        const header = document.querySelector('header')!;
        const boxes = [...header.children].map((one) => one.getBoundingClientRect());
        // In one row: each begins above the point where any other ends.
        const rows = Math.max(...boxes.map(({ top }) => top)) < Math.min(...boxes.map(({ bottom }) => bottom)) ? 1 : 2;
        return {
          rows,
          over: Math.max(header.scrollWidth - header.clientWidth, ...boxes.map(({ right }) => right - innerWidth)),
        };
      });
      if (rows !== 1 || over > 0) found.push(`${view} at ${width}: ${rows} rows, ${over} px too wide`);
    }
  expect(found).toEqual([]);
});

const ON_STAGE = '.stage h1, .stage-bar, .stage-map, .stage-now, .stage-legend';

it.each([
  ['explore', 1366, 3, '.card, .headline, .transport, .scene-stage', '.card, .headline, .transport, .scene-stage'],
  ['present', 1366, 5, '.stage, .stage-bar, .stage-map, .transport', ON_STAGE],
  ['present', 1024, 5, '.stage, .stage-bar, .stage-map, .transport', ON_STAGE],
])(
  'a notice in %s at %i moves nothing and covers nothing that is looked at',
  async (view, width, fewest, selector, looked) => {
    const { page } = open;
    await page.setViewportSize({ width, height: 768 });
    await page.evaluate((to) => void (location.hash = to), `#/${view}?m=ilkeston-2019&o=proposed-16&n=2&v=1`);
    await page.locator(selector.split(',')[0]).first().waitFor();
    await viewDone(page);
    const boxes = () =>
      page.$$eval(selector, (all) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return [x, y, width, height].map(Math.round).join(' ');
          }),
      );
    // A step that compares has two maps, and is laid out anew when the second has come.
    await expect.poll(async () => (await boxes()).length).toBeGreaterThanOrEqual(fewest);
    const note = page.locator('.problem-note:not(.news)');
    const drop = async () => {
      await page.evaluate(() => {
        const files = new DataTransfer();
        files.items.add(new File(['{"no": "model"}'], 'list.json', { type: 'application/json' }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: files }));
      });
      await note.first().waitFor();
    };
    // What is found may come between two looks and take another line; with the notice and without, the page is then the same all the same.
    const moved = async () => {
      const before = await boxes();
      await drop();
      const after = await boxes();
      await note.getByRole('button', { name: 'Close' }).click();
      await note.waitFor({ state: 'detached' });
      return after.filter((box, i) => box !== before[i]);
    };
    await expect.poll(moved).toEqual([]);
    await drop();
    // What a reader looks at stays visible: the finding with its picture and measures, or numbers, maps and keys.
    const covered = await page.evaluate((looked) => {
      const note = document.querySelector('.problems')!.getBoundingClientRect();
      return [...document.querySelectorAll(looked)]
        .filter((one) => one.checkVisibility())
        .filter((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return left < note.right && note.left < right && top < note.bottom && note.top < bottom;
        })
        .map((one) => one.className);
    }, looked);
    expect(covered).toEqual([]);
    // It is all on the screen, and can be put away.
    const { y, height } = (await page.locator('.problems').boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(768);
    await page.getByRole('button', { name: 'Close' }).first().click();
  },
);

it('a map on a slide ends within its room, to a fraction of a pixel, at every height', async () => {
  const { page } = open;
  await page.evaluate(() => void (location.hash = '#/present?m=ilkeston-2019&o=proposed-16&n=2&v=1'));
  await viewDone(page);
  await expect.poll(() => page.locator('.stage-map').count()).toBe(2);
  const over = () =>
    page.$$eval('.stage-map', (maps) =>
      maps.map((map) => map.getBoundingClientRect().bottom - map.parentElement!.getBoundingClientRect().bottom),
    );
  for (let height = 700; height <= 800; height += 7) {
    await page.setViewportSize({ width: 1366, height });
    await expect.poll(async () => Math.max(...(await over())), { message: `${height} px high` }).toBeLessThanOrEqual(0);
  }
});
