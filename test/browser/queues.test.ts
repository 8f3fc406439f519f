// The queue at a door: everybody who waits there, the longest first; going along it, by hand or by keys, shows whose bed it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile, readModel, verbNumbers } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import { root } from '../source-files.ts';
import { byPerson } from '../ui/days-by-person.ts';
import { frames, openPage, settled, type OpenPage } from './page.ts';

const DAY = 118;
const { ASK, LEAVE, MOVE, READY } = verbNumbers;
const model = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;
const program = compile(model, { option: 'today' });
const { trace } = watch(program, model.experiment.seed, 0);

/** Who waits for a station that day, by the trace alone: whole days since they were ready, the longest first. */
function daysOfQueue(id: string): number[] {
  const station = program.network.stationIds.indexOf(id);
  const since: number[] = [];
  for (const records of byPerson(trace)) {
    const now = records.filter((r) => trace.day[r] <= DAY);
    const moved = now.findLastIndex((r) => trace.verb[r] === MOVE || trace.verb[r] === LEAVE);
    const asked = now.slice(moved + 1).findLast((r) => trace.verb[r] === ASK);
    const ready = now.slice(moved + 1).findLast((r) => trace.verb[r] === READY);
    if (asked !== undefined && ready !== undefined && trace.other[asked] === station) since.push(trace.day[ready]);
  }
  return since.toSorted((a, b) => a - b).map((from) => Math.floor(DAY - from));
}

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(`#/explore?m=ilkeston-2019&o=today&n=4&d=${DAY}&v=1`);
  await settled(open.page);
  await open.page.waitForSelector('.scene-door');
});
afterAll(() => open?.close());

const door = (id: string) => open.page.locator(`.scene-door[data-door="${id}"]`);
const tip = () => open.page.locator('.scene-tip');

it('has one mark for each, as many as the box says', async () => {
  for (const id of ['p1', 'p2', 'p3']) {
    const people = daysOfQueue(id).length;
    expect([id, await door(id).getAttribute('data-people')]).toEqual([id, String(people)]);
    const said = await open.page.locator(`[data-station="${id}"] [data-measure="waiting"]`).allTextContents();
    expect([id, ...said]).toEqual([id, ...(people > 0 ? [`${people} waiting`] : [])]);
  }
  expect(daysOfQueue('p1').length).toBeGreaterThan(3);
});

it('by keys: the longest first, then the next, each shown in their bed; Enter follows them', async () => {
  const { page } = open;
  const days = daysOfQueue('p1');
  const said = (at: number) =>
    `Number ${at + 1} in the queue: in the acute hospital, ready for ${days[at] < 1 ? 'less than a day' : `${days[at]} day${days[at] === 1 ? '' : 's'}`}. Needs Pathway 1: care at home.`;
  const picture = () => page.$eval('canvas.scene-people', (canvas) => (canvas as HTMLCanvasElement).toDataURL());
  await door('p1').focus();
  await expect.poll(() => tip().textContent()).toBe(said(0));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => tip().textContent()).toBe(said(1));
  await page.keyboard.press('End');
  await expect.poll(() => tip().textContent()).toBe(said(days.length - 1));
  await page.keyboard.press('Home');
  await expect.poll(() => tip().textContent()).toBe(said(0));
  await door('p1').blur();
  await expect.poll(() => tip().count()).toBe(0);
  // The bed is marked as long as somebody points: with and without are two pictures, however the map has been laid out meanwhile.
  await expect
    .poll(async () => {
      const without = await picture();
      await door('p1').focus();
      await frames(page, 2);
      const pointed = await picture();
      await door('p1').blur();
      await frames(page, 2);
      return pointed !== without && (await picture()) === without;
    })
    .toBe(true);
  await door('p1').press('Enter');
  await page.waitForSelector('.scene-followed');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.scene-followed').count()).toBe(0);
  await door('p1').blur();
});

it('by hand: the mark that is pointed at', async () => {
  const { page } = open;
  // The first mark stands next to the inlet, at the top; the map may still be laid out anew, and a hand follows it.
  const pointed = async () => {
    const box = (await door('p3').boundingBox())!;
    await page.mouse.move(box.x + box.width - 4, box.y + 4);
    await frames(page, 2);
    return (await tip().allTextContents()).join();
  };
  await expect.poll(pointed).toContain('Number 1 in the queue');
  await page.mouse.move(2, 2);
  await expect.poll(() => tip().count()).toBe(0);
});

it('complains of nothing', () => expect(open.complaints).toEqual([]));
