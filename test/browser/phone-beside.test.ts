// A phone drives the talk beside the laptop, where the page was started for it and the presenter has turned it on; nowhere else is it offered.
import { connect } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressesAt } from '../../tools/relay.mjs';
import { broken } from './axe.ts';
import { frames, openPage, type OpenPage } from './page.ts';
import { started, type Started } from './started.ts';

const talk = '#/present?m=ilkeston-2019&n=12&v=1';

let open: OpenPage;
let server: Started;
let address: string;
let speaker: Page;
let phone: Page;
beforeAll(async () => {
  open = await openPage('about:blank');
  server = await started('--phone', '--host', '127.0.0.1');
  address = server.address;
  await open.page.goto(`${address}${talk}`);
  speaker = await privateWindow();
  await speaker.clock.install();
  await speaker.getByRole('button', { name: 'Use a phone as well' }).click();
  const link = await speaker.locator('.speaker-code code').innerText();
  // No more than the room.
  expect(link).toMatch(new RegExp(`^${address}#/speaker/phone-[0-9a-f]{32}$`));
  const context = await open.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  phone = await context.newPage();
  await phone.goto(link);
  await phone.locator('.speaker-choices').waitFor();
});
afterAll(async () => {
  await open?.close();
  server?.child.kill('SIGINT');
});

async function privateWindow(): Promise<Page> {
  const { page } = open;
  await page.waitForSelector('.stage[data-step="0"][data-status="done"]');
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Private window' }).click(),
  ]);
  await opened.waitForSelector('.choosing-record');
  return opened;
}

const agreed = async (words: string | RegExp) => {
  for (const one of [phone, speaker]) await one.locator('.speaker-where', { hasText: words }).waitFor();
};

const cutOff = () => phone.getByRole('alert').filter({ hasText: 'No connection. Trying again…' });

it('moves the talk on and back, and all three agree', async () => {
  const { page } = open;
  await speaker.getByText('A phone is connected.').waitFor();
  await phone.getByRole('button', { name: 'Next step' }).click();
  await page.waitForSelector('.stage[data-step="1"]');
  await agreed('Step 2 of');
  await phone.getByRole('button', { name: 'Next step' }).click();
  await page.waitForSelector('.stage[data-step="2"]');
  await phone.getByRole('button', { name: 'Back', exact: true }).click();
  await page.waitForSelector('.stage[data-step="1"]');
  await agreed('Step 2 of');
  // And what is done on the laptop is on the phone.
  await speaker.getByRole('button', { name: 'Back', exact: true }).click();
  await agreed('Step 1 of');
});

it('asks for a bad year, and the stage follows', async () => {
  await phone.getByRole('button', { name: /^Bad year/ }).click();
  await open.page.locator('.stage-below', { hasText: 'a bad year' }).waitFor();
  for (const one of [phone, speaker]) await one.getByRole('button', { name: /^Bad year/, pressed: true }).waitFor();
});

