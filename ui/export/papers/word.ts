// The board paper as a Word document: real headings, tables with header rows, charts that stay editable, and alt texts.
import type { FileChild, IRunOptions } from 'docx';
import { fromTheBottom, rangeEnds, topOf, type Figure } from '../pictures/figure.ts';
import { coloursOf, FONT, hex, ink } from '../pictures/ink.ts';
import { sayOthers } from '../../shown/numbers-that-matter.ts';
import type { Paper, TextTable } from './paper.ts';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Both parts of the package, so that the library comes only when a paper is asked for. */
const load = async () => ({ ...(await import('docx')), ...(await import('docx/charts')) });
type Docx = Awaited<ReturnType<typeof load>>;

export async function wordPaper(paper: Paper): Promise<ArrayBuffer> {
  const docx = await load();
  const { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun, AlignmentType } = docx;
  const mark = paper.mark ?? '';
  const header = new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: mark, bold: true })] })],
  });
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
  const document = new Document({
    title: paper.title,
    description: paper.question,
    creator: 'Onward',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, color: hex(ink.text), language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 120 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { size: 28, bold: true },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        heading2: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 } } },
        headers: { default: header },
        footers: { default: footer },
        children: content(docx, paper),
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}

function content(docx: Docx, paper: Paper): FileChild[] {
  const { HeadingLevel, Paragraph, TextRun } = docx;
  const heading = (text: string, level: 'HEADING_1' | 'HEADING_2' = 'HEADING_1') =>
    new Paragraph({ text, heading: HeadingLevel[level] });
  const say = (text: string, run: IRunOptions = {}) => new Paragraph({ children: [new TextRun({ text, ...run })] });
  const list = (items: readonly string[]) => items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
  const figures = paper.figures.flatMap((figure) => [
    heading(figure.title, 'HEADING_2'),
    new Paragraph({ children: [chart(docx, figure)] }),
    say(figure.limits, { size: 18 }),
  ]);
  return [
    new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
    say(paper.about),
    heading('The question'),
    say(paper.question),
    heading('What the model suggests'),
    ...paper.findings.map((sentence) => say(sentence, { bold: true })),
    heading('The options'),
    say(`${paper.options.caption}.`),
    table(docx, paper.options, [20, 28, 20, 20, 12]),
    ...(figures.length > 0 ? [heading('Charts'), ...figures] : []),
    heading('How sure this is'),
    ...list(paper.howSure),
    heading('What is left out'),
    ...list(paper.leftOut),
    heading('How to reproduce it'),
    ...list(paper.reproduce),
    // Last, for the numbers fill pages.
    heading('What is assumed'),
    say([paper.assumedInShort, sayOthers(paper.assumed.rows.length, paper.assumedElsewhere) ?? ''].join(' ').trim()),
    ...(paper.assumed.rows.length > 0 ? [table(docx, paper.assumed, [26, 10, 12, 14, 38])] : []),
  ];
}

/** Widths in per cent of the page. */
function table(docx: Docx, { head, rows }: TextTable, widths: readonly number[]) {
  const { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[at], type: WidthType.PERCENTAGE },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, bold, size: 18 })] })],
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, at) => cell(text, at, isHead || at === 0)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((share) => Math.round((share / 100) * PAGE_TWIPS)),
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

const PAGE_TWIPS = 9900;

/** A chart of Word's own, with its numbers in it. */
function chart({ ChartRun }: Docx, given: Figure) {
  const figure = given.kind === 'bars' ? fromTheBottom(given) : given;
  const { kind, series, categories, says, title, unit } = figure;
  const colours = coloursOf(series);
  const plain = series.map(({ name, values, low, high, isToday }, at) => ({
    name,
    values,
    color: hex(colours[at]),
    ...(kind === 'lines' && {
      line: { color: hex(colours[at]), width: 2.25, dash: isToday ? ('dash' as const) : ('solid' as const) },
    }),
    ...(kind === 'bars' &&
      low &&
      high && { errorBars: { type: 'custom' as const, plus: above(values, high), minus: above(low, values) } }),
  }));
  const ends =
    kind === 'lines'
      ? series.flatMap(rangeEnds).map((end) => ({ ...end, color: rangeLine.color, line: rangeLine }))
      : [];
  const shared = {
    categories,
    legend: { position: 'top' as const, hiddenEntries: ends.map(({ name }) => name) },
    transformation: { width: 620, height: kind === 'lines' ? 290 : 120 + categories.length * series.length * 26 },
    altText: { name: title, title, description: says },
    font: { name: FONT },
  };
  const valueAxis = {
    minimum: 0,
    maximum: unit === '%' ? 100 : topOf(figure),
    title: unit === '%' ? 'per cent' : unit,
    gridlines: true,
  };
  return kind === 'lines'
    ? new ChartRun({ ...shared, type: 'line', markers: false, series: [...plain, ...ends], valueAxis })
    : new ChartRun({
        ...shared,
        type: 'bar',
        gapWidth: 40,
        series: plain,
        valueAxis,
        // Spaces first, so that the line of the range does not cross the number.
        dataLabels: { value: true, numberFormat: '"    "0' },
      });
}

const rangeLine = { color: hex(ink.range), width: 1, dash: 'dot' as const };

const above = (from: readonly (number | null)[], to: readonly (number | null)[]) =>
  from.map((value, at) => (value === null || typeof to[at] !== 'number' ? null : Math.max(0, to[at] - value)));
