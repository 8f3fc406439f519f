// Long because one browser goes through all of a presentation. The Present view in a real browser: the story by a clicker's keys alone, two maps that are both the engine's truth, a bad year by
// its rank, a step recorded, a question from the floor, and the speaker's window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { compile, readModel, replicate, rowKeys, UNLIMITED, type Program } from '../../engine/index.ts';
import { censusAt } from '../../engine/study/replication.ts';
import { root } from '../source-files.ts';
import { dayNow, linkNow, openPage, type OpenPage } from './page.ts';

const model = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;
const { seed } = model.experiment;
const story = model.story!;
const YEARS = 20;
const projector = { width: 1024, height: 768 };
const asked = `m=ilkeston-2019&s=${seed}&n=${YEARS}`;

let open: OpenPage;
beforeAll(async () => {
  // Nothing moves unasked, so that each day looked at is a day chosen.
  open = await openPage(`#/present?${asked}&v=1`, { viewport: projector });
  await open.page.waitForSelector('.stage[data-step="0"] .stage-now');
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const done = () => open.page.waitForSelector('.stage[data-status="done"]');
const press = (key: string) => open.page.keyboard.press(key);
const atStep = (step: number) => open.page.waitForSelector(`.stage[data-step="${step}"]`);

async function at(hash: string): Promise<void> {
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}${hash}`);
}

/** Every visible part of the stage that is too small, too wide or scrolls. */
const faults = () =>
  open.page.evaluate(() => {
    const seen = [...document.querySelectorAll('.stage, .stage *')].filter(
      (one) => one.checkVisibility() && !one.closest('.hidden, .transport-day'),
    );
    const px = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
    const hasText = (one: Element) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
    const { scrollWidth, scrollHeight } = document.documentElement;
    const stage = document.querySelector('.stage')!;
    return [
      ...seen.filter((one) => hasText(one) && px(one) < 24).map((one) => `small: ${one.outerHTML.slice(0, 80)}`),
      ...seen.filter((one) => one.matches('h1') && px(one) < 40).map(() => 'small title'),
      ...seen.filter((one) => one.matches('.stage-now b') && px(one) < 72).map(() => 'small number'),
      ...(scrollWidth > innerWidth || scrollHeight > innerHeight ? ['the page scrolls'] : []),
      ...(stage.scrollHeight > stage.clientHeight ? ['the stage is cut off'] : []),
      ...[...stage.children]
        .filter((one) => one.getBoundingClientRect().bottom > innerHeight * 0.951)
        .map((one) => `beyond the margin: ${one.className}`),
    ];
  });

it('goes through the story by a clicker’s keys alone, large enough and whole on a projector', async () => {
  const { page } = open;
  for (const [step, { title, option }] of story.entries()) {
    await atStep(step);
    await page.waitForSelector(option === 'today' ? '.stage-maps[data-maps="1"]' : '.stage-maps[data-maps="2"]');
    await page.waitForSelector('.stage-map canvas');
    await done();
    // Only then is the finding the title, and the picture laid out below it.
    await page.waitForSelector('.stage-maps[data-behind="false"]');
    await judged();
    const [about, found] = await page.$$eval('.stage-about, .stage h1', (all) => all.map((one) => one.textContent));
    expect(about).toBe(title);
    if (found !== undefined)
      expect(found).toMatch(
        /: (about|the model suggests|no )|over the run$| needs? .* and ha(s|ve) | are needed and there are |grows? from [\d.]+ to [\d.]+ people in a year$/,
      );
    await expect.poll(faults, { message: `step ${step}` }).toEqual([]);
    expect(await linkNow(page)).toContain(`&step=${step + 1}&show=${option === 'today' ? 'map' : 'both'}`);
    await press('PageDown');
  }
  await atStep(story.length - 1); // the end is the end
  await press('PageUp');
  await atStep(story.length - 2);
  await press('Home');
  await atStep(0);
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(1);
  await press('Space');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await press('Space');
  await page.getByRole('button', { name: 'Play' }).waitFor();
  const day = await dayNow(page);
  await page.focus('.transport-timeline');
  await press('PageDown'); // here it is a week
  await expect.poll(() => dayNow(page)).toBe(Math.max(0, day - 7));
  await atStep(0);
});

it('has the colour of what is better only on the smaller of two numbers, and says so in words, in every step', async () => {
  const { page } = open;
  await at('#/present?m=ilkeston-2019&n=12&v=1');
  const compared: boolean[] = [];
  for (const step of story.keys()) {
    await atStep(step);
    await done();
    await page.waitForSelector('.stage-maps[data-behind="false"] .stage-now');
    await judged();
    const { numbers, words, below, average } = await page.evaluate(() => {
      const probe = document.querySelector('.stage')!.appendChild(document.createElement('i'));
      probe.style.color = 'var(--better)';
      const better = getComputedStyle(probe).color;
      probe.remove();
      const heads = [...document.querySelectorAll<HTMLElement>('.stage-now')];
      return {
        numbers: heads.map((one) => {
          const number = one.querySelector('b')!;
          const shown = Number(number.textContent!.replaceAll(',', ''));
          return { shown, isBlue: getComputedStyle(number).color === better };
        }),
        words: heads.map((one) => one.innerText),
        below: document.querySelector('.stage-below')!.textContent!,
        average: / (?:and|to) [\d.]+ (fewer|more)\./.exec(document.querySelector('.stage-below')!.textContent!),
      };
    });
    // The second map says how many beside the first, which has said where.
    const [here, beside] = words;
    expect(here).toMatch(/(person waits|people wait) to leave the acute hospital$/);
    if (beside !== undefined) expect(beside).toMatch(/(person waits|people wait): .* today$/);
    expect(numbers.map(({ isBlue }) => isBlue)).toEqual(
      numbers.map(({ shown }, i) => numbers.some((other, j) => j !== i && shown < other.shown)),
    );
    if (numbers.length === 2) {
      const [today, option] = numbers.map(({ shown }) => shown) as [number, number];
      const day = option < today ? 'fewer' : 'more';
      expect(words[1]).toContain(
        option === today ? 'as many as today' : `${Math.abs(option - today)} ${day} than today`,
      );
      // "fewer and 3 more" points neither way.
      const isOneSided = average !== null && !/(fewer|difference) and/.test(below);
      if (isOneSided && option !== today)
        expect(/This day of (one|a \w+) year: the opposite\./.test(below)).toBe(average[1] !== day);
      expect(below).toMatch(
        /^(People waiting on average: likely|No average: one of the two) .*\. (One|This) day of (one|a \w+) year/,
      );
      compared.push(option !== today);
    }
    await press('PageDown');
  }
  // Four steps have two maps, and not all of them the same number twice.
  expect([compared.length, compared.includes(true)]).toEqual([4, true]);
});

/** It is known whether the run settles. */
const judged = () =>
  open.page.waitForFunction(() => !document.querySelector('.stage-below')?.textContent!.includes('being worked out'));

it('gives no average of what turns out not to settle, not even for a moment', async () => {
  const { page } = open;
  await at('#/present?m=ilkeston-2019&n=12&v=1');
  await atStep(0);
  await page.waitForSelector('.stage[data-ahead="true"]');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const see = () => {
      const last = document.querySelector('.stage[data-step="5"] .stage-below')?.textContent;
      if (last) seen.push(last);
    };
    new MutationObserver(see).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await press('End');
  await atStep(5);
  await done();
  await judged();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.at(-1)).toContain('one of the two does not settle');
  expect(seen.filter((said) => said.includes('likely between'))).toEqual([]);
  // What is found is the title, and what the step is about stands above it.
  expect(await page.textContent('.stage h1')).toMatch(
    /: no difference from today can be given$|^\S.*: the queue for .* grows from .* people in a year$/,
  );
  expect(await page.textContent('.stage-about')).toBe(story.at(-1)!.title);
});

/** What the rows of one map say, and its large number. */
const readMaps = () =>
  open.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.stage-map')].map((map) => {
      const of = map.dataset.of!;
      const now = document.querySelector<HTMLElement>(`.stage-now[data-of="${of}"]`)!;
      const rows = [...map.querySelectorAll<SVGElement>('.scene-box')].map((box) => [
        box.dataset.station!,
        Object.fromEntries(
          [...box.querySelectorAll<SVGElement>('[data-measure]')].map((one) => [
            one.dataset.measure!,
            one.textContent!,
          ]),
        ),
      ]);
      return { of, day: Number(now.dataset.day), waiting: Number(now.dataset.waiting), rows: Object.fromEntries(rows) };
    }),
  );

function expectTruth(shown: Awaited<ReturnType<typeof readMaps>>[number], program: Program, replication: number): void {
  const { occupancy, delayed, waiting, places } = censusAt(program, seed, replication, shown.day);
  const acute = program.network.stationIds.indexOf('acute');
  expect(shown.waiting).toBe(delayed[acute]);
  expect(Object.keys(shown.rows)).toEqual(['acute', 'p1', 'p2', 'p3']);
  for (const [id, row] of Object.entries<Record<string, string>>(shown.rows)) {
    const s = program.network.stationIds.indexOf(id);
    const numbers = Object.fromEntries(
      Object.entries(row).map(([measure, text]) => [measure, text.match(/\d+/g)!.map(Number)]),
    );
    if (numbers['in-use']) {
      const [inUse, of] = numbers['in-use'];
      expect([id, inUse, of ?? places[s]]).toEqual([id, occupancy[s], places[s]]);
      if (places[s] < UNLIMITED) expect(/full/.test(row['in-use'])).toBe(occupancy[s] >= places[s]);
    } else expect([id, occupancy[s]]).toEqual([id, delayed[s]]);
    if (numbers.delayed) expect([id, ...numbers.delayed]).toEqual([id, delayed[s]]);
    if (numbers.waiting) expect([id, ...numbers.waiting]).toEqual([id, waiting[s]]);
  }
}

const today = compile(model, { option: 'today' });
const proposed = compile(model, { option: 'proposed-16' });

it('shows both runs as the engine has them, on one day after another', async () => {
  const { page } = open;
  await at(`#/present?${asked}&o=proposed-16&d=118&show=both&v=1`);
  await page.waitForSelector('.stage-map[data-of="option"]');
  await done();
  await page.focus('.transport-timeline');
  const days: number[] = [];
  for (const key of ['ArrowRight', 'PageUp', 'PageUp', 'ArrowLeft', 'End', 'PageDown']) {
    await press(key);
    const day = await dayNow(page);
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('.stage-now')].every(
          ({ dataset }) => Number(dataset.day) === wanted,
        ),
      day,
    );
    const maps = await readMaps();
    expect(maps.map(({ of }) => of)).toEqual(['today', 'option']);
    expectTruth(maps[0], today, 0);
    expectTruth(maps[1], proposed, 0);
    days.push(day);
  }
  expect(new Set(days).size).toBe(6);
});

