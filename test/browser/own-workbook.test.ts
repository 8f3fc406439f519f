// A model goes out of the page as a workbook and comes back from it; what is wrong in one is said by sheet and cell, and nothing is lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { readExcel, writeExcel } from '../../formats/excel.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { root } from '../source-files.ts';
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

it('says what it understood of a workbook, with the news that it is open', async () => {
  await choose(await writeExcel(sheetsOf({ ...whole, id: 'third' } as never)), 'third.xlsx');
  const news = open.page.locator('.problem-note.news');
  await expect.poll(() => news.textContent()).toContain('Understood of third.xlsx: 5 services');
  expect(await news.getByRole('button', { name: /Go back/ }).count()).toBe(1);
});
