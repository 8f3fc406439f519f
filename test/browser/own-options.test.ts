// Options people keep: an edit becomes one at a press with the same numbers; named, noted, moved, copied, deleted and put back; a link carries them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { broken } from './axe.ts';
import { linkNow, openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&o=proposed-16&n=12&v=2');
  await settled(open.page);
});
afterAll(() => open?.close());

const press = (name: string | RegExp) => open.page.getByRole('button', { name, exact: true }).click();
const finding = () => open.page.textContent('.headline h1');
const value = () => open.page.getAttribute('.headline h1', 'data-value');
/** As the headline says it, without the name. */
const said = async () => {
  const [sentence, range] = await Promise.all([finding(), open.page.textContent('.headline h1 + p span')]);
  return { sentence: sentence!.slice(sentence!.lastIndexOf(': ') + 2), range: range!.split(' ·')[0] };
};
const found = () => open.page.locator('.option-found').allTextContents();
const cards = () => open.page.$$eval('.option-card input', (all) => all.map((one) => (one as HTMLInputElement).value));
const chosen = () =>
  open.page.$eval('.options-menu select', (list) => (list as HTMLSelectElement).selectedOptions[0].textContent);

it('keeps what was edited at one press, under a name that says what differs, with the very same numbers', async () => {
  const { page } = open;
  await press('More: Supportive beds');
  await page.getByRole('button', { name: 'Keep as an option' }).waitFor();
  await settled(page);
  const before = await value();
  await press('Keep as an option');
  await page.waitForSelector('.option-card');
  await settled(page);
  expect(await cards()).toEqual(['Proposed, 16 ward beds, with Supportive beds at 12']);
  expect(await chosen()).toBe('Proposed, 16 ward beds, with Supportive beds at 12');
  expect(await value()).toBe(before);
  expect(await finding()).toMatch(/^Proposed, 16 ward beds, with Supportive beds at 12: /);
  expect(await page.getByRole('button', { name: 'Keep as an option' }).count()).toBe(0);
});

it('has a card with a small picture and the finding, as the headline gives it', async () => {
  const { page } = open;
  const card = page.locator('.option-card');
  expect(await card.locator('.places-picture rect').count()).toBeGreaterThan(2);
  await card.locator('.option-found').waitFor();
  const { sentence, range } = await said();
  const [words] = await found();
  expect(words!.toLowerCase()).toContain(sentence.toLowerCase());
  expect(words).toContain(range);
  expect(await card.locator('.option-found').getAttribute('data-value')).toBe(await value());
});

it('names, notes, copies and moves them', async () => {
  const { page } = open;
  const name = page.locator('.option-card input').first();
  await name.fill('Twelve beds');
  await name.press('Enter');
  await expect.poll(chosen).toBe('Twelve beds');
  await page.locator('.option-card textarea').first().fill('Agreed in May.');
  await page.locator('.option-card textarea').first().blur();
  await expect.poll(() => page.textContent('.options-menu .about')).toBe('Agreed in May.');
  await press('Copy');
  await expect.poll(cards).toEqual(['Twelve beds', 'Twelve beds, copy']);
  await press('Up: Twelve beds, copy');
  await expect.poll(cards).toEqual(['Twelve beds, copy', 'Twelve beds']);
  expect(await chosen()).toBe('Twelve beds');
});

