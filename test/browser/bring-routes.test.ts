// Your data, where people went, and a plan by month: read, asked about, put into the model at one press with their evidence, and taken back at another.
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Model } from '../../engine/index.ts';
import { broken } from './axe.ts';
import { running } from './drawing.ts';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/bring?m=ilkeston-2019&o=today&n=4&v=1');
  await open.page.locator('main#bring h1').waitFor();
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const main = () => open.page.locator('main#bring');
const choose = (name: string, text: string) =>
  main()
    .locator('input[type=file]')
    .setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
const found = (kind: string) => main().locator(`.bring-found[data-told="${kind}"][data-found="true"]`).waitFor();
const runs = async (): Promise<Model> => (await running(open.page))!;
const fitsEveryWidth = async () => {
  for (const width of [390, 1366]) {
    await open.page.setViewportSize({ width, height: 844 });
    expect(await open.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
};
const moves = `Ward,Onward\n${'P2,Home\n'.repeat(24)}${'P2,Care at home\n'.repeat(8)}${'P2,Hospice\n'.repeat(8)}P2,\n`;

it('asks which of two columns is which, and what is odd; then says each way with its share and range', async () => {
  await choose('moves.csv', moves);
  const asked = main().locator('[data-told="routes"] .bring-questions');
  await asked.getByText('Say which: “From where” “To where”').waitFor();
  await main().getByLabel('From where').selectOption('Ward');
  await main().getByLabel('To where').selectOption('Onward');
  await asked.getByText('Line 42, column 2 (Onward): found an empty cell').waitFor();
  await asked.getByRole('button', { name: 'Leave out: empty' }).press('Enter');
  await found('routes');
  expect(await main().locator('.bring-understood').textContent()).toContain('40 people from “Ward” to “Onward”');
  const row = main().locator('.bring-routes tbody tr').first();
  expect((await row.locator('th, td').allTextContents()).slice(0, 4)).toEqual([
    'Home',
    '24',
    '60.0 %',
    '43.3 % to 75.1 %',
  ]);
});

it('a place that the model does not have is asked about; then one press puts the shares in, and another takes them back', async () => {
  const { page } = open;
  const put = main().getByRole('button', { name: 'Put these shares into the model' });
  expect(await put.isDisabled()).toBe(true);
  await main().getByText('First say what Hospice is in the model.').waitFor();
  expect(
    await main()
      .getByLabel(/^Home is/)
      .inputValue(),
  ).toBe('home');
  await main()
    .getByLabel(/^Hospice is/)
    .selectOption('not counted');
  await put.press('Enter');
  await main().getByText('Done: it counts from now on.').waitFor();
  await expect
    .poll(async () => (await runs())?.stations.p2.next)
    .toEqual([
      { to: 'p1', share: 0.25, priority: 1 },
      { to: 'home', share: 0.75 },
    ]);
  expect((await runs()).evidence!['stations.p2.next.0.share']).toMatchObject({
    status: 'measured',
    source: 'moves.csv: 8 of 32 people',
    low: 0.1146,
  });
  expect(await broken(page)).toEqual([]);
  await fitsEveryWidth();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It is as it was.').waitFor();
  await expect.poll(async () => (await runs())?.stations.p2.next).toMatchObject([{ share: 0.3 }, { share: 0.7 }]);
});

const months = ['2026-04', '2026-05', '2026-06'];
const plan = (heads: string) =>
  [
    heads,
    ...months.flatMap((month) => [
      `Home care,${month},40,54`,
      `Pathway 2,${month},${month > '2026-05' ? 24 : 14},${month > '2026-05' ? 20 : 24}`,
    ]),
  ].join('\n');

/** Without the arrows that say by which of them the rows are in order. */
const headsOf = async (table: Locator) =>
  (await table.locator('thead th').allTextContents()).map((head) => head.replace(/\s*[▲▼↕]$/u, '')).join('; ');

/** What Explore shows, as its link says. */
const shown = () =>
  open.page.evaluate(() => {
    const link = new URLSearchParams(window.onward.link().split('?')[1]);
    return { option: link.get('o'), conditions: link.getAll('k') };
  });

it('a plan by month says what it would make of the model before anything, then goes in at one press', async () => {
  const winter = '#/bring?m=ilkeston-2019&o=today&k=busy-winter&n=4&v=1';
  await open.page.evaluate((hash) => void (location.hash = hash), winter);
  await expect.poll(shown).toEqual({ option: 'today', conditions: ['busy-winter'] });
  await choose('plan.csv', plan('Kind of care,When,We expect,We can take'));
  await main().getByLabel('A plan by month').check();
  for (const [label, head] of [
    ['Pathway', 'Kind of care'],
    ['Month', 'When'],
    ['Expected demand', 'We expect'],
    ['Capacity', 'We can take'],
  ] as const)
    await main().locator('.bring-answers').getByLabel(label, { exact: true }).selectOption(head);
  await found('plan');
  await main().getByText('First say what Home care is in the model.').waitFor();
  await main().getByLabel('Home care, in the model').selectOption({ label: 'Care at home' });
  await main()
    .getByText(/^The run is 2026-04-01 to 2026-06-30/)
    .waitFor();
  await main().getByText('“A busy winter” is left out, because its dates lie outside these months.').waitFor();
  await main()
    .getByText(/^Care at home: 37 to 38 places in the option “As planned”/)
    .waitFor();
  await main().getByRole('button', { name: 'Show what the model needs and has each month' }).press('Enter');
  await main().locator('[data-beside-plan="done"]').waitFor();
  const table = main().locator('[data-table="beside-plan"]');
  expect(await table.locator('tbody tr').count()).toBe(6);
  expect(await headsOf(table)).toContain('Capacity, plan; Capacity, model; Places, model');
  expect(await broken(open.page)).toEqual([]);
  await fitsEveryWidth();
  await main().getByRole('button', { name: 'Put the plan into the model' }).press('Enter');
  await main()
    .getByText(
      'Done: it counts from now on. Explore shows the option “As planned”, with “Needs change by month, as in the plan” switched on.',
    )
    .waitFor();
  await expect.poll(async () => (await runs())?.options?.some(({ id }) => id === 'plan')).toBe(true);
  expect((await runs()).streams.acute.meansPerDay!.means).toHaveLength(91);
  await expect.poll(shown).toEqual({ option: 'plan', conditions: ['plan-mix'] });
});

it('what was seen before the plan is seen again when it is taken back, and undo knows both', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It is as it was.').waitFor();
  await expect.poll(shown).toEqual({ option: 'today', conditions: ['busy-winter'] });
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(shown).toEqual({ option: 'plan', conditions: ['plan-mix'] });
});

it('its columns and names are known when a table with the same heads is given again', async () => {
  const { page } = open;
  await page.reload();
  await main().locator('h1').waitFor();
  await choose('plan-again.csv', plan('Kind of care,When,We expect,We can take'));
  await found('plan');
  expect(await main().getByLabel('Home care, in the model').locator('option:checked').textContent()).toBe(
    'Care at home',
  );
});

it('a plan with months down and a column for each pathway is read, and one of beds and places counts places', async () => {
  const counts = () => main().getByLabel('Capacity counts').inputValue();
  await choose('down.csv', 'Month,Pathway 1 demand,Pathway 1 capacity\nApr-26,40,54\nMay-26,41,54\nJun-26,42,54\n');
  await found('plan');
  expect(await main().getByLabel('Pathway 1, in the model').locator('option:checked').textContent()).toBe(
    'Care at home',
  );
  expect(await counts()).toBe('people');
  await choose('places.csv', 'Month,Supportive care beds\n2026-04,20\n2026-05,22\n2026-06,22\n');
  await main().getByLabel('A plan by month').check();
  await found('plan');
  expect(await counts()).toBe('places');
  await main().getByRole('button', { name: 'Show what the model needs and has each month' }).press('Enter');
  await main().locator('[data-beside-plan="done"]').waitFor();
  const table = main().locator('[data-table="beside-plan"]');
  expect(await headsOf(table)).toContain('Places, plan; Places, model');
  const row = await table.locator('tbody tr').first().locator('td').allTextContents();
  expect(row.slice(-5, -3)).toEqual(['20', '20']);
  await main()
    .getByText(/^Supportive care beds: 20 to 22 beds in the option “As planned”/)
    .waitFor();
});
