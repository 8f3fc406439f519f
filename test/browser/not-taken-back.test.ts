// A difference is shown only once it is known whether what it is between settles: from the load to the end no view prints one that a later frame takes back.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shippedModel } from '../models/shipped.ts';
import { frames as painted, openDocument, openPage, settled, storyTold, viewDone, type OpenPage } from './page.ts';

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

/** Notes in every frame the numbers of people waiting on the cards and in the headline, and what a card says in place of one. */
function watchLevels(): void {
  const said = new Set<string>();
  Object.assign(window, { levels: said });
  const look = () => {
    for (const one of document.querySelectorAll('.headline h1, .headline p, .card')) {
      const text = one.textContent!;
      if (/about [\d.,]+ (people|person|waiting)|average likely|\d %of people|nobody to measure/.test(text))
        said.add(text);
    }
    requestAnimationFrame(look);
  };
  look();
}

it('prints no level of today that it takes back, and says of every card that it does not settle', async () => {
  const { page, url } = open;
  await page.addInitScript(watchLevels);
  await page.goto('about:blank');
  await page.goto(`${url}#/explore?m=ilkeston-2019&o=today&k=busy-winter&n=40&v=1`);
  await done.explore!();
  await painted(page, 2);
  expect(await page.textContent('.headline h1')).toContain('does not settle');
  expect(await page.evaluate(() => [...(window as unknown as { levels: Set<string> }).levels])).toEqual([]);
  await page.getByRole('button', { name: 'By weeks' }).click();
  const cards = await page.locator('.card:not(:has(.shares))').allTextContents();
  expect(cards.length).toBe(3);
  for (const card of cards) expect(card).toMatch(/does not settle/);
  expect(cards.join()).not.toContain('nobody');
});

it('prints none of a model that somebody brought and whose places are short', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/explore?m=ilkeston-2019&o=today&n=8&v=1`);
  await done.explore!();
  const ours = structuredClone(shippedModel('ilkeston-2019')) as unknown as {
    stations: { p1: { places: number } };
    options: { title: string }[];
  };
  ours.stations.p1.places = 12;
  ours.options[0]!.title = 'Ours now';
  await openDocument(page, { ...ours, id: 'ours' });
  await page.waitForFunction(() => document.querySelector('.headline h1')?.textContent?.startsWith('Ours now'));
  await done.explore!();
  await painted(page, 2);
  expect(await page.textContent('.headline h1')).toMatch(/^Ours now: does not settle/);
  const said = await page.evaluate(() => [...(window as unknown as { levels: Set<string> }).levels]);
  // It watches: of the model before there was a number.
  expect(said.some((text) => /about [\d.]+ people wait/.test(text))).toBe(true);
  expect(said.filter((text) => text.includes('Ours now'))).toEqual([]);
});

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
