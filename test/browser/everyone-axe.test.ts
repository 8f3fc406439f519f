// No view breaks a rule of WCAG 2.2 A or AA that a program can check: in either theme, while numbers come, with menus open.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfModel, views } from '../../ui/address/views.ts';
import { broken } from './axe.ts';
import { goToView, openPage, viewDone, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/help');
});
afterAll(() => open?.close());

const MODEL = 'm=ilkeston-2019&o=proposed-16&n=8&v=1';

async function goTo(address: string): Promise<void> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${address}`);
  await open.page.waitForSelector('main :is(h1, h2, fieldset, .controls)');
}

describe.each(views.map(({ view }) => view))('%s', (view) => {
  it('when it has everything', async () => {
    await goToView(open.page, view, isOfModel(view) ? MODEL : '');
    if (isOfModel(view)) await viewDone(open.page);
    expect(await broken(open.page)).toEqual([]);
  });
});

describe.each(views.filter(({ view }) => isOfModel(view)).map(({ view }) => view))('%s', (view) => {
  it('while it waits for the first numbers', async () => {
    const { page } = open;
    await page.route('**/worker-*.js', () => {}); // never answered
    await page.goto('about:blank');
    await page.goto(`${open.url}#/${view}?${MODEL}`);
    // The view itself is fetched; before it is there, nothing could be broken.
    await page.waitForSelector('main > *', { state: 'attached' });
    expect(await broken(open.page)).toEqual([]);
    await page.unroute('**/worker-*.js');
  });
});

it('while the answer sharpens, with every menu and note open', async () => {
  const { page } = open;
  await goTo('#/explore?m=ilkeston-2019&o=nothing&n=3000&stations.p2.beds=9&v=1');
  await page.waitForSelector('[data-status="sharpening"] .card [data-value]');
  await page.waitForSelector('.problem-note');
  const menus = await page.locator('details > summary').count();
  expect(menus).toBeGreaterThan(6);
  await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  const box = page.locator('.number-box input').first();
  await box.fill('many');
  await box.press('Enter');
  await page.waitForSelector('.number-box .problem');
  expect(await broken(open.page)).toEqual([]);
});

it('what cannot be read would have been found', async () => {
  const { page } = open;
  await goTo('#/method');
  await page.evaluate(() => document.querySelector('main')!.style.setProperty('--ink', 'var(--line)'));
  await page.evaluate(() => (document.querySelector<HTMLElement>('main h1')!.style.color = 'var(--line)'));
  const found = await broken(open.page);
  for (const theme of ['light', 'dark']) expect(found.join('\n')).toContain(`${theme} color-contrast`);
});
