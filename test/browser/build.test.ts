// A model that is open, changed by drawing in a real browser: it runs on while something is missing, and what was typed, undone or left is where it belongs.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { broken } from './axe.ts';
import { checked, panel, running, standing } from './drawing.ts';
import { openDocument, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/help')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

async function at(hash: string): Promise<Page> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
  return open.page;
}

const numbers = (page: Page): Promise<string> => page.evaluate(() => window.onward.numbers());

it('goes on running while the drawing is not complete, and what was removed comes back with all that went with it', async () => {
  const page = await at('#/explore?m=place-of-100000&n=8&v=1');
  await settled(page);
  const before = await numbers(page);
  await page.evaluate(() => void (location.hash = '#/build'));
  await checked(page);
  expect(await standing(page)).toBe('sound');
  const table = page.getByRole('table', { name: 'Everything in the drawing' });
  await table.getByRole('button', { name: 'Remove Home, support ended', exact: true }).click();
  expect(await page.textContent('.build-head output')).toMatch(/^Removed “Home, support ended”, and with it \d routes/);
  await expect.poll(() => standing(page)).toBe('missing');
  expect(await page.textContent('.build-standing')).toContain('goes on running');
  expect(await numbers(page)).toBe(before);
  // It is kept as it is, for whoever comes back.
  await page.reload();
  await checked(page);
  expect(await standing(page)).toBe('missing');
  await page.getByRole('button', { name: 'Leave this drawing, and draw what runs' }).click();
  await expect.poll(() => standing(page)).toBe('sound');
  await table.getByRole('button', { name: 'Remove Home, support ended', exact: true }).click();
  await expect.poll(() => standing(page)).toBe('missing');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => standing(page)).toBe('sound');
  await page.evaluate(() => void (location.hash = '#/explore'));
  await settled(page);
  expect(await numbers(page)).toBe(before);
});

it('a number with its evidence, a price, a condition and a first day: typed here, they are in what runs', async () => {
  const page = await at('#/build?m=place-of-100000&n=8&v=1');
  await checked(page);
  const table = page.getByRole('table', { name: 'Everything in the drawing' });
  await table.locator('tr[data-part="stations.p2"]').getByRole('button', { name: /^Open/ }).click();
  const beds = panel(page).locator('[data-path="stations.p2.beds"]');
  await beds.getByRole('textbox', { name: /^Beds/ }).fill('17');
  await beds.getByRole('textbox', { name: /^Beds/ }).press('Enter');
  await beds.locator('summary').click();
  const form = beds.getByRole('form');
  await form.getByLabel('How well is it known?').selectOption('measured');
  await form.getByLabel('Source').fill('Bed register, May');
  await form.getByLabel('Could be from').fill('15');
  await form.getByLabel('to', { exact: true }).fill('19');
  await form.getByLabel('Agreed by').fill('The ward manager');
  await form.getByRole('button', { name: 'Keep' }).press('Enter');
  await panel(page).getByText('Add a price or another number').click();
  const more = panel(page).getByRole('form', { name: 'Another number' });
  await more.getByLabel('Value').fill('£395');
  await more.getByRole('button', { name: 'Add it' }).click();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await panel(page).getByLabel('First day (YYYY-MM-DD)').fill('2026-05-01');
  await panel(page).getByLabel('First day (YYYY-MM-DD)').press('Enter');
  await panel(page).getByText('Add a condition').click();
  const condition = panel(page).getByRole('form', { name: 'A new condition' });
  await condition.getByLabel('Name').fill('A bad winter');
  await condition.getByLabel('Number').selectOption('streams.acute.arrivalsPerDay');
  await condition.getByLabel('Multiplied by').fill('1.2');
  await condition.getByLabel('From (YYYY-MM-DD)').fill('2026-12-01');
  await condition.getByRole('button', { name: 'Add this condition' }).click();
  await expect.poll(async () => (await running(page))?.conditions?.at(-1)?.title).toBe('A bad winter');
  const model = (await running(page))!;
  expect(model.stations.p2).toMatchObject({ beds: 17, costs: { placeDayGbp: 395 } });
  expect(model.evidence!['stations.p2.beds']).toMatchObject({
    status: 'measured',
    source: 'Bed register, May',
    low: 15,
    high: 19,
    agreedBy: 'The ward manager',
  });
  expect(model.calendar.startDate).toBe('2026-05-01');
  expect(model.conditions!.at(-1)!.changes).toEqual([
    { onDate: '2026-12-01', scale: { 'streams.acute.arrivalsPerDay': 1.2 } },
  ]);
});

