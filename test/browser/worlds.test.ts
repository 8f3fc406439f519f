// A second line under the headline: in how many plausible worlds the finding holds, worked out while nothing else is asked.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { broken } from './axe.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(
  async () => void (open = await openPage('#/explore?m=ilkeston-2019&o=proposed-16&n=10&v=1', { hasAllWorlds: true })),
);
afterAll(() => open?.close());

const worldsDone = () => open.page.waitForSelector('[data-worlds="done"]');
const lineNow = () => open.page.textContent('.worlds-line');
const come = () => open.page.getAttribute('[data-come]', 'data-come').then(Number);
/** More have come than these, or all; that all of them come, each once, is seen where somebody stopped them and went on. */
const goneOnFrom = (before: number) =>
  open.page.waitForFunction((most) => {
    const { come } = document.querySelector<HTMLElement>('[data-come]')!.dataset;
    return Number(come) > most || come === '200';
  }, before);
const count = (selector: string) => open.page.locator(selector).count();

async function goTo(hash: string): Promise<void> {
  await open.page.goto('about:blank'); // a page of its own: nothing is left from the one before
  await open.page.goto(`${open.url}${hash}`);
}

describe('Ilkeston', () => {
  it('says in how many worlds fewer people wait, and what decides it, under the headline', async () => {
    await worldsDone();
    const [, fewer] = /^Fewer people wait in (\d+) of 200 plausible worlds\./.exec((await lineNow())!)!;
    expect(await lineNow()).toMatch(/ What decides it most: how long care at home lasts\. /);
    expect(await open.page.locator('.headline .worlds-line').count()).toBe(1);
    // The picture has a mark a world, and as many of them are blue.
    expect(await count('.worlds-strip [data-world]')).toBe(200);
    expect(await count('.worlds-strip [data-happens="fewer"]')).toBe(Number(fewer));
  });

  it('puts the marks in order, and distinguishes them by shape', async () => {
    const happens = await open.page
      .locator('.worlds-strip [data-world]')
      .evaluateAll((all) => all.map((one) => (one as SVGGElement).dataset['happens']));
    const blocks = happens.filter((one, at) => one !== happens[at - 1]);
    expect(blocks.length).toBe(new Set(happens).size);
    expect(blocks[0]).toBe('fewer');
    const shapes = await open.page
      .locator('.worlds-key svg > *')
      .evaluateAll((all) => all.map((one) => one.tagName + (one.getAttribute('d') ?? '')));
    expect(new Set(shapes).size).toBe(blocks.length);
  });

  it('says how many numbers stay fixed, and has a table behind the marks with no average of what does not settle', async () => {
    const text = await open.page.textContent('.worlds-panel');
    expect(text).toMatch(/draws 14 numbers at once.*The other 19 have no range, so they stay fixed/);
    await open.page.getByText('The plausible worlds, as a table').click();
    await open.page.waitForSelector('[data-row-of-world="199"]');
    const rows = await open.page
      .locator('[data-row-of-world]')
      .evaluateAll((all) => all.map((row) => [...row.children].slice(1, 5).map((cell) => cell.textContent)));
    expect(rows.length).toBe(200);
    for (const [happens, today, option, apart] of rows) {
      const isAveraged = [today, option].every((one) => /^\d/.test(one!));
      expect(isAveraged, String(happens)).toBe(apart !== '–');
      if (happens!.startsWith('a queue')) expect([today, option]).toContain('does not settle');
    }
    await open.page.getByText('What decides it, as a table').click();
    const first = open.page.locator('[data-decides]').first();
    expect(await first.textContent()).toMatch(/^How long care at home lasts14 days to 35 days−0\.8\dstrongly: /);
    expect(await broken(open.page)).toEqual([]);
  });

  it('names a reading that is no number where it turns the verdict', async () => {
    expect(await lineNow()).toContain(' Read as 37 starts a month, a queue keeps growing.');
  });

  it('gives the same bytes as the terminal', async () => {
    await open.page.getByText('The same worlds as a file or in a terminal').click();
    const [file] = await Promise.all([
      open.page.waitForEvent('download'),
      open.page.getByRole('button', { name: 'Save the worlds as JSON' }).click(),
    ]);
    const command = (await open.page.textContent('.worlds-panel code'))!;
    const { code, stdout, stderr } = await onward([...command.split(' ').slice(2), '--quiet']);
    expect([code, stderr]).toEqual([0, '']);
    expect(readFileSync(await file.path(), 'utf8')).toBe(stdout);
  });

  it('has a line that leads to the picture', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'See the worlds' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The plausible worlds');
  });

  it('in Compare has a line and a strip for each option beside today, of those known already and of those that are not', async () => {
    const { page } = open;
    await page.evaluate(
      () => void (location.hash = '#/compare?m=ilkeston-2019&o=proposed-16&x=proposed-16&x=beds-32&n=10&v=1'),
    );
    await page.waitForFunction(() => document.querySelectorAll('.worlds-beside [data-worlds="done"]').length === 2);
    const said = await page.locator('.worlds-beside .worlds-line').allTextContents();
    expect(said.length).toBe(2);
    for (const [at, letter] of ['A', 'B'].entries()) {
      const column = `.worlds-beside [data-column="${letter}"]`;
      const fewer = await count(`${column} [data-happens="fewer"]`);
      expect(said[at]).toContain(`Fewer people wait in ${fewer} of 200 plausible worlds.`);
      expect(await count(`${column} [data-world]`)).toBe(200);
    }
    await page.$$eval('.worlds-beside details', (all) => all.forEach((one) => one.setAttribute('open', '')));
    await page.waitForSelector('.worlds-beside [data-row-of-world]');
    // The rows are those of the table above.
    expect(await broken(page, '[data-row-of-world]:nth-child(n + 10)')).toEqual([]);
  });
});

