// Input to the page may be wrong, cut short or hostile: the model on the screen keeps running, and a message says what to do.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../source-files.ts';
import { dayNow, linkNow, openDocument, openPage, savedNumbers, settled, type OpenPage } from './page.ts';

const shipped = readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8');
/** The shipped document with other values at some paths. Keys are made as they are named, known or not. */
function edited(values: Readonly<Record<string, unknown>>): string {
  const model: Record<string, unknown> = JSON.parse(shipped);
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split('/');
    const last = steps.pop()!;
    const at = steps.reduce((from, step) => from[step] as Record<string, unknown>, model);
    at[last] = value;
  }
  return JSON.stringify(model);
}
const markup = '<img src=x onerror="window.wasRun = true">';

let open: OpenPage;
let numbers: string;
beforeAll(async () => {
  open = await openPage('', { reducedMotion: 'no-preference' });
  numbers = await savedNumbers(open.page);
});
afterAll(() => open?.close());

/** What the notes say, once there is one. */
async function notes(page: Page): Promise<string> {
  await page.waitForSelector('.problem-note');
  return (await page.locator('.problem-note').allTextContents()).join('\n');
}

async function closeNotes(page: Page): Promise<void> {
  while ((await page.locator('.problem-note').count()) > 0)
    await page.locator('.problem-note').first().getByRole('button', { name: 'Close' }).click();
}

async function drop(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);
}

async function expectStillRunning(page: Page): Promise<void> {
  expect(await page.textContent('.model-title')).toBe('Ilkeston 2019: the right care after acute hospital');
  expect(await savedNumbers(page)).toBe(numbers);
  const day = await dayNow(page);
  await expect.poll(() => dayNow(page)).toBeGreaterThan(day);
}

describe('a document that cannot be used', () => {
  afterEach(() => closeNotes(open.page));

  const bad: [name: string, text: string | Buffer, words: RegExp[]][] = [
    [
      'an unknown key',
      edited({ 'stations/p2/bed': 10 }),
      [/stations\.p2/, /found/, /"?bed"?/, /expected/, /Did you mean "beds"\?/],
    ],
    [
      'shares of 1.3',
      edited({ 'streams/acute/shares/p1': 0.8504587156 }),
      [/streams\.acute\.shares/, /found .*1\.3/, /expected/],
    ],
    ['a web page', '<!doctype html><title>Results</title>', [/the document: found a web page; expected a model/]],
    ['a key that would reach into every object', `{"__proto__":{"polluted":1},${shipped.slice(1)}`, [/__proto__/]],
    ['markup in a key', edited({ [`stations/${markup}`]: {} }), [/stations/, /<img src=x/]],
    ['markup as a value', edited({ 'stations/p2/beds': markup }), [/stations\.p2\.beds/, /<img src=x/]],
    ['an empty file', '', [/found an empty file/]],
    ['a table', 'ward,beds\nNorth,12\n', [/found a table \(CSV\)/, /Begin with a blank place/]],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), [/found an older spreadsheet .*\.xls/]],
    ['a new spreadsheet', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1'), [/found a spreadsheet;/]],
    [
      'Latin-1',
      Buffer.from(shipped.replace('Ilkeston', 'Ilk\u00e9ston'), 'latin1'),
      [/text in another encoding/, /UTF-8/],
    ],
    ['thousands with a comma', shipped.replace(/"runDays": \d+/, '"runDays": 1,095'), [/line \d+, column/, /1095/]],
    ['nesting without end', '['.repeat(100_000), [/found/, /expected/]],
  ];

  it.each(bad)('%s', async (_name, text, words) => {
    const { page } = open;
    await openDocument(page, text);
    const said = await notes(page);
    expect(said).toContain('The model that was open is still running.');
    for (const word of words) expect(said).toMatch(word);
    expect(await page.evaluate(() => [document.images.length, 'polluted' in {}, 'wasRun' in window])).toEqual([
      0,
      false,
      false,
    ]);
    await expectStillRunning(page);
  });

  it('dropped on the page rather than opened', async () => {
    await drop(open.page, edited({ 'stations/p2/beds': -3 }));
    expect(await notes(open.page)).toMatch(/stations\.p2\.beds: found -3; expected .*0 or more/);
    await expectStillRunning(open.page);
  });

  it('too large to be read', async () => {
    await openDocument(open.page, ' '.repeat(6_000_000));
    expect(await notes(open.page)).toMatch(/is 6\.0 MB; the limit is 5 MB/);
    await expectStillRunning(open.page);
  });
});