it('carries them in the link, which opens with them elsewhere, and in Compare', async () => {
  const { page } = open;
  await settled(page);
  const link = await linkNow(page);
  const before = await value();
  const other = await open.browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  await other.goto(link);
  await settled(other);
  expect(await other.$$eval('.option-card input', (all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
    'Twelve beds, copy',
    'Twelve beds',
  ]);
  expect(await other.getAttribute('.headline h1', 'data-value')).toBe(before);
  await other.goto(link.replace('#/explore?', '#/compare?'));
  await other.waitForSelector('main#compare');
  await expect.poll(() => other.textContent('main#compare')).toContain('Twelve beds');
  await other.close();
});

it('works out the finding of a card that nobody has looked at when nothing else is asked for', async () => {
  const { page } = open;
  const other = await open.browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  await other.addInitScript(() => {
    const sent: { id: number; type: string; option?: string; whenIdle?: unknown }[] = ((window as never)['sent'] =
      [] as never);
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: never, ...rest: never[]) {
      const { id, type, run, whenIdle } = message as never as {
        id: number;
        type: string;
        run?: { option: string };
        whenIdle?: unknown;
      };
      sent.push({ id, type, option: run?.option, whenIdle });
      return postMessage.call(this, message, ...(rest as []));
    } as never;
  });
  await other.goto((await linkNow(page)).replace(/&o=own-\d/, '&o=today').replace(/&v=.*/, '&v=2'));
  await settled(other);
  await other.locator('.option-found').nth(1).waitFor();
  const texts = await other.locator('.option-found').allTextContents();
  // The same settings twice are simulated once.
  expect(texts[0]).toBe(texts[1]);
  const sent = await other.evaluate(
    () => (window as never)['sent'] as { id: number; type: string; option?: string; whenIdle?: unknown }[],
  );
  const asked = sent.filter(({ type, option }) => type === 'replicate' && option?.startsWith('own-'));
  expect(new Set(asked.map(({ option }) => option)).size).toBe(1);
  expect(asked.map(({ whenIdle }) => whenIdle)).toEqual(asked.map(() => 'last'));
  // Choosing one gives the very number that its card has.
  const was = await other.locator('.option-found').first().getAttribute('data-value');
  await other.locator('.option-card').first().getByRole('button', { name: 'Show', exact: true }).click();
  await settled(other);
  expect(await other.getAttribute('.headline h1', 'data-value')).toBe(was);
  await other.close();
});

it('gives no average on the card of an option that does not settle', async () => {
  const other = await open.browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  const own = (id: string, places: number) =>
    `a=${encodeURIComponent(JSON.stringify([id, `${places} at home`, '', { 'stations.p1.places': places }, []]))}`;
  await other.goto(`${open.url}#/explore?m=ilkeston-2019&${own('own-1', 5)}&${own('own-2', 37)}&o=today&n=12&v=2`);
  await settled(other);
  await other.locator('.option-found').nth(1).waitFor();
  const [few, many] = await other.locator('.option-found').allTextContents();
  expect(few).toMatch(/does not settle|no difference from today can be given/i);
  expect(few).not.toMatch(/\d/);
  expect(many).not.toBe(few);
  await other.close();
});

it('deletes one and puts it back, and shows today meanwhile', async () => {
  const { page } = open;
  await press('Delete: Twelve beds');
  await expect.poll(cards).toEqual(['Twelve beds, copy']);
  await settled(page);
  expect(await chosen()).toBe('Today, June 2019');
  await press('Put it back');
  await expect.poll(cards).toEqual(['Twelve beds, copy', 'Twelve beds']);
  await expect.poll(chosen).toBe('Twelve beds');
});

it('are there after the page is loaded again', async () => {
  const { page } = open;
  await settled(page);
  await page.reload();
  await settled(page);
  await expect.poll(cards).toEqual(['Twelve beds, copy', 'Twelve beds']);
});

it('leaves out what a link brings that does not fit, and says so', async () => {
  const { page } = open;
  const bad = encodeURIComponent(JSON.stringify(['own-1', 'No such bed', '', { 'stations.nowhere.beds': 3 }, []]));
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(`${open.url}#/explore?m=one-queue&a=${bad}&v=2`);
  await settled(page);
  expect(await page.textContent('#page')).toContain('They were left out.');
  expect(await page.locator('.option-card').count()).toBe(0);
});

it('breaks no rule of WCAG', async () => {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}#/explore?m=ilkeston-2019&o=proposed-16&n=12&v=2`);
  await settled(open.page);
  await press('More: Supportive beds');
  await press('Keep as an option');
  await open.page.waitForSelector('.option-card');
  await settled(open.page);
  expect(await broken(open.page)).toEqual([]);
  expect(open.complaints).toEqual([]);
});
