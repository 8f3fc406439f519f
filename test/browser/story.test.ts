// The Story view on a phone: one person in two futures, honest about what does not settle and what is not known.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../source-files.ts';
import { frames, linkNow, openDocument, openPage, settled, storyTold, type OpenPage } from './page.ts';

const phone = { width: 390, height: 844 };

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank', { viewport: phone })));
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

async function storyAt(query: string): Promise<void> {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/story?${query}`);
  await storyTold(page);
}

const told = () => open.page.textContent('.story');

const panels = () => open.page.$$eval('.story-panel', (all) => all.map((one) => one.getAttribute('data-panel')));

const shipped = (name: string) => JSON.parse(readFileSync(join(root, `models/${name}.json`), 'utf8'));

async function storyOf(model: object): Promise<void> {
  const { page, url } = open;
  await page.goto('about:blank');
  await page.goto(`${url}#/story?m=ties&n=2&v=1`);
  await page.waitForSelector('.story[data-status="done"]');
  await openDocument(page, model);
  const { title } = model as { title: string };
  await page.waitForFunction((name) => document.querySelector('.story h1')?.textContent?.includes(name), title);
  await page.waitForSelector('.story[data-status="done"]');
}

describe('the story', () => {
  it('keeps the finding at the top of the screen while one scrolls to the end', async () => {
    await storyAt('m=winter&n=4&v=1');
    const { page } = open;
    const finding = page.locator('.story-finding');
    expect((await finding.textContent())!.split(/\s+/).length).toBeLessThanOrEqual(25);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeGreaterThan(3 * phone.height);
    for (let top = phone.height; top < height; top += phone.height) {
      await page.evaluate((to) => scrollTo(0, to), top);
      await frames(page, 2);
      const { y } = (await finding.boundingBox())!;
      expect(Math.abs(y), `scrolled to ${top}`).toBeLessThanOrEqual(1);
      const isSeen = await finding.evaluate((one) =>
        one.contains(document.elementFromPoint(195, one.getBoundingClientRect().height / 2)),
      );
      expect(isSeen).toBe(true);
    }
  });

  it('gives no number of what turns out not to settle, not even for a moment', async () => {
    const { page, url } = open;
    await page.addInitScript(() => {
      const seen = ((window as unknown as { seen: string[] }).seen = []) as string[];
      const look = () => {
        const text = document.querySelector('.story-finding')?.textContent;
        if (text && seen.at(-1) !== text) seen.push(text);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.goto('about:blank');
    await page.goto(`${url}#/story?m=ilkeston-2019&o=proposed-16&k=busy-winter&n=40&v=1`);
    await storyTold(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.at(-1)).toContain('a queue keeps growing');
    expect(seen.slice(0, -1).filter((text) => /likely|\d/.test(text))).toEqual([]);
  });

  it('of another plan begins at its top, and no head or number of what changes is broken', async () => {
    await storyAt('m=ilkeston-2019&o=proposed-16&n=4&v=1');
    const { page } = open;
    await page.locator('.story-others a').last().click();
    await page.waitForFunction(() => document.activeElement?.matches('.story h1'));
    expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top)).toBeLessThan(
      phone.height / 2,
    );
    await storyAt('m=bristol-area-2022&n=2&v=1');
    const lines = await page.$$eval('.story-changes :is(thead th, td)', (all) =>
      all.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4))).size;
      }),
    );
    expect(lines.length).toBeGreaterThan(5);
    expect(Math.max(...lines)).toBe(1);
  });

  it('follows one person in two futures with the same random numbers, and says for how many it goes so', async () => {
    await storyAt('m=ilkeston-2019&o=proposed-16&n=4&v=1');
    const { page } = open;
    const [now, planned] = await Promise.all(
      ['today', 'plan'].map((panel) =>
        page.$$eval(`[data-panel="${panel}"] .story-steps li`, (all) => all.map((one) => one.textContent!)),
      ),
    );
    const dayOf = (line: string) => line.split(':')[0];
    // The same day, and the same care for as long.
    expect(dayOf(planned[0])).toBe(dayOf(now[0]));
    const care = (lines: string[]) => lines.find((line) => line.includes('Her care there'))!.replace(/^[^:]*/, '');
    expect(care(planned)).toBe(care(now));
    // No wait is drawn on a day that the words call the same.
    expect(planned.join()).not.toMatch(/wait/);
    const waits = (side: number) =>
      page.locator('[data-panel="plan"] .story-way').nth(side).locator('.story-span.waits').count();
    expect([await waits(0), await waits(1)]).toEqual([1, 0]);
    expect(now.join()).toMatch(/has to wait in her bed\. She waits \d+ days/);
    expect(await told()).toMatch(/Of the \d+ people who had to wait in this one made-up run, \d+ would wait less/);
    expect(await page.textContent('[data-panel="why"]')).toMatch(/All 24 beds at .*were full/);
    // As many beds as there are, all full, and the queue at the door with her at its end.
    const bedsOf = (tone: string) => page.locator(`[data-panel="why"] .story-places .story-mark.${tone}`).count();
    const [cared, other] = [await bedsOf('cared'), await bedsOf('other')];
    expect(cared + other).toBe(24);
    // Why it is full: as many are drawn as are said.
    expect(other).toBeGreaterThan(0);
    expect(await page.textContent('[data-panel="why"]')).toMatch(
      new RegExp(`But ${other} (person|people) in there need`),
    );
    // No heading ends in a line of one word.
    const lastLines = await page.$$eval('.story h2', (all) =>
      all.flatMap((one) => {
        // Each heading is one run of text.
        const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode()!;
        const range = document.createRange();
        const tops = [...text.textContent!.matchAll(/\S+/g)].map(({ index, 0: word }) => {
          range.setStart(text, index);
          range.setEnd(text, Math.min(index + word.length, text.textContent!.length));
          return range.getBoundingClientRect().top;
        });
        return tops[0] === tops.at(-1) ? [] : [tops.filter((top) => top === tops.at(-1)).length];
      }),
    );
    expect(Math.min(...lastLines)).toBeGreaterThan(1);
    expect(await page.locator('[data-panel="why"] .story-queue .story-mark.waits').count()).toBe(1);
    expect(await page.textContent('[data-panel="harm"] cite')).toMatch(/Derby and Derbyshire.*7 June 2019/);
  });

  it('gives no average of what does not settle', async () => {
    await storyAt('m=ilkeston-2019&o=proposed-16&n=100&v=1');
    const { page } = open;
    const everybody = (await page.textContent('[data-panel="everybody"] .story-words'))!;
    const [today, plan] = everybody.split(/(?=With the plan)/);
    expect(today).toMatch(/keeps growing.*In all, \d+ people wait in the first week, and \d+ people in the last week/);
    expect(today).not.toMatch(/usual day|adds up/);
    expect(plan).toMatch(/about \d+ people wait on a usual day/);
    expect(await page.textContent('[data-panel="often"]')).toMatch(/Today, a queue keeps growing.*we give no number/);
    await storyAt('m=bristol-area-2022&n=8&v=1');
    const rows = await page.locator('[data-panel="everybody"] .story-crowd b').allTextContents();
    expect(rows).toEqual(['Today, first week', 'Today, last week', 'With the plan, last week']);
    expect(await page.textContent('[data-panel="everybody"]')).toMatch(
      /With the plan, .* people wait in the last week/,
    );
    expect(await told()).not.toMatch(/wait on a usual day|Shared out/);
  });

  it('says what it comes to, how often it is bad and how sure that is, where it settles', async () => {
    const at = '#/story?m=one-queue&o=one-more-bed&n=20&v=1';
    const { page, complaints, close } = await openPage(at, { viewport: phone, hasAllWorlds: true });
    await storyTold(page);
    expect(await page.textContent('[data-panel="everybody"]')).toMatch(/on a usual day.*adds up to about [\d,]+ days/);
    expect(await page.textContent('[data-panel="often"]')).toMatch(/on \d days? in 10|no day when|hardly a day/);
    expect(await page.locator('.story-ten').first().locator('i').count()).toBe(10);
    const sure = page.locator('[data-panel="sure"]');
    expect(await sure.textContent()).toMatch(/It tried 20 times.*likely/);
    expect(await sure.textContent()).toMatch(/was told \d+ numbers/);
    // The worlds come after everything else.
    await expect.poll(() => sure.textContent()).toMatch(/tried 200 other worlds.*(In \d+ of the|In all|In none)/);
    expect(await sure.locator('[data-world]').count()).toBe(200);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is honest about a model with one option, without a story, where nobody waits', async () => {
    const { page } = open;
    const { options: _, story: __, ...alone } = shipped('learn/stay');
    await storyOf({ ...alone, id: 'alone', title: 'Alone' });
    expect(await panels()).not.toContain('plan');
    expect(await told()).not.toMatch(/the plan/i);
    expect(await page.locator('.story-try').getAttribute('href')).toMatch(/^#\/explore/);
    const roomy = shipped('ilkeston-2019');
    roomy.stations.p1.places = 400;
    roomy.stations.p2.beds = 200;
    roomy.stations.p3.beds = 400;
    delete roomy.options;
    delete roomy.story;
    delete roomy.evidence;
    delete roomy.conditions;
    roomy.experiment.replications = 8;
    await storyOf({ ...roomy, id: 'roomy', title: 'Roomy' });
    expect(await told()).toMatch(/She does not have to wait/);
    expect(await told()).toMatch(/Today, nobody waits on a usual day/);
    expect(await panels()).not.toContain('why');
  });

  it('is shared by its link with the option it tells of, and leads to Explore at that option', async () => {
    const { page, url } = open;
    const allWorlds = () => page.waitForSelector('.story-worlds');
    await storyAt('m=ilkeston-2019&o=beds-32&n=4&v=1');
    await allWorlds();
    const [link, words] = [await linkNow(page), await told()];
    expect(link).toMatch(/#\/story\?m=ilkeston-2019&o=beds-32/);
    await storyAt(link.slice(link.indexOf('?') + 1));
    await allWorlds();
    expect(await told()).toBe(words);
    await page.getByRole('link', { name: 'Ward beds close first' }).click();
    await page.waitForFunction(() =>
      document.querySelector('[data-panel="plan"]')?.textContent?.includes('close first'),
    );
    await page.waitForSelector('.story[data-status="done"]');
    await page.getByRole('link', { name: 'Try it in Explore' }).click();
    await expect.poll(() => page.url()).toMatch(/#\/explore\?.*o=beds-close-first/);
    expect(page.url().startsWith(url)).toBe(true);
    await settled(page);
  });

  it('moves nothing by itself, and takes the wheel from nobody', async () => {
    await storyAt('m=ties&n=2&v=1');
    const { page } = open;
    const moving = await page.$$eval(
      '.story, .story *',
      (all) =>
        all.filter((one) => {
          const { animationName, scrollSnapType, transitionDuration } = getComputedStyle(one);
          return animationName !== 'none' || scrollSnapType !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration);
        }).length,
    );
    expect(moving).toBe(0);
    await page.mouse.move(200, 500);
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(300);
  });
});
