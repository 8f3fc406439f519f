// What leads somebody through a first drawing, in a real browser: names typed at once, what comes next, a picture that can be read and stays.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { add, checked, drawNothing, panel, running, standing } from './drawing.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/help')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent);
const enter = async (page: Page, text: string) => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

it('begins with nothing in Build too, and the model that was open can be gone back to', async () => {
  const page = await drawNothing(open);
  expect(await focused(page)).toBe('Build');
  expect(await page.locator('.react-flow__node').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Start with nothing' }).count()).toBe(0);
  await add(page, 'People who come');
  await add(page, 'Ward or beds');
  await add(page, 'Way out');
  // What is missing is asked for one after another, and each question leads to where it is answered.
  const asked = (question: RegExp) => page.locator('.build-next :is(p, li)', { hasText: question }).first();
  await checked(page);
  await page.locator('.build-next summary').click();
  for (const [question, place, text] of [
    [/How many beds are there/, 'Beds', '20'],
    [/How many people come a day/, 'People who come, a day', '3'],
  ] as const) {
    await asked(question).getByRole('button').click();
    expect(await focused(page)).toBe(place);
    await enter(page, text);
  }
  await asked(/How long do people stay/)
    .getByRole('button')
    .click();
  expect(await page.evaluate(() => document.activeElement!.tagName)).toBe('SELECT');
  await panel(page).getByLabel('Shape').selectOption('exponential');
  await panel(page).getByRole('textbox', { name: /^Mean/ }).fill('4');
  await page.keyboard.press('Enter');
  await page.locator('.react-flow__node[data-id="stations.ward"]').click();
  await panel(page).getByLabel('Route to').selectOption({ label: 'Home' });
  await panel(page).getByRole('button', { name: 'Draw this route' }).click();
  await page.locator('.react-flow__node[data-id="streams.people-who-come"]').click();
  await panel(page).getByLabel('Start at').selectOption({ label: 'Ward' });
  await panel(page).getByRole('button', { name: 'Draw this route' }).click();
  await expect.poll(() => standing(page)).toBe('sound');
  await expect.poll(async () => (await running(page))?.title).toBe('Our place');
  await page.getByRole('link', { name: 'See it in Explore' }).click();
  await settled(page);
  expect(await page.textContent('.model-title')).toBe('Our place');
  await page.evaluate(() => void (location.hash = '#/start'));
  await page.getByRole('button', { name: /^Go back to/ }).click();
  await settled(page);
  expect(await page.textContent('.model-title')).not.toBe('Our place');
});

it('what is added is called what is typed next, and Ctrl+Z before that takes it away', async () => {
  const page = await drawNothing(open);
  await add(page, 'Ward or beds');
  await enter(page, 'Recovery beds');
  await expect.poll(() => page.locator('.react-flow__node b').allTextContents()).toEqual(['Recovery beds']);
  await add(page, 'Care at home');
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(2);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(1);
  // The box that had the focus went with it: its panel is still there.
  await expect
    .poll(() => page.evaluate(() => document.activeElement!.firstElementChild?.className))
    .toBe('build-panel');
});

it('the one share that is left is a press away', async () => {
  const page = await drawNothing(open);
  for (const kind of ['Ward or beds', 'Care at home', 'Way out']) await add(page, kind);
  await page.locator('.react-flow__node[data-id="stations.ward"]').click();
  for (const to of ['Care at home', 'Home']) {
    await panel(page).getByLabel('Route to').selectOption({ label: to });
    await panel(page).getByRole('button', { name: 'Draw this route' }).click();
  }
  const rest = panel(page).getByRole('button', { name: /^The rest/ });
  expect(await rest.count()).toBe(0);
  await panel(page)
    .getByRole('textbox', { name: /^Share to Care at home/ })
    .fill('35');
  await page.keyboard.press('Enter');
  expect(await rest.textContent()).toBe('The rest, 65 % to Home');
  await rest.click();
  expect(
    await panel(page)
      .getByRole('textbox', { name: /^Share to Home/ })
      .inputValue(),
  ).toBe('65');
  expect(await rest.count()).toBe(0);
  await expect.poll(() => page.locator('.react-flow__edge-text').allTextContents()).toEqual(['35 %', '65 %']);
});

it('no name is cut through, and what is selected is seen without colours', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/build?m=place-of-100000&n=8&v=1`);
  await checked(page);
  await expect.poll(() => page.locator('.build-node[data-kind="need"]').count()).toBe(1);
  const cut = await page.$$eval('.build-node', (all) =>
    all.flatMap((node) => {
      const [name, about] = [...node.querySelectorAll('b, span')].map((one) => one.getBoundingClientRect());
      const box = node.getBoundingClientRect();
      const isWhole = name!.top >= box.top && name!.bottom <= about!.top + 1 && about!.bottom <= box.bottom;
      return isWhole ? [] : [node.textContent];
    }),
  );
  expect(cut).toEqual([]);
  await page.emulateMedia({ forcedColors: 'active' });
  const node = page.locator('.react-flow__node[data-id="stations.p2"]');
  const outline = () => node.locator('.build-node').evaluate((one) => getComputedStyle(one).outlineStyle);
  expect(await outline()).toBe('none');
  await node.click();
  await expect.poll(outline).toBe('solid');
  await page.emulateMedia({ forcedColors: null });
});

it('the drawing keeps its place whatever is missing, and its words can be read', async () => {
  const page = await drawNothing(open);
  const top = () => page.locator('.build-canvas').evaluate((one) => one.getBoundingClientRect().top);
  const before = await top();
  for (const kind of ['People who come', 'Ward or beds', 'Ward or beds', 'Care at home', 'Way out'])
    await add(page, kind);
  await checked(page);
  expect(Math.abs((await top()) - before)).toBeLessThan(1);
  await expect.poll(() => page.locator('.react-flow__node').count()).toBe(5);
  // All five beside each other on a laptop, in letters as large as the smallest elsewhere.
  await expect
    .poll(() =>
      page.$$eval('.react-flow__node :is(b, span)', (all) =>
        Math.min(
          ...all.map((one) => {
            const scale = one.getBoundingClientRect().width / (one as HTMLElement).offsetWidth;
            return Number.parseFloat(getComputedStyle(one).fontSize) * scale;
          }),
        ),
      ),
    )
    .toBeGreaterThanOrEqual(12);
});
