// The Story view of every model that comes with the page: whole, and in words for ten-year-olds, on a phone.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readabilityOf } from '../readability.ts';
import { root } from '../source-files.ts';
import { openPage, storyTold, type OpenPage } from './page.ts';

const MOST_GRADE = 6;
/** Her answer, the reasons and what it means for everybody, in less than two minutes at two hundred words a minute; behind that come the doubts. */
const MOST_WORDS = 380;

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/story?m=ties&n=2&v=1', { viewport: { width: 390, height: 844 } });
});
afterAll(() => open?.close());
afterEach(() => expect(open.complaints).toEqual([]));

const models = ['models', 'models/learn'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.json') && !file.includes('.schema.'))
    .map((file): [string, number] => {
      const { calendar } = JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
      // As few as have a range, of years on end.
      return [file.replace('.json', ''), calendar.runDays > 1000 ? 2 : 4];
    }),
);

/** In the page that is open, as somebody who follows a link in it: the story of another model begins anew. */
async function storyNext(id: string, replications: number): Promise<void> {
  const { page } = open;
  await page.evaluate((to) => void (location.hash = to), `#/story?m=${id}&n=${replications}&v=1`);
  await page.waitForSelector(`.story[data-status="done"]:has(.story-try[href^="#/explore?m=${id}&"])`);
  await storyTold(page);
}

/** What is read, sentence by sentence: our own words, without those of the document and without a source. */
const textsOf = (within = '.story') =>
  open.page.$$eval(`${within} :is(.story-finding p, h1, h2, p, li)`, (all) =>
    all
      .filter((one) => one.checkVisibility() && !one.closest('.story-about, .story-others, [aria-hidden="true"]'))
      .map((one) => one.cloneNode(true) as HTMLElement)
      .map((one) => {
        for (const cited of one.querySelectorAll('cite')) cited.remove();
        return one.textContent!.trim();
      }),
  );

const panels = () => open.page.$$eval('.story-panel', (all) => all.map((one) => one.getAttribute('data-panel')));

describe.each(models)('%s', (id, replications) => {
  it('has a story, whole and plain', async () => {
    await storyNext(id, replications);
    const { page } = open;
    const texts = await textsOf();
    const { grade, words, sentences } = readabilityOf(texts);
    console.log(`${id}: grade ${grade.toFixed(1)}, ${words} words in ${sentences} sentences`);
    expect(grade).toBeLessThanOrEqual(MOST_GRADE);
    const doubts = await textsOf(':is([data-panel="sure"], [data-panel="unknown"], [data-panel="try"])');
    const first = words - readabilityOf(doubts).words;
    console.log(`${first} words before the doubts`);
    expect(first).toBeLessThanOrEqual(MOST_WORDS);
    for (const text of texts) expect(text).not.toMatch(/NaN|undefined|null|Infinity|\{|\}/);
    const there = await panels();
    const always = ['who', 'today', 'plan', 'everybody', 'often', 'sure', 'unknown', 'try'];
    expect(there).toEqual(expect.arrayContaining(always));
    expect(there.length).toBeGreaterThanOrEqual(8);
    expect(there.length).toBeLessThanOrEqual(10);
    expect(await page.textContent('[data-panel="who"]')).toContain('Joan is not real');
    expect(await page.textContent('[data-panel="who"]')).toContain('she could be you, or your mother');
    // Her answer comes before the reasons for it.
    expect(there.slice(0, 3)).toEqual(['who', 'today', 'plan']);
    // What she waits for is explained where it is first named.
    expect(await page.textContent('[data-panel="who"]')).toMatch(/That is (a bed|help|a team)/);
    // Every kind of mark at a service has its words below.
    const unexplained = await page.$$eval('[data-panel="why"] .story-full', ([full]) => {
      const marks = (of: string) => new Set([...(full?.querySelectorAll(of) ?? [])].map((one) => one.classList.value));
      const explained = marks('.story-key .story-mark');
      return [...marks(':is(.story-places, .story-queue) .story-mark')].filter(
        (one) => !explained.has(one) && !one.includes('cared'),
      );
    });
    expect(unexplained).toEqual([]);
    // One heading of the page, and one of each panel below it.
    const levels = await page.$$eval('main :is(h1, h2, h3, h4)', (all) => all.map((one) => one.tagName));
    expect(levels).toEqual(['H1', ...there.map(() => 'H2')]);
    // Every picture is beside words, and hides nothing from those who listen.
    for (const panel of there)
      expect((await page.textContent(`[data-panel="${panel}"] .story-words`))!.length).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const link = await page.locator('.story-try').getAttribute('href');
    expect(link).toMatch(new RegExp(`^#/explore\\?m=${id}&o=(?!today&)`));
  });
});