it('an impossible number is explained beside its box, and undo takes it back', async () => {
  const page = await at('#/build?m=place-of-100000&n=8&v=1');
  await checked(page);
  await page.locator('.react-flow__node[data-id="streams.acute"]').focus();
  await page.keyboard.press('Enter');
  const rate = panel(page).locator('[data-path="streams.acute.arrivalsPerDay"]');
  await rate.getByRole('textbox').fill('100001');
  await rate.getByRole('textbox').press('Enter');
  expect(await rate.textContent()).toMatch(/100,000 or less/);
  await rate.getByRole('textbox').fill('3');
  await rate.getByRole('textbox').press('Enter');
  await expect.poll(async () => (await running(page))?.streams.acute?.arrivalsPerDay).toBe(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await running(page))?.streams.acute?.arrivalsPerDay).toBe(2.27);
});

it('another that is opened takes the place of a complete drawing, never of one that is not', async () => {
  const page = await at('#/start');
  await page.getByRole('button', { name: 'Draw your own' }).click();
  await checked(page);
  await page.getByRole('button', { name: 'Ward or beds' }).click();
  await openDocumentFrom(page);
  await page.evaluate(() => void (location.hash = '#/build'));
  await checked(page);
  expect(await page.locator('.react-flow__node').count()).toBe(1);
  await page.getByRole('button', { name: 'Leave this drawing, and draw what runs' }).click();
  await expect.poll(() => page.locator('.react-flow__node').count()).toBeGreaterThan(1);
  expect(await standing(page)).toBe('sound');
});

/** Two places, from a file. */
async function openDocumentFrom(page: Page): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/start'));
  await page.waitForSelector('input[type=file]');
  await openDocument(page, {
    schemaVersion: 1,
    id: 'from-a-file',
    title: 'From a file',
    about: '',
    calendar: { startDate: '2027-01-01', warmUpDays: 10, runDays: 100 },
    experiment: { replications: 4, seed: 1 },
    needs: { care: { label: 'Care', goesTo: 'ward' } },
    streams: { in: { label: 'In', arrivalsPerDay: 1 } },
    stations: {
      ward: { kind: 'ward', label: 'Ward', beds: 20, stay: { shape: 'fixed', days: 3 }, next: [{ to: 'out' }] },
      out: { kind: 'exit', label: 'Out' },
    },
  });
  await settled(page);
}

it('while something is missing and everything is open, nothing breaks a rule of accessibility', async () => {
  const page = await at('#/build?m=place-of-100000&n=8&v=1');
  await checked(page);
  await page.getByRole('table').getByRole('button', { name: 'Open Home with support', exact: true }).click();
  await page.getByRole('button', { name: 'Ward or beds' }).click();
  await expect.poll(() => standing(page)).toBe('missing');
  await page.$$eval('main details', (all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
  expect(await broken(page)).toEqual([]);
});

it('on a phone the letters of the drawing can be read, and what is selected comes into sight', async () => {
  const page = await at('#/build?m=leicester-leicestershire-rutland-2018&n=8&v=1');
  await checked(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const size = (label: string) =>
    page
      .locator('.build-node')
      .filter({ hasText: label })
      .first()
      .locator('b')
      .evaluate((text) => {
        const { width } = text.getBoundingClientRect();
        return (parseFloat(getComputedStyle(text).fontSize) * width) / (text as HTMLElement).offsetWidth;
      });
  const rows = page
    .getByRole('table', { name: 'Everything in the drawing' })
    .locator('tr[data-part^="stations."]:not([data-part*=">"])');
  for (const at of [0, (await rows.count()) - 1]) {
    const part = (await rows.nth(at).getAttribute('data-part'))!;
    await rows.nth(at).getByRole('button', { name: /^Open/ }).press('Enter');
    const node = page.locator(`.react-flow__node[data-id="${part}"]`);
    const canvas = (await page.locator('.build-canvas').boundingBox())!;
    await expect
      .poll(async () => {
        const box = (await node.boundingBox())!;
        return box.x >= canvas.x && box.x + box.width <= canvas.x + canvas.width;
      })
      .toBe(true);
    expect(await size((await node.locator('b').textContent())!)).toBeGreaterThanOrEqual(11.9);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
});