describe('a move', () => {
  it('gives the worlds up at once, and undo takes them up where they were', async () => {
    const { page } = open;
    await goTo('#/explore?m=ilkeston-2019&o=proposed-18&n=10&v=1');
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-come]')?.dataset['come']) > 3);
    // A move; and what is said of the new setting when its first numbers are there.
    const [before, after] = await page.evaluate(async () => {
      const come = () => Number(document.querySelector<HTMLElement>('[data-come]')!.dataset['come']);
      const was = come();
      const more = [...document.querySelectorAll<HTMLButtonElement>('.controls button')].find(
        ({ textContent }) => textContent === '+',
      )!;
      more.click();
      while (come() >= was) await new Promise(requestAnimationFrame);
      return [was, come()];
    });
    expect(before).toBeGreaterThan(3);
    expect(after).toBe(0); // of the new setting there is none yet
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(page);
    const again = await come();
    expect(again).toBeGreaterThanOrEqual(before!);
    await goneOnFrom(again);
  });

  it('goes on after another view was looked at', async () => {
    const { page } = open;
    await goTo('#/explore?m=ilkeston-2019&o=beds-32&n=10&v=1');
    await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-come]')?.dataset['come']) > 3);
    const before = await come();
    await page.evaluate(() => void (location.hash = '#/help'));
    await page.waitForSelector('.worlds-line', { state: 'hidden' });
    await page.evaluate(() => void (location.hash = '#/explore'));
    await page.waitForSelector('.worlds-line');
    const again = await come();
    expect(again).toBeGreaterThanOrEqual(before);
    await goneOnFrom(again);
  });

  it('is stopped by whoever has seen enough, who may go on', async () => {
    const { page } = open;
    await goTo('#/explore?m=ilkeston-2019&o=today&stations.p1.places=33&n=10&v=1');
    await page.getByRole('button', { name: /^Stop at \d+ worlds$/ }).click();
    await page.waitForSelector('[data-worlds="stopped"]');
    expect(await lineNow()).toMatch(/ of \d{1,3} plausible worlds\./);
    await page.locator('.worlds-line').getByRole('button', { name: 'Go on' }).click();
    await worldsDone();
    expect(await lineNow()).toMatch(/ of 200 plausible worlds\./);
  });
});

describe('elsewhere', () => {
  it('the report says it among its findings, with the strip and what stays fixed', async () => {
    const { page } = open;
    await goTo('#/report?m=ilkeston-2019&o=proposed-16&n=10&v=1');
    await page.waitForSelector('.report .worlds-strip');
    const findings = await page.locator('.report-findings li').allTextContents();
    expect(findings[1]).toMatch(/^Fewer people wait in \d+ of 200 plausible worlds\. What decides it most: how long/);
    expect(await page.textContent('[aria-labelledby="report-findings"]')).toContain('so they stay fixed');
  });

  it('two tabs each have their own', async () => {
    const context = await open.browser.newContext({ reducedMotion: 'reduce' });
    const tabs = [await context.newPage(), await context.newPage()];
    const said = await Promise.all(
      tabs.map(async (tab) => {
        await tab.goto(`${open.url}#/explore?m=one-queue&o=one-more-bed&n=10&v=1`);
        await tab.waitForSelector('[data-worlds="done"]');
        return tab.textContent('.worlds-line');
      }),
    );
    await context.close();
    expect(said[0]).toMatch(/ of 200 plausible worlds/);
    expect(said[1]).toBe(said[0]);
  });
});

it('nothing went wrong', () => expect(open.complaints).toEqual([]));
