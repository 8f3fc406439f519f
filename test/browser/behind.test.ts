// Until the run of other settings has come the page says that its map shows the earlier settings, and afterwards it does not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('about:blank');
  await open.page.addInitScript(holdOthers);
  await open.page.goto(`${open.url}#/present?m=leicester-leicestershire-rutland-2018&n=2&v=1`);
});
afterAll(() => open?.close());

/** Runs in the page: no run is simulated to be watched but that of the first step, until `letGo`; the others would be there beforehand. */
function holdOthers(): void {
  const { prototype } = Worker;
  const { postMessage } = prototype;
  let first: string | undefined;
  const held = new Map<Worker, unknown[][]>();
  let isHeld = true;
  prototype.postMessage = function keeps(this: Worker, message: { type?: string; run?: unknown }, ...more: never[]) {
    const { type, run } = message;
    const sent = [message, ...more];
    const waits = held.get(this); // in the order sent
    if (type === 'watch') first ??= JSON.stringify(run);
    if (waits) waits.push(sent);
    else if (isHeld && type === 'watch' && JSON.stringify(run) !== first) held.set(this, [sent]);
    else postMessage.call(this, message, ...more);
  };
  (window as unknown as { letGo(): void }).letGo = () => {
    isHeld = false;
    for (const [worker, messages] of held) for (const sent of messages) postMessage.apply(worker, sent as never);
    held.clear();
  };
}

it('the map of another option is not taken for it before it has come', async () => {
  const { page } = open;
  await page.waitForSelector('.stage[data-step="0"] .stage-maps[data-behind="false"]');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const option = await page.locator('.stage-now[data-of="option"] strong').textContent();
  expect(option).not.toMatch(/^Today/);
  await page.waitForSelector('.stage-maps[data-behind="true"] .stage-behind');
  expect(await page.textContent('.stage-behind')).toMatch(/still the map from before/);
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await page.waitForSelector('.stage-maps[data-behind="false"]');
  expect(await page.locator('.stage-behind').count()).toBe(0);
  expect(open.complaints).toEqual([]);
});
