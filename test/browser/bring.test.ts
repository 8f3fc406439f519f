// Your data: a table is read, asked about, fitted and drawn; one press puts it into the open model and one takes it back; a network becomes a model.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fitStays } from '../../engine/index.ts';
import { readStays } from '../../formats/records/stays.ts';
import { openTable } from '../../formats/table-file.ts';
import { filesOf } from '../formats/pathsimr-files.ts';
import { broken } from './axe.ts';
import { openPage, settled, type OpenPage } from './page.ts';

const ASKED = 'm=ilkeston-2019&o=today&n=4&v=1';
const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
const stays = `admitted,left\n${Array.from({ length: 50 }, (_, at) => `${dayOf(3 * at)},${dayOf(3 * at + 2 + ((at * 11) % 27))}`).join('\n')}\n`;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/bring?${ASKED}`);
  await open.page.locator('main#bring h1').waitFor();
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const main = () => open.page.locator('main#bring');
const paste = async (text: string) => {
  const area = main().getByLabel('Rows, with their heads');
  if (!(await area.isVisible())) await main().getByText('Or paste rows').click();
  await area.fill(text);
  await main().getByRole('button', { name: 'Read these rows' }).click();
};
const found = (kind: 'stays' | 'arrivals') =>
  main().locator(`.bring-found[data-told="${kind}"][data-found="true"]`).waitFor();
const choose = (...files: { name: string; text: string }[]) =>
  main()
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));

it('fits stays of two dates, as the engine does, and says which shape and how sure', async () => {
  await choose({ name: 'stays.csv', text: stays });
  await found('stays');
  const { lengths } = readStays(await openTable(new Uint8Array(new TextEncoder().encode(stays))), {
    unit: 'days',
    leaveOut: [],
  });
  const fit = fitStays(lengths!);
  const shown = await main()
    .locator('tr[data-shape]')
    .evaluateAll((all) =>
      all.map((row) => [
        row.getAttribute('data-shape'),
        Number(row.querySelector('[data-value]')!.getAttribute('data-value')),
      ]),
    );
  expect(shown).toEqual(fit.shapes.map(({ shape, mean }) => [shape, mean.value]));
  expect(await main().locator('.bring-understood').textContent()).toContain('50 stays');
  expect(await main().locator('.chart-line').count()).toBe(1);
  await main().getByText('The picture as a table').click();
  expect(await broken(open.page)).toEqual([]);
});

it('puts them into the model at one press, with where they are from, and takes them back at another', async () => {
  const { page } = open;
  const go = (from: string, to: string) =>
    page.evaluate(([a, b]) => void (location.hash = location.hash.replace(a, b)), [`#/${from}`, `#/${to}`] as const);
  const put = async (label: string) => {
    await main().getByLabel('Stay of').selectOption({ label });
    await main().getByRole('button', { name: 'Put it into the model' }).click();
    await main().getByText('Done: it counts from now on.').waitFor();
  };
  const sources = () => page.getByText('stays.csv: 50 stays');
  await put('Supportive care beds');
  await go('bring', 'assumptions');
  await expect.poll(() => sources().count()).toBe(2);
  await go('assumptions', 'bring');
  await found('stays'); // what was read is still there
  await put('Community hospital ward');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It is as it was.').waitFor();
  await go('bring', 'assumptions');
  await expect.poll(() => sources().count()).toBe(2);
  await go('assumptions', 'bring');
});

it('asks about what is odd, and takes the answer that it offers', async () => {
  await paste('stay\n3\n0\n5\n9\n-2\n12\n');
  const asked = main().locator('.bring-questions');
  await asked.waitFor();
  expect(await asked.locator('li').count()).toBe(2);
  expect(await asked.textContent()).toContain('Line 3, column 1 (stay)');
  expect(await asked.textContent()).not.toContain('--');
  await asked.getByRole('button', { name: 'Stays of 0 days lasted, days: 0.5' }).click();
  await expect.poll(() => asked.locator('li').count()).toBe(1);
  await asked.getByRole('button', { name: 'Leave out: negatives' }).click();
  await found('stays');
  expect(await main().locator('.bring-understood').textContent()).toContain('1 left out: shorter than nothing');
});

