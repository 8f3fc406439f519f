// The first picture agrees with the first sentence: a typical year, at the day nearest the average; the year may be chosen, and a link brings its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { compile, readModel } from '../../engine/index.ts';
import { censusAt } from '../../engine/study/replication.ts';
import { root } from '../source-files.ts';
import { dayNow, linkNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=winter');
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const yearIn = (link: string) => Number(/&y=(\d+)/.exec(link)?.[1] ?? 0);
const chosen = () => open.page.locator('.transport-year option:checked').textContent();

it('opens on a typical year, at a day with as many people as the sentence says', async () => {
  const { page } = open;
  await settled(page);
  await expect.poll(chosen).toBe('Typical year');
  const year = yearIn(await linkNow(page));
  // By the engine alone: no day of that year is nearer to the average of all years.
  const model = readModel(readFileSync(join(root, 'models/winter.json'), 'utf8')).model!;
  const program = compile(model, { option: 'today' });
  const acute = program.network.stationIds.indexOf('acute');
  const mean = Number(await page.getAttribute('.headline h1', 'data-value'));
  const apart = (day: number) => Math.abs(censusAt(program, model.experiment.seed, year, day).delayed[acute] - mean);
  await expect.poll(async () => apart(await dayNow(page))).toBeLessThanOrEqual(0.5);
  // The year is a typical one: half of a hundred years have fewer people.
  expect(year).toBeGreaterThan(0);
});

it('offers a bad and a good year, which the link keeps', async () => {
  const { page } = open;
  const years = new Set<number>([yearIn(await linkNow(page))]);
  for (const kind of ['Bad year', 'Good year']) {
    await page.selectOption('.transport-year', { label: kind });
    await expect.poll(chosen).toBe(kind);
    years.add(yearIn(await linkNow(page)));
  }
  expect(years.size).toBe(3);
  const link = await linkNow(page);
  await page.goto('about:blank');
  await page.goto(link);
  await settled(page);
  await expect.poll(chosen).toBe('Good year');
  expect(yearIn(await linkNow(page))).toBe(yearIn(link));
});

it('opens a link of an earlier build as that did', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=ilkeston-2019&o=today&s=2019&n=20&d=83&v=1`);
  await settled(page);
  await page.waitForSelector('.transport-year:enabled');
  expect(await dayNow(page)).toBe(83);
  expect(await linkNow(page)).not.toContain('&y=');
});
