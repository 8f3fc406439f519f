// Two futures on one press: from Explore to both maps on one clock, the same day and people, and between them the days not spent waiting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile, readModel, verbNumbers } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { root } from '../source-files.ts';
import { shippedModel } from '../models/shipped.ts';
import { daysByPerson, readyThere } from '../ui/days-by-person.ts';
import { openPage, settled, type OpenPage } from './page.ts';

const DAY = 118;
const model = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;

/** By the trace, person by person. */
function daysWaited(option: string): number {
  const { network, ...program } = compile(model, { option });
  const { trace } = watch({ network, ...program }, model.experiment.seed, 0);
  return Math.floor(daysByPerson(trace, network.stationIds.indexOf('acute'), verbNumbers.READY, DAY));
}

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/explore?m=ilkeston-2019&o=proposed-16&n=4&d=${DAY}&v=1`);
  await settled(open.page);
});
afterAll(() => open?.close());

it('has both on the day that was on the map, with the days that the option spares', async () => {
  const { page } = open;
  const [today, option] = ['today', 'proposed-16'].map(daysWaited);
  await expect.poll(() => page.getAttribute('.days-waited', 'data-days')).toBe(String(option));
  await page.click('.days-beside');
  await page.waitForSelector('.stage-map[data-of="today"]');
  await page.waitForSelector('.stage-map[data-of="option"]');
  expect(await page.locator('.stage .transport-date').getAttribute('data-day')).toBe(String(DAY));
  const counter = page.locator('.days-waited[data-option]');
  expect([await counter.getAttribute('data-today'), await counter.getAttribute('data-option')]).toEqual([
    String(today),
    String(option),
  ]);
  expect(today!).toBeGreaterThan(option!);
  expect(await counter.innerText()).toBe(`${today! - option!} hospital days not spent waiting since 3 June`);
  expect(await counter.getAttribute('data-better')).not.toBeNull();
});

it('says how many fewer wait within its half of a small projector, where three digits stand beside three', async () => {
  const { page } = open;
  const bristol = shippedModel('bristol-area-2022');
  const [today, option] = ['today', 'target-stays'].map((id) => {
    const program = compile(bristol, { option: id });
    const { trace } = watch(program, bristol.experiment.seed, 0);
    return readyThere(trace, program.network.stationIds.indexOf('acute'));
  });
  const on = (waits: typeof today, day: number) => waits!.filter(([from, to]) => from <= day && day < to).length;
  // The first day on which all three numbers are as long as they get.
  const days = Array.from({ length: bristol.calendar.runDays }, (_, day) => day);
  const day = days.find((one) => on(option, one) >= 100 && on(today, one) - on(option, one) >= 100)!;
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('about:blank');
  await page.goto(`${open.url}#/present?m=${bristol.id}&o=target-stays&n=1&d=${day}&show=both&v=1`);
  await page.waitForSelector('.stage-maps[data-maps="2"][data-behind="false"] .stage-beside');
  const gap = on(today, day) - on(option, day);
  await expect.poll(() => page.textContent('.stage-beside')).toBe(`${gap} fewer than today`);
  await page.evaluate(() => document.fonts.ready);
  const beyond = await page.$$eval('.stage-now', (all) =>
    all
      .flatMap((half) => {
        const { right } = half.getBoundingClientRect();
        return [...half.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > right + 1);
      })
      .map((one) => one.textContent),
  );
  expect(beyond).toEqual([]);
});

it('complains of nothing', () => expect(open.complaints).toEqual([]));
