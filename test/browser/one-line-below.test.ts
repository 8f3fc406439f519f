// In every step of the shipped stories, on each size of screen: one line at most below the picture, whole; the finding is the title; and no words of a place lie over others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { openPage, type OpenPage } from './page.ts';

const stories = [
  ['ilkeston-2019', 6],
  ['leicester-leicestershire-rutland-2018', 2],
] as const;
const sizes = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** The tops of the lines of text between the picture and the play bar, and what of them is cut off or small. */
const below = (open: OpenPage) =>
  open.page.evaluate(() => {
    const stage = document.querySelector('.stage')!;
    const from = document.querySelector('.stage-picture')!.getBoundingClientRect().bottom - 1;
    const tops = new Set<number>();
    const words: string[] = [];
    const faults: string[] = [];
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement!;
      if (!node.textContent!.trim() || !parent.checkVisibility() || parent.closest('.stage-bar, dialog, .hidden'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.top >= from);
      for (const box of boxes) {
        tops.add(Math.round(box.top));
        if (box.right > innerWidth * 0.96) faults.push(`beyond the margin: ${node.textContent}`);
      }
      if (boxes.length > 0) words.push(node.textContent!);
    }
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = stage;
    if (scrollWidth > clientWidth || scrollHeight > clientHeight) faults.push('the stage is cut off');
    return { lines: tops.size, words: words.join(''), faults };
  });

/** Words of the maps that run over other words of their place, or out of it. */
const overlaps = (open: OpenPage) =>
  open.page.evaluate(() =>
    [...document.querySelectorAll('.stage-map .scene-box')].flatMap((box) => {
      const edge = box.querySelector('rect')!.getBoundingClientRect();
      const words = [...box.querySelectorAll('.scene-name, .scene-status > tspan')].map((one) => ({
        is: one.textContent!,
        at: one.getBoundingClientRect(),
      }));
      return words.flatMap(({ is, at }, i) => [
        ...(at.left < edge.left || at.right > edge.right ? [`out of its place: ${is}`] : []),
        ...words
          .slice(i + 1)
          // The boxes of two lines touch, letters do not.
          .filter((other) => Math.abs(other.at.top - at.top) < at.height / 2)
          .filter((other) => at.right > other.at.left + 1 && other.at.right > at.left + 1)
          .map((other) => `${is} over ${other.is}`),
      ]);
    }),
  );

describe.each(stories)('%s', (id, years) => {
  const { story = [] } = readModel(readFileSync(join(root, `models/${id}.json`), 'utf8')).model!;
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(`#/present?m=${id}&n=${years}&v=1`);
    await open.page.waitForSelector('.stage[data-ahead="true"]');
  });
  afterAll(() => open?.close());

  it('says one line below the picture at most, and the days that are waited within it', async () => {
    const { page } = open;
    for (const [step, { option = 'today', title }] of story.entries()) {
      await page.waitForSelector(`.stage[data-step="${step}"][data-status="done"]`);
      await page.waitForFunction(() => !document.querySelector('.stage-below')!.textContent!.includes('worked out'));
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.waitForFunction((width) => innerWidth === width, size.width);
        // The picture is laid out anew a frame after the window has its size.
        await expect.poll(async () => [(await below(open)).lines, (await below(open)).faults]).toEqual([1, []]);
        expect((await below(open)).words).toMatch(
          option === 'today' ? /^One day of one of \d+ simulated/ : /^(People waiting )?on average: |^No average: /,
        );
        expect(await overlaps(open)).toEqual([]);
        // What is found is the title, and leaves room for the picture.
        expect(await page.textContent('.stage-about')).toBe(title);
        expect((await page.textContent('.stage h1'))!.length).toBeLessThanOrEqual(104);
        const waited = await page.innerText('.stage-picture .stage-waited');
        expect(waited).toMatch(
          option === 'today'
            ? /spent waiting since/
            : /\d.* (not|more) spent waiting since|As many|days? (spared|more)$/,
        );
      }
      await page.keyboard.press('PageDown');
    }
    expect(open.complaints).toEqual([]);
  });
});
