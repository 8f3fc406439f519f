// The county on the ground: one press and the link, every place by name with the numbers of the day, and the measures in sight.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedModel } from '../models/shipped.ts';
import { broken } from './axe.ts';
import { openPage, type OpenPage } from './page.ts';

const county = shippedModel('leicester-leicestershire-rutland-2018');
const sited = Object.entries(county.stations).filter(([, { locality }]) => locality !== undefined);

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/explore?m=${county.id}&o=today&n=2&d=900&v=2`);
  await open.page.getByRole('button', { name: 'Map', exact: true }).click();
  await open.page.waitForSelector('.on-ground-map [data-site]');
});
afterAll(() => open?.close());

const rows = () =>
  open.page.$$eval('.on-ground-table tbody tr', (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );

it('is one press and in the link, which opens on the map again', async () => {
  const { page } = open;
  expect(await page.evaluate(() => window.onward.link())).toContain('&g=map');
  await page.waitForFunction(() => location.hash.includes('g=map'));
  await page.reload();
  await page.waitForSelector('.on-ground-map [data-site]');
  await page.getByRole('button', { name: 'Diagram', exact: true }).click();
  await page.waitForSelector('.scene-stage');
  expect(await page.evaluate(() => window.onward.link())).not.toContain('g=');
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await page.waitForSelector('.on-ground-map [data-site]');
});

it('names all eight community hospitals in full, each under its locality', async () => {
  const named = (await rows()).map(([name]) => name);
  const hospitals = sited.filter(([id]) => !id.endsWith('-stroke')).map(([, { label }]) => label);
  expect(hospitals).toHaveLength(8);
  for (const label of hospitals) expect(named).toContain(label);
  const captions = await open.page.$$eval('.on-ground-table caption', (all) => all.map((one) => one.textContent));
  expect(captions).toEqual(['City', 'West', 'East and Rutland']);
});

it('has the numbers of the table of services, on the day shown and after a day more', async () => {
  const { page } = open;
  for (const press of [null, 'Forward a day']) {
    if (press) await page.getByRole('button', { name: press, exact: true }).click();
    await page.waitForFunction(() => {
      const table = document.querySelector<HTMLElement>('.map-table table');
      const date = document.querySelector<HTMLElement>('.transport-date');
      return table?.dataset.day === String(Math.floor(Number(date?.dataset.day)));
    });
    const told = await page.$$eval('.map-table tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
    const evington = told.find(([name]) => name === 'Evington Centre')!;
    const [, now] = (await rows()).find(([name]) => name === 'Evington Centre')!;
    const [inUse, places] = now.replace(' FULL', '').split(' of ');
    expect(evington.slice(1)).toEqual(expect.arrayContaining([inUse, places]));
  }
});

it('draws each place as large as its beds and filled by its people, localities tinted, ways as arcs, and home care as a ring', async () => {
  const { page } = open;
  /** Of two places, from one moment: their marks' areas, and the numbers of the list beside them. */
  const drawn = (ids: readonly string[]) =>
    page.evaluate(
      (asked) =>
        asked.map(([id, label]) => {
          const area = (part: string) =>
            Number(document.querySelector(`[data-site="${id}"] .on-ground-${part}`)!.getAttribute('r')) ** 2;
          const row = [...document.querySelectorAll('.on-ground-table tbody tr')].find(
            ({ children }) => children[0]!.textContent === label,
          )!;
          const [people, places] = row.children[1]!.textContent!.replace(' FULL', '').split(' of ').map(Number);
          return { area: area('place'), filled: area('people') / area('place'), people: people!, places: places! };
        }),
      ids.map((id) => [id, county.stations[id]!.label] as const),
    );
  for (const pair of [
    ['evington', 'coalville'],
    ['hinckley', 'melton'],
  ]) {
    const [one, other] = await drawn(pair);
    expect(one!.area / other!.area).toBeCloseTo(one!.places / other!.places, 1);
    for (const { filled, people, places } of [one!, other!])
      expect(filled).toBeCloseTo(Math.min(1, people / places), 1);
  }
  const tints = await page.$$eval('.on-ground-district', (all) => all.map((one) => getComputedStyle(one).fill));
  expect(new Set(tints).size).toBe(3);
  const ways = await page.$$eval('.on-ground-way', (all) => all.map((one) => one.getAttribute('d')!));
  expect(ways.length).toBeGreaterThan(8);
  for (const way of ways) expect(way).toMatch(/^M\S+ \S+Q/);
  expect(await page.locator('[data-home] .on-ground-people').count()).toBe(3);
});

it.each([
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
])('has the map, both measures, every name and the key whole in sight at $width by $height', async (size) => {
  const { page } = open;
  await page.setViewportSize(size);
  await page.waitForFunction((width) => innerWidth === width, size.width);
  await page.waitForSelector('.on-ground-measures dd');
  // What a press of the tests before had to bring into sight, while the page was not laid out for good, has scrolled it.
  await page.evaluate(() => scrollTo(0, 0));
  const sight = () =>
    page.evaluate(() => {
      const inSight = (one: Element) => {
        const { top, bottom, left, right } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
      };
      const map = document.querySelector('.on-ground-map')!.getBoundingClientRect();
      const names = [...document.querySelectorAll('.on-ground-map text')].map((one) => one.getBoundingClientRect());
      return {
        measures: [...document.querySelectorAll('.on-ground-measures > div')].map(inSight),
        map: inSight(document.querySelector('.on-ground-map')!),
        // In its room, which could scroll, and not only in the window.
        below: [...document.querySelectorAll('.on-ground-table tr, .on-ground-key li')]
          .filter((one) => {
            const room = one.closest('.on-ground-side') ?? document.querySelector('.on-ground')!;
            return one.getBoundingClientRect().bottom > Math.min(innerHeight, room.getBoundingClientRect().bottom);
          })
          .map((one) => one.textContent),
        outside: names.filter(
          (one) =>
            one.left < map.left - 1 ||
            one.right > map.right + 1 ||
            one.top < map.top - 1 ||
            one.bottom > map.bottom + 1,
        ).length,
        over: names.filter((one, i) =>
          names
            .slice(i + 1)
            .some(
              (other) =>
                one.left < other.right - 2 &&
                other.left < one.right - 2 &&
                one.top < other.bottom - 4 &&
                other.top < one.bottom - 4,
            ),
        ).length,
      };
    });
  await expect.poll(sight).toEqual({ measures: [true, true], map: true, below: [], outside: 0, over: 0 });
});

it('tells a full place from one that is not in forced colours too', async () => {
  const { page } = open;
  await page.emulateMedia({ forcedColors: 'active' });
  const colours = () =>
    page.$$eval('.on-ground-full, .on-ground-people', (all) => {
      const found = all.map((one) => {
        const { stroke, fill } = getComputedStyle(one);
        return one.classList.contains('on-ground-full') ? stroke : fill;
      });
      return new Set(found).size;
    });
  // The page may be painting a day, with a frame still to come in the colours from before.
  await expect.poll(colours).toBe(2);
  await page.emulateMedia({ forcedColors: 'none' });
});

it('breaks no rule of WCAG, and scrolls nowhere sideways on a phone', async () => {
  expect(await broken(open.page)).toEqual([]);
  await open.page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => open.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(open.complaints).toEqual([]);
});

it('is not offered where a document does not say where people live', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=ilkeston-2019&o=today&n=2&v=2`);
  await page.waitForSelector('.scene-stage');
  expect(await page.getByRole('button', { name: 'Map', exact: true }).count()).toBe(0);
});

