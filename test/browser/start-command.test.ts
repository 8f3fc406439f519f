// `npm start`, as a person types it: it prints an address, and what is there moves by itself.
import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../source-files.ts';
import { dayNow, openPage, type OpenPage } from './page.ts';

let open: OpenPage;
let started: ChildProcess | undefined;
beforeAll(async () => void (open = await openPage('about:blank', { reducedMotion: 'no-preference' })));
afterAll(async () => {
  started?.kill('SIGINT');
  await open?.close();
});

it('serves a preset that is already running, and stops on Ctrl-C', async () => {
  const child = (started = spawn(process.execPath, ['tools/start.mjs', '--port', '0'], { cwd: root }));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const [, found] = /Onward is at (http:\S+)/.exec((said += text)) ?? [];
      if (found) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
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
