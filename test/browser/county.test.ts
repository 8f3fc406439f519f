// A county of forty services on one screen: everything is in words and in the table, localities open, and people can be followed through it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceWorld, compile, startWorld, type Model } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { countyModel } from '../../tools/county-model.mjs';
import { frames, linkNow, openDocument, openPage, settled, type OpenPage } from './page.ts';

// Half a year is enough to look at.
const county = { ...countyModel(), calendar: { startDate: '2024-01-01', warmUpDays: 120, runDays: 180 } };
const model = county as unknown as Model;
const DAY = 120;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('');
  const { page } = open;
  await settled(page);
  await openDocument(page, county);
  await page.waitForFunction((id) => window.onward.link().includes(`m=${id}`), county.id);
  await page.waitForSelector('.scene-locality');
  await page.getByRole('button', { name: 'Close', exact: true }).click(); // what was opened has been said
  await page.evaluate((to) => void (location.hash = to), `#/explore?m=${county.id}&d=${DAY}&v=1`);
  await page.waitForFunction((day) => document.querySelector(`.map-table table[data-day="${day}"]`), DAY);
});
afterAll(() => open?.close());

const press = (name: string) => open.page.getByRole('button', { name, exact: true }).click();
const shown = (kind: 'station' | 'locality') =>
  open.page.$$eval(`.scene-map [data-${kind}]`, (all, key) => all.map((one) => (one as SVGElement).dataset[key]), kind);

describe('the whole county', () => {
  it('has all forty services on the screen of a laptop, in letters that can be read', async () => {
    expect((await shown('station')).toSorted()).toEqual(Object.keys(model.stations).toSorted());
    expect(await shown('locality')).toEqual(['city', 'west', 'east-and-rutland']);
    const size = await open.page.$eval('.scene-map', (map) => Number.parseFloat(getComputedStyle(map).fontSize));
    expect(size).toBeGreaterThanOrEqual(13);
    const stage = (await open.page.locator('.scene-stage').boundingBox())!;
    expect(stage.y + stage.height).toBeLessThanOrEqual(768);
  });

  it('has no words that run into each other', async () => {
    const over = await open.page.$$eval('.scene-row, .scene-locality', (rows) =>
      rows
        .filter((row) => {
          const name = row.querySelector('.scene-name')!.getBoundingClientRect();
          const numbers = row.querySelector('.scene-status')!.getBoundingClientRect();
          const box = row.querySelector('rect')!.getBoundingClientRect();
          const besides = Math.abs(name.top - numbers.top) > 4 || name.right <= numbers.left;
          return !besides || numbers.right > box.right + 1 || name.right > box.right + 1;
        })
        .map((row) => row.textContent),
    );
    expect(over).toEqual([]);
  });

  it('says in its table what the engine has, for how long and where people wait included', async () => {
    const program = compile(model, { option: 'today' });
    const { trace, people } = watch(program, model.experiment.seed, 0);
    const world = startWorld(program.network, people.need.length);
    advanceWorld(world, trace, DAY);
    const persons = [...world.state.keys()];
    const count = (holds: (person: number) => boolean) => persons.filter(holds).length;
    const table: Record<string, Record<string, string>> = {};
    for (const [station, measure, value] of await open.page.$$eval('.map-table td[data-station]', (cells) =>
      cells.map((cell) => Object.values({ ...(cell as HTMLElement).dataset })),
    ))
      (table[station!] ??= {})[measure!] = value!;
    for (const [s, id] of program.network.stationIds.entries()) {
      if (program.network.isExit[s]) continue;
      expect(table[id], id).toMatchObject({
        inUse: String(world.occupancy[s]),
        delayed: String(world.delayed[s]),
        waiting: String(world.waiting[s]),
        overWeek: String(count((p) => world.state[p] === 3 && world.station[p] === s && DAY - world.sinceDay[p] > 7)),
        outside: String(count((p) => world.state[p] === 1 && world.askedFor[p] === s)),
      });
    }
    const lane = await open.page.textContent('[data-locality="city"] [data-measure="in-use"]');
    const inCity = program.network.stationIds.map((id, s) => (id.endsWith('-city') ? world.occupancy[s] : 0));
    const wards = ['abbey-park', 'castle-gate'].map((id) => world.occupancy[program.network.stationIds.indexOf(id)]);
    expect(lane).toBe(`${[...inCity, ...wards].reduce((all, n) => all + n, 0)} people`);
  });
});