it('stands in Present, today beside the option on one clock, and elsewhere the usual picture stands instead', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('about:blank');
  await page.goto(`${open.url}#/present?m=${county.id}&o=fewer-beds&n=2&d=882&show=ground&v=2`);
  await page.waitForSelector('.stage-ground[data-of="today"] [data-site="rutland"]');
  // Oakham has no beds in the option by then: a ring without people.
  const people = async (of: string) =>
    Number(await page.getAttribute(`.stage-ground[data-of="${of}"] [data-site="rutland"] .on-ground-people`, 'r'));
  expect(await people('option')).toBe(0);
  expect(await people('today')).toBeGreaterThan(0);
  // Every place is named, on the map or beside it, for the back of a hall; no name covers another, or its place.
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    await page.waitForFunction((width) => innerWidth === width, size.width);
    expect(await page.evaluate(namesOnStage)).toEqual({ small: [], outside: [], over: [], unnamed: [] });
  }
  await page.goto('about:blank');
  await page.goto(`${open.url}#/present?m=ilkeston-2019&o=proposed-16&n=2&show=ground&v=2`);
  await page.waitForSelector('.stage-maps[data-maps="2"] canvas');
  expect(await page.locator('.stage-ground').count()).toBe(0);
  expect(open.complaints).toEqual([]);
});

/** What a hall could not read of the names on the stage. */
function namesOnStage() {
  const room = document.querySelector('.stage-room')!.getBoundingClientRect();
  const named = [...document.querySelectorAll<Element>('.stage-ground text, .stage-listed :is(th[scope="row"], td)')];
  const boxes = named.map((one) => one.getBoundingClientRect());
  const said = (some: Element[]) => some.map((one) => one.textContent);
  const ids = [...document.querySelectorAll<HTMLElement>('[data-of="today"] :is([data-site], [data-home])')];
  const listed = new Set([...document.querySelectorAll<HTMLElement>('[data-listed]')].map((one) => one.dataset.listed));
  return {
    small: said(named.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 24)),
    outside: said(
      named.filter((_, i) => {
        const box = boxes[i];
        return (
          box.left < room.left - 1 ||
          box.right > room.right + 1 ||
          box.top < room.top - 1 ||
          box.bottom > room.bottom + 1
        );
      }),
    ),
    over: said(
      named.filter((_, i) =>
        boxes.slice(i + 1).some((other) => {
          const box = boxes[i];
          return (
            Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
            Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 4
          );
        }),
      ),
    ),
    unnamed: ids.map(({ dataset }) => dataset.site ?? dataset.home).filter((id) => !listed.has(id)),
  };
}