async function privateWindow(): Promise<Page> {
  const { page } = open;
  const [speaker] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Private window' }).click(),
  ]);
  await speaker.waitForSelector('.choosing-record');
  return speaker;
}

it('chooses a bad year by its rank, keeps what was recorded, and says it all in the link', async () => {
  const { page } = open;
  const at_ = rowKeys(today).findIndex(
    ({ station, measure, statistic, who, day }) =>
      station === 'acute' && measure === 'delayed' && statistic === 'mean' && who === 'all' && day === '',
  );
  const values = Array.from({ length: YEARS }, (_, year) => ({ year, value: replicate(today, seed, year)[at_] }));
  const bad = values.toSorted((a, b) => a.value - b.value)[17].year;
  const speaker = await privateWindow();
  await speaker.getByRole('button', { name: /^Bad year/ }).click();
  await speaker.fill('.choosing-record textarea', 'Say it slowly.');
  await speaker.fill('.choosing-record input', 'A bad year');
  await speaker.getByRole('button', { name: 'Record a step' }).click();
  await speaker.getByText(`Recorded as step ${story.length + 1}.`).waitFor();
  await speaker.getByText(`One of ${YEARS} simulated years (number ${bad + 1}: a bad year).`).waitFor();
  await speaker.close();
  await atStep(story.length);
  expect(await page.textContent('.stage-below')).toMatch(
    /^People waiting on average: .*\. (One|This) day of (one|a \w+) year/,
  );
  await press('Home');
  await atStep(0);
  await press('End');
  await atStep(story.length);
  await expect.poll(() => page.url()).toContain(`&y=${bad}&`);
  const link = await linkNow(page);
  await at(link.slice(open.url.length));
  await atStep(story.length);
  await page.waitForSelector('.stage-map[data-of="option"]');
  expect((await page.$$eval('.stage-about, .stage h1', (all) => all.map((one) => one.textContent)))[0]).toBe(
    'A bad year',
  );
  await expect.poll(async () => (await readMaps()).length).toBe(2);
  const maps = await readMaps();
  expectTruth(maps[0], today, bad);
  expectTruth(maps[1], proposed, bad);
  expect(await linkNow(page)).toBe(link);
});

