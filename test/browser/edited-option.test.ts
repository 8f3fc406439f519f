// An edited option on the page: it says everything that it changes and which option it equals, and can still be chosen after another is chosen.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { linkNow, openPage, settled, type OpenPage } from './page.ts';

const start = '#/explore?m=ilkeston-2019&o=proposed-16&n=4';
const edits = 'stations.p1.places=30&stations.p2.beds=5&stations.p3.beds=20';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`${start}&${edits}&d=30&v=1`, { reducedMotion: 'reduce' });
  await settled(open.page);
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const menu = () => open.page.locator('.options-menu');
const chosen = () => menu().locator('option:checked').textContent();

it('says all three of its numbers in the finding and in the list, and nothing of the option it was', async () => {
  // Home 30 for 37, supportive beds 5 for 11, ward beds 20 for 16.
  for (const said of [await open.page.textContent('.headline h1'), await chosen()])
    expect(said!.match(/ at \d+/g)).toEqual([' at 30', ' at 5', ' at 20']);
  await menu().locator('.what-changes summary').click();
  const lines = await menu().locator('.what-changes li').allTextContents();
  expect(lines.map((line) => line.match(/\d+ → \d+/)![0])).toEqual(['27 → 30', '3 → 5', '24 → 20']);
  expect(await menu().textContent()).not.toContain('all in place from the start');
});

it('stays to be chosen when another option is, with the way back beside it', async () => {
  const { page } = open;
  await page.selectOption('.options-menu select', 'beds-32');
  await menu().getByText('Your changes are kept').waitFor();
  expect(await linkNow(page)).not.toContain('stations.p1.places');
  const kept = await menu().locator('optgroup option').allTextContents();
  expect(kept.map((one) => one.match(/ at \d+/g))).toEqual([[' at 30', ' at 5', ' at 20']]);
  await menu()
    .getByRole('button', { name: /^go back to/ })
    .click();
  expect(await linkNow(page)).toContain(edits);
  // And from the list, any time later.
  await page.selectOption('.options-menu select', 'today');
  await page.selectOption('.options-menu select', 'beds-32');
  await page.selectOption('.options-menu select', { index: 0 });
  expect(await linkNow(page)).toContain(edits);
});

it('says when it is the same as an option of the document', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(
    `${open.url}#/explore?m=ilkeston-2019&o=today&n=4&stations.p1.places=37&stations.p2.beds=11&stations.p3.beds=16&d=0&v=1`,
  );
  await settled(page);
  const title = await menu().locator('option[value="proposed-16"]').textContent();
  await menu().getByText(`is now the same as “${title}”`).waitFor();
  expect(await page.textContent('.headline h1')).toContain(`the same as “${title}”`);
});
