// From the blank page to three services that run, drawn in a real browser: by keys alone, and by pointer.
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checked, panel, running, standing } from './drawing.ts';
import { openPage, settled, type OpenPage, frames } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/help')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

async function at(hash: string): Promise<Page> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
  return open.page;
}

/** Everything by keys: what has the focus is pressed, typed into, or chosen from by its first letters. */
const press = async (one: Locator, key = 'Enter') => {
  await one.focus();
  await one.page().keyboard.press(key);
};
const type = async (one: Locator, text: string) => {
  await one.focus();
  await one.page().keyboard.press('Control+A');
  await one.page().keyboard.type(text);
  await one.page().keyboard.press('Enter');
};
const choose = async (one: Locator, label: string, typed = label) => {
  await one.focus();
  await one.page().keyboard.type(typed);
  await expect.poll(() => one.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]!.text)).toBe(label);
};

it('by keys alone', async () => {
  const page = await at('#/start');
  await press(page.getByRole('button', { name: 'Draw your own' }));
  await page.waitForFunction(() => document.activeElement?.textContent === 'Build');
  await checked(page);
  expect(await standing(page)).toBe('missing');
  expect(await page.textContent('.build-standing')).toContain('Nobody comes yet: add people who come.');
  const kinds = page.getByRole('group', { name: 'Add to the drawing' });
  const add = async (kind: string, name: string) => {
    await press(kinds.getByRole('button', { name: kind }));
    await type(panel(page).getByLabel('Name', { exact: true }), name);
  };
  await add('People who come', 'Ready to leave');
  await type(panel(page).getByRole('textbox', { name: /^People who come/ }), '3');
  await add('Ward or beds', 'Acute ward');
  await add('Ward or beds', 'Recovery beds');
  await add('Care at home', 'Care at home');
  await add('Way out', 'Home');
  const table = page.getByRole('table', { name: 'Everything in the drawing' });
  const openLine = async (label: string) => {
    await press(table.getByRole('button', { name: `Open ${label}`, exact: true }));
    // The panel has the focus, so that the next Tab is in it.
    await page.waitForFunction(() => document.activeElement?.querySelector('.build-panel') !== null);
    await expect.poll(() => panel(page).locator('h2').textContent()).toBe(label);
  };
  const route = async (from: string, ...to: string[]) => {
    await openLine(from);
    for (const one of to) {
      await choose(panel(page).getByLabel(/^(Route to|Start at)$/), one);
      await press(panel(page).getByRole('button', { name: 'Draw this route' }));
    }
  };
  const stay = async (mean: string) => {
    await choose(panel(page).getByLabel('Shape'), 'Exponential (only an average is known)', 'Expo');
    await type(panel(page).getByRole('textbox', { name: /^Mean/ }), mean);
  };
  await route('Ready to leave', 'Acute ward');
  await route('Acute ward', 'Recovery beds', 'Care at home');
  await type(panel(page).getByRole('textbox', { name: 'Beds', exact: true }), '20');
  await stay('4');
  await type(panel(page).getByRole('textbox', { name: /^Share to Recovery beds/ }), '40');
  await type(panel(page).getByRole('textbox', { name: /^Share to Care at home/ }), '50');
  await route('Recovery beds', 'Care at home');
  await type(panel(page).getByRole('textbox', { name: 'Beds', exact: true }), '30');
  await stay('20');
  await route('Care at home', 'Home');
  await type(panel(page).getByRole('textbox', { name: 'Places', exact: true }), '60');
  await stay('10');
  await checked(page);
  // Nine in ten have somewhere to go.
  expect(await page.textContent('.build-standing')).toContain('Shares that add to 90 %');
  await openLine('Acute ward');
  await type(panel(page).getByRole('textbox', { name: /^Share to Care at home/ }), '60');
  await expect.poll(() => standing(page)).toBe('sound');
  await press(page.getByRole('link', { name: 'See it in Explore' }));
  await settled(page);
  expect(await page.textContent('.model-title')).toBe('Our place');
  // It is kept a moment later.
  await expect.poll(() => running(page)).toBeDefined();
  const model = (await running(page))!;
  expect(Object.values(model.stations).map(({ label, kind }) => [label, kind])).toEqual([
    ['Acute ward', 'ward'],
    ['Recovery beds', 'ward'],
    ['Care at home', 'caseload'],
    ['Home', 'exit'],
  ]);
  expect(model.stations.ward).toMatchObject({
    beds: 20,
    stay: { shape: 'exponential', meanDays: 4 },
    next: [
      { to: 'ward-2', share: 0.4 },
      { to: 'care-at-home', share: 0.6 },
    ],
  });
  expect(model.evidence!['stations.ward.beds']).toMatchObject({ status: 'illustrative' });
  // It is a model like any other: sliders, numbers, and undo of the drawing are there.
  expect(model.controls).toHaveLength(7);
  expect(await page.getByRole('slider').count()).toBeGreaterThanOrEqual(1);
  const saved = JSON.parse(await page.evaluate(() => window.onward.numbers())) as { summary: { station: string }[] };
  expect(new Set(saved.summary.map(({ station }) => station))).toContain('care-at-home');
});

