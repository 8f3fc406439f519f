// The board paper as slides: one finding each, charts that stay editable, speaker notes from the story, limits on every slide.
import type PptxGenJS from 'pptxgenjs';
import { fromTheBottom, rangeEnds, topOf, type Figure } from '../pictures/figure.ts';
import { coloursOf, FONT, hex, ink } from '../pictures/ink.ts';
import type { Paper, TextTable } from './paper.ts';
import { inOrder } from './slides-in-order.ts';

export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

type Slide = PptxGenJS.Slide;
/** Inches, of a slide 13.33 wide and 7.5 high. */
const [LEFT, WIDTH] = [0.6, 12.13];
const MASTER = 'FINDING';

export async function slides(paper: Paper): Promise<Uint8Array> {
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

  text(
    add(paper.title, [paper.question, ...storyOf(paper, 'today'), paper.about]),
    [paper.question, paper.about],
    1.9,
    3.6,
    22,
  );
  paper.findings.forEach((finding, at, all) => {
    text(
      add(`What the model suggests${which(at, all)}`, [finding, ...storyOf(paper, paper.option), ...paper.howSure]),
      [finding],
      1.9,
      3.6,
      32,
    );
  });
  for (const figure of paper.figures) {
    const slide = add(figure.title, [figure.says, figure.limits]);
    addChart(slide, figure);
  }
  pages(paper.options).forEach((page, at, all) => {
    const notes = [`${paper.options.caption}.`, ...(at === 0 ? otherStory(paper) : [])];
    table(add(`The options${which(at, all)}`, notes), page);
  });
  list(add('How sure this is', paper.howSure), paper.howSure);
  list(add('What is left out', [paper.assumedInShort, ...paper.leftOut]), paper.leftOut, 15);
  list(
    add('What is assumed, and how to reproduce it', [
      ...paper.reproduce,
      'The Word paper lists every assumption with its source.',
    ]),
    [paper.assumedInShort, ...paper.reproduce],
    16,
  );
  return inOrder((await deck.write({ outputType: 'uint8array', compression: true })) as Uint8Array);
}

/** A real title, so that outlines and screen readers find it; the mark and the limits stand on every slide. */
function master({ mark = '', howSure }: Paper): PptxGenJS.SlideMasterProps {
  const small = { fontFace: FONT, fontSize: 11, color: hex(ink.soft) };
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
            fontSize: 30,
            bold: true,
            color: hex(ink.text),
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
      { text: { text: mark, options: { ...small, x: LEFT, y: 0.1, w: WIDTH, h: 0.35, bold: true, align: 'right' } } },
      {
        text: {
          text: howSure.at(-1) ?? '',
          options: { ...small, x: LEFT, y: 6.85, w: WIDTH - 1, h: 0.5, valign: 'top' },
        },
      },
    ],
    slideNumber: { x: 12.4, y: 6.85, w: 0.6, h: 0.3, fontFace: FONT, fontSize: 11, color: hex(ink.soft) },
  };
}

const which = (at: number, { length }: readonly unknown[]): string => (length > 1 ? ` (${at + 1} of ${length})` : '');

const storyOf = ({ story }: Paper, option: string): string[] =>
  story.filter((step) => step.option === option).map(({ title, say }) => `${title}. ${say}`.trim());

/** Steps that are on no other slide. */
const otherStory = ({ story, option }: Paper): string[] =>
  story
    .filter((step) => step.option !== option && step.option !== 'today')
    .map(({ title, say }) => `${title}. ${say}`.trim());

function text(slide: Slide, lines: readonly string[], y: number, h: number, fontSize: number): void {
  slide.addText(
    lines.map((line) => ({ text: line, options: { breakLine: true, paraSpaceAfter: 12 } })),
    { x: LEFT, y, w: WIDTH, h, fontFace: FONT, fontSize, color: hex(ink.text), valign: 'top', fit: 'shrink' },
  );
}

function list(slide: Slide, items: readonly string[], fontSize = 20): void {
  slide.addText(
    items.map((item) => ({ text: item, options: { bullet: true, breakLine: true, paraSpaceAfter: 6 } })),
    { x: LEFT, y: 1.75, w: WIDTH, h: 5, fontFace: FONT, fontSize, color: hex(ink.text), valign: 'top', fit: 'shrink' },
  );
}

/** Inches; and of the letters of a table, how many stand in one and how many lines on a slide. */
const COLUMNS = [2.5, 3.43, 2.4, 2.4, 1.4];
const [LETTERS_AN_INCH, MOST_LINES] = [11, 20];

const linesOf = (row: readonly string[]): number =>
  Math.max(...row.map((words, at) => Math.ceil((words.length || 1) / (LETTERS_AN_INCH * COLUMNS[at])))) + 0.5;

/** On as few slides as there is room for, each about as full: none with a row left over. */
function pages(table: TextTable): TextTable[] {
  const fewest = pagesOf(table, MOST_LINES).length;
  let most = MOST_LINES;
  while (most > 1 && pagesOf(table, most - 1).length === fewest) most--;
  return pagesOf(table, most);
}

/** As many rows on a slide as have room in so many lines, at least one. */
function pagesOf({ rows, ...rest }: TextTable, most: number): TextTable[] {
  const all: (readonly string[])[][] = [[]];
  let lines = 0;
  for (const row of rows) {
    lines += linesOf(row);
    if (lines > most && all.at(-1)!.length > 0) {
      all.push([]);
      lines = linesOf(row);
    }
    all.at(-1)!.push(row);
  }
  return all.map((some) => ({ ...rest, rows: some }));
}

function table(slide: Slide, { head, rows }: TextTable): void {
  const cell = (words: string, bold: boolean) => ({ text: words, options: { bold } });
  slide.addTable(
    [head.map((words) => cell(words, true)), ...rows.map((row) => row.map((words, at) => cell(words, at === 0)))],
    {
      x: LEFT,
      y: 1.75,
      w: WIDTH,
      colW: COLUMNS,
      fontFace: FONT,
      fontSize: 13,
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
    y: 1.7,
    w: WIDTH,
    h: 5.05,
    altText: says,
    chartColors: colours,
    showLegend: true,
    legendPos: 't',
    legendFontFace: FONT,
    legendFontSize: 13,
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 12,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 12,
    valAxisMinVal: 0,
    valAxisMaxVal: unit === '%' ? 100 : topOf(figure),
    showValAxisTitle: true,
    valAxisTitle: unit === '%' ? 'per cent' : unit,
    valAxisTitleFontSize: 12,
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
          dataLabelFontSize: 12,
        }),
  });
}
