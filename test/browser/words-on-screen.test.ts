// What every view has written on it: no tactless or too certain word, no logo, no typeface or name of a health service as its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOfModel, views } from '../../ui/views.ts';
import { tactless } from '../tactless.ts';
import { openPage, viewDone, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => void (open = await openPage('about:blank', { reducedMotion: 'reduce' })));
afterAll(() => open?.close());

describe.each(views.map(({ view }) => view))('%s', (view) => {
  it('is tactful, and is nobody else’s', async () => {
    const { page } = open;
    const query = '?m=ilkeston-2019&o=beds-close-first&n=8&v=1';
    await page.goto('about:blank');
    await page.goto(`${open.url}#/${view}${isOfModel(view) ? query : ''}`);
    await page.waitForSelector('main :is(h1, h2)');
    if (isOfModel(view)) await viewDone(page);
    const { text, fonts, pictures, brand } = await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
      const all = [...document.querySelectorAll('body, body *')];
      return {
        text: document.body.innerText,
        fonts: [...new Set(all.map((one) => getComputedStyle(one).fontFamily))],
        pictures: all.filter((one) => one.matches('img, image, picture')).map((one) => one.outerHTML.slice(0, 100)),
        brand: [document.title, document.querySelector('.product')?.textContent ?? ''].join(' '),
      };
    });
    expect(text.length).toBeGreaterThan(40);
    expect(text.match(tactless) ?? []).toEqual([]);
    expect(fonts.filter((font) => /frutiger/i.test(font))).toEqual([]);
    expect(fonts.some((font) => font.includes('Atkinson Hyperlegible'))).toBe(true);
    expect(pictures).toEqual([]);
    expect(brand).not.toMatch(/\bNHS\b/);
  });
});
