// A link gives another person the same screen: an own model whole, entered ranges and prices; what cannot be used is refused in a sentence.
import { deflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { packed } from '../../ui/address/packed.ts';
import { shippedModel } from '../models/shipped.ts';
import { linkNow, openDocument, openPage, openShare, settled, type OpenPage } from './page.ts';

const small = { ...shippedModel('learn/first-come'), id: 'our-own', title: 'Our own queue' };

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** In a browser that has never seen the page. */
async function elsewhere<T>(link: string, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await open.browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(link);
  await settled(page);
  const found = await look(page);
  await context.close();
  return found;
}
const headline = (page: Page) => page.textContent('.headline h1');
const about = (page: Page) => page.locator('.problem-note').allTextContents();
const carriesIn = (page: Page, key: string) => expect.poll(() => linkNow(page)).toContain(`&${key}=`);

it('an own model goes with the link, whole, and the settings with it', async () => {
  const { page } = open;
  await page.goto(`${open.url}#/explore?m=one-queue&n=4&v=2`);
  await settled(page);
  await openShare(page);
  await openDocument(page, small);
  await page.getByText('Now open: Our own queue').waitFor();
  await settled(page);
  await carriesIn(page, 'z');
  expect(await page.locator('.link-needs-file').count()).toBe(0);
  // A day that somebody chose, and the model stays: it is the one in the link.
  const at = (await linkNow(page)).replace(/&d=.*/, '&d=3&v=2');
  await page.goto(at);
  await expect.poll(() => linkNow(page)).toContain(at.slice(0, -'&v=2'.length));
  const link = await linkNow(page);
  expect(link.length).toBeLessThanOrEqual(2000);
  // The address bar has it too, and after it is loaded anew the page is where it was.
  await expect.poll(() => page.url()).toBe(link);
  const was = await headline(page);
  await elsewhere(link, async (other) => {
    expect(await headline(other)).toBe(was);
    expect(await other.textContent('header')).toContain('Our own queue');
    expect(await about(other)).toEqual([]);
    expect(await linkNow(other)).toBe(link);
    await other.reload();
    await settled(other);
    expect(await headline(other)).toBe(was);
  });
});

it('one that is too large for mail stays at home, and its file is offered', async () => {
  const { page } = open;
  await openDocument(page, { ...shippedModel('ilkeston-2019'), id: 'our-hospital', title: 'Our hospital' });
  await page.getByText('Now open: Our hospital').waitFor();
  await settled(page);
  await openShare(page);
  const note = page.locator('.link-needs-file');
  await note.waitFor();
  expect(await note.textContent()).toMatch(/^With the model the link would have \d,\d{3} characters; .* 2,000\./);
  expect(await linkNow(page)).not.toMatch(/&[ze]=/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    note.getByRole('button', { name: 'Save the model to send with the link' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('our-hospital.json');
});

it('a range and a price that were entered go with the link', async () => {
  const { page } = open;
  await page.goto('about:blank');
  await page.goto(`${open.url}#/assumptions?m=ilkeston-2019&o=today&n=4&v=2`);
  await page.waitForSelector('.assumptions[data-numbers]');
  const row = page.locator('[data-number="streams.acute.arrivalsPerDay"]');
  await row.getByRole('button', { name: /^Change/ }).press('Enter');
  const form = page.locator('.row-detail form');
  await form.getByLabel('It could be from').fill('0.5');
  await form.getByLabel('to', { exact: true }).fill('9');
  await form.getByLabel('Who or what says so?').fill('the ward sister');
  await form.getByRole('button', { name: 'Keep this range' }).press('Enter');
  await page.getByText(/^The range of “.*” is kept\.$/).waitFor();
  await page.evaluate(() => void (location.hash = '#/outcomes'));
  const price = page.getByRole('form', { name: 'A price with its source' });
  await price.getByLabel('Pounds').fill('395');
  await price.getByLabel('Where is it from?').fill('the finance team');
  await price.getByRole('button', { name: 'Add this price' }).press('Enter');
  await page.waitForSelector('.costs-finding');
  await carriesIn(page, 'e');
  await expect.poll(() => linkNow(page).then((link) => link.length)).toBeLessThan(1000);
  const link = await linkNow(page);
  const come = '.beside[data-status="done"] .beside-told:not(.previous)';
  await page.waitForSelector(come);
  const costs = await page.textContent('.costs-finding');
  await elsewhere(link.replace('#/outcomes', '#/explore'), async (other) => {
    expect(await about(other)).toEqual([]);
    await other.goto(link);
    await other.waitForSelector(come);
    expect(await other.textContent('.costs-finding')).toBe(costs);
    expect(await other.textContent('.costs')).toContain('the finance team');
    await other.evaluate(() => void (location.hash = '#/assumptions'));
    await other.waitForSelector('.assumptions[data-numbers]');
    await other.getByText('the ward sister').first().waitFor();
    expect(await linkNow(other)).toContain(/&e=[\w-]+/.exec(link)![0]);
  });
});

const bad = { ...small, stations: {} };
it.each([
  ['cut short', 'z=q1YqSy0qzszPU', /it is broken off or was changed on the way/],
  ['no base64', 'z=%3Cscript%3E', /it is broken off or was changed on the way/],
  [
    'a bomb',
    `z=${deflateRawSync(Buffer.alloc(40e6, 'a'), { level: 9 }).toString('base64url')}`,
    /it unpacks to more than 5 MB/,
  ],
  ['no JSON', `z=${packed('{"id": ')}`, /not used: \S/],
  ['a model that is refused', `z=${packed(JSON.stringify(bad))}`, /not used: needs\.hospital\.goesTo: found "ward"/],
  ['nested beyond reading', `z=${packed('['.repeat(50_000))}`, /not used: \S/],
  ['entries that no page writes', `e=${packed('[[["__proto__"],{}]]')}`, /it is nothing that a page has written/],
  ['entries that are refused', `e=${packed('[[["stations","p2","beds"],-3]]')}`, /not used: stations\.p2\.beds/],
])('what a link brings is refused in a sentence, and the page opens without it: %s', async (_name, pair, why) => {
  await elsewhere(`${open.url}#/explore?m=ilkeston-2019&${pair}&o=proposed-16&n=4&v=2`, async (page) => {
    const notes = page.locator('.problem-note', { hasText: 'What this link brings' });
    await notes.waitFor();
    const said = await notes.textContent();
    expect(said).toMatch(why);
    expect(said).toMatch(/Ask whoever sent it for the link again, or for the model’s file\./);
    expect(await headline(page)).toMatch(/^Proposed, 16 ward beds: /);
    expect(await linkNow(page)).not.toMatch(/&[ze]=/);
  });
});
