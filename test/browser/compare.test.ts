// Options side by side in a real browser: the terminal's numbers to the last digit, all of it by keyboard, every choice in the link.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { linkNow, openPage, type OpenPage } from './page.ts';

const YEARS = 8;
let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/compare?m=ilkeston-2019&n=${YEARS}&x=proposed-16&x=proposed-18&v=1`);
  await told(open.page);
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** Every year of every column has come, and the pictures that follow them. */
const told = (page: Page) => page.waitForSelector('.compare[data-status="done"] [data-weeks="there"]');
const heads = (page: Page) => page.locator('.compare-table [data-column]').allTextContents();

async function terminal(...args: string[]) {
  const { stdout, stderr } = await onward([...args, '--replications', String(YEARS), '--json', '--quiet']);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

interface SavedRow {
  readonly option: string;
  readonly baseline?: string;
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
  readonly who: string;
  readonly day: string;
  readonly value: number | null;
}

describe('options side by side', () => {
  it('have the numbers and the differences of the terminal, to the last digit', async () => {
    const { summary, differences } = await terminal(
      'compare',
      'ilkeston-2019',
      '--options',
      'today,proposed-16,proposed-18',
    );
    const saved = new Map<string, string>();
    for (const row of [...summary, ...differences] as SavedRow[]) {
      const of = row.baseline === undefined ? row.option : `${row.option} less ${row.baseline}`;
      if (row.day === '')
        saved.set(`${of} ${row.station}/${row.measure}/${row.statistic}/${row.who}`, String(row.value));
    }
    const shown = await open.page.$$eval('.compare-table [data-row]', (all) =>
      all.map(({ dataset }) => [`${dataset.option} ${dataset.row}`, dataset.value] as const),
    );
    // Sums over services are no row of the terminal's; the lines of one row are four a column, and their differences.
    const rows = shown.filter(([key]) => !key.endsWith(' all/free/mean/all'));
    expect(rows).toHaveLength(3 * 4 + 2 * 4);
    for (const [key, value] of rows) expect([key, value]).toEqual([key, saved.get(key)]);
  });

  it('lie on one scale, with today as its zero, and say what each is best at', async () => {
    const { page } = open;
    const zeros = await page.$$eval('.range-zero', (all) => all.map((one) => (one as HTMLElement).style.left));
    expect(new Set(zeros).size).toBe(1);
    expect(zeros).toHaveLength(2);
    const tops = await page.$$eval('.weeks-beside .chart-scale', (all) => all.map((one) => one.textContent));
    expect([tops.length, new Set(tops).size]).toEqual([3, 1]);
    const heading = (await page.textContent('.beside-finding h2'))!;
    expect(heading).not.toMatch(/\bbest\b|proves|guarantee/);
    expect(heading).toMatch(/people wait to leave the acute hospital/);
    expect(heading.split(/\s+/).length).toBeLessThanOrEqual(25);
    const parts = await page.locator('.compare-parts li').allTextContents();
    expect(parts.join(' ')).toMatch(/start in the place they need.*places are empty/);
    // What would it take comes before the table.
    const order = await page.$$eval('.beside-told > section, .beside-told > div', (all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.className),
    );
    expect(order.slice(0, 2)).toEqual(['The finding', 'What would it take?']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('are chosen by keyboard, and are in the link', async () => {
    const { page } = open;
    await page.getByRole('checkbox', { name: 'Proposed, 16 ward beds' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => heads(page)).toEqual(['Today, June 2019', 'A Proposed, up to 18 ward beds']);
    for (const name of ['Ward beds close first', '32 ward beds']) {
      await page.getByRole('checkbox', { name }).focus();
      await page.keyboard.press('Space');
    }
    await expect.poll(async () => (await heads(page)).length).toBe(4);
    await told(page);
    expect(await page.getByRole('checkbox', { name: 'Proposed, 16 ward beds' }).isDisabled()).toBe(true);
    const slider = page.getByRole('slider');
    await slider.focus();
    const before = Number(await slider.inputValue());
    await page.keyboard.press('ArrowRight');
    expect(await page.textContent('.how-often-slider output')).toContain(`${before + 1} `);
    const link = await linkNow(page);
    expect(link).toContain(`&x=proposed-18&x=beds-close-first&x=beds-32&q=${before + 1}&v=`);
    const shares = await page.locator('.how-often b').allTextContents();
    await page.goto('about:blank');
    await page.goto(link);
    await told(page);
    expect(await heads(page)).toHaveLength(4);
    expect(await page.locator('.how-often b').allTextContents()).toEqual(shares);
  });

  it('have what is being edited as a column of its own, and keep their columns when Explore is gone to and come back from', async () => {
    const { page } = open;
    await page.goto('about:blank');
    await page.goto(`${open.url}#/compare?m=ilkeston-2019&n=${YEARS}&x=*&stations.p2.beds=6&v=1`);
    await told(page);
    expect(await heads(page)).toEqual(['Today, June 2019', expect.stringContaining('Supportive beds at 6')]);
    expect(await page.textContent('[data-path="stations.p2.beds"]')).toContain('6 (+3)');
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.waitForSelector('#results');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await told(page);
    expect(await heads(page)).toHaveLength(2);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Compare');
  });
});

