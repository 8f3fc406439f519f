// Report and Help in a real browser: the numbers that are saved, printed whole, and the keys that go to a view.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../export/package.ts';
import { linkNow, openPage, type OpenPage } from './page.ts';

const ILKESTON = 'm=ilkeston-2019&o=proposed-16&n=8&v=1';

let open: OpenPage;
beforeAll(async () => void (open = await openPage(`#/report?${ILKESTON}`)));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

describe('report', () => {
  const ready = (page: Page) => page.waitForSelector('.report[data-status="done"] [data-weeks="there"]');

  it('says the numbers that are saved, and how to do it again', async () => {
    const { page } = open;
    await ready(page);
    const saved = JSON.parse(await page.evaluate(() => window.onward.numbers()));
    const shown = await page.$$eval('.paper .lines-scroll [data-option="proposed-16"]', (all) =>
      all.map((one) => [one.getAttribute('data-row'), one.getAttribute('data-value')] as const),
    );
    expect(shown.length).toBeGreaterThan(5);
    for (const [key, value] of shown) {
      const found = saved.summary.find(
        (one: Record<string, unknown>) =>
          one.option === 'proposed-16' &&
          one.day === '' &&
          `${one.station}/${one.measure}/${one.statistic}/${one.who}` === key,
      );
      expect([key, value]).toEqual([key, String(found.value)]);
    }
    const text = (await page.textContent('.paper'))!;
    for (const heading of [
      'The question',
      'What the model suggests',
      'What is assumed',
      'What is left out',
      'How sure this is',
      'How to do it again',
      'Words',
      'For everybody',
    ])
      expect(text).toContain(heading);
    expect(text).toContain(
      'npx onward compare ilkeston-2019 --options today,proposed-16 --seed 2019 --replications 8 --json',
    );
    expect(text).toContain(saved.manifest.modelHash.slice(0, 16));
    expect(text).toContain(await linkNow(page));
    expect(await page.locator('[data-changed]').count()).toBe(3);
  });

  it('is saved as a Word paper beside the button that prints it', async () => {
    const { page } = open;
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.report-toolbar').getByRole('button', { name: 'Save as a Word paper' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('onward-ilkeston-2019-proposed-16.docx');
    const paper = openPackage(readFileSync(await file.path()));
    expect(paper.faults()).toEqual([]);
    expect(paper.text('word/document.xml')).toContain(await page.textContent('.paper h1'));
  });

  it('is printed on two to four sides, whole, with the mark of illustrative figures on each', async () => {
    const { page } = open;
    await page.emulateMedia({ media: 'print' });
    // As wide as the paper between its margins, at 96 dots an inch.
    await page.setViewportSize({ width: 680, height: 1000 });
    const clipped = await page.$$eval('.paper *', (all) =>
      all
        .filter((one) => !one.closest('.hidden, .watermark, svg') && getComputedStyle(one).display !== 'inline')
        .filter(
          (one) =>
            one.getBoundingClientRect().right > innerWidth + 1 ||
            (getComputedStyle(one).overflow !== 'visible' && one.scrollHeight > one.clientHeight + 1),
        )
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(clipped).toEqual([]);
    expect(await page.locator('header').isVisible()).toBe(false);
    expect(await page.locator('.report-toolbar').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1366, height: 768 });
    const file = join(mkdtempSync(join(tmpdir(), 'onward-report-')), 'report.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const sides = readFileSync(file, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length;
    expect(sides).toBeGreaterThanOrEqual(2);
    expect(sides).toBeLessThanOrEqual(4);
    expect(await page.locator('.paper[data-illustrative] .watermark').count()).toBe(1);
  });
});

it('a report of what does not settle says how many wait by weeks, in place of averages', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/report?m=ilkeston-2019&o=today&k=busy-winter&n=40&v=1`);
  await page.waitForSelector('.report[data-status="done"] [data-weeks="there"]');
  const cells = await page.locator('[data-weeks-of="acute/delayed"] td').allTextContents();
  expect(cells).toEqual([
    expect.stringMatching(/^[\d.]+$/),
    expect.stringMatching(/^[\d.]+$/),
    expect.stringMatching(/^[\d.]+, week of \d+ \w+ \d{4}$/),
  ]);
  expect(await page.textContent('.paper')).not.toMatch(/rules above|there was nobody/);
});

describe('help', () => {
  it('says the words and the keys, starts no simulation, and goes to a section', async () => {
    const { page } = open;
    await page.goto('about:blank');
    await page.goto(`${open.url}#/help/keyboard`);
    await page.waitForFunction(() => document.activeElement?.id === 'help-keyboard');
    expect(await page.title()).toBe('Help – Onward');
    expect(await page.locator('dl.words dt').count()).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('Alt+Shift and a digit go to a view, until they are turned off, which is kept', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+Shift+Digit4');
    await page.waitForFunction(() => document.title === 'Assumptions – Onward');
    await page.keyboard.press('Alt+Shift+Digit7');
    await page.waitForSelector('[data-keys="4"]');
    await page.getByLabel('Alt+Shift and a digit go to a view').press('Space');
    await page.reload();
    await page.waitForSelector('[data-keys="4"].off');
    await page.keyboard.press('Alt+Shift+Digit4');
    await page.getByLabel('Alt+Shift and a digit go to a view').press('Space');
    expect(await page.title()).toBe('Help – Onward');
    await page.keyboard.press('Alt+Shift+Digit1');
    await page.waitForFunction(() => document.title.startsWith('Ilkeston'));
  });
});