it('by pointer, dragging each route from one to another', async () => {
  const page = await at('#/start');
  await page.getByRole('button', { name: 'Draw your own' }).click();
  await checked(page);
  const kinds = page.getByRole('group', { name: 'Add to the drawing' });
  for (const kind of ['People who come', 'Ward or beds', 'Ward or beds', 'Care at home'])
    await kinds.getByRole('button', { name: kind }).click();
  // From its button to a place of its own.
  await kinds
    .getByRole('button', { name: 'Way out' })
    .dragTo(page.locator('.build-canvas'), { targetPosition: { x: 760, y: 60 } });
  await page.getByRole('button', { name: 'Show all of it' }).click();
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
  const middle = async (one: Locator) => {
    // All of it is brought into sight in the frame after it has changed: nobody is as quick as this test.
    const where = async () => JSON.stringify(await one.boundingBox());
    for (let last = ''; last !== (last = await where());) await frames(page, 10);
    const box = (await one.boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const drag = async (from: string, to: string, where = node(to).locator('.target')) => {
    await page.mouse.move(...(await middle(node(from).locator('.source'))));
    await page.mouse.down();
    const [x, y] = await middle(where);
    await page.mouse.move(x - 20, y, { steps: 4 });
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
  };
  await drag('streams.people-who-come', 'stations.ward');
  await drag('stations.ward', 'stations.ward-2');
  await drag('stations.ward', 'stations.care-at-home');
  await drag('stations.ward-2', 'stations.care-at-home');
  // A route may be let go anywhere on a box.
  await drag('stations.care-at-home', 'stations.home', node('stations.home'));
  await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(5);
  const fill = async (name: string | RegExp, text: string) => {
    const box = panel(page).getByRole('textbox', { name });
    await box.fill(text);
    await box.press('Enter');
  };
  const give = async (id: string, places: RegExp, count: string, mean: string) => {
    await node(id).click();
    await fill(places, count);
    await panel(page).getByLabel('Shape').selectOption('exponential');
    await fill(/^Mean/, mean);
  };
  await node('streams.people-who-come').click();
  await fill(/^People who come/, '3');
  await give('stations.ward', /^Beds/, '20', '4');
  await fill(/^Share to Ward 2/, '40');
  await fill(/^Share to Care at home/, '60');
  await give('stations.ward-2', /^Beds/, '30', '20');
  await give('stations.care-at-home', /^Places/, '60', '10');
  await expect.poll(() => standing(page)).toBe('sound');
  // What is moved stays there, in the document as well.
  await expect.poll(() => running(page)).toBeDefined();
  const before = (await running(page))!.stations['ward-2']!.position!;
  await page.mouse.move(...(await middle(node('stations.ward-2').locator('b'))));
  await page.mouse.down();
  const [x, y] = await middle(node('stations.ward-2'));
  await page.mouse.move(x + 10, y + 40, { steps: 3 });
  await page.mouse.move(x + 20, y + 80, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await running(page))!.stations['ward-2']!.position!.y).toBeGreaterThan(before.y + 5);
  await page.getByRole('link', { name: 'See it in Explore' }).click();
  await settled(page);
  expect(await page.textContent('.model-title')).toBe('Our place');
});
