// A chart drawn as SVG: it needs nothing else, its words fit inside it, and its bars and lines are as long and as high as its numbers.
import { expect, it } from 'vitest';
import fc from '../properties.ts';
import { topOf, type Figure } from '../../ui/export/pictures/figure.ts';
import { figureSvg } from '../../ui/export/pictures/figure-svg.ts';
import { xmlFaults } from './package.ts';

const figure = (parts: Partial<Figure>): Figure => ({
  kind: 'bars',
  name: 'People',
  title: 'People <waiting> & "delayed"',
  finding: 'Fewer people wait.',
  says: 'Ward: 4.',
  unit: 'people',
  of: 'Service',
  categories: ['Ward', 'Home'],
  series: [
    { name: 'Today', values: [4, 2], isToday: true },
    { name: 'Proposed', values: [1, null], low: [0.5, null], high: [2, null] },
  ],
  limits: 'The range covers chance.',
  ...parts,
});

it('writes title, words and limits in, and refers to nothing outside', () => {
  for (const kind of ['bars', 'lines'] as const) {
    const svg = figureSvg(figure({ kind }));
    expect(xmlFaults(svg)).toEqual([]);
    for (const words of [
      'People &lt;waiting&gt; &amp; &quot;delayed&quot;',
      '<desc id="d">Ward: 4.</desc>',
      'The range covers chance.',
      'Proposed',
    ])
      expect(svg).toContain(words);
    expect(svg).not.toMatch(/href|url\(|class=|style=/);
  }
});

it('bars are as long as their numbers', () => {
  const values = fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(values, (numbers) => {
      const svg = figureSvg(
        figure({ categories: numbers.map((_, at) => `Service ${at}`), series: [{ name: 'Now', values: numbers }] }),
      );
      const [, ...rects] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
      expect(rects.length).toBe(numbers.length);
      const whole = rects[0] / (numbers[0] / topOf({ series: [{ name: '', values: numbers }] }));
      numbers.forEach((number, at) => {
        const share = number / topOf({ series: [{ name: '', values: numbers }] });
        // Coordinates have one decimal, and the first bar, by which the others are judged, has it too.
        if (share > 0.02 && numbers[0] / numbers.reduce((a, b) => Math.max(a, b)) > 0.2)
          expect(Math.abs(rects[at] - share * whole)).toBeLessThan(2);
      });
      expect(Math.max(...rects)).toBeLessThanOrEqual(600);
    }),
  );
});

it('a line has a point for every number, and none where nobody could be measured', () => {
  const svg = figureSvg(
    figure({ kind: 'lines', categories: ['a', 'b', 'c'], series: [{ name: 'Now', values: [1, null, 3] }] }),
  );
  const [, line = ''] = /<path d="(M[^"]*)" fill="none" stroke="[^"]*" stroke-width="3"/.exec(svg) ?? [];
  const points = line
    .slice(1)
    .split('L')
    .map((point) => point.split(',').map(Number));
  expect(points.length).toBe(2);
  expect(points[1][1]).toBeLessThan(points[0][1]);
});

it('the top of a scale holds every number and range', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
      const top = topOf({ series: [{ name: '', values: [0], low: [0], high: values }] });
      expect(top).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-12));
      expect(top).toBeGreaterThan(0);
    }),
    { examples: [[[5e-324]], [[1.7e-308]]] },
  );
});
