// The board paper as slides: the finding is the title, both futures are the picture, charts stay editable, notes come from the story, limits stand on every slide.
import type PptxGenJS from 'pptxgenjs';
import { fromTheBottom, rangeEnds, topOf, type Figure } from '../pictures/figure.ts';
import { coloursOf, FONT, hex, ink } from '../pictures/ink.ts';
import { sayOthers } from '../../shown/numbers-that-matter.ts';
import type { Paper } from './paper.ts';
import { inPages, linesOfItem, linesOfRow, COLUMNS } from './slide-pages.ts';
import { inOrder } from './slides-in-order.ts';

export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

type Slide = PptxGenJS.Slide;
/** Inches, of a slide 13.33 wide and 7.5 high. */
const [LEFT, WIDTH, TOP, HEIGHT] = [0.6, 12.13, 1.75, 5];
/** Points; at the back of a hall less is not read. */
const LEAST = 14;
const MASTER = 'FINDING';

/** Both futures on the day on show. */
export interface SlidePicture {
  /** PNG, as a data address; as wide for its height as the room on a slide. */
  readonly data: string;
  readonly says: string;
}
/** Of the room for a picture: width over height. */
export const PICTURE_RATIO = WIDTH / HEIGHT;

export async function slides(paper: Paper, picture?: SlidePicture): Promise<Uint8Array> {
  const { default: Pptx } = await import('pptxgenjs');
  const deck = new Pptx();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = paper.title;
  deck.author = 'Onward';
  deck.company = '';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  deck.defineSlideMaster(master(paper));
  const add = (title: string, notes: readonly string[]): Slide => {
    const slide = deck.addSlide({ masterName: MASTER });
    slide.addText(title, { placeholder: 'title' });
    slide.addNotes(notes.filter((line) => line !== '').join('\n\n'));
    return slide;
  };

  const [first = paper.question, ...others] = paper.findings;
  const opening = add(first, [
    paper.question,
    ...storyOf(paper, ({ option }) => option === 'today' || option === paper.option),
    picture?.says ?? '',
    paper.about,
  ]);
  if (picture) opening.addImage({ data: picture.data, altText: picture.says, x: LEFT, y: TOP, w: WIDTH, h: HEIGHT });
  else list(opening, [paper.question, paper.about], 20);
  for (const figure of paper.figures) addChart(add(figure.finding, [figure.title, figure.says, figure.limits]), figure);
  // A finding that no chart shows is a title all the same; what it is an answer to stands below.
  for (const finding of others.filter((one) => paper.figures.every((figure) => figure.finding !== one)))
    list(add(finding, paper.howSure), [paper.question], 20);
  inPages(paper.options.rows, linesOfRow, 19).forEach((rows, at, all) => {
    const notes = [
      `${paper.options.caption}.`,
      ...(at === 0 ? storyOf(paper, ({ option }) => option !== 'today' && option !== paper.option) : []),
    ];
    table(add(`${paper.optionsInShort}${which(at, all)}`, notes), [paper.options.head, ...rows]);
  });
  const elsewhere = sayOthers(paper.assumed.rows.length, paper.assumedElsewhere, 'The table of the Word paper');
  const lists = [
    { title: paper.howSure[0] ?? '', items: paper.howSure.slice(1), notes: paper.howSure },
    { title: paper.leftOutInShort, items: paper.leftOut, notes: paper.leftOut },
    {
      title: paper.assumedInShort,
      items: [...(elsewhere === undefined ? [] : [elsewhere]), ...paper.reproduce],
      notes: [...paper.reproduce, elsewhere ?? 'The Word paper lists every assumption with its source.'],
    },
  ];
  for (const { title, items, notes } of lists)
    inPages(items, linesOfItem, 17).forEach((some, at, all) => list(add(title + which(at, all), notes), some, 16));
  return inOrder((await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array);
}

/** A real title, so that outlines and screen readers find it; the document, the mark and the limits stand on every slide. */
function master({ title, mark = '', howSure }: Paper): PptxGenJS.SlideMasterProps {
  const small = { fontFace: FONT, fontSize: LEAST, color: hex(ink.soft) };
  return {
    title: MASTER,
    background: { color: hex(ink.paper) },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: LEFT,
            y: 0.45,
            w: WIDTH,
            h: 1.2,
            fontFace: FONT,
            fontSize: 24,
            bold: true,
            color: hex(ink.text),
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
      { text: { text: title, options: { ...small, x: LEFT, y: 0.1, w: WIDTH - 3, h: 0.35 } } },
      { text: { text: mark, options: { ...small, x: 9.7, y: 0.1, w: 3.03, h: 0.35, bold: true, align: 'right' } } },
      {
        text: {
          text: howSure.at(-1) ?? '',
          options: { ...small, x: LEFT, y: 6.8, w: WIDTH - 1, h: 0.6, valign: 'top' },
        },
      },
    ],
    slideNumber: { x: 12.2, y: 6.8, w: 0.8, h: 0.35, fontFace: FONT, fontSize: LEAST, color: hex(ink.soft) },
  };
}

