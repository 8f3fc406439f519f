// The first visit: the shipped model moves by itself, the finding is there in words, and nothing is asked of anyone else.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('', { reducedMotion: 'no-preference' })));
afterAll(() => open?.close());

it('opens with the shipped model, moving', async () => {
  const { page } = open;
  await page.waitForSelector('canvas.scene-people');
  const picture = () => page.$eval('canvas.scene-people', (canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const [day, before] = [await dayNow(page), await picture()];
  await expect.poll(() => dayNow(page)).toBeGreaterThan(day);
  expect(await picture()).not.toBe(before);
  expect(await page.title()).toBe('Ilkeston 2019: the right care after acute hospital – Onward');
});

it('ends with a sentence about people, its range and its limit', async () => {
  const { page } = open;
  await settled(page);
  const finding = page.locator('.headline h1');
  expect(await finding.textContent()).toMatch(
    /^Today, June 2019: about [\d.]+ people wait to leave the acute hospital on a/,
  );
  const [value, low, high] = await Promise.all(
    ['data-value', 'data-low', 'data-high'].map(async (name) => Number(await finding.getAttribute(name))),
  );
  expect(low).toBeLessThan(value);
  expect(value).toBeLessThan(high);
  expect(await page.locator('.headline').textContent()).toMatch(
    /likely between [\d.]+ and [\d.]+ people.*100 simulated years.*not wrong inputs/,
  );
  expect(await page.locator('.card [data-value]').count()).toBeGreaterThan(3);
});

it('asks nothing outside its own server, and complains of nothing', () => {
  expect(open.requests.filter((address) => !address.startsWith(open.url) && !address.startsWith('data:'))).toEqual([]);
  expect(open.complaints).toEqual([]);
});

it('tells nobody anything on a first visit of what they did not do', async () => {
  expect(await open.page.locator('.problem-note').count()).toBe(0);
});

it.each([
  [62, 'better'],
  [50, 'worse'],
])('%i places at home: blue stands on what is better, and on nothing else', async (places, word) => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=winter&n=20&stations.p1.places=${places}&v=1`);
  await settled(page);
  await page.waitForSelector('.card .change');
  const changes = await page.$$eval('.card .change', (all) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--better)';
    const blue = getComputedStyle(probe).color;
    probe.remove();
    return all.map((one) => ({
      said: one.textContent!,
      isBlue: [one, ...one.querySelectorAll('*')].some((part) => getComputedStyle(part).color === blue),
    }));
  });
  expect(changes.some(({ said }) => said.includes(word))).toBe(true);
  expect(changes.map(({ isBlue }) => isBlue)).toEqual(changes.map(({ said }) => said.includes('better')));
});
