// A difference is shown only once it is known whether what it is between settles: from the load to the end no view prints one that a later frame takes back.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { frames as painted, openPage, settled, storyTold, viewDone, type OpenPage } from './page.ts';

/** Today does not settle under it, and without it does. */
const BUSY = 'm=ilkeston-2019&o=proposed-16&k=busy-winter&n=40&v=1';
const USUAL = 'm=winter&stations.p1.places=62&n=40&v=1';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('about:blank');
  await open.page.addInitScript(watch);
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** Notes in every frame which differences from today are printed, and where. */
function watch(): void {
  const places =
    '.headline h1, .headline > p, .card .change, .card .range, .beside-finding, .compare-table td, .bars li, .lines-table td, .stage h1, .stage-below, .stage-year, .story-finding';
  const frames: string[][] = ((window as unknown as { frames: string[][] }).frames = []);
  const look = () => {
    const said = [...document.querySelectorAll(places)].flatMap((one) => {
      const of = (one.closest('[data-row], .card, section, .stage') ?? one).getAttribute('aria-label') ?? one.className;
      return /(likely between|about) [\d.,]+\D*\b(fewer|more|less)\b/.test(one.textContent!)
        ? [`${of}: ${one.textContent}`]
        : [];
    });
    if (String(frames.at(-1)) !== String(said)) frames.push(said);
    requestAnimationFrame(look);
  };
  look();
}

async function frames(): Promise<string[][]> {
  await painted(open.page, 2);
  return open.page.evaluate(() => (window as unknown as { frames: string[][] }).frames);
}

const done: Readonly<Record<string, () => Promise<unknown>>> = {
  explore: async () => {
    await settled(open.page);
    await open.page.waitForSelector('.by-weeks, .weeks');
    await open.page.evaluate(() => window.onward.numbers()); // waits for the weeks too
  },
  compare: () => open.page.waitForSelector('.compare[data-status="done"] [data-weeks="there"]'),
  outcomes: () => viewDone(open.page),
  story: () => storyTold(open.page),
  present: () =>
    open.page.waitForFunction(
      () =>
        document.querySelector('.stage[data-status="done"] .stage-below') &&
        !document.querySelector('.stage-below')!.textContent!.includes('being worked out'),
    ),
};

/** As a link says it. */
const more: Readonly<Record<string, [string, string]>> = {
  compare: ['&x=proposed-16', '&x=*'],
  present: ['&show=both', '&show=both'],
};

describe.each(Object.keys(done))('%s', (view) => {
  it('prints no difference that it takes back', async () => {
    const { page, url } = open;
    await page.goto('about:blank');
    await page.goto(`${url}#/${view}?${BUSY}${more[view]?.[0] ?? ''}`);
    await done[view]!();
    expect(await frames()).toEqual([[]]);
  });

  it('prints one where both settle', async () => {
    const { page, url } = open;
    await page.goto('about:blank');
    await page.goto(`${url}#/${view}?${USUAL}${more[view]?.[1] ?? ''}`);
    await done[view]!();
    expect((await frames()).at(-1)).not.toEqual([]);
  });
});
