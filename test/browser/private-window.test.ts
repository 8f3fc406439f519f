// The presenter's private window drives everything that the hall sees, and none of it stands in a dialog over the projector; where no window opens, a dialog does instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { broken } from './axe.ts';
import { linkNow, openPage, type OpenPage } from './page.ts';

const county = 'leicester-leicestershire-rutland-2018';
const { story = [] } = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;

let open: OpenPage;
let speaker: Page;
beforeAll(async () => {
  open = await openPage('#/present?m=ilkeston-2019&n=12&v=1');
  await open.page.waitForSelector('.stage[data-step="0"][data-status="done"] .stage-maps[data-behind="false"]');
  speaker = await privateWindow();
});
afterAll(() => open?.close());

async function privateWindow(): Promise<Page> {
  const { page } = open;
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Private window' }).click(),
  ]);
  await opened.waitForSelector('.choosing-record');
  return opened;
}

const link = (part: RegExp) => expect.poll(() => linkNow(open.page)).toMatch(part);

it('has all that is chosen in a talk, and the stage has none of it', async () => {
  const { page } = open;
  expect(await page.locator('dialog, .stage select, .stage input:not(.transport-timeline)').count()).toBe(0);
  for (const name of [/^Bad year/, /^Typical year/, /^Good year/])
    expect(await speaker.getByRole('button', { name }).isEnabled()).toBe(true);
  for (const label of ['Option', 'Highlight', 'Speed'])
    expect(await speaker.getByLabel(label, { exact: true }).count()).toBe(1);
});

it('copies the link to the step', async () => {
  await open.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await speaker.getByRole('button', { name: 'Copy link to this step' }).click();
  await speaker.getByText('Link copied.').waitFor();
  expect(await speaker.evaluate(() => navigator.clipboard.readText())).toBe(await linkNow(open.page));
});

it('sets year, picture, option, highlight and speed', async () => {
  const { page } = open;
  const pressed = () => speaker.locator('[aria-pressed="true"]').innerText();
  const before = await speaker.innerText('.speaker-full');
  await speaker.getByRole('button', { name: /^Bad year/ }).click();
  await expect.poll(pressed).toMatch(/^Bad year/);
  await speaker.locator('.speaker-full', { hasText: 'a bad year' }).waitFor();
  expect(await speaker.innerText('.speaker-full')).not.toBe(before);
  await page.locator('.stage-below', { hasText: 'a bad year' }).waitFor();
  await speaker.getByRole('radio', { name: 'Two maps' }).click();
  await speaker.getByLabel('Option', { exact: true }).selectOption('proposed-16');
  await page.waitForSelector('.stage[data-picture="both"] .stage-maps[data-maps="2"][data-behind="false"]');
  await link(/&o=proposed-16&.*show=both/);
  await speaker.getByLabel('Highlight').selectOption('p2');
  await page.waitForSelector('.stage-light');
  await speaker.getByLabel('Speed').selectOption('14');
  await expect.poll(() => page.evaluate(() => window.onward.link())).toMatch(/proposed-16/);
  await speaker.getByRole('radio', { name: 'Through a whole year' }).click();
  await page.waitForSelector('.stage[data-picture="year"] .stage-year');
  await speaker.getByRole('radio', { name: 'Two maps' }).click();
  await page.waitForSelector('.stage[data-picture="both"] .stage-maps');
});

