// The words on every view: none tactless or too certain, none that readers stumbled over, and no logo, typeface or name of a health service used as its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfModel, views } from '../../ui/address/views.ts';
import { nameWithoutThe, oddWords, placeInDocument } from '../odd-words.ts';
import { tactless } from '../tactless.ts';
import { goToView, openPage, viewDone, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank')));
afterAll(() => open?.close());

/** The study beside an option and as it is today, and a model with prices. */
const links = [
  'm=ilkeston-2019&o=beds-close-first&n=8&v=1',
  'm=ilkeston-2019&o=today&n=2&v=1',
  'm=costs&o=more-at-home&n=2&v=1',
];

const all = views.map(({ view }) => view);

describe.each([...links, ''])('%s', (link) => {
  beforeAll(async () => {
    await open.page.goto('about:blank');
    await open.page.goto(`${open.url}#/help`);
  });

  it.each(all.filter((view) => isOfModel(view) === (link !== '')))(
    '%s is tactful and plain, and is nobody else’s',
    async (view) => {
      const { page } = open;
      await goToView(page, view, link);
      if (isOfModel(view)) await viewDone(page);
      const { text, sentences, fonts, pictures, brand } = await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
        const all = [...document.querySelectorAll('body, body *')];
        return {
          text: document.body.innerText,
          // Without the commands and names that are set as such, and what is for a machine.
          sentences: all
            .filter((one) => one.checkVisibility() && !one.closest('code, pre, textarea, script, style'))
            .flatMap((one) => [...one.childNodes])
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.textContent)
            .join('\n'),
          fonts: [...new Set(all.map((one) => getComputedStyle(one).fontFamily))],
          pictures: all.filter((one) => one.matches('img, image, picture')).map((one) => one.outerHTML.slice(0, 100)),
          brand: [document.title, document.querySelector('.product')?.textContent ?? ''].join(' '),
        };
      });
      expect(text.length).toBeGreaterThan(40);
      expect(text.match(tactless) ?? []).toEqual([]);
      for (const pattern of [oddWords, nameWithoutThe]) expect(text.match(pattern) ?? []).toEqual([]);
      expect(sentences.match(placeInDocument) ?? []).toEqual([]);
      expect(fonts.filter((font) => /frutiger/i.test(font))).toEqual([]);
      expect(fonts.some((font) => font.includes('Atkinson Hyperlegible'))).toBe(true);
      expect(pictures).toEqual([]);
      expect(brand).not.toMatch(/\bNHS\b/);
    },
  );
});
