// The same request gives the same bytes in the browser as on the command line, from the first to the last.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onward } from '../cli/onward.ts';
import { commandShown, openPage, openShare, savedNumbers, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('')));
afterAll(() => open?.close());

const proposed = ['proposed-16', 'proposed-18'];
const everything = ['compare', 'ilkeston-2019', '--options', ['today', ...proposed].join(','), '--json', '--quiet'];

async function onTheCommandLine(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await onward([...args, '--json', '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

async function inTheBrowser(settings: string): Promise<string> {
  await open.page.goto('about:blank'); // a page of its own: nothing is left from the one before
  await open.page.goto(`${open.url}#/explore?m=ilkeston-2019&${settings}&v=1`);
  return savedNumbers(open.page);
}

it('today by itself', async () => {
  expect(await inTheBrowser('o=today')).toBe(await onTheCommandLine('run', 'ilkeston-2019'));
});

it('three options compared, and the same twice on the command line', async () => {
  const all = await onward(everything);
  expect((await onward(everything)).stdout).toBe(all.stdout);
  const inPage = await open.page.evaluate((options) => window.onward.compare(options), ['today', ...proposed]);
  expect(`${inPage}\n`).toBe(all.stdout);
});

// In full above; fewer years say as much of how each screen is asked for.
const FEW = ['--replications', '12'];

it('every option of the document, by the button that saves them', async () => {
  await inTheBrowser('o=today&n=12');
  await openShare(open.page);
  const [file] = await Promise.all([
    open.page.waitForEvent('download'),
    open.page.getByRole('button', { name: /options compared/ }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toBe(await onTheCommandLine('compare', 'ilkeston-2019', ...FEW));
});

it('each option compared with today, as the screen has it', async () => {
  for (const option of proposed)
    expect(await inTheBrowser(`o=${option}&n=12`)).toBe(
      await onTheCommandLine('compare', 'ilkeston-2019', '--options', `today,${option}`, ...FEW),
    );
});

it('another seed, fewer years and a moved slider', async () => {
  const settings = 'o=proposed-16&s=7&n=12&stations.p2.beds=9&streams.acute.arrivalsPerDay=2.4';
  const set = ['--set', 'stations.p2.beds=9', '--set', 'streams.acute.arrivalsPerDay=2.4'];
  const args = ['run', 'ilkeston-2019', '--option', 'proposed-16', '--seed', '7', ...FEW, ...set];
  expect(await inTheBrowser(settings)).toBe(await onTheCommandLine(...args));
});

it('a condition laid over both, by its check box, and undone', async () => {
  const { page } = open;
  const args = [...FEW, '--condition', 'busy-winter'];
  expect(await inTheBrowser('o=proposed-16&k=busy-winter&n=12')).toBe(
    await onTheCommandLine('compare', 'ilkeston-2019', '--options', 'today,proposed-16', ...args),
  );
  expect(await page.textContent('.headline h1')).toMatch(/^Proposed, 16 ward beds \(with a busy winter in both\): /);
  const box = page.getByRole('checkbox', { name: 'A busy winter' });
  expect(await box.isChecked()).toBe(true);
  await inTheBrowser('o=today&n=12');
  await box.focus();
  await page.keyboard.press('Space');
  expect(await savedNumbers(page)).toBe(await onTheCommandLine('run', 'ilkeston-2019', ...args));
  await expect.poll(() => page.url()).toContain('k=busy-winter');
  expect(await commandShown(page)).toContain('--condition busy-winter');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await box.isChecked()).toBe(false);
  expect(await savedNumbers(page)).toBe(await onTheCommandLine('run', 'ilkeston-2019', ...FEW));
});
