// In every step of the shipped stories, on each size of screen: simulated before it is reached; one line at most below the picture, whole; the finding is the title; no words of a place over others.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel, type Model } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { openPage, type OpenPage } from './page.ts';

const county = 'leicester-leicestershire-rutland-2018';
const stories = [
  ['ilkeston-2019', 6],
  [county, 2],
] as const;
/** By hand, from the options' own words: what opens, closes or grows. */
const speaksOf: Readonly<Record<string, readonly string[]>> = {
  'co-ordinators-7-days': ['co-ordinators'],
  'more-home': ['ics-city', 'ics-west', 'ics-east', 'nursing-city', 'nursing-west', 'nursing-east'],
  'fewer-beds': ['rutland', 'lutterworth', 'hinckley', 'loughborough', 'ics-city', 'ics-west', 'ics-east'],
  'fewer-beds-home': ['rutland', 'lutterworth', 'hinckley', 'loughborough', 'ics-city', 'ics-west', 'ics-east'],
  'more-beds': ['hinckley', 'loughborough', 'evington', 'coalville', 'melton', 'st-lukes', 'rutland'],
};

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

/** None shows the map from before or has its finding still to come, and the services it is about are on the slide. */
async function expectReady({ page }: OpenPage, story: NonNullable<Model['story']>): Promise<void> {
  // A message that shows only for a moment is caught as well.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const step = document.querySelector<HTMLElement>('.stage')?.dataset.step;
      const maps = document.querySelector<HTMLElement>('.stage-maps');
      if (!maps || maps.dataset.behind === 'true' || maps.querySelector('.stage-behind')) seen.push(`step ${step}`);
      const isFound =
        document.querySelector('.stage-about') && !/worked out/.test(maps?.closest('.stage')!.textContent ?? '');
      if (!isFound) seen.push(`step ${step} without its finding`);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  for (const [step, { option = 'today', spotlight, view }] of story.entries()) {
    await page.waitForSelector(`.stage[data-step="${step}"] .stage-maps[data-maps="${option === 'today' ? 1 : 2}"]`);
    const lit = view === 'ground' ? '.stage-listed [data-lit]' : `.scene-box[data-station="${spotlight}"]`;
    await page.waitForSelector(`.stage[data-step="${step}"] ${lit}`);
    const leftOut = await page.evaluate(
      () => document.querySelector<HTMLElement>('.stage-left-out')?.dataset.services?.split(' ') ?? [],
    );
    // Every row is whole: none is cut by the key below it, as soon as the picture is laid out below the title of this step.
    const cut = () =>
      page.evaluate(() => {
        const { bottom } = document.querySelector('.stage-room')!.getBoundingClientRect();
        return [...document.querySelectorAll<SVGElement>('.scene-box')]
          .filter((box) => box.querySelector('rect')!.getBoundingClientRect().bottom > bottom + 1)
          .map((box) => box.dataset.station ?? box.dataset.locality);
      });
    await expect.poll(async () => [step, await cut()]).toEqual([step, []]);
    const about = [spotlight!, 'acute', ...(speaksOf[option] ?? [])];
    expect([step, leftOut.filter((one) => about.includes(one))]).toEqual([step, []]);
    await page.keyboard.press('PageDown');
  }
  // Where a step speaks of places by name they are on the ground.
  expect(story.filter(({ view }) => view === 'ground').map(({ option }) => option)).toEqual([
    'fewer-beds',
    'more-beds',
  ]);
  await page.keyboard.press('Home');
  await page.waitForSelector('.stage[data-step="0"]');
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
}

describe.each(stories)('%s', (id, years) => {
  const { story = [], stations } = readModel(readFileSync(join(root, `models/${id}.json`), 'utf8')).model!;
  /** Services that neither the step nor its large number is about. */
  const others = (spotlight: string | undefined) =>
    Object.keys(stations)
      .filter((one) => one !== spotlight && one !== 'acute' && stations[one].kind !== 'exit')
      .map((one) => stations[one].label);
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(`#/present?m=${id}&n=${years}&v=1`);
    await open.page.waitForSelector('.stage[data-ahead="true"]');
  });
  afterAll(() => open?.close());

  if (id === county)
    it('has every step ready before it is reached, with the services it is about', () => expectReady(open, story));

  it('says one line below the picture at most, and the days that are waited within it', async () => {
    const { page } = open;
    await page.keyboard.press('Home');
    for (const [step, { option = 'today', title, spotlight }] of story.entries()) {
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
        const found = (await page.textContent('.stage h1'))!;
        expect(found.length).toBeLessThanOrEqual(104);
        // Of the service that the step is about, and of an average where it gives one: the picture is of one day.
        expect(found).toMatch(
          / on average$|: no clear difference in | on a typical day$| needs? | are needed | grows? from |can be given$/,
        );
        expect(others(spotlight).filter((label) => found.toLowerCase().includes(label.toLowerCase()))).toEqual([]);
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