it('drops to Explore for a question and comes back to the step as it was', async () => {
  const { page } = open;
  await done();
  const before = await linkNow(page);
  await press('Escape');
  await page.waitForSelector('#results[data-status="done"]');
  expect(await linkNow(page)).toBe(
    before.replace('#/present', '#/explore').replace(/&step=.*$/, '') + (await linkNow(page)).match(/&v=.*$/)![0],
  );
  await page.getByRole('button', { name: 'More: Supportive beds' }).click();
  await expect.poll(() => page.url()).toContain('stations.p2.beds=12');
  await press('Escape');
  await atStep(story.length);
  expect(await linkNow(page)).toBe(before);
});

it('tells the private window, and obeys it', async () => {
  const speaker = await privateWindow();
  await speaker.locator('.speaker-notes', { hasText: 'Say it slowly.' }).waitFor();
  expect(await speaker.textContent('.speaker-where')).toMatch(/ · A bad year$/);
  expect(await speaker.textContent('.speaker-next')).toBe('Next: the end');
  await speaker.getByRole('button', { name: 'Back', exact: true }).click();
  await atStep(story.length - 1);
  await speaker.locator('.speaker-where', { hasText: `Step ${story.length} of` }).waitFor();
  await speaker.keyboard.press('Home');
  await atStep(0);
  // Every service with its numbers of the day, for those who cannot see the picture.
  await speaker.getByText('This day as a table').click();
  const [maps] = await readMaps();
  await expect
    .poll(() => speaker.locator('.maps-table tbody tr').first().innerText())
    .toMatch(new RegExp(`\\s${maps!.waiting}\\s`));
  await speaker.close();
});

it('is text and bars on a phone', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 390, height: 844 });
  await at(`#/present?${asked}&o=proposed-16&d=118&show=both&v=1`);
  await page.waitForSelector('.on-phone[data-status="done"] .on-phone-bars li:nth-child(2)');
  const bars = await page.$$eval('.on-phone-bars li', (all) =>
    all.map((one) => Number((one as HTMLElement).dataset.waiting)),
  );
  const acute = today.network.stationIds.indexOf('acute');
  expect(bars).toEqual([today, proposed].map((program) => censusAt(program, seed, 0, 118).delayed[acute]));
  expect(await page.locator('canvas').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