it('is large under the thumb, breaks no rule of WCAG, and scrolls nowhere sideways', async () => {
  for (const name of ['Next step', 'Back']) {
    const box = (await phone.getByRole('button', { name, exact: true }).boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(64);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
  }
  await speaker.getByText('The code for the phone').click();
  await speaker.getByRole('img', { name: /^A code to scan/ }).waitFor();
  for (const one of [phone, speaker]) expect(await broken(one)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

it('has one clock on laptop and phone, which either starts again', async () => {
  await speaker.clock.fastForward('30:00');
  await phone.reload();
  for (const one of [speaker, phone])
    await one
      .getByRole('timer')
      .filter({ hasText: /^[3-5]\d:/ })
      .waitFor();
  await phone.getByRole('button', { name: 'Start the clock again' }).click();
  for (const one of [speaker, phone])
    await one
      .getByRole('timer')
      .filter({ hasText: /^[0-2]?\d:/ })
      .waitFor();
});

it('says that the network is lost, does later nothing that was pressed meanwhile, and goes on', async () => {
  const next = phone.getByRole('button', { name: 'Next step' });
  await agreed('Step 1 of');
  await phone.context().setOffline(true);
  await next.click();
  await cutOff().waitFor();
  await next.click();
  await speaker.getByText('No phone is connected.').waitFor();
  await speaker.getByRole('button', { name: 'Next step' }).click();
  await open.page.waitForSelector('.stage[data-step="1"]');
  await phone.context().setOffline(false);
  await cutOff().waitFor({ state: 'detached' });
  await agreed('Step 2 of');
  await next.click();
  await agreed('Step 3 of');
});

it('listens anew when it wakes up', async () => {
  let listened = 0;
  phone.on('request', (request) => void (request.resourceType() === 'eventsource' && listened++));
  await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => listened).toBeGreaterThan(0);
  await speaker.getByText('A phone is connected.').waitFor();
  await phone.getByRole('button', { name: 'Back', exact: true }).click();
  await agreed('Step 2 of');
});

it('has the last of the places that a slider was dragged to', async () => {
  const slider = (of: Page) => of.locator('[data-path="stations.p2.beds"] input');
  await phone.getByText('What if…').click();
  // Today's, as this step has it; the step before had the proposal's.
  await expect.poll(() => slider(phone).inputValue()).toBe('3');
  for (let places = 4; places <= 11; places++) await slider(phone).fill(String(places));
  await speaker.locator('[data-path="stations.p2.beds"] output', { hasText: '11' }).waitFor();
  await slider(phone).blur();
  await speaker.getByRole('button', { name: 'Put back what was moved' }).click();
  await expect.poll(() => slider(phone).inputValue()).toBe('3');
});

it('goes on when the private window on the laptop is loaded again', async () => {
  await speaker.reload();
  await speaker.getByText('A phone is connected.').waitFor();
  await cutOff().waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: 'Next step' }).click();
  await agreed('Step 3 of');
});

it('hears when the talk is left for a question, and when it is gone on with', async () => {
  const { page } = open;
  await phone.getByRole('button', { name: 'A question: to Explore' }).click();
  await page.locator('main .first-screen').waitFor();
  const left = phone.getByText('The presentation has been closed or left.');
  await left.waitFor();
  await page.goBack();
  await page.waitForSelector('.stage[data-step="2"]');
  await left.waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: 'Back', exact: true }).click();
  await page.waitForSelector('.stage[data-step="1"]');
});

it('ends when it is turned off, and an old code opens nothing', async () => {
  const room = () => speaker.locator('.speaker-code code').innerText();
  const before = phone.url();
  await speaker.getByRole('button', { name: 'Stop using a phone' }).click();
  await cutOff().waitFor();
  await speaker.getByRole('button', { name: 'Use a phone as well' }).click();
  expect(await room()).not.toBe(before);
  await phone.reload();
  await cutOff().waitFor();
  expect(open.complaints).toEqual([]);
});

it('is not offered by any other server, nor in the single file, and no error is reported', async () => {
  const { page } = open;
  const context = await open.browser.newContext();
  const complaints: string[] = [];
  context.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  const asked = async (at: string) => {
    const window = await context.newPage();
    const addresses: string[] = [];
    window.on('requestfinished', (request) => addresses.push(request.url()));
    await window.goto(`${at}#/speaker/abcdefgh`);
    await window.getByRole('timer').waitFor();
    // A press of a button is heard, so what comes with the window is there.
    await window.getByRole('button', { name: 'Start the clock again' }).click();
    return { window, hasAsked: () => addresses.some((one) => one.endsWith('?relay')) };
  };
  const offered = (window: Page) => window.getByRole('button', { name: 'Use a phone as well' });
  await offered((await asked(address)).window).waitFor();
  const elsewhere = await asked(open.url);
  await expect.poll(elsewhere.hasAsked).toBe(true);
  await frames(elsewhere.window, 3);
  expect(await offered(elsewhere.window).count()).toBe(0);
  const file = await asked(`${address}onward.html`);
  expect([file.hasAsked(), await offered(file.window).count()]).toEqual([false, 0]);
  expect(complaints).toEqual([]);
  await page.close();
});

const [network] = addressesAt('0.0.0.0');
it.runIf(network)('is on the local network only with --phone', async () => {
  const isOpen = (at: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host: network, port: Number(new URL(at).port) });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  for (const settings of [[], ['--phone']]) {
    const { child, address: at } = await started(...settings);
    expect(new URL(at).hostname).toBe('127.0.0.1');
    expect(await isOpen(at)).toBe(settings.includes('--phone'));
    child.kill('SIGINT');
  }
});
