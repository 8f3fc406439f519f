// A model goes out of the page as a workbook and comes back from it; what is wrong in one is said by sheet and cell, and nothing is lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { readExcel, writeExcel } from '../../formats/excel.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { root } from '../source-files.ts';
import { broken } from './axe.ts';
import { openPage, openShare, settled, type OpenPage } from './page.ts';

const { model } = readModel(readFileSync(join(root, 'models/winter.json'), 'utf8'));
const { $schema: _, ...whole } = model!;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=winter&n=4&v=1');
  await settled(open.page);
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const choose = (bytes: Uint8Array, name = 'our-place.xlsx') =>
  open.page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });

it('is saved as a workbook that says all of it', async () => {
  const { page } = open;
  await openShare(page);
  const button = page.getByRole('button', { name: 'Model as a workbook' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe('winter.xlsx');
  const bytes = new Uint8Array(readFileSync(await file.path()));
  expect(JSON.stringify(modelOf(await readExcel(bytes)).model)).toBe(JSON.stringify(whole));
});

it('is opened from a workbook, by the numbers in it, and asks nothing of any other computer', async () => {
  const { page } = open;
  const changed = { ...whole, id: 'our-place', title: 'Our place', stations: structuredClone(whole.stations) };
  Object.assign(changed.stations['p1']!, { places: 71 });
  const before = open.requests.length;
  await choose(await writeExcel(sheetsOf(changed as never)));
  await page.waitForFunction(() => window.onward.link().includes('m=our-place'));
  await settled(page);
  expect(await page.inputValue('[data-path="stations.p1.places"] input[type=range]')).toBe('71');
  const elsewhere = open.requests
    .slice(before)
    .filter((address) => !address.startsWith(open.url) && !/^(blob|data):/.test(address));
  expect(elsewhere).toEqual([]);
});

it('given in Your data it says in Explore what was understood, and the way back', async () => {
  const { page } = open;
  await page.evaluate(() => void (location.hash = '#/bring'));
  await page.waitForSelector('.bring-give');
  const bytes = await writeExcel(sheetsOf({ ...whole, id: 'their-place', title: 'Their place' } as never));
  // Dropped on the page, as a hand does it.
  const data = await page.evaluateHandle(
    (content) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(content)], 'their-place.xlsx'));
      return dropped;
    },
    [...bytes],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await page.waitForFunction(() => window.onward.link().includes('m=their-place'));
  await settled(page);
  const notice = page.locator('.problems');
  await expect.poll(() => notice.textContent()).toContain('Understood of their-place.xlsx:');
  await notice.getByRole('button', { name: 'Go back to “Our place”' }).click();
  await page.waitForFunction(() => window.onward.link().includes('m=our-place'));
});

it('with mistakes is refused by sheet and cell, and what was open runs on', async () => {
  const { page } = open;
  const sheets = sheetsOf(model!).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  const { rows } = sheets.find(({ name }) => name === 'Services')!;
  const at = [rows.findIndex(([id]) => id === 'p1'), rows[0].indexOf('Places')] as const;
  rows[at[0]][at[1]] = '71 or so';
  await choose(await writeExcel(sheets));
  const notice = page.locator('.problems');
  await expect.poll(() => notice.textContent()).toContain('our-place.xlsx cannot be used');
  expect(await notice.textContent()).toMatch(/Services, cell [A-Z]+\d+: found the text "71 or so"; expected a number/);
  expect(await page.evaluate(() => window.onward.link())).toContain('m=our-place');
});