const which = (at: number, { length }: readonly unknown[]): string => (length > 1 ? ` (${at + 1} of ${length})` : '');

const storyOf = ({ story }: Paper, isMeant: (step: Paper['story'][number]) => boolean): string[] =>
  story.filter(isMeant).map(({ title, say }) => `${title}. ${say}`.trim());

function list(slide: Slide, items: readonly string[], fontSize: number): void {
  slide.addText(
    items.map((item) => ({ text: item, options: { bullet: items.length > 1, breakLine: true, paraSpaceAfter: 6 } })),
    { x: LEFT, y: TOP, w: WIDTH, h: HEIGHT, fontFace: FONT, fontSize, color: hex(ink.text), valign: 'top' },
  );
}

function table(slide: Slide, [head = [], ...rows]: readonly (readonly string[])[]): void {
  const cell = (words: string, bold: boolean) => ({ text: words, options: { bold } });
  slide.addTable(
    [head.map((words) => cell(words, true)), ...rows.map((row) => row.map((words, at) => cell(words, at === 0)))],
    {
      x: LEFT,
      y: TOP,
      w: WIDTH,
      colW: [...COLUMNS],
      fontFace: FONT,
      fontSize: LEAST,
      color: hex(ink.text),
      border: { type: 'solid', pt: 0.75, color: hex(ink.line) },
      margin: 0.06,
    },
  );
}

/** PowerPoint's own chart, with its numbers in it. */
function addChart(slide: Slide, given: Figure): void {
  const figure = given.kind === 'bars' ? fromTheBottom(given) : given;
  const { kind, categories, series, says, unit } = figure;
  const isLines = kind === 'lines';
  const ranges = isLines ? series.flatMap(rangeEnds) : [];
  const all = [...series, ...ranges];
  const data = all.map(({ name, values }) => ({
    name,
    labels: [...categories],
    // What could not be measured is an empty cell; the library's types know only of numbers.
    values: values.map((value) => value as number),
  }));
  const colours = [...coloursOf(series), ...ranges.map(() => ink.range)].map(hex);
  slide.addChart(isLines ? 'line' : 'bar', data, {
    x: LEFT,
    y: TOP,
    w: WIDTH,
    h: HEIGHT,
    altText: says,
    chartColors: colours,
    showLegend: true,
    legendPos: 't',
    legendFontFace: FONT,
    legendFontSize: LEAST,
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: LEAST,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: LEAST,
    valAxisMinVal: 0,
    valAxisMaxVal: unit === '%' ? 100 : topOf(figure),
    showValAxisTitle: true,
    valAxisTitle: unit === '%' ? 'per cent' : unit,
    valAxisTitleFontSize: LEAST,
    dataLabelFontSize: LEAST,
    valGridLine: { color: hex(ink.line), size: 0.75 },
    ...(isLines
      ? {
          lineSize: 2,
          lineDataSymbol: 'none',
          catAxisLabelFrequency: String(Math.max(1, Math.ceil(categories.length / 8))),
        }
      : {
          barDir: 'bar',
          barGapWidthPct: 40,
          showValue: true,
          dataLabelFormatCode: '0',
        }),
  });
}
