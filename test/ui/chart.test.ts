// Lines and bands of no points: nothing is drawn, on the page and in what is taken away, and nothing is an error to a browser.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { figureSvg } from '../../ui/export/pictures/figure-svg.ts';
import { Chart } from '../../ui/parts/chart/chart.tsx';
import { bandBetween, lineThrough } from '../../ui/ground/line-through.ts';

const NONE = [Number.NaN, Number.NaN, Number.NaN];
const pathsIn = (markup: string) => [...markup.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!);
/** As a browser reads it: it begins somewhere, and every letter is followed by a number, or ends the path. */
const isPath = (d: string) => /^M-?\d/.test(d) && !/[A-Yac-y](?![-\d.])/.test(d) && !d.includes('NaN');

describe('a chart', () => {
  const drawn = (more: object) =>
    renderToStaticMarkup(createElement(Chart, { line: [1, 2, 4], ticks: [], says: 'Weeks', ...more }));

  it('of weeks that lie outside the run has no band', () => {
    const markup = drawn({ band: { low: NONE, high: NONE }, beside: NONE });
    expect(pathsIn(markup).filter((d) => !isPath(d))).toEqual([]);
    expect(markup).not.toContain('chart-band');
    expect(markup).not.toContain('chart-beside');
    expect(markup).toContain('chart-line');
  });

  it.each([{ line: [] }, { line: NONE }, { line: [3] }, { line: [], band: { low: [], high: [] } }])(
    'of %j is no error',
    (more) => expect(pathsIn(drawn(more)).filter((d) => !isPath(d))).toEqual([]),
  );

  it('has the band of the weeks that do lie in it', () => {
    // Two of three points: up along 2 and 3, back along 1 and 1; the scale ends at 4, so 100 high: 4 is 0, 3 is 25, 2 is 50, 1 is 75.
    const markup = drawn({ band: { low: [Number.NaN, 1, 1], high: [Number.NaN, 2, 3] } });
    expect(markup).toContain('d="M500.0,50.00L1000.0,25.00L1000.0,75.00L500.0,75.00Z"');
  });
});

it('a picture to take away draws no line of no numbers', () => {
  const values = [null, null];
  const figure = {
    kind: 'lines' as const,
    name: 'weeks',
    title: 'Weeks',
    says: 'Weeks.',
    unit: 'people',
    of: 'Week',
    categories: ['1 Apr', '8 Apr'],
    series: [
      { name: 'Today', values, low: values, high: values, isToday: true },
      { name: 'Option', values: [Number.NaN, Number.NaN], isToday: false },
    ],
    limits: '',
    finding: '',
  };
  expect(pathsIn(figureSvg(figure)).filter((d) => !isPath(d))).toEqual([]);
});

it('no points are no path', () => {
  expect([lineThrough([]), bandBetween([], ['1,2']), bandBetween(['1,2'], [])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(bandBetween(['0,1', '2,1'], ['0,3', '2,4'])).toBe('M0,1L2,1L2,4L0,3Z');
});
