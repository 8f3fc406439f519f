// Where there are no plausible worlds the page says why: none asked for, no ranges, ranges that are refused, or a long time to wait.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDocument, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank', { hasAllWorlds: true })));
afterAll(() => open?.close());

const lineNow = () => open.page.textContent('.worlds-line');

async function goTo(hash: string): Promise<void> {
  await open.page.goto('about:blank'); // a page of its own: nothing is left from the one before
  await open.page.goto(`${open.url}${hash}`);
}

it('where they take long, they wait for somebody to ask', async () => {
  await goTo('#/explore?m=leicester-leicestershire-rutland-2018&o=more-beds&n=2&v=1');
  await open.page.waitForSelector('[data-worlds="long"]');
  expect(await lineNow()).toMatch(/^Trying other plausible numbers takes long in this model\./);
  await open.page.getByRole('button', { name: 'Try them' }).press('Enter');
  await open.page.waitForSelector('[data-worlds="running"]');
});

it('today alone has no line', async () => {
  await goTo('#/explore?m=ilkeston-2019&o=today&n=10&v=1');
  await settled(open.page);
  expect(await open.page.locator('.worlds-line').count()).toBe(0);
});

it('a model without ranges says so, and where they are entered', async () => {
  await goTo('#/explore?m=stroke-unit-2016&o=room-for-all&n=4&v=1');
  await open.page.waitForSelector('[data-worlds="without"]');
  expect(await lineNow()).toMatch(/^Nobody has said how far the numbers may be off/);
  await open.page.locator('.worlds-line a').click();
  await open.page.waitForSelector('.assumptions[data-numbers]');
  await expect.poll(() => open.page.url()).toContain('#/assumptions');
});

it('a range entered there makes worlds of them, and can be taken away', async () => {
  const { page } = open;
  const row = page.locator('[data-number="streams.to-acute.arrivalsPerDay"]');
  await row.getByRole('button', { name: /^Change/ }).press('Enter');
  const form = page.locator('.row-detail form');
  const enter = async (low: string, high: string, source: string) => {
    await form.getByLabel('It could be from').fill(low);
    await form.getByLabel('to', { exact: true }).fill(high);
    await form.getByLabel('Who or what says so?').fill(source);
    await form.getByRole('button', { name: 'Keep this range' }).press('Enter');
  };
  const problem = form.getByRole('alert');
  await enter('nine', '12', 'the ward sister');
  expect(await problem.textContent()).toMatch(/^Write two numbers/);
  await enter('12', '5', 'the ward sister');
  expect(await problem.textContent()).toBe('Write the smaller number first.');
  await enter('0.1', '0.2', 'the ward sister');
  expect(await problem.textContent()).toMatch(/^It is .*, so the range must hold that\.$/);
  await enter('1', '6', ' ');
  expect(await problem.textContent()).toBe('Say who or what the range is from.');
  await enter('1', '6', 'the ward sister');
  await page.getByText(/^The range of “.*” is kept\.$/).waitFor();
  await page.waitForFunction(() =>
    document.querySelector('[data-number="streams.to-acute.arrivalsPerDay"]')?.textContent?.includes('1 to 6 '),
  );
  await page.evaluate(() => void (location.hash = '#/explore'));
  await page.waitForFunction(() => Number(document.querySelector<HTMLElement>('[data-come]')?.dataset['come']) > 3);
  expect(await lineNow()).toMatch(/ of (200|\d+ plausible worlds)/);
  expect(await page.textContent('.worlds-panel')).toContain('draws one number at once');
  await page.evaluate(() => void (location.hash = '#/assumptions'));
  await page.waitForSelector('.assumptions[data-numbers]');
  if (!(await form.isVisible())) await row.getByRole('button', { name: /^Change/ }).press('Enter');
  await form.getByRole('button', { name: 'Take the range away' }).press('Enter');
  await page.getByText(/^“.*” has no range any more\.$/).waitFor();
  await page.evaluate(() => void (location.hash = '#/explore'));
  await page.waitForSelector('[data-worlds="without"]');
});

it('a range that is refused at both ends is said', async () => {
  await goTo('#/explore?m=one-queue&n=4&v=1');
  const model = JSON.parse(readFileSync('models/one-queue.json', 'utf8'));
  for (const one of Object.values<Record<string, unknown>>(model.evidence)) {
    delete one['low'];
    delete one['high'];
  }
  // More people a day than the checks allow in any world.
  Object.assign(model.evidence['streams.people.arrivalsPerDay'], { low: 2_000_000, high: 3_000_000 });
  await settled(open.page);
  Object.assign(model, { id: 'refused', title: 'Refused ranges' });
  await openDocument(open.page, model);
  await open.page.getByText('Now open: Refused ranges').waitFor();
  await open.page.locator('.controls select').first().selectOption('one-more-bed');
  await open.page.waitForSelector('[data-worlds="refused"]');
  expect(await lineNow()).toMatch(/^No plausible world can be simulated\. .*arrivalsPerDay/);
});

it('nothing went wrong', () => expect(open.complaints).toEqual([]));
