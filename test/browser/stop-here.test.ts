// Whoever has seen enough stops a long answer: what has come becomes what is asked for, in the link and the terminal, and undo asks again.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkNow, openPage, savedNumbers, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=leicester-leicestershire-rutland-2018&n=200&v=1', { reducedMotion: 'reduce' });
});
afterAll(() => open?.close());

it.each(['explore', 'outcomes', 'compare'])('%s', async (view) => {
  const { page } = open;
  await page.evaluate((to) => void (location.hash = to), `#/${view}?m=leicester-leicestershire-rutland-2018&n=200&v=1`);
  const stop = page.getByRole('button', { name: /^Stop at \d+$/ });
  await stop.waitFor();
  await stop.press('Enter');
  await page.waitForSelector('main [data-status="done"]');
  expect(await stop.count()).toBe(0);
  const [, count] = /&n=(\d+)&/.exec(await linkNow(page)) ?? [];
  expect(Number(count)).toBeGreaterThanOrEqual(2);
  expect(Number(count)).toBeLessThan(200);
  if (view === 'explore') {
    expect(JSON.parse(await savedNumbers(page)).manifest.replications).toBe(Number(count));
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await linkNow(page)).toContain('&n=200&');
  }
  expect(open.complaints).toEqual([]);
});
