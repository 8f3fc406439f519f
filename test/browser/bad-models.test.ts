// Models that are hard to draw or to speak of: drawn or said in every one of the five destinations, and never broken.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { laptop } from '../../tools/open-page.mjs';
import { shippedModel } from '../models/shipped.ts';
import { openDocument, openPage, openShare, settled, viewDone, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

/** The town without position, story, range, condition or control. */
function bare(id: string) {
  const {
    stations,
    needs,
    streams,
    calendar,
    experiment,
    options = [],
    about,
    schemaVersion,
  } = structuredClone(shippedModel('ilkeston-2019'));
  return {
    schemaVersion,
    id,
    title: id,
    about,
    needs,
    streams,
    stations,
    // Those with dates would lie beyond so short a run.
    options: options.filter(({ changes }) => changes === undefined),
    calendar: { ...calendar, warmUpDays: 60, runDays: 90 },
    experiment: { ...experiment, replications: 2 },
  };
}

type Named = { label: string } | { title: string };
/** Every name of it, by what it is the name of. */
function named(id: string, nameOf: (what: string) => string) {
  const model = bare(id);
  const give = (one: Named, what: string) =>
    'label' in one ? Object.assign(one, { label: nameOf(what) }) : Object.assign(one, { title: nameOf(what) });
  for (const part of ['stations', 'needs', 'streams'] as const)
    for (const [key, one] of Object.entries(model[part])) give(one, `${part} ${key}`);
  for (const one of model.options) give(one, `options ${one.id}`);
  return { ...model, title: nameOf('model') };
}

/** Each another, or the document would be refused. */
function oneWord(): () => string {
  let count = 0;
  return () => `${'Rehabilitation'.repeat(20).slice(0, 190)}${++count}`;
}

const arabic = ['المستشفى', 'الرعاية، في المنزل', 'أسرة الرعاية', 'جناح المجتمع'];

function hundreds() {
  const model = bare('hundreds');
  const stay = { shape: 'exponential', meanDays: 10 };
  const wards = Array.from({ length: 398 }, (_, i) => ({
    kind: 'ward',
    label: `Service number ${i}`,
    beds: 3,
    stay,
    next: [{ to: 'home' }],
  }));
  const { acute, home } = model.stations;
  const needs = Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => {
      const goesTo = wards.flatMap((_ward, i) => (i % 8 === at ? [`s${i}`] : []));
      return [`n${at}`, { label: `Need ${at}`, goesTo }];
    }),
  );
  return {
    ...model,
    stations: { acute, ...Object.fromEntries(wards.map((ward, i) => [`s${i}`, ward])), home },
    needs,
    streams: {
      acute: {
        label: 'Ready to leave',
        arrivalsPerDay: 100,
        startsAt: 'acute',
        shares: Object.fromEntries(Object.keys(needs).map((id) => [id, 1 / 8])),
      },
    },
    calendar: { ...model.calendar, warmUpDays: 20, runDays: 30 },
    options: [
      { id: 'today', title: 'Today' },
      { id: 'more', title: 'More', set: { 'stations.s1.beds': 6 } },
    ],
  };
}

function thousands() {
  const model = bare('thousands');
  Object.assign(model.stations.p3!, { beds: 10_000 });
  Object.assign(model.streams.acute!, { arrivalsPerDay: 900 });
  return { ...model, calendar: { ...model.calendar, warmUpDays: 20, runDays: 30 } };
}

const models: readonly (readonly [string, () => { id: string; options: { id: string }[] }])[] = [
  ['without position, story, range or control', () => bare('bare')],
  [
    'with names of 200 letters',
    () => named('long', (what) => `${what} ${'and another word '.repeat(20)}`.slice(0, 199)),
  ],
  ['with names of one word of 200 letters', () => named('word', oneWord())],
  ['with names in Arabic', () => named('arabic', (what) => `${arabic[what.length % 4]} ${what.length}`)],
  ['with names that fit no sentence', () => named('odd', (what) => `"${what.toUpperCase()}; (27/mo.)?"`)],
  ['with 400 stations', hundreds],
  ['with 10,000 beds in one ward', thousands],
];

/** The last three are under *More*. */
const views = ['story', 'explore', 'compare', 'present', 'assumptions', 'outcomes', 'report'] as const;

/** What is broken on the page as it stands. */
const broken = (page: Page) =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    const stage = document.querySelector('.stage:not(.on-phone)');
    const room = document.querySelector('.stage-room')?.getBoundingClientRect();
    const isOutside = ({ top, bottom, left, right }: DOMRect, of: DOMRect) =>
      top < of.top - 1 || bottom > of.bottom + 1 || left < of.left - 1 || right > of.right + 1;
    const names = [...document.querySelectorAll<SVGTextElement>('.scene-map .scene-name')].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().width > 0,
    );
    return [
      ...(document.body.innerText.match(/.{0,30}\b(NaN|undefined|Infinity|\[object|null)\b.{0,30}/g) ?? []),
      ...(over > 0 ? [`${over} px too wide`] : []),
      ...(stage && stage.scrollHeight > stage.clientHeight ? ['the stage is cut off'] : []),
      ...(stage && !(room!.height > 100) ? ['no room for the picture'] : []),
      ...names
        .filter((one) => isOutside(one.getBoundingClientRect(), one.closest('svg')!.getBoundingClientRect()))
        .map((one) => `outside the picture: ${one.textContent}`),
    ];
  });

describe.each(models)('a model %s', (_name, made) => {
  it('is drawn or said in every destination, on a laptop and on a phone', async () => {
    const { page, url } = open;
    const model = made();
    await page.setViewportSize(laptop);
    await page.goto('about:blank');
    await page.goto(`${url}#/explore?m=first-come&n=2&v=1`);
    await settled(page);
    await openDocument(page, model);
    await page.waitForFunction((id) => window.onward.link().includes(`m=${id}`), model.id);
    for (const view of views) {
      const hash = `#/${view}?m=${model.id}&o=${model.options[1]!.id}&n=2`;
      await page.evaluate((to) => void (location.hash = to), hash);
      await page
        .locator(view === 'explore' ? 'main .first-screen' : `main#${view} :is(h1, h2)`)
        .first()
        .waitFor();
      await viewDone(page);
      if (view === 'present') await page.waitForSelector('.stage-maps[data-behind="false"] .stage-map .scene-box');
      if (view === 'explore') await page.waitForSelector('.scene-map .scene-box');
      for (const size of [laptop, { width: 390, height: 844 }]) {
        await page.setViewportSize(size);
        await expect.poll(() => broken(page), { message: `${view} at ${size.width}` }).toEqual([]);
      }
      await page.setViewportSize(laptop);
    }
  });
});

it('a picture asked for while its run is refused is not to be had, and the page says why and that nothing runs', async () => {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/explore?m=leicester-leicestershire-rutland-2018&o=today&n=10000&v=1`);
  await page.waitForSelector('#results[data-status="refused"]');
  expect(await page.textContent('.problem-note:not(.news)')).toContain('This is too much to simulate here.');
  // As it is seen.
  expect(await page.innerText('#results')).not.toMatch(/being simulated|working out|sharpening/);
  await openShare(page);
  for (const name of ['PNG', 'SVG', 'GIF', 'Word', 'PowerPoint'])
    expect(await page.getByRole('button', { name, exact: true }).isDisabled(), name).toBe(true);
});
