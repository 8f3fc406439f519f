// Another language reaches every word of the page: built in one that puts each phrase in brackets, only the model's and the engine's own words stand outside.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPageIn } from '../../tools/catalogue.mjs';
import model from '../../models/ilkeston-2019.json?raw';
import { isOfModel, type View } from '../../ui/views.ts';
import { phrases } from '../../ui/words/phrases.ts';
import { sourceFiles } from '../source-files.ts';
import { openPage, savedNumbers, viewDone, type OpenPage } from './page.ts';

/** What the model says of itself, and what the engine calls numbers and measures: theirs, and no words of the page. */
const own = [
  model.replaceAll('\\"', '"'),
  ...sourceFiles()
    .filter(({ path }) => /^engine\/(document\.ts|distributions\/|measures\/)/.test(path))
    .flatMap(({ text }) => text.match(/'[^'\n]+'|`[^`]+`/g) ?? []),
  // A number the schema has no name for goes by its key.
  ...[...model.matchAll(/(\w+)":/g)].map(([, key]) => key.replace(/[A-Z]/g, (sign) => ` ${sign}`)),
]
  .join('\n')
  .toLowerCase();

const LINK = '?m=ilkeston-2019&o=beds-close-first&n=8&v=1';

const isOwn = (piece: string): boolean => own.includes(piece.toLowerCase());
/** Months and days, which this browser knows in no Welsh; kinds of files; the letters of columns. */
const noWords =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(PNG|SVG|CSV|JSON)\b|\b[ABC] /g;

let folder: string;
let open: OpenPage;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onward-language-'));
  const all = Object.values(phrases).flat();
  await buildPageIn({ tag: 'cy', phrases: Object.fromEntries(all.map((one) => [one, `«${one}»`])) }, folder);
  open = await openPage('about:blank', { reducedMotion: 'reduce' }, folder);
});
afterAll(async () => {
  await open?.close();
  rmSync(folder, { recursive: true, force: true });
});

const trimmed = (text: string): string => text.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, '');

/** What stands in no bracket and is nobody's own, cut where a list or a sentence is. */
function outside(text: string): string[] {
  let depth = 0;
  let rest = '';
  for (const sign of text) {
    if (sign === '«') depth++;
    else if (sign === '»') depth--;
    else if (depth === 0) rest += sign;
    else if (sign === '\n') rest += sign;
  }
  return rest
    .replace(/^npx onward .*$/gm, '')
    .split(/[\n\t,:;·()↕“”]+|\. /)
    .map(trimmed)
    .filter((piece) => !isOwn(piece))
    .map((piece) => trimmed(piece.replace(noWords, ' ')))
    .filter((piece) => /[A-Za-z]{2}/.test(piece) && !isOwn(piece));
}

describe.each<View>(['explore', 'compare', 'outcomes', 'assumptions', 'data', 'report', 'present', 'help'])(
  '%s',
  (view) => {
    it('says all its words in the language', async () => {
      const { page, url, complaints } = open;
      await page.goto('about:blank');
      await page.goto(`${url}#/${view}${isOfModel(view) ? LINK : ''}`);
      await page.waitForSelector('main :is(h1, h2)');
      if (isOfModel(view)) await viewDone(page);
      const { text, language } = await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
        return { text: document.body.innerText, language: document.documentElement.lang };
      });
      expect(language).toBe('cy');
      expect(text.split('«').length).toBeGreaterThan(20);
      expect(outside(text)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);

it('changes no number: what tells cases apart is not said in it', async () => {
  const english = await openPage(`#/explore${LINK}`);
  const numbers = await savedNumbers(english.page);
  await english.close();
  await open.page.goto('about:blank');
  await open.page.goto(`${open.url}#/explore${LINK}`);
  expect(await savedNumbers(open.page)).toBe(numbers);
});