it('asks what if, and what was moved becomes a step that is there after a reload', async () => {
  const { page } = open;
  await speaker.getByText('What if…').click();
  const slider = speaker.locator('[data-path="stations.p2.beds"] input');
  await slider.focus();
  await slider.press('ArrowRight');
  await link(/stations\.p2\.beds=12/);
  // From the first day, however late the clock is.
  expect(page.url()).not.toMatch(/[&?]w=[^&]*@[1-9]/);
  await speaker.locator('[data-path="stations.p2.beds"][data-moved] output', { hasText: '12' }).waitFor();
  await page.locator('.stage-now[data-of="option"] strong', { hasText: 'edited' }).waitFor();
  await speaker.fill('.choosing-record input', 'One bed more');
  await speaker.getByRole('button', { name: 'Record a step' }).click();
  await speaker.getByText(/^Recorded as step \d\. What was moved is an option now: .*12/).waitFor();
  const at = Number((await page.textContent('.stage-steps span'))!.split(' ')[0]);
  await page.waitForSelector(`.stage[data-step="${at - 1}"]`);
  await link(/&o=own-/);
  // Elsewhere in the story, then back: the step brings its own option.
  await page.keyboard.press('Home');
  await page.waitForSelector('.stage[data-step="0"]');
  for (let step = 1; step < at; step++) await page.keyboard.press('PageDown');
  await link(/&o=own-/);
  await expect.poll(() => page.url()).toMatch(new RegExp(`&o=own-.*&step=${at}&`));
  await page.reload();
  await page.waitForSelector(`.stage[data-step="${at - 1}"] .stage-maps[data-maps="2"]`);
  expect(await page.textContent('.stage-steps span')).toBe(`${at} of ${story.length + 1}`);
  // The window goes on with the page that was loaded again.
  await speaker.locator('.speaker-where', { hasText: `Step ${at} of ${story.length + 1}` }).waitFor();
  await speaker.getByRole('button', { name: 'Back to the document’s story' }).click();
  await page.locator('.stage-steps span', { hasText: `of ${story.length}` }).waitFor();
});

it('lets a clicker turn the page while a slider has the focus, and moves the slider by its arrows only', async () => {
  const { page } = open;
  const slider = speaker.locator('[data-path="stations.p2.beds"] input');
  if (!(await slider.isVisible())) await speaker.getByText('What if…').click();
  const at = (step: number) => page.locator('.stage-steps span', { hasText: `${step} of ` }).waitFor();
  await page.keyboard.press('Home');
  await at(1);
  // The window hears of the step, and then of its settings, after the hall: today has 3 such beds.
  await speaker.locator('.speaker-where', { hasText: 'Step 1 of ' }).waitFor();
  await expect.poll(() => slider.inputValue()).toBe('3');
  await slider.focus();
  await slider.press('PageDown');
  await at(2);
  await slider.press('PageUp');
  await at(1);
  await expect.poll(() => slider.inputValue()).toBe('3');
});

it('breaks no rule of WCAG, and scrolls nowhere sideways', async () => {
  expect(await broken(speaker)).toEqual([]);
  for (const width of [1366, 1024, 600]) {
    await speaker.setViewportSize({ width, height: 768 });
    await expect.poll(() => speaker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

it('lays conditions over every option, and chooses the ground', async () => {
  const { page } = open;
  await speaker.close();
  await page.goto('about:blank');
  await page.goto(`${open.url}#/present?m=${county}&o=fewer-beds&n=2&show=both&v=1`);
  await page.waitForSelector('.stage-maps[data-maps="2"]');
  speaker = await privateWindow();
  await speaker.getByRole('radio', { name: /^On the ground/ }).click();
  await page.waitForSelector('.stage[data-picture="ground"] .stage-ground[data-of="option"]');
  const [condition] = await speaker.locator('input[type="checkbox"]').all();
  await condition!.click();
  await link(/&k=/);
  await speaker.close();
});

it('is a dialog, with the notes under the picture, only where no window opens', async () => {
  const { page } = open;
  await page.evaluate(() => void (window.open = () => null));
  await page.getByRole('button', { name: 'Private window' }).click();
  await page.getByRole('region', { name: 'Notes' }).waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.waitForSelector('dialog[open] .choosing-record');
  await page.getByRole('radio', { name: 'What is not known' }).click();
  await page.waitForSelector('.stage[data-picture="words"]');
  expect(open.complaints).toEqual([]);
});
