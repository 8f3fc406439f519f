// A link is copied by its button; where a browser does not let a page copy, the page says where the link is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkNow, openPage, openShare, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&o=proposed-16&n=4&v=1');
  await settled(open.page);
  await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => open?.close());

const copied = () => open.page.evaluate(() => navigator.clipboard.readText());

it('from the menu', async () => {
  const { page } = open;
  await openShare(page);
  await page.locator('.share-panel').getByRole('button', { name: 'Copy link' }).first().click();
  await page.getByText('Link copied.').waitFor();
  expect(await copied()).toBe(await linkNow(page));
});

it('from the menu where copying is not allowed: it is in the address bar', async () => {
  const { page } = open;
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    history.replaceState(null, '', '#/explore');
  });
  await page.locator('.share-panel').getByRole('button', { name: 'Copy link' }).first().click();
  await page.getByText('Copying is not allowed here; the link is in the address bar.').waitFor();
  const link = await linkNow(page);
  await expect.poll(() => page.url()).toBe(link);
});

it('beside what was changed', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/assumptions?m=ilkeston-2019&o=proposed-16&n=4&stations.p1.places=30&v=1`);
  const edits = page.locator('section', { hasText: 'Changed by you' }).last();
  await edits.getByRole('button', { name: 'Copy link' }).click();
  await edits.getByText('Link copied.').waitFor();
  expect(await copied()).toBe(await linkNow(page));
  expect(await copied()).toContain('stations.p1.places=30');
});