it('a file that is gone once it is chosen cannot be read, which is said', async () => {
  const { page } = open;
  const file = join(mkdtempSync(join(tmpdir(), 'onward-chosen-')), 'chosen.json');
  writeFileSync(file, shipped);
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' });
    document.body.append(input);
  });
  await page.setInputFiles('#chosen', file);
  rmSync(dirname(file), { recursive: true });
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#chosen')!;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(input.files![0]);
    input.remove();
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  expect(await notes(page)).toMatch(/chosen\.json could not be read\. The model that was open is still running\./);
  await closeNotes(page);
  await expectStillRunning(page);
});

describe('a slider at its own lowest value', () => {
  it('nobody ready to leave: nothing is still awaited, and no number is made of nothing', async () => {
    const text = edited({ 'streams/acute/arrivalsPerDay': 0 });
    const context = await open.browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(open.page.url());
    await openDocument(page, text);
    const card = page.locator('.card', { hasText: 'Days waited' });
    await card.getByText('there was nobody to measure').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/NaN|Infinity/);
    await context.close();
  });
});

describe('a link', () => {
  /** In a context of its own, as for somebody who was sent it. */
  async function follow(link: string, check: (page: Page) => Promise<void>): Promise<void> {
    const context = await open.browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(link);
    await settled(page);
    await check(page);
    await context.close();
  }

  it('that was changed, cut off, or is no link', async () => {
    const link = await linkNow(open.page);
    await follow(link.replace('s=2019', 's=2020'), async (page) =>
      expect(await notes(page)).toMatch(/changed after it was copied.*check the sliders/),
    );
    await follow(link.slice(0, -12), async (page) =>
      expect(await notes(page)).toMatch(/end of this link is missing.*Ask for it again/),
    );
    await follow(
      `${open.url}#/explore?m=ilkeston-2019&stations.p2.beds=-4&o=${encodeURIComponent(markup)}&v=1`,
      async (page) => {
        const said = await notes(page);
        expect(said).toMatch(/“stations\.p2\.beds=-4” in the link was ignored: Use 0 or more/);
        expect(said).toMatch(/<img src=x.* was ignored: this model has no such option/);
        expect(await page.evaluate(() => document.images.length)).toBe(0);
        expect(await savedNumbers(page)).toBe(numbers);
      },
    );
  });

  it('of a hundred thousand characters', async () => {
    const link = `${open.url}#/explore?m=ilkeston-2019&x=${'1'.repeat(100_000)}`;
    await follow(link, async (page) => {
      expect(await notes(page)).toMatch(/has 100\d{3} characters; the limit is 65536\. It was not read/);
      expect(await savedNumbers(page)).toBe(numbers);
    });
  });
});

it('markup in labels is shown as the letters it is', async () => {
  const { page } = open;
  const text = edited({
    id: 'markup',
    title: `Title ${markup}`,
    about: markup,
    'experiment/replications': 8,
    'stations/p2/label': markup,
    'needs/p2/label': markup,
    'options/1/title': markup,
    'controls/1/label': markup,
  });
  await openDocument(page, text);
  await page.waitForFunction(() => window.onward.link().includes('m=markup'));
  await page.selectOption('.options-menu select', 'proposed-16');
  await settled(page);
  await page.focus('[data-path="stations.p2.beds"] input[type=range]');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  expect(await page.title()).toContain(markup);
  for (const part of [
    '.model-title',
    '.headline h1',
    '.map-table',
    '.cards',
    '[data-path="stations.p2.beds"]',
    'footer',
  ])
    expect(await page.textContent(part)).toContain('<img src=x');
  expect(await page.evaluate(() => [document.images.length, 'wasRun' in window])).toEqual([0, false]);
  expect(open.complaints).toEqual([]);
});