describe('what it would take', () => {
  it('is searched for by keyboard, and found as in the terminal', async () => {
    const { page } = open;
    await page.goto('about:blank');
    await page.goto(
      `${open.url}#/compare?m=ilkeston-2019&n=${YEARS}&x=proposed-16&t=stations.p2.beds@mean:5@today&v=1`,
    );
    await told(page);
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-search="done"]');
    const command = await page.textContent('.what-it-takes-answer code');
    expect(command).toMatch(
      /^npx onward solve ilkeston-2019 --of stations\.p2\.beds --so-that "acute\.delayed\.mean <= 5" --least 0 --most 30 --step 1 --option today --seed 2019 --replications 8$/,
    );
    const rule = ['--of', 'stations.p2.beds', '--so-that', 'acute.delayed.mean <= 5'];
    const { solved } = await terminal('solve', 'ilkeston-2019', ...rule);
    const shown = await page.$$eval('[data-tried]', (all) =>
      all.map((one) => [Number((one as HTMLElement).dataset.tried), Number((one as HTMLElement).dataset.mean)]),
    );
    expect(shown).toEqual(solved.tried.map(({ value, mean }: { value: number; mean: number }) => [value, mean]));
    expect(await page.textContent('.what-it-takes-answer h4')).toContain(`that ${solved.value} is the fewest`);
    // At one press it is an option, and a column.
    await page.getByRole('button', { name: 'Keep it as an option' }).press('Enter');
    const name = `With Supportive beds at ${solved.value}`;
    await expect.poll(() => heads(page)).toEqual(['Today, June 2019', 'A Proposed, 16 ward beds', `B ${name}`]);
    await told(page);
    expect(await page.textContent('[data-path="stations.p2.beds"]')).toContain(`${solved.value} (+`);
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true);
    expect(await linkNow(page)).toContain('&x=own-');
  });

  it('can be stopped, and a number half typed is nobody’s target', async () => {
    const { page } = open;
    const limit = page.getByRole('textbox', { name: 'with at most' });
    await limit.fill('4x');
    expect(await page.getByText(/^Write digits, with a point/).isVisible()).toBe(true);
    expect(await linkNow(page)).toContain('@mean:5@');
    await limit.fill('3');
    expect(await linkNow(page)).toContain('@mean:3@');
    await page.getByRole('button', { name: 'Search' }).click();
    // At once, and only if it is not found already.
    await page.$$eval('button', (all) => all.find((one) => one.textContent === 'Stop')?.click());
    await page.waitForSelector('[data-search="stopped"], [data-search="done"]');
    expect(await page.getByRole('button', { name: 'Search' }).isEnabled()).toBe(true);
  });

  it('searches every mix of several numbers, as the terminal does, and keeps the answer at one press', async () => {
    const { page } = open;
    await page.goto('about:blank');
    await page.goto(
      `${open.url}#/compare?m=ilkeston-2019&n=${YEARS}&x=proposed-16&t=stations.p2.beds@mean:2@today&v=1`,
    );
    await told(page);
    await page.getByText('or a mix with others').press('Enter');
    await page.getByRole('checkbox', { name: 'Places at home' }).check();
    expect(await page.getByText(/^Every mix of them is a choice, from where each stands in “Today/).isVisible()).toBe(
      true,
    );
    await expect.poll(() => linkNow(page)).toContain('t=stations.p2.beds%2Cstations.p1.places@mean:2@today');
    await page.getByRole('button', { name: 'Search' }).press('Enter');
    await page.waitForSelector('[data-search="done"]');
    expect(await page.textContent('.what-it-takes-answer code')).toBe(
      `npx onward solve ilkeston-2019 --of stations.p2.beds --of stations.p1.places --so-that "acute.delayed.mean <= 2" --option today --seed 2019 --replications ${YEARS}`,
    );
    const of = ['--of', 'stations.p2.beds', '--of', 'stations.p1.places'];
    const said = await terminal('solve', 'ilkeston-2019', ...of, '--so-that', 'acute.delayed.mean <= 2');
    expect(said.outcome).toBe('found');
    const wanted = [said.found, ...said.notClearlyWorse].slice(0, 11);
    const shown = await page.$$eval('.what-it-takes-answer [data-mix]', (all) =>
      all.map(({ dataset }) => [dataset.mix, Number(dataset.mean)]),
    );
    expect(shown).toEqual(wanted.map(({ numbers, mean }) => [Object.values(numbers).join(), mean]));
    const [beds, home] = Object.values(said.found.numbers);
    expect(await page.textContent('.what-it-takes-answer h4')).toContain(
      `Supportive beds ${beds} with Places at home ${home}: the model suggests that these ${said.found.added} more places are the fewest`,
    );
    await page.getByRole('button', { name: 'Keep it as an option' }).first().press('Enter');
    await expect.poll(() => heads(page)).toContain(`B With Supportive beds at ${beds} and Places at home at ${home}`);
  });
});
