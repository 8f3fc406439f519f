// Links written by earlier builds, stored here as text: each still opens in full, on the screen from which it was made.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { openPage, savedNumbers, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());

const today = ['run', 'ilkeston-2019'];
const besideToday = (option: string) => ['compare', 'ilkeston-2019', '--options', `today,${option}`];

it.each([
  // The first build that wrote links: nothing but the settings and the day.
  [
    '#/explore?m=ilkeston-2019&o=proposed-16&s=2019&n=12&d=83&v=1',
    'Proposed, 16 ward beds',
    besideToday('proposed-16'),
  ],
  [
    '#/explore?m=ilkeston-2019&o=today&s=7&n=12&stations.p2.beds=11&d=0&v=1',
    'With Supportive beds at 11',
    [...today, '--seed', '7', '--set', 'stations.p2.beds=11'],
  ],
  // A change kept with a date, under a condition, before there was a Compare view.
  [
    '#/explore?m=ilkeston-2019&o=today&k=busy-winter&s=2019&n=12&c=stations.p2.beds%4083%3A7&d=100&v=1',
    'with a busy winter in both',
    [...today, '--condition', 'busy-winter', '--set', 'stations.p2.beds@83=7'],
  ],
  // Typed by hand, as short as can be.
  ['#/explore?o=proposed-18&n=12&v=1', 'Proposed, up to 18 ward beds', besideToday('proposed-18')],
])('%s', async (hash, says, args) => {
  const context = await open.browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${open.url}${hash}`);
  const shown = await savedNumbers(page);
  const { stdout, stderr } = await onward([...args, '--replications', '12', '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(shown === stdout).toBe(true);
  expect(await page.textContent('.headline h1')).toContain(says);
  expect(await page.locator('.problem-note').count()).toBe(0);
  await context.close();
});
