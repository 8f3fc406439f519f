// Where an average misleads: the page says what does not settle, shows it by weeks as the terminal does, and looks at the warm-up.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { commandShown, linkNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/explore?m=ilkeston-2019&o=other-reading-today&v=1')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const told = () => open.page.waitForSelector('[data-weeks="there"] .chart');
const byWeeks = () => open.page.getByRole('button', { name: 'By weeks' });

interface WeekRow {
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
  readonly day: string;
  readonly value: number;
}

it('an option that does not settle is said to, in place of its average, with its weeks', async () => {
  const { page } = open;
  await settled(page);
  await told();
  const said = await page.textContent('.headline h1');
  expect(said).toMatch(
    /^Today, read as 27 starts a month: does not settle\. The queue for care at home grows from \d+ to \d+ people in a year$/,
  );
  expect(await page.locator('.cards').count()).toBe(0);
  const picture = await page.textContent('.weeks figcaption');
  expect(picture).toMatch(/^People waiting for: Care at home, by weeks: \d+ in the week of 3 Jun 2019 and \d+ in/);
  // Somebody who wants the average all the same gets it.
  await byWeeks().click();
  await page.locator('.cards').waitFor();
});

it('with the words and the weeks of the terminal', async () => {
  const { page } = open;
  const args = ['run', 'ilkeston-2019', '--option', 'other-reading-today', '--weeks', '--json'];
  const { stdout, stderr } = await onward(args);
  const [, words] = /^ {2}(Care at home: .*)\.$/m.exec(stderr)!;
  expect(await page.textContent('.headline')).toContain(words);
  const rows: WeekRow[] = JSON.parse(stdout).summary;
  const weeks = rows.filter(
    ({ station, measure, statistic }) => station === 'p1' && measure === 'waiting' && statistic === 'week',
  );
  await byWeeks().click();
  await page.locator('.weeks-table summary').click();
  const shown = await page.$$eval('[data-week]', (all) =>
    all.map((row) => [row.getAttribute('data-week'), Number(row.getAttribute('data-value'))]),
  );
  expect(shown).toEqual(weeks.map(({ day, value }) => [day, value]));
});

it('has no table without rows on paper, and says why one is missing', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/report?m=ilkeston-2019&o=other-reading-today&v=1`);
  await page.waitForSelector('.report[data-status="done"]');
  await page.getByText('No average is given here: each would depend on how long the run is.').waitFor();
  const empty = () =>
    page.$$eval(
      '.report table',
      (all: HTMLTableElement[]) => all.filter(({ tBodies }) => !tBodies[0]?.rows.length).length,
    );
  expect(await empty()).toBe(0);
});

it('a dated plan shows its bad autumn, which its average hides', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/explore?m=ilkeston-2019&o=beds-close-first&v=1`);
  await settled(page);
  expect(await page.getAttribute('.headline h1', 'data-kind')).toBe('difference');
  await byWeeks().focus();
  await page.keyboard.press('Enter');
  await told();
  await page.waitForSelector('.chart-plot .chart-beside');
  await page.locator('.weeks-table summary').click();
  const values = await page.$$eval('[data-week]', (all) =>
    all.map((row) => ({ week: row.getAttribute('data-week')!, value: Number(row.getAttribute('data-value')) })),
  );
  const mean = (from: string, to: string) => {
    const some = values.filter(({ week }) => week >= from && week < to).map(({ value }) => value);
    return some.reduce((sum, value) => sum + value, 0) / some.length;
  };
  expect(mean('2019-10-01', '2019-12-01')).toBeGreaterThan(1.5 * mean('2019-06-01', '2019-09-01'));
  expect(mean('2020-03-01', '2020-06-01')).toBeLessThan(mean('2019-06-01', '2019-09-01'));
  expect(await page.locator('.what-changes li').count()).toBe(3);
});

it('says of the warm-up what `onward warm-up` says', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/explore?m=closed-hours&n=40&v=1`);
  await settled(page);
  expect(await page.locator('.warm-up').count()).toBe(0);
  await page.getByText('Is the warm-up long enough?').click();
  await page.waitForSelector('.warm-up figure');
  const { stdout } = await onward(['warm-up', 'learn/closed-hours', '--replications', '40', '--quiet']);
  const sentences = stdout.trim().split('\n\n').at(-1)!.split('\n').join(' ');
  expect(await page.locator('.warm-up > p').first().textContent()).toBe(sentences);
});

it('a model to learn from is there again after a reload, with a command that finds it', async () => {
  const { page } = open;
  expect(await linkNow(page)).toContain('m=closed-hours');
  await page.reload();
  await settled(page);
  expect(await page.title()).toMatch(/^Hours: /);
  expect(await page.locator('.problem-note').allTextContents()).toEqual([]);
  expect(await commandShown(page)).toContain('npx onward run learn/closed-hours --option today');
});
