// The whole job in the Data view, typed and without a picture or a slider; and one person followed through two options by keyboard.
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { compile, readModel, type Model } from '../../engine/index.ts';
import { gatesOf } from '../../engine/network/gate-outline.ts';
import { watch } from '../../engine/study/replication.ts';
import { waitAt } from '../../engine/trace/waits.ts';
import { longestWaits, type Wait } from '../../ui/playback/longest-waits.ts';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import { onward } from '../cli/onward.ts';
import ilkeston from '../../models/ilkeston-2019.json?raw';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('#/data?m=ilkeston-2019&o=today&n=20&d=226&v=1')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** Presses Tab until something whose words or name begin so has the focus. */
async function tabTo(page: Page, name: RegExp, most = 90): Promise<void> {
  const isThere = () =>
    page.evaluate((source) => {
      const on = document.activeElement;
      const words = on?.getAttribute('aria-label') ?? on?.textContent ?? '';
      return new RegExp(source).test(words.trim());
    }, name.source);
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses, `Tab does not come to ${name}`).toBeLessThan(most);
    await page.keyboard.press('Tab');
  }
}

const textOf = async (file: Download): Promise<string> => readFileSync(await file.path(), 'utf8');

async function pressAndSave(page: Page): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return textOf(file);
}

it('changes an input by typing, reads the verdict and saves what the terminal prints', async () => {
  const { page } = open;
  await page.waitForSelector('.beside[data-status="done"] .beside-told:not(.previous)');
  expect(await page.locator('canvas, input[type="range"]').count()).toBe(0);
  await tabTo(page, /^Supportive beds/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.beside[data-status="done"] .beside-told:not(.previous) [data-compared="true"]');
  const verdict = page.locator('[data-table="measures"] tbody tr', { hasText: 'on a typical day' });
  expect(await verdict.locator('[data-column="verdict"]').textContent()).toBe('better');
  expect(Number(await verdict.locator('[data-column="difference"]').getAttribute('data-value'))).toBeLessThan(0);
  expect(await page.locator('.beside-finding h2').textContent()).toMatch(/^With Supportive beds at 11: .*fewer people/);
  await tabTo(page, /^Save all numbers as JSON/);
  const saved = await pressAndSave(page);
  const args = ['run', 'ilkeston-2019', '--replications', '20', '--set', 'stations.p2.beds=11', '--json', '--quiet'];
  expect(saved).toBe((await onward(args)).stdout);
  // Undone, it is today again.
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.waitForSelector('.beside[data-status="done"] .beside-told:not(.previous) [data-compared="false"]');
});

it('puts a table in order by its heads and saves it so', async () => {
  const { page } = open;
  const now = page.locator('[data-table="now"]');
  const head = now.getByRole('button', { name: /^In use/ });
  await head.press('Enter');
  await head.press('Enter');
  expect(await now.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  const shown = await now
    .locator('[data-column="inUse"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-value')));
  expect(shown.map(Number)).toEqual(shown.map(Number).toSorted((a, b) => b - a));
  await now.getByRole('button', { name: 'Save as CSV' }).focus();
  const csv = await pressAndSave(page);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^Service,In use \(people\),Places \(places\)/);
  expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(shown);
});

it('goes to a day that is typed, and says what a day may be', async () => {
  const { page } = open;
  const box = page.getByLabel('Day looked at, as a date or a number');
  await box.fill('soon');
  await box.press('Enter');
  expect(await page.locator('.day-box [role="alert"]').textContent()).toBe(
    'Type a date from 2019-06-03 to 2020-06-02, or a day from 0 to 365.',
  );
  await box.fill('2020-01-15');
  await box.press('Enter');
  expect(await page.locator('.day-box output').textContent()).toBe('Wed 15 Jan 2020 · day 226');
  expect(await page.locator('.now-words').textContent()).toMatch(/^Wed 15 Jan 2020 · day 226: /);
});

/** As the page writes the date of a day of this model: "Wed 15 Jan 2020". */
const dateOf = (day: number) =>
  new Date(Date.UTC(2019, 5, 3 + day))
    .toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .replace(',', '');

it('follows a person by keyboard, in two options side by side, with the reason the trace gives', async () => {
  const { page } = open;
  const model = readModel(ilkeston).model as Model;
  const run = (option: string) => {
    const program = compile(model, { option });
    return { ...watch(program, model.experiment.seed, 0), network: program.network, gates: gatesOf(program) };
  };
  const today = run('today');
  const timeline = buildTimeline({ ...today, people: today.people.need.length });
  const waits = (day: number) => longestWaits(timeline.worldAt(day), 1);
  let day = 226;
  while (waits(day).length === 0) day++;
  await page.goto(`${open.url}#/explore?m=ilkeston-2019&o=today&n=20&d=${day}&v=1`);
  await page.waitForSelector('#results[data-status="done"] .scene-map');
  await tabTo(page, /^Follow a person/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Follow number 1 of this list/);
  await page.keyboard.press('Enter');
  const beside = page.locator('.person [data-side="journey-beside"]');
  await beside.waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.person [data-known="true"]').length === 2);
  // The panel follows the list, and the button keeps the focus.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Follow number 1/);
  expect(await page.locator('.person').textContent()).toContain('An invented person in a simulated year.');
  expect(await page.locator('.why-line').textContent()).toContain('An invented person in a simulated year.');

  const [{ person }] = waits(day) as [Wait];
  const wait = waitAt(today, person, day);
  const mine = page.locator('.person [data-side="journey-shown"]');
  expect(await mine.getAttribute('data-ahead')).toBe(String(wait!.ahead));
  expect(await mine.locator('.person-why').textContent()).toMatch(
    new RegExp(`^${dateOf(day)}, why they wait: (All \\d+ supportive care beds|The one)`),
  );

  const other = run('proposed-16');
  const key = [today.people.keyHigh[person], today.people.keyLow[person]];
  const same = other.people.keyLow.findIndex((low, at) => low === key[1] && other.people.keyHigh[at] === key[0]);
  expect(await beside.getAttribute('data-waits')).toBe(String(waitAt(other, same, 226) !== null));
  await tabTo(page, /^Go to the middle/);
  await tabTo(page, /^Their journey as a table/);
  await page.keyboard.press('Enter');
  const rows = await mine.locator('tbody tr').count();
  expect(rows).toBeGreaterThan(1);
  expect(await mine.locator('tbody th').allTextContents()).toContain('ready, waiting');
});

it('fits a phone', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.locator('.person').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goto(`${open.url}#/data`);
  await page.waitForSelector('[data-table="now"]');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
