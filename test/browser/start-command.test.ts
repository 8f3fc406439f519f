// `npm start`, as a person types it: it prints an address, and what is there moves by itself.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayNow, openPage, type OpenPage } from './page.ts';
import { started, type Started } from './started.ts';

let open: OpenPage;
let server: Started | undefined;
beforeAll(async () => void (open = await openPage('about:blank', { reducedMotion: 'no-preference' })));
afterAll(async () => {
  server?.child.kill('SIGINT');
  await open?.close();
});

it('serves a preset that is already running, and stops on Ctrl-C', async () => {
  const { child, address } = (server = await started());
  const { page } = open;
  await page.goto(address);
  await page.waitForSelector('.transport-date[data-day]');
  const before = await dayNow(page);
  await expect.poll(() => dayNow(page)).toBeGreaterThan(before);
  expect(await page.textContent('main')).toMatch(/illustrative/i);
  // A fetch of the page after its server has ended fails, as it should.
  expect(open.complaints).toEqual([]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