it('knows counts of arrivals for what they are, draws them and offers the observed days', async () => {
  const days = Array.from({ length: 60 }, (_, at) => dayOf(at));
  await choose({
    name: 'arrivals.csv',
    text: `date,people\n${days.map((day, at) => `${day},${1 + ((at * 7) % 4)}`).join('\n')}\n`,
  });
  await found('arrivals');
  await main().getByLabel('As').selectOption({ label: 'the observed days, one by one' });
  expect(await broken(open.page)).toEqual([]);
});

it('fits the rows of one service of several, and the evidence says which', async () => {
  const { page } = open;
  const all = Array.from(
    { length: 60 },
    (_, at) => `${at % 3 === 0 ? 'Elm' : 'Oak'},${(at % 3 === 0 ? 3 : 30) + (at % 7)}`,
  );
  await choose({ name: 'wards.csv', text: `ward,stay\n${all.join('\n')}\n` });
  await found('stays');
  await main().getByLabel('Only the rows of').selectOption('ward=Elm');
  await main().getByText('20 of its 60 rows: ward is Elm').waitFor();
  await main().getByLabel('Stay of').selectOption({ label: 'Supportive care beds' });
  await main().getByRole('button', { name: 'Put it into the model' }).click();
  await page.getByText('measured in wards.csv (rows with ward = Elm)').first().waitFor();
  expect(await broken(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('It is as it was.').waitFor();
});

it('refuses what is no table, and what was open stays', async () => {
  await choose({ name: 'picture.csv', text: '%PDF-1.7 not a table at all' });
  await main()
    .getByText(/^It is /)
    .waitFor();
  expect(await open.page.evaluate(() => window.onward.link())).toContain('m=ilkeston-2019');
});

it('makes a model of the two files of a network, chosen one after the other', async () => {
  const { page } = open;
  const { network, calendar } = filesOf(1);
  await choose({ name: 'network.csv', text: network });
  await main().getByText('Choose the other of its two files as well').waitFor();
  await choose({ name: 'calendar.csv', text: calendar });
  await page.waitForFunction(
    () => location.hash.startsWith('#/explore') && !window.onward.link().includes('m=ilkeston'),
  );
  await settled(page);
  await page.getByText(/Understood of network.csv and calendar.csv/).waitFor();
});

it('takes a table that is dropped on Explore to Your data', async () => {
  const { page } = open;
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, stays);
  await found('stays');
  expect(await main().locator('h2').first().textContent()).toBe('dropped.csv');
});

it('says how far it is in a long file', async () => {
  const { page } = open;
  await page.evaluate(() => {
    const seen: number[] = ((window as unknown as { seen: number[] }).seen = []);
    new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('main#bring progress');
      if (bar && bar.position > 0) seen.push(bar.position);
    }).observe(document.querySelector('main#bring')!, { subtree: true, childList: true, attributes: true });
  });
  const text = `days\n${Array.from({ length: 60_000 }, (_, at) => (at % 17) + 1).join('\n')}\n`;
  await choose({ name: 'long.csv', text });
  await page.waitForFunction(() => document.querySelector('.bring-found h2')?.textContent === 'long.csv');
  await found('stays');
  const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  expect(seen.some((share) => share > 0.2 && share < 0.9)).toBe(true);
});

it('on a phone a table that goes on beyond the edge says so, and on a wide screen it does not', async () => {
  const { page } = open;
  await choose({ name: 'stays.csv', text: stays });
  await found('stays');
  const hint = main().getByText('Scroll the table sideways');
  await page.setViewportSize({ width: 390, height: 844 });
  await hint.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1366, height: 768 });
  await hint.waitFor({ state: 'detached' });
});

it('the records and the fit differ by colour as well as by their dashes, in every scheme', async () => {
  const { page } = open;
  const strokes = () =>
    main()
      .locator('.bring-picture')
      .evaluate((picture) =>
        ['.chart-line', '.chart-beside'].map((line) => getComputedStyle(picture.querySelector(line)!).stroke),
      );
  for (const media of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(media);
    const [records, fit] = await strokes();
    expect(fit, JSON.stringify(media)).not.toBe(records);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
});
