// People who are colour blind can distinguish the needs by shape, as the browser really paints it.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tallOf } from '../../ui/scene/layout/row-height.ts';
import type * as Painting from '../../ui/scene/paint/draw-place.ts';
import { outlineOf } from '../../ui/scene/paint/marks.ts';
import { light, looks, type Palette } from '../../ui/scene/paint/palette.ts';
import { places, type Place } from '../../ui/shown/place.ts';
import { root } from '../source-files.ts';
import { openPage, settled, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/explore?m=ilkeston-2019&o=today&n=4&d=120&v=1');
  await settled(open.page);
  await open.page.evaluate(() => document.fonts.ready); // or the marks would still move
});
afterAll(() => open?.close());

const sights = ['none', 'protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;
/** The key of the map: the three needs, waiting in three steps, in a queue, in need of other care, and three kinds of free place. */
const MARKS = 11;
/** So many pixels of a sign that are lighter or darker than in another distinguish the two: a dark corner is of 16. */
const FEWEST_PIXELS = 8;

/** For a sign of the key as painted: the pixels that are not background, and how light each is. */
async function painted(page: Page, at: number): Promise<{ filled: boolean[]; light: number[] }> {
  const png = await page.locator('.scene-sign').nth(at).screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height);
    const pixels = Array.from({ length: width * height }, (_, i) => Array.from(data.subarray(4 * i, 4 * i + 3)));
    const ground = pixels[0];
    const apart = (one: number[]) => Math.max(...one.map((c, i) => Math.abs(c - ground[i])));
    return {
      filled: pixels.map((one) => apart(one) > 60),
      light: pixels.map(([r = 0, g = 0, b = 0]) => 0.2126 * r + 0.7152 * g + 0.0722 * b),
    };
  }, png.toString('base64'));
}

/** All of them at rest: whatever comes late above the map moves its key while pictures are taken. */
async function allPainted(page: Page): Promise<Awaited<ReturnType<typeof painted>>[]> {
  const where = async () => JSON.stringify(await page.locator('.scene-legend').boundingBox());
  let marks: Awaited<ReturnType<typeof painted>>[] = [];
  await expect
    .poll(async () => {
      const before = await where();
      marks = [];
      for (let at = 0; at < MARKS; at++) marks.push(await painted(page, at));
      return marks.every(({ filled }) => filled.some(Boolean)) && before === (await where());
    })
    .toBe(true);
  return marks;
}

/** Whether one is lighter or darker than the other in enough places; signs of different sizes differ by that. */
function areApart(one: Sign, other: Sign): boolean {
  if (one.light.length !== other.light.length) return true;
  return one.light.filter((light, i) => Math.abs(light - other.light[i]) > 45).length >= FEWEST_PIXELS;
}
type Sign = Awaited<ReturnType<typeof painted>>;

/** Of the pixels that either mark fills, the share that both fill. */
const overlap = (one: readonly boolean[], other: readonly boolean[]): number => {
  const either = one.filter((is, i) => is || other[i]).length;
  return one.filter((is, i) => is && other[i]).length / either;
};

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each(sights)('%s', async (type) => {
    const { page } = open;
    await page.emulateMedia({ colorScheme });
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Emulation.setEmulatedVisionDeficiency', { type });
    expect(await page.locator('.scene-sign').count()).toBe(MARKS);
    const marks = await allPainted(page);
    for (const [i, one] of marks.entries()) {
      for (const [j, other] of marks.entries())
        if (i < j) expect(areApart(one, other), `signs ${i} and ${j}`).toBe(true);
    }
    // The needs differ by shape alone, as nothing else of them says which is which.
    for (const [i, one] of marks.slice(0, 3).entries())
      for (const other of marks.slice(i + 1, 3)) {
        expect(overlap(one.filled, other.filled)).toBeLessThan(0.9);
      }
    await protocol.detach();
  });
});

