// A chart that is on the screen as an SVG file: its styles written in, its title above and its limits below.
import { wrap } from '../../scene/layout/wrap.ts';
import { FONT, ink } from './ink.ts';
import { el, escapeXml } from '../papers/xml.ts';

/** What a style sheet may have said of a shape or a word; the rest does not show in an SVG. */
const SEEN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'vector-effect',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'display',
];

export interface Around {
  readonly title: string;
  readonly limits: string;
  /** What lies beneath it on the screen, the lowest first, such as the people under the words of the map. */
  readonly beneath?: readonly (SVGSVGElement | HTMLCanvasElement)[];
}

const [MARGIN, TITLE_PX, TEXT_PX] = [16, 20, 14];

export function svgOfElement(element: SVGSVGElement, { title, limits, beneath = [] }: Around): string {
  const { width, height } = element.getBoundingClientRect();
  const heads = wrap(title, width - 2 * MARGIN, TITLE_PX, 3);
  const feet = wrap(limits, width - 2 * MARGIN, TEXT_PX, 4, 'regular');
  const top = MARGIN + heads.length * 26;
  const all = top + height + MARGIN + feet.length * 19 + MARGIN;
  const text = (y: number, words: string, size: number, weight: number) =>
    el('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill: ink.text }, escapeXml(words));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${all}" viewBox="0 0 ${width} ${all}" font-family="${FONT}, sans-serif" role="img" aria-labelledby="onward-title">`,
    el('title', { id: 'onward-title' }, escapeXml(title)),
    el('rect', { width, height: all, fill: ink.paper }),
    ...heads.map((line, at) => text(MARGIN + 16 + at * 26, line, TITLE_PX, 700)),
    `<g transform="translate(0 ${top})">`,
    ...beneath.map((one) =>
      one instanceof HTMLCanvasElement
        ? el('image', { width, height, href: one.toDataURL('image/png') })
        : plainSvg(one),
    ),
    plainSvg(element),
    '</g>',
    ...feet.map((line, at) => text(top + height + MARGIN + 12 + at * 19, line, TEXT_PX, 400)),
    '</svg>',
  ].join('');
}

/** The element alone, its styles written in. */
function plainSvg(element: SVGSVGElement): string {
  const { width, height } = element.getBoundingClientRect();
  const copy = element.cloneNode(true) as SVGSVGElement;
  onPaper(() => inline(element, copy));
  for (const [name, value] of Object.entries({ x: 0, y: 0, width, height })) copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}

/** Paper is white: whatever the theme, styles are read as the light one has them. Nothing is drawn in between. */
function onPaper(read: () => void): void {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  try {
    read();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** Both trees have the same shape, so they are walked side by side. */
function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of SEEN) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  to.removeAttribute('style');
  for (let at = 0; at < from.children.length; at++) inline(from.children[at], to.children[at]);
}