it('the cells round each mistake are shown in Your data, and a press leads from the message to its cell and back', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'See them in the sheet' }).press('Enter');
  const refused = page.locator('.bring-refused');
  await refused.waitFor();
  expect(await refused.locator('h2').textContent()).toBe('our-place.xlsx: one thing has to be mended');
  expect(await refused.locator('caption').textContent()).toMatch(/^Sheet Services, row \d+$/);
  await refused.getByRole('button', { name: 'Show the cell of 1' }).press('Enter');
  const marked = refused.locator('td.wrong');
  expect(await marked.textContent()).toBe('71 or so1');
  const focused = () => page.evaluate(() => document.activeElement?.closest('td, li')?.textContent ?? '');
  expect(await focused()).toBe('71 or so1');
  await page.keyboard.press('Enter');
  expect(await focused()).toContain('found the text "71 or so"');
  expect(await broken(page)).toEqual([]);
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await refused.getByRole('button', { name: 'Show the cell of 1' }).click();
    const [cell, box] = [await marked.boundingBox(), await refused.locator('.bring-sheet').boundingBox()];
    expect(cell!.x).toBeGreaterThanOrEqual(box!.x - 1);
    expect(cell!.x + cell!.width).toBeLessThanOrEqual(box!.x + box!.width + 1);
  }
});

it.each([
  ['a password or an older workbook', [0xd0, 0xcf, 0x11, 0xe0], 'with a password'],
  ['a text with the wrong ending', [...Buffer.from('service,beds\np1,3\n')], 'It is a text file'],
  [
    'a zip that is no workbook',
    [...Buffer.from('PK\u0005\u0006'), ...Array.from({ length: 18 }, () => 0)],
    'no Excel workbook',
  ],
])('%s is said to be one', async (_what, bytes, words) => {
  await choose(Uint8Array.from(bytes), 'other.xlsx');
  await expect.poll(() => open.page.locator('.problems').textContent()).toContain(words);
});

it('the browser’s Back returns to Your data from the model of a workbook that was dropped there, and forward to it again', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/bring?m=winter&n=4&v=1`);
  await page.waitForSelector('.bring-give');
  const bytes = await writeExcel(sheetsOf({ ...whole, id: 'dropped-here', title: 'Dropped here' } as never));
  const data = await page.evaluateHandle(
    (content) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(content)], 'dropped-here.xlsx'));
      return dropped;
    },
    [...bytes],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await page.waitForFunction(() => location.hash.startsWith('#/explore?m=dropped-here'));
  await settled(page);
  await page.goBack();
  await page.waitForSelector('main#bring .bring-give');
  expect(await page.evaluate(() => location.hash)).toMatch(/^#\/bring/);
  await page.goForward();
  await page.waitForFunction(
    () => location.hash.startsWith('#/explore') && window.onward.link().includes('m=dropped-here'),
  );
  await settled(page);
  await page.goBack();
  await page.waitForSelector('main#bring .bring-give');
  await page.goBack();
  await expect.poll(() => page.url()).toBe('about:blank');
  await page.goForward();
  await page.waitForSelector('main#bring .bring-give');
  await page.goto(`${open.url}#/explore?m=winter&n=4&v=1`);
  await settled(page);
});

it('leaves the address of Your data as it was, however long the page takes to show the model that was dropped there', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/bring?m=winter&n=4&v=1`);
  await page.waitForSelector('.bring-give');
  await page.waitForFunction(() => window.onward.link().includes('m=winter'));
  // Every look at the clock is a second after the last, as on a machine that stands still in between.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    let late = 0;
    performance.now = () => now() + (late += 1000);
  });
  const bytes = await writeExcel(sheetsOf({ ...whole, id: 'shown-late', title: 'Shown late' } as never));
  await choose(bytes, 'shown-late.xlsx');
  await page.waitForFunction(() => location.hash.startsWith('#/explore?m=shown-late'));
  await page.goBack();
  await page.waitForSelector('main#bring .bring-give');
  await page.waitForFunction(() => window.onward.link().includes('m=winter'));
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=winter&n=4&v=1`);
  await settled(page);
});

it('says what it understood of a workbook, with the news that it is open', async () => {
  await choose(await writeExcel(sheetsOf({ ...whole, id: 'third' } as never)), 'third.xlsx');
  const news = open.page.locator('.problem-note.news');
  await expect.poll(() => news.textContent()).toContain('Understood of third.xlsx: 5 services');
  expect(await news.getByRole('button', { name: /Go back/ }).count()).toBe(1);
});