/** Runs in the page: each outline painted as a mark of so many pixels is; how much paint it puts on each. */
async function paintedAt([side, ...outlines]: readonly [number, ...string[]]): Promise<number[][]> {
  return outlines.map((outline) => {
    const context = new OffscreenCanvas(side, side).getContext('2d')!;
    context.translate(side / 2, side / 2);
    context.fill(new Path2D(outline));
    return [...context.getImageData(0, 0, side, side).data].filter((_, at) => at % 4 === 3);
  });
}

// The smallest mark is 7 pixels in a cell of 8; who waits has an orange edge of 1 round one of 5.
it.each([7, 5])('all shapes can be distinguished without colour at %i pixels', async (side) => {
  const all = looks.map(({ shape }) => outlineOf(shape, side / 2));
  const marks = await open.page.evaluate(paintedAt, [side, ...all] as const);
  for (const [i, one] of marks.entries())
    for (const other of marks.slice(i + 1)) {
      const [both, either] = [Math.min, Math.max].map((of) => one.reduce((sum, a, at) => sum + of(a, other[at]), 0));
      // Of a disc of 7 pixels and the square round it, 38 of 49 pixels are the same: 0.79. The same shape twice would be 1.
      expect(both! / either!).toBeLessThan(0.85);
    }
});

/** Of a place as it is painted, row by row and with a margin all round, whether a pixel is much darker than the ground. */
type Lines = readonly boolean[];

/** Runs in the page: paints each by the product's own code, free or held. */
function linesOf({ width, height, margin, places: all, isHeld, palette }: PaintAsked): Lines[] {
  const { painting } = window as unknown as { painting: typeof Painting };
  return all.map((place) => {
    const context = new OffscreenCanvas(width, height).getContext('2d') as unknown as CanvasRenderingContext2D;
    context.fillStyle = palette.stage;
    context.fillRect(0, 0, width, height);
    painting.drawPlace(context, place, { place, isHeld, wait: 'none' }, palette);
    const { data } = context.getImageData(0, 0, width, height);
    const across = width + 2 * margin;
    return Array.from({ length: across * (height + 2 * margin) }, (_, i) => {
      const [x, y] = [(i % across) - margin, Math.floor(i / across) - margin];
      if (x < 0 || y < 0 || x >= width || y >= height) return false;
      const [r, g, b] = data.subarray(4 * (y * width + x));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! < 255 - 45;
    });
  });
}
interface PaintAsked {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly places: readonly Place[];
  readonly isHeld: boolean;
  readonly palette: Palette;
}

/** Of the lines that either has, the share with none of the other so near to it: nothing for the same place moved by as much. */
function shareApart(one: Lines, other: Lines, across: number, near: number): number {
  const square = Array.from({ length: (2 * near + 1) ** 2 }, (_, i) => {
    const [x, y] = [(i % (2 * near + 1)) - near, Math.floor(i / (2 * near + 1)) - near];
    return y * across + x;
  });
  const lone = (of: Lines, beside: Lines) => of.filter((is, at) => is && !square.some((to) => beside[at + to])).length;
  return (lone(one, other) + lone(other, one)) / one.filter((is, at) => is || other[at]).length;
}

describe.each([14, 60])('a bed, a bed in a home, a house and staff, %i pixels wide', (width) => {
  const near = Math.max(1, Math.round(width / 20));
  const across = width + 2 * near;

  it.each(['free', 'held'])('can be distinguished without colour: %s', async (kind) => {
    const { page } = open;
    const code = await rolldown({ input: join(root, 'ui/scene/paint/draw-place.ts') });
    const { output } = await code.generate({ format: 'iife', name: 'painting' });
    await page.evaluate(output[0].code);
    const asked = { width, height: tallOf(width), margin: near, places, isHeld: kind === 'held', palette: light };
    const painted = await page.evaluate(linesOf, asked);
    for (const [i, one] of painted.entries()) {
      const moved = one.map((_, at) => one[at - near * across - near] ?? false);
      expect([places[i], shareApart(one, moved, across, near)]).toEqual([places[i], 0]);
      for (const [j, other] of painted.entries())
        // The least of all is twice this: a bed in a home and a house, whose roofs are alike.
        if (i < j) expect(shareApart(one, other, across, near), `${places[i]}, ${places[j]}`).toBeGreaterThan(0.015);
    }
  });
});
