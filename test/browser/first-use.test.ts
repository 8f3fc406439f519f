// A new user's way, by keys alone, as the README has it: from opening the page to a compared option and a paper to hand round.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPackage } from '../export/package.ts';
import { root } from '../source-files.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
let presses = 0;
beforeAll(async () => void (open = await openPage('', { reducedMotion: 'no-preference' })));
afterAll(() => open?.close());

async function press(key: string): Promise<void> {
  presses++;
  await open.page.keyboard.press(key);
}

/** As a person: Tab, or back with Shift, until what has the focus is named so. */
async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
  const focused = () =>
    open.page.evaluate(() => {
      const on = document.activeElement;
      const label = (on as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (on?.getAttribute('aria-label') ?? label ?? on?.textContent ?? '').trim();
    });
  for (let tried = 0; !name.test(await focused()); tried++) {
    expect(tried, `${key} does not come to ${name}`).toBeLessThan(60);
    await press(key);
  }
}

it('by keys alone, from opening the page to a compared option and a paper, in under five minutes', async () => {
  const { page } = open;
  await settled(page);
  // 1. Choose an option.
  await tabTo(/^Option/);
  await press('ArrowDown');
  await settled(page);
  const option = await page.$eval(
    '.controls select',
    (select) => (select as HTMLSelectElement).selectedOptions[0].text,
  );
  expect(option).toMatch(/^Proposed/);
  expect(await page.textContent('.headline h1')).toContain(option.split(',')[0]);
  // 2. Look at it beside today.
  await tabTo(/^Compare/, 'Shift+Tab');
  await press('Enter');
  await page.waitForSelector('.beside[data-status="done"]');
  // Whether today settles is known a moment later, so what is found may change.
  expect(await page.textContent('main#compare')).toMatch(/The model suggests: |does not settle/);
  // 3. Take a paper away.
  await tabTo(/^Share/, 'Shift+Tab');
  await press('Enter');
  await tabTo(/^Word$/);
  const [file] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  const paper = openPackage(readFileSync(await file.path()));
  expect(paper.faults()).toEqual([]);
  const words = paper.text('word/document.xml');
  expect(words).toContain(option);
  console.log(`${presses} presses`);
  expect(open.complaints).toEqual([]);
  // At a press in two seconds, with a minute of the five left for the machine, whose time a test does not measure.
  expect(presses * 2).toBeLessThan(240);
});

it('is what the README says', () => {
  const [, steps = ''] =
    /## From opening the page to a paper\n([^#]+)/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  for (const word of ['Option', 'Compare', 'Share and open', 'Word']) expect(steps).toContain(word);
});
