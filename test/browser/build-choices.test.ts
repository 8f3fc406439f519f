// A route chosen from a list in a real browser: what is offered can be drawn, and what is said to be drawn is there.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { add, checked, drawNothing, panel } from './drawing.ts';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/help')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const chosen = () =>
  panel(open.page)
    .locator('p.build-add select')
    .evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]!.text);
const offered = () => panel(open.page).locator('p.build-add option').allTextContents();

it('people who come start at a service, as long as nobody’s need leads anywhere', async () => {
  const page = await drawNothing(open);
  await add(page, 'People who come');
  expect(await panel(page).textContent()).toContain('Add a service first');
  await add(page, 'Ward or beds');
  await page.locator('.react-flow__node[data-id="streams.people-who-come"]').click();
  expect(await offered()).toEqual(['Ward']);
  await panel(page).getByLabel('Start at').focus();
  await page.keyboard.press('w');
  expect(await chosen()).toBe('Ward');
  await panel(page).getByRole('button', { name: 'Draw this route' }).press('Enter');
  expect(await page.textContent('.build-head output')).toBe('Drawn: People who come to Ward.');
  await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(1);
  await checked(page);
  expect(await page.textContent('.build-standing')).not.toContain('Where do they start?');
});

it('a first letter finds the first service that begins with it, and nothing is drawn before one is chosen', async () => {
  const page = await drawNothing(open);
  await add(page, 'Care at home');
  expect(await panel(page).textContent()).toContain('Add another service first');
  await add(page, 'Ward or beds');
  await panel(page).getByRole('button', { name: 'Add people who need this' }).click();
  await add(page, 'Care at home');
  expect(await offered()).toEqual(['choose', 'Care at home', 'Ward', 'Where they need to be']);
  const draw = panel(page).getByRole('button', { name: 'Draw this route' });
  expect(await draw.isDisabled()).toBe(true);
  await panel(page).getByLabel('Route to').focus();
  await page.keyboard.press('w');
  expect(await chosen()).toBe('Ward');
  await draw.press('Enter');
  expect(await page.textContent('.build-head output')).toBe('Drawn: Care at home 2 to Ward.');
  expect(await offered()).toEqual(['choose', 'Care at home', 'Where they need to be']);
});

it('the panel of a route asks only what can be answered there, and leads to the rest', async () => {
  const page = await drawNothing(open);
  await add(page, 'People who come');
  await add(page, 'Ward or beds');
  await page.locator('.react-flow__node[data-id="streams.people-who-come"]').click();
  await panel(page).getByRole('button', { name: 'Draw this route' }).click();
  await checked(page);
  const table = page.getByRole('table', { name: 'Everything in the drawing' });
  await table.getByRole('button', { name: 'Open People who come to Ward', exact: true }).press('Enter');
  await expect.poll(() => panel(page).locator('h2').textContent()).toBe('People who come to Ward');
  expect(await panel(page).textContent()).not.toContain('Type a number');
  expect(await panel(page).textContent()).toContain('1 thing is missing where this route begins');
  await panel(page).getByRole('button', { name: 'Go to “People who come”' }).press('Enter');
  expect(await panel(page).locator('h2').textContent()).toBe('People who come');
  expect(await page.evaluate(() => document.activeElement!.ariaLabel)).toBe('People who come, a day');
});

it('the list of shapes says which one needs only an average', async () => {
  const page = await drawNothing(open);
  await add(page, 'Ward or beds');
  expect(await panel(page).getByLabel('Shape').locator('option').allTextContents()).toContain(
    'Exponential (only an average is known)',
  );
});
