// The county's story: every step is simulated before it is reached, and the services it speaks of are on the slide.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { openPage, type OpenPage } from './page.ts';

const id = 'leicester-leicestershire-rutland-2018';
const model = readModel(readFileSync(join(root, `models/${id}.json`), 'utf8')).model!;
const story = model.story!;
/** By hand, from the options' own words: what opens, closes or grows. */
const speaksOf: Readonly<Record<string, readonly string[]>> = {
  'co-ordinators-7-days': ['co-ordinators'],
  'more-home': ['ics-city', 'ics-west', 'ics-east', 'nursing-city', 'nursing-west', 'nursing-east'],
  'fewer-beds': ['rutland', 'lutterworth', 'hinckley', 'loughborough', 'ics-city', 'ics-west', 'ics-east'],
  'fewer-beds-home': ['rutland', 'lutterworth', 'hinckley', 'loughborough', 'ics-city', 'ics-west', 'ics-east'],
  'more-beds': ['hinckley', 'loughborough', 'evington', 'coalville', 'melton', 'st-lukes', 'rutland'],
};

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/present?m=${id}&n=2&v=1`, {
    reducedMotion: 'reduce',
    viewport: { width: 1366, height: 768 },
  });
});
afterAll(() => open?.close());

it('has every step ready, so that none shows the map from before, with the services it is about', async () => {
  const { page } = open;
  await page.waitForSelector('.stage[data-ahead="true"]');
  // A message that shows only for a moment is caught as well.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const step = document.querySelector<HTMLElement>('.stage')?.dataset.step;
      const maps = document.querySelector<HTMLElement>('.stage-maps');
      if (!maps || maps.dataset.behind === 'true' || maps.querySelector('.stage-behind')) seen.push(`step ${step}`);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  for (const [step, { option = 'today', spotlight, view }] of story.entries()) {
    await page.waitForSelector(`.stage[data-step="${step}"] .stage-maps[data-maps="${option === 'today' ? 1 : 2}"]`);
    const lit = view === 'ground' ? '.stage-listed [data-lit]' : `.scene-box[data-station="${spotlight}"]`;
    await page.waitForSelector(`.stage[data-step="${step}"] ${lit}`);
    const leftOut = await page.evaluate(
      () => document.querySelector<HTMLElement>('.stage-left-out')?.dataset.services?.split(' ') ?? [],
    );
    // Every row is whole: none is cut by the key below it.
    const cut = await page.evaluate(() => {
      const { bottom } = document.querySelector('.stage-room')!.getBoundingClientRect();
      return [...document.querySelectorAll<SVGElement>('.scene-box')]
        .filter((box) => box.querySelector('rect')!.getBoundingClientRect().bottom > bottom + 1)
        .map((box) => box.dataset.station ?? box.dataset.locality);
    });
    expect([step, cut]).toEqual([step, []]);
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
  expect(open.complaints).toEqual([]);
});