describe('a locality', () => {
  it('opens by its button, is in the link, and closes by Escape', async () => {
    await press('West');
    expect(await shown('locality')).toEqual(['city', 'east-and-rutland']);
    expect(await shown('station')).toContain('hinckworth');
    expect(await shown('station')).not.toContain('stroke-city');
    expect(await linkNow(open.page)).toContain('&l=west');
    await open.page.keyboard.press('Escape');
    expect(await shown('locality')).toHaveLength(3);
    expect(await linkNow(open.page)).not.toContain('&l=');
  });

  it('opens by a click on its lane, and goes from there to another', async () => {
    await open.page.locator('[data-locality="city"] .scene-name').click();
    expect(await shown('locality')).toEqual(['west', 'east-and-rutland']);
    await open.page.locator('[data-locality="west"] .scene-name').click();
    expect(await shown('locality')).toEqual(['city', 'east-and-rutland']);
    await press('Whole area');
  });

  it('opens by a link', async () => {
    await press('East and Rutland');
    const link = await linkNow(open.page);
    await press('Whole area');
    // The address follows within its pause; until then the link is the address, and following it changes nothing.
    await expect.poll(() => open.page.url()).not.toContain('&l=');
    await open.page.evaluate((to) => void (location.href = to), link);
    await expect.poll(() => shown('locality')).toEqual(['city', 'west']);
    await press('Whole area');
  });
});

describe('a person', () => {
  const words = () => open.page.locator('.scene-followed').textContent();

  it('is followed by a click on their mark, their way drawn and described stop by stop', async () => {
    const { page } = open;
    // The first bed of a ward that is full that day.
    const pressed = async () => {
      const row = (await page.locator('[data-station="stroke-city"] rect').first().boundingBox())!;
      const status = (await page.locator('[data-station="stroke-city"] .scene-status').boundingBox())!;
      await page.mouse.click(row.x + 9, status.y + status.height + 4);
      await frames(page, 2);
      return page.locator('.scene-followed').count();
    };
    // The map may just be laid out anew for the whole area: a hand presses where the mark is now.
    await expect.poll(pressed).toBe(1);
    expect(await words()).toMatch(/^Following one simulated person/);
    const stops = await page.locator('.scene-followed li').count();
    await expect.poll(() => page.locator('.scene-route circle').count()).toBe(stops);
    expect(await page.locator('.scene-followed [aria-current="step"]').textContent()).toContain('Stroke beds');
    expect(await page.locator('.scene-route [data-when="now"]').count()).toBe(1);
    const link = await linkNow(page);
    const followedNow = await words();
    await press('Stop following');
    await expect.poll(() => page.url()).not.toContain('&p=');
    await page.evaluate((to) => void (location.href = to), link);
    await expect.poll(words).toBe(followedNow);
    await press('Stop following');
    expect(await page.locator('.scene-route').count()).toBe(0);
  });

  it('is followed by keyboard from the list of the longest waits', async () => {
    const { page } = open;
    await page.locator('summary', { hasText: 'longest waits' }).focus();
    await page.keyboard.press('Enter');
    const waits = page.locator('.map-table tbody tr:has(button) td:nth-child(2)');
    await expect.poll(() => waits.count()).toBe(10);
    const days = await waits.allTextContents();
    expect(days.map(Number)).toEqual(days.map(Number).toSorted((a, b) => b - a));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('button[aria-label="Follow number 1 of this list"][aria-pressed="true"]');
    expect(await words()).toMatch(/ready to leave|waiting for/);
  });

  it('stays the one who is followed when a slider is moved', async () => {
    const { page } = open;
    const before = await words();
    await page.getByRole('button', { name: 'More: Beds, Coalfield' }).click();
    await settled(page);
    expect((await words())!.slice(0, 60)).toBe(before!.slice(0, 60));
    await press('Stop following');
    await press('Reset');
  });
});

it('a phone has what serves the whole county and each locality as bars below each other', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => shown('locality')).toEqual(['city', 'west', 'east-and-rutland']);
  const boxes = await page.$$eval('.scene-box > rect:first-child', (all) =>
    all.map((box) => box.getBoundingClientRect().x),
  );
  expect(new Set(boxes).size).toBe(1);
  await press('City');
  await expect.poll(() => shown('station')).toContain('stroke-city');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(open.complaints).toEqual([]);
});
