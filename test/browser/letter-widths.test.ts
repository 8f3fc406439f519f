// Words are never wider than the layout assumes, nor so much narrower that it leaves out words that would fit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textPx } from '../../ui/scene/layout/letter-widths.ts';
import { root } from '../source-files.ts';
import { openPage, type OpenPage } from './page.ts';

let open: OpenPage;
beforeAll(async () => {
  open = await openPage('#/help');
});
afterAll(() => open?.close());

const files = readdirSync(join(root, 'models')).filter((name) => /^(?!model\.schema).*\.json$/.test(name));
const labels = files.flatMap((name) => {
  const { stations } = JSON.parse(readFileSync(join(root, 'models', name), 'utf8')) as {
    stations: Record<string, { label: string }>;
  };
  return Object.values(stations).map(({ label }) => label);
});
const numbers = ['24 full · 6 waiting', '27 of 27 full · 111 waiting', '576/576', '1,688 so far', '18 delayed'];

it.each(['regular', 'bold'] as const)('in %s letters', async (weight) => {
  const texts = [...new Set([...labels, ...numbers])];
  expect(texts.length).toBeGreaterThan(50);
  const widths = await open.page.evaluate(
    async ({ texts: all, css }) => {
      await document.fonts.load(`${css} 100px "Atkinson Hyperlegible"`, 'a0');
      const span = document.body.appendChild(document.createElement('span'));
      span.style.cssText = `position: absolute; white-space: pre; font-size: 100px; font-weight: ${css}; font-variant-numeric: tabular-nums`;
      return all.map((text) => {
        span.textContent = text;
        return span.getBoundingClientRect().width;
      });
    },
    { texts, css: weight === 'bold' ? 700 : 400 },
  );
  const off = texts.map((text, i) => ({ text, share: textPx(text, 100, weight) / widths[i] }));
  expect(off.filter(({ share }) => share < 1 || share > 1.1)).toEqual([]);
});

it('sets its figures with an open zero: nothing is drawn in the middle of one', async () => {
  const ink = await open.page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 100, height: 140 });
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    return Promise.all(
      [400, 700].map(async (weight) => {
        context.font = `${weight} 120px "Atkinson Hyperlegible"`;
        await document.fonts.load(context.font, '08');
        const middleOf = (figure: string) => {
          context.clearRect(0, 0, 100, 140);
          const { width, actualBoundingBoxAscent: tall } = context.measureText(figure);
          context.fillText(figure, 0, 130);
          const { data } = context.getImageData(Math.round(width / 2) - 4, Math.round(130 - tall / 2) - 4, 8, 8);
          return data.filter((_, at) => at % 4 === 3).reduce((sum, alpha) => sum + alpha, 0);
        };
        return ['0', '8'].map(middleOf);
      }),
    );
  });
  for (const [zero, eight] of ink) {
    expect(zero).toBe(0);
    expect(eight).toBeGreaterThan(0);
  }
});
