// The best mixes in a real browser: the terminal's numbers to the last digit, found and looked through by keyboard, in the link, kept at one press.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { linkNow, openPage, type OpenPage } from './page.ts';

const YEARS = 8;
const place = `#/compare?m=ilkeston-2019&n=${YEARS}&x=proposed-16&v=1`;
let open: OpenPage;
beforeAll(async () => {
  open = await openPage(place);
  await told(open.page);
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const told = (page: Page) => page.waitForSelector('.compare[data-status="done"] [data-weeks="there"]');
const found = (page: Page) => page.waitForSelector('[data-frontier="done"]');
const heads = (page: Page) => page.locator('.compare-table [data-column]').allTextContents();

describe('the best mixes', () => {
  it('are the terminal’s, to the last digit, by the command that the page gives', async () => {
    const { page } = open;
    const section = page.getByRole('region', { name: 'The best mixes' });
    await section.getByRole('button', { name: 'Find the best mixes' }).press('Enter');
    await found(page);
    await section.getByText('The best mixes as a table, a file and a command').press('Enter');
    const command = (await section.locator('code').textContent())!;
    const words = command.replace('npx onward ', '').split(' ');
    const { stdout, code } = await onward([...words, '--json', '--quiet']);
    expect(code).toBe(0);
    const { frontier } = JSON.parse(stdout);
    expect(frontier.length).toBeGreaterThan(3);
    const shown = await section
      .locator('tbody [data-mix]')
      .evaluateAll((all) => all.map(({ dataset }) => [dataset.mix, Number(dataset.waiting)]));
    // The picture goes from the fewest places to the most.
    expect(shown.toReversed()).toEqual(
      frontier.map((one: { numbers: object; waiting: { mean: number } }) => [
        Object.values(one.numbers).join(),
        one.waiting.mean,
      ]),
    );
    // The trade-off of the options has the same edge.
    expect(await page.locator('[aria-label="The trade-off"] .trade-off-mix').count()).toBeGreaterThan(1);
  });

  it('are looked through by keyboard, and kept at one press without losing the others', async () => {
    const { page } = open;
    const along = page.getByRole('slider', { name: 'Along the edge' });
    await along.press('Home');
    const first = await along.getAttribute('aria-valuetext');
    await along.press('ArrowRight');
    const second = (await along.getAttribute('aria-valuetext'))!;
    expect(second).not.toBe(first);
    const [, home] = /Places at home (\d+)/.exec(second)!;
    await page.locator('.best-mixes-along').getByRole('button', { name: 'Keep it as an option' }).press('Enter');
    await expect
      .poll(() => heads(page))
      .toEqual([
        'Today, June 2019',
        'A Proposed, 16 ward beds',
        expect.stringMatching(new RegExp(`^B With .*Places at home at ${home}|^B With `)),
      ]);
    await told(page);
    expect(await page.getAttribute('.best-mixes', 'data-frontier')).toBe('done');
  });

  it('are found again by the link that shows them, and can be stopped', async () => {
    const { page } = open;
    expect(await linkNow(page)).toContain('&f=empty');
    await page.goto('about:blank');
    await page.goto(`${open.url}${place}&f=empty`);
    await page.waitForSelector('[data-frontier="running"], [data-frontier="done"]');
    await page.$$eval('.best-mixes button', (all) =>
      (all.find((one) => one.textContent === 'Stop') as HTMLElement | undefined)?.click(),
    );
    await page.waitForSelector('[data-frontier="stopped"], [data-frontier="done"]');
  });
});
