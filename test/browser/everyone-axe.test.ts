// No view breaks a rule of WCAG 2.2 A or AA that a program can check: in either theme, while numbers come, with menus open.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfModel, views } from '../../ui/address/views.ts';
import { openPage, viewDone, type OpenPage } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('about:blank');
});
afterAll(() => open?.close());

/** Every broken rule, with where; in the second theme only what depends on colours can differ. */
async function broken(): Promise<string[]> {
  const { page } = open;
  await page.evaluate(axe);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // A transition would be measured half way.
    await page.waitForFunction(() => document.getAnimations().length === 0);
    const runOnly =
      colorScheme === 'light'
        ? { type: 'tag' as const, values: RULES }
        : { type: 'rule' as const, values: ['color-contrast'] };
    const results = (await page.evaluate(
      (only) =>
        (window as unknown as { axe: { run(at: Document, how: object): unknown } }).axe.run(document, {
          runOnly: only,
          resultTypes: ['violations'],
        }),
      runOnly,
    )) as AxeResults;
    expect(results.passes.length).toBeGreaterThan(0);
    for (const { id, nodes } of results.violations)
      for (const { html, any } of nodes)
        found.push(
          `${colorScheme} ${id}: ${html.slice(0, 160)} ${any
            .map(({ message }) => message)
            .join(' ')
            .slice(0, 200)}`,
        );
  }
  return found;
}

const addressOf = (view: string) =>
  `#/${view}${isOfModel(view as never) ? '?m=ilkeston-2019&o=proposed-16&n=8&v=1' : ''}`;

async function goTo(address: string): Promise<void> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${address}`);
  await open.page.waitForSelector('main :is(h1, h2, fieldset, .controls)');
}

describe.each(views.map(({ view }) => view))('%s', (view) => {
  it('when it has everything', async () => {
    await goTo(addressOf(view));
    if (isOfModel(view)) await viewDone(open.page);
    expect(await broken()).toEqual([]);
  });
});

describe.each(views.filter(({ view }) => isOfModel(view)).map(({ view }) => view))('%s', (view) => {
  it('while it waits for the first numbers', async () => {
    const { page } = open;
    await page.route('**/worker-*.js', () => {}); // never answered
    await page.goto('about:blank');
    await page.goto(`${open.url}${addressOf(view)}`);
    await page.waitForSelector('main');
    expect(await broken()).toEqual([]);
    await page.unroute('**/worker-*.js');
  });
});

it('while the answer sharpens, with every menu and note open', async () => {
  const { page } = open;
  await goTo('#/explore?m=ilkeston-2019&o=nothing&n=3000&stations.p2.beds=9&v=1');
  await page.waitForSelector('[data-status="sharpening"] .headline h1[data-value]');
  await page.waitForSelector('.problem-note');
  const menus = await page.locator('details > summary').count();
  expect(menus).toBeGreaterThan(6);
  await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
  const box = page.locator('.number-box input').first();
  await box.fill('many');
  await box.press('Enter');
  await page.waitForSelector('.number-box .problem');
  expect(await broken()).toEqual([]);
});

it('what cannot be read would have been found', async () => {
  const { page } = open;
  await goTo('#/method');
  await page.evaluate(() => document.querySelector('main')!.style.setProperty('--ink', 'var(--line)'));
  await page.evaluate(() => (document.querySelector<HTMLElement>('main h1')!.style.color = 'var(--line)'));
  const found = await broken();
  for (const theme of ['light', 'dark']) expect(found.join('\n')).toContain(`${theme} color-contrast`);
});
