// A slider moved by keyboard alone: the answer and its verdict change, can be undone, and are saved in a link.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { linkNow, openPage, savedNumbers, settled, type OpenPage } from './page.ts';

/** A model that settles, today and with any number of places more: else its average is taken away once the weeks are known. */
const path = 'stations.p1.places';
const finding = '.headline h1';
const slider = `[data-path="${path}"] input[type=range]`;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=winter&v=1');
  await settled(open.page);
});
afterAll(() => open?.close());

const values = () =>
  open.page.$$eval('[data-value][data-row]', (all) => all.map((one) => one.getAttribute('data-value')));

/** As a key held down repeats: one gesture, and so one step to undo. */
async function hold(key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await open.page.keyboard.down(key);
  await open.page.keyboard.up(key);
}

it('is reached with Tab', async () => {
  const isThere = () => open.page.$eval(slider, (input) => document.activeElement === input);
  for (let presses = 0; !(await isThere()); presses++) {
    expect(presses).toBeLessThan(30);
    await open.page.keyboard.press('Tab');
  }
});

it('changes the finding and the cards, and says what is better and what is not', async () => {
  const { page } = open;
  const before = await values();
  const sentence = await page.textContent(finding);
  await hold('ArrowRight', 8);
  expect(await page.$eval(slider, (input) => (input as HTMLInputElement).value)).toBe('62');
  await settled(page);
  const after = await values();
  expect(after).toHaveLength(before.length);
  // Only the share who go to the right place first is the same: everybody, before and after.
  expect(after.filter((value, i) => value === before[i])).toEqual(['1']);
  expect(await page.getAttribute(finding, 'data-kind')).toBe('difference');
  expect(await page.textContent(finding)).toMatch(/^With Places at home at 62: the model suggests about [\d.]+ fewer/);
  const verdicts = await page.locator('.card .change').allTextContents();
  expect(verdicts).toHaveLength(3);
  for (const verdict of verdicts) expect(verdict).toMatch(/better|worse|no clear difference|the same as today/);

  await page.keyboard.press('Control+z');
  await settled(page);
  expect([await page.textContent(finding), await values()]).toEqual([sentence, before]);
  await page.keyboard.press('Control+Shift+z');
  await settled(page);
  expect(await values()).toEqual(after);
});

it('measures nothing on the way to its answer, which would lay the page out at every number that comes', async () => {
  const { page } = open;
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['measured'] = '';
    const noting = (of: object, name: string) => {
      const was = Object.getOwnPropertyDescriptor(of, name)!;
      const note = <T>(value: T): T => ((dataset['measured'] += `${name} `), value);
      const get = was.get && {
        get: function (this: Element) {
          return note(was.get!.call(this));
        },
      };
      const call = was.value && {
        value: function (this: Element) {
          return note(was.value.call(this));
        },
      };
      Object.defineProperty(of, name, { ...was, ...get, ...call });
    };
    noting(Element.prototype, 'getBoundingClientRect');
    for (const name of ['offsetHeight', 'offsetWidth', 'offsetTop']) noting(HTMLElement.prototype, name);
    for (const name of ['clientHeight', 'clientWidth', 'scrollHeight']) noting(Element.prototype, name);
  });
  await page.focus(slider);
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  expect(await page.getAttribute('html', 'data-measured')).toBe('');
  await page.keyboard.press('ArrowRight');
  await settled(page);
});

it('leaves its numbers in the address, for a fresh page and for the command line', async () => {
  const { page, browser } = open;
  await expect.poll(() => page.url()).toContain(`${path}=62`);
  const link = await linkNow(page);
  const numbers = await savedNumbers(page);
  const elsewhere = await browser.newContext();
  const fresh = await elsewhere.newPage();
  await fresh.goto(link);
  expect(await savedNumbers(fresh)).toBe(numbers);
  expect(await fresh.locator('.problem-note').count()).toBe(0);
  await elsewhere.close();

  const args = ['run', 'winter', '--set', `${path}=62`, '--json', '--quiet'];
  expect((await onward(args)).stdout).toBe(numbers);
  expect(open.complaints).toEqual([]);
});

it('has lost nothing when the page is loaded anew straight after a press', async () => {
  const { page } = open;
  await page.waitForTimeout(1000); // the quiet moment before a press
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('button[aria-label="More: Places at home"]')!.click();
    location.reload();
  });
  await page.waitForURL((address) => address.href.includes(`${path}=63`));
  await settled(page);
  expect(await page.textContent(finding)).toMatch(/^With Places at home at 63:/);
});
