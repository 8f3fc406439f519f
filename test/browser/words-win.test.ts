// Words win: through a day played frame by frame, no mark takes a pixel from a letter, on the one map and on two.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAtRest, playByHand } from './clock-by-hand.ts';
import type { OpenPage } from './page.ts';

/** A day at one day a second, in so many frames. */
const FRAMES = 12;

interface Seen {
  /** Pixels of letters without the people, and those of them that the people have changed. */
  readonly letters: number;
  readonly lost: number;
  /** Pixels of marks where there are words: without any, nothing would have been tested. */
  readonly under: number;
}

/** Runs in the page: compares two pictures of it, with the people and without, where there are words. */
async function compare([withPeople, without]: readonly string[]): Promise<Seen> {
  const pixelsOf = async (png: string) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    return context;
  };
  const [all, words] = [await pixelsOf(withPeople!), await pixelsOf(without!)];
  const seen = { letters: 0, lost: 0, under: 0 };
  for (const text of document.querySelectorAll('svg.scene-map text')) {
    const { x, y, width, height } = text.getBoundingClientRect();
    if (width < 1 || height < 1) continue;
    const box = [Math.floor(x), Math.floor(y), Math.ceil(width) + 1, Math.ceil(height) + 1] as const;
    const [a, b] = [all.getImageData(...box).data, words.getImageData(...box).data];
    for (let at = 0; at < a.length; at += 4) {
      const apart = Math.max(...[0, 1, 2].map((c) => Math.abs(a[at + c] - b[at + c])));
      const isLetter = b[at] + b[at + 1] + b[at + 2] < 3 * 90;
      if (isLetter) seen.letters++;
      if (isLetter && apart > 30) seen.lost++;
    }
    const canvas = text.closest('svg')!.parentElement!.querySelector<HTMLCanvasElement>('canvas.scene-people')!;
    const corner = canvas.getBoundingClientRect();
    const marks = canvas
      .getContext('2d')!
      .getImageData(x - corner.x, y - corner.y, Math.ceil(width), Math.ceil(height));
    seen.under += marks.data.filter((value, at) => at % 4 === 3 && value > 0).length;
  }
  return seen;
}

/** With the people and without; again where something that came late has changed the page in between. */
async function pictures(page: Page): Promise<readonly string[]> {
  const shot = async (visibility: string) => {
    await page.$$eval(
      'canvas.scene-people',
      (all, to) => {
        for (const one of all) (one as HTMLElement).style.visibility = to;
      },
      visibility,
    );
    return (await page.screenshot()).toString('base64');
  };
  for (;;) {
    const before = await shot('hidden');
    const withPeople = await shot('visible');
    const without = await shot('hidden');
    if (before === without) return [withPeople, without];
  }
}

describe.each([
  ['a county', '#/explore?m=leicester-leicestershire-rutland-2018&o=today&n=2&d=126&v=1', 1],
  ['two maps in Present', '#/present?m=ilkeston-2019&o=proposed-16&n=2&d=200&show=both&v=1', 2],
])('%s', (_, at, maps) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openAtRest(at);
    await open.page.waitForFunction((n) => document.querySelectorAll('canvas.scene-people').length === n, maps);
    if (maps === 2) await open.page.waitForSelector('.stage-maps[data-behind="false"]');
  });
  afterAll(() => open?.close());

  it('loses no pixel of a letter in any frame of a day', async () => {
    const { page } = open;
    await page.evaluate(() => document.fonts.ready);
    await playByHand(page, 1);
    const seen: Seen[] = [];
    for (let frame = 0; frame < FRAMES; frame++) {
      await page.evaluate((milliseconds) => window.frame(milliseconds), 1000 / FRAMES);
      seen.push(await page.evaluate(compare, await pictures(page)));
    }
    expect(seen.map(({ lost }) => lost)).toEqual(seen.map(() => 0));
    expect(Math.min(...seen.map(({ letters }) => letters))).toBeGreaterThan(500);
    expect(Math.max(...seen.map(({ under }) => under))).toBeGreaterThan(0);
  });
});
