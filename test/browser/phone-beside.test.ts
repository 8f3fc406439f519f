// A phone drives the talk beside the laptop, where the page was started for it and the presenter has turned it on; nowhere else is it offered.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../source-files.ts';
import { broken } from './axe.ts';
import { openPage, type OpenPage } from './page.ts';

const talk = '#/present?m=ilkeston-2019&n=12&v=1';

let open: OpenPage;
let server: ChildProcess;
let speaker: Page;
let phone: Page;
beforeAll(async () => {
  open = await openPage('about:blank');
  server = spawn(process.execPath, ['tools/start.mjs', '--phone', '--host', '127.0.0.1', '--port', '0'], { cwd: root });
  const address = await addressSaid(server);
  await open.page.goto(`${address}${talk}`);
  speaker = await privateWindow();
  const offered = speaker.getByRole('button', { name: 'Use a phone as well' });
  await offered.click();
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
  server?.kill('SIGINT');
});

async function addressSaid(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const [, found] = /Onward is at (http:\S+)/.exec((said += text)) ?? [];
      if (found) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

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

const agreed = async (on: Page, words: string | RegExp) => {
  for (const one of [on, speaker]) await one.locator('.speaker-where', { hasText: words }).waitFor();
};

it('moves the talk on and back, and all three agree', async () => {
  const { page } = open;
  await speaker.getByText('A phone is connected.').waitFor();
  await phone.getByRole('button', { name: 'Next step' }).click();
  await page.waitForSelector('.stage[data-step="1"]');
  await agreed(phone, 'Step 2 of');
  await phone.getByRole('button', { name: 'Next step' }).click();
  await page.waitForSelector('.stage[data-step="2"]');
  await phone.getByRole('button', { name: 'Back', exact: true }).click();
  await page.waitForSelector('.stage[data-step="1"]');
  await agreed(phone, 'Step 2 of');
  // And what is done on the laptop is on the phone.
  await speaker.getByRole('button', { name: 'Back', exact: true }).click();
  await agreed(phone, 'Step 1 of');
});

it('asks for a bad year, and the stage follows', async () => {
  await phone.getByRole('button', { name: /^Bad year/ }).click();
  await open.page.locator('.stage-below', { hasText: 'a bad year' }).waitFor();
  for (const one of [phone, speaker]) await one.getByRole('button', { name: /^Bad year/, pressed: true }).waitFor();
});
