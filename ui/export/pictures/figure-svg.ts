// A chart drawn as one SVG that needs nothing else: its title, scale, key and limits are written in. Pure: data in, text out.
import { wrap } from '../../scene/layout/wrap.ts';
import { bandBetween, lineThrough } from '../../ground/line-through.ts';
import { topOf, type Figure, type Series } from './figure.ts';
import { coloursOf, FONT, ink } from './ink.ts';
import { el, escapeXml } from '../papers/xml.ts';
import { sayCount } from '../../words/numbers/count.ts';

export const WIDTH = 960;
const [MARGIN, RIGHT] = [28, 932];
const TITLE_PX = 24;
const TEXT_PX = 15;

export function figureSvg(figure: Figure): string {
  const { title, says, series, limits, kind, unit } = figure;
  const titleLines = wrap(title, RIGHT - MARGIN, TITLE_PX, 3);
  const keyY = 30 + titleLines.length * 30;
  const keys = keyLines(series);
  const top = keyY + keys.length * 24 + 26;
  const plot = kind === 'lines' ? linesPlot(figure, top) : barsPlot(figure, top);
  const limitLines = wrap(limits, RIGHT - MARGIN, TEXT_PX, 4, 'regular');
  const height = plot.bottom + 26 + limitLines.length * 20 + 14;
  const text = (x: number, y: number, words: string, more: Record<string, string | number> = {}) =>
    el('text', { x, y, 'font-size': TEXT_PX, fill: ink.text, ...more }, escapeXml(words));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}, sans-serif" role="img" aria-labelledby="t d">`,
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(says)}</desc>`,
    el('rect', { width: WIDTH, height, fill: ink.paper }),
    ...titleLines.map((line, at) => text(MARGIN, 36 + at * 30, line, { 'font-size': TITLE_PX, 'font-weight': 700 })),
    ...keys.flatMap((line, at) => line.map((one) => keyMark(one, keyY + 10 + at * 24, series, text))),
    text(MARGIN, top - 12, unit === '%' ? 'per cent' : unit, { fill: ink.soft }),
    ...plot.parts,
    ...limitLines.map((line, at) => text(MARGIN, plot.bottom + 30 + at * 20, line, { fill: ink.soft })),
    '</svg>',
  ].join('');
}

interface Key {
  readonly at: number;
  readonly x: number;
  readonly name: string;
}

/** As many names on a line as fit. */
function keyLines(series: readonly Series[]): Key[][] {
  const lines: Key[][] = [[]];
  let x = MARGIN;
  series.forEach(({ name }, at) => {
    const [said] = wrap(name, RIGHT - MARGIN - 60, TEXT_PX, 1, 'regular');
    const width = 44 + said!.length * TEXT_PX * 0.53 + 24;
    if (x + width > RIGHT && lines.at(-1)!.length > 0) {
      lines.push([]);
      x = MARGIN;
    }
    lines.at(-1)!.push({ at, x, name: said! });
    x += width;
  });
  return lines;
}

function keyMark(
  { at, x, name }: Key,
  y: number,
  series: readonly Series[],
  text: (x: number, y: number, words: string) => string,
): string {
  const dash: Record<string, string> = series[at].isToday ? { 'stroke-dasharray': '7 5' } : {};
  return (
    el('path', { d: `M${x},${y - 5}h34`, stroke: coloursOf(series)[at], 'stroke-width': 5, fill: 'none', ...dash }) +
    text(x + 42, y, name)
  );
}

interface Plot {
  readonly parts: string[];
  readonly bottom: number;
}

const [PLOT_LEFT, PLOT_HEIGHT] = [76, 300];

function linesPlot(figure: Figure, y0: number): Plot {
  const { series, categories } = figure;
  const top = topOf(figure);
  const last = Math.max(1, categories.length - 1);
  const x = (at: number) => round(PLOT_LEFT + (at / last) * (RIGHT - PLOT_LEFT));
  const y = (value: number) => round(y0 + PLOT_HEIGHT - (Math.max(0, value) / top) * PLOT_HEIGHT);
  const colours = coloursOf(series);
  const points = (values: readonly (number | null)[]) =>
    values.flatMap((value, at) => (value === null || !Number.isFinite(value) ? [] : [`${x(at)},${y(value)}`]));
  const bands = series.flatMap(({ low, high }, at) => {
    const d = low && high && bandBetween(points(high), points(low));
    return d ? [el('path', { d, fill: colours[at], 'fill-opacity': 0.2 })] : [];
  });
  const lines = series.flatMap(({ values, isToday }, at) => {
    const d = lineThrough(points(values));
    const dash: Record<string, string> = isToday ? { 'stroke-dasharray': '8 6' } : {};
    return d ? [el('path', { d, fill: 'none', stroke: colours[at], 'stroke-width': 3, ...dash })] : [];
  });
  const step = Math.max(1, Math.ceil(categories.length / 6));
  const ticks = categories.flatMap((label, at) =>
    at % step === 0 && x(at) < RIGHT - 40
      ? [axisText(x(at), y0 + PLOT_HEIGHT + 24, label, at === 0 ? 'start' : 'middle')]
      : [],
  );
  const scale = [0, top / 2, top].flatMap((value) => [
    el('path', { d: `M${PLOT_LEFT},${y(value)}H${RIGHT}`, stroke: ink.line }),
    axisText(PLOT_LEFT - 10, y(value) + 5, sayTick(value), 'end'),
  ]);
  return { parts: [...scale, ...bands, ...lines, ...ticks], bottom: y0 + PLOT_HEIGHT + 28 };
}

const [LABEL_WIDTH, BAR_PX, GAP_PX] = [290, 18, 16];

function barsPlot(figure: Figure, y0: number): Plot {
  const { series, categories, unit } = figure;
  const top = unit === '%' ? 100 : topOf(figure);
  const left = MARGIN + LABEL_WIDTH;
  const x = (value: number) => round(left + (Math.max(0, value) / top) * (RIGHT - 64 - left));
  const colours = coloursOf(series);
  const rowPx = series.length * (BAR_PX + 3) + GAP_PX;
  const bottom = y0 + categories.length * rowPx;
  const scale = [0, top / 2, top].flatMap((value) => [
    el('path', { d: `M${x(value)},${y0}V${bottom}`, stroke: ink.line }),
    axisText(x(value), bottom + 20, sayTick(value), 'middle'),
  ]);
  const rows = categories.flatMap((category, at) => {
    const y = y0 + at * rowPx + GAP_PX / 2;
    const middle = y + (series.length * (BAR_PX + 3)) / 2;
    const label = wrap(category, LABEL_WIDTH - 14, TEXT_PX, 2, 'regular');
    return [
      ...label.map((line, n) => axisText(left - 12, middle + 5 + (n - (label.length - 1) / 2) * 17, line, 'end')),
      ...series.flatMap((one, s) => bar(one, at, y + s * (BAR_PX + 3), x, colours[s], unit)),
    ];
  });
  return { parts: [...scale, ...rows], bottom: bottom + 24 };
}

function bar(
  { values, low, high, isToday }: Series,
  at: number,
  y: number,
  x: (value: number) => number,
  colour: string,
  unit: string,
): string[] {
  const value = values[at];
  if (value === null || value === undefined) return [];
  const [from, to] = [low?.[at], high?.[at]];
  const isRange = typeof from === 'number' && typeof to === 'number' && to > from;
  const end = Math.max(x(value), isRange ? x(to) : 0);
  return [
    el('rect', {
      x: x(0),
      y,
      width: round(x(value) - x(0)),
      height: BAR_PX,
      fill: colour,
      ...(isToday && { 'fill-opacity': 0.55 }),
    }),
    ...(isRange
      ? [
          el('path', {
            d: `M${x(from)},${y + BAR_PX / 2}H${x(to)}M${x(from)},${y + 4}v10M${x(to)},${y + 4}v10`,
            stroke: ink.text,
            fill: 'none',
          }),
        ]
      : []),
    axisText(end + 8, y + 14, `${sayTick(value)}${unit === '%' ? ' %' : ''}`, 'start'),
  ];
}

const axisText = (x: number, y: number, words: string, anchor: string): string =>
  el('text', { x, y: round(y), 'font-size': TEXT_PX, fill: ink.text, 'text-anchor': anchor }, escapeXml(words));

const sayTick = (value: number): string => sayCount(value >= 10 ? Math.round(value) : Number(value.toFixed(1)));
const round = (value: number): number => Math.round(value * 10) / 10;
