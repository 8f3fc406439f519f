// Long because one paper is checked in each of its files. The board papers and the workbook as files: whole packages, with headings, alt texts, notes, limits, and every number in its chart.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, VERSION } from '../../engine/index.ts';
import { figureTable, type Figure } from '../../ui/export/pictures/figure.ts';
import { leftOutOf, paperOf, type Paper } from '../../ui/export/papers/paper.ts';
import { tablesOf } from '../../ui/export/screen-tables.ts';
import type { Screen } from '../../ui/export/screen.ts';
import { slides } from '../../ui/export/papers/slides.ts';
import { wordPaper } from '../../ui/export/papers/word.ts';
import { workbook } from '../../ui/export/papers/workbook.ts';
import { nameWithoutThe, oddWords, placeInDocument } from '../odd-words.ts';
import { root } from '../source-files.ts';
import { sayPartAndWhat } from '../../ui/words/numbers/number-name.ts';
import { tactless } from '../tactless.ts';
import { comparedOf, linesIn, modelNamed, screenWith, YEARS } from './ilkeston.ts';
import { openPackage, plain, xmlFaults, type Parts } from './package.ts';

const model = modelNamed('ilkeston-2019');
const methods = readFileSync(join(root, 'ui/words/methods.md'), 'utf8');
let screen: Screen;
let paper: Paper;

beforeAll(() => {
  screen = screenWith(model, { option: 'proposed-16' });
  const modelHash = fingerprint(model);
  paper = paperOf({ screen, compared: comparedOf(model), lines: linesIn(model), methods, version: VERSION, modelHash });
});

/** By chart, in the order of their files: the numbers of each series. */
function chartsOf(parts: Parts): number[][][] {
  const number = (name: string) => Number(/(\d+)\.xml$/.exec(name)![1]);
  return parts.names
    .filter((name) => /charts\/chart\d+\.xml$/.test(name))
    .toSorted((a, b) => number(a) - number(b))
    .map((name) =>
      [...parts.text(name).matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
        const [, values = ''] = /<c:val>(.*?)<\/c:val>/s.exec(series) ?? [];
        return [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value));
      }),
    );
}

/** What a chart must hold, whatever the order of bars and however many lines of ranges are beside them. */
function expectNumbers(charts: readonly number[][][], figures: readonly Figure[]): void {
  expect(charts.length).toBe(figures.length);
  figures.forEach(({ kind, series }, at) => {
    for (const { values } of series) {
      const wanted = kind === 'bars' ? values.toReversed() : values;
      expect(charts[at]).toContainEqual([...wanted]);
    }
  });
}

describe('the paper', () => {
  it('says what the page says, with the limits', () => {
    expect(paper.findings[0]).toMatch(/^Proposed, 16 ward beds: .* wait to leave the acute hospital on a typical day/);
    expect(paper.howSure.join(' ')).toContain('The range covers chance from day to day, not wrong inputs.');
    expect(paper.mark).toBe('Illustrative figures');
    expect(paper.reproduce).toContain(
      `In a terminal: npx onward compare ilkeston-2019 --options today,proposed-16 --seed 2019 --replications ${YEARS} --json`,
    );
  });

  it('says in how many plausible worlds that holds, what decides it and what stays fixed, wherever it goes', () => {
    const { finding, counts, judged } = screen.worlds!;
    expect(judged.length).toBe(20);
    expect(paper.findings[1]).toBe(`${finding.sentence}. ${finding.range}.`);
    expect(paper.findings[1]).toMatch(/people wait in \d+ of 20 plausible worlds\. \w/);
    expect(paper.howSure.join(' ')).toMatch(
      /draws 14 numbers at once.* The other 19 have no range, so they stay fixed/,
    );
    expect(paper.howSure.at(-1)).toBe(screen.limits);
    const figure = paper.figures.find(({ name }) => name === 'Plausible worlds')!;
    expect(figure.series[0].values.reduce((sum: number, one) => sum + one!, 0)).toBe(20);
    expect(figure.series[0].values).toEqual(counts.map(({ count }) => count));
    const [, sheet] = ['What decides it', 'Plausible worlds'].map((name) =>
      tablesOf(screen).find((one) => one.name === name)!,
    );
    expect(sheet.rows.length).toBe(20);
    // Of what does not settle no sheet has an average.
    for (const [at, { settles }] of judged.entries())
      expect([sheet.rows[at][2] !== null, sheet.rows[at][3] !== null]).toEqual(settles);
  });

  it('says what an option costs where the model has prices, as the report does', () => {
    const priced = screenWith(modelNamed('learn/costs'), { option: 'more-at-home' });
    const said = priced.findings.map(({ sentence }) => sentence);
    expect(said).toHaveLength(3);
    expect(said[2]).toMatch(/£[\d,]+ a year (?:more|less) than today|difference in cost/);
  });

  it('says nothing that readers stumbled over, and names no number by its place in the document', () => {
    const { reproduce: _, ...rest } = paper;
    const said = JSON.stringify(rest).replaceAll('\\n', '\n');
    for (const pattern of [oddWords, nameWithoutThe, placeInDocument, tactless])
      expect(said.match(pattern) ?? []).toEqual([]);
  });

  it('has every option of the document, and no verdict where the range spans zero', () => {
    expect(paper.options.rows.map(([title]) => title)).toEqual(model.options!.map(({ title }) => title));
    for (const [title, , , difference, verdict] of paper.options.rows.slice(1)) {
      const spansZero = /no difference$|fewer and .* more$/.test(difference!);
      expect(verdict === 'no clear difference', `${title}: ${difference}`).toBe(spansZero);
    }
  });

  it('has every line of evidence, and all that the methods leave out', () => {
    const sources = new Set(paper.assumed.rows.map((row) => row.at(-1)));
    for (const { source } of Object.values(model.evidence!)) expect(sources).toContain(source);
    const [, section] = methods.split('## What it leaves out');
    expect(paper.leftOut.length).toBe(section!.match(/^- /gm)!.length);
    expect(paper.leftOut.every((item) => item.length > 10 && !/[*\n]/.test(item))).toBe(true);
    expect(leftOutOf('no such heading')).toEqual([]);
  });

  it('adds what is on the screen where it is no option of the document', () => {
    const own = screenWith(model, { option: 'proposed-16', set: { 'stations.p2.beds': 9 } });
    const parts = {
      screen: own,
      compared: comparedOf(model),
      lines: linesIn(model),
      methods,
      version: VERSION,
      modelHash: '',
    };
    const { rows } = paperOf(parts).options;
    expect(rows.length).toBe(model.options!.length + 1);
    expect(rows.at(-1)!.slice(0, 2)).toEqual([
      'Proposed, 16 ward beds, with Supportive beds at 9',
      'as “Proposed, 16 ward beds”; Supportive beds: 9 beds',
    ]);
  });
});

it('says nobody in a word, and of runs that are no year how long they are', () => {
  const compared = comparedOf(model);
  const asRows = (value: number, ciHigh: number) => ({
    ...compared,
    summary: compared.summary.map((row) => ({ ...row, value, ciLow: 0, ciHigh })),
  });
  const short = { ...model, calendar: { ...model.calendar, runDays: 181 } };
  const made = (of: typeof compared) =>
    paperOf({ screen: { ...screen, model: short }, compared: of, lines: [], methods, version: VERSION, modelHash: '' });
  expect(made(asRows(0, 0)).options.rows[1]![2]).toBe('nobody');
  expect(made(asRows(0.001, 0.002)).options.rows[1]![2]).toBe('almost nobody, likely less than 0.1 people');
  const { reproduce, howSure } = made(compared);
  expect([...reproduce, ...howSure].join(' ')).not.toMatch(/simulated years/);
  expect(reproduce[1]).toContain(`${YEARS} simulated runs of 181 days`);
});

describe('Word', () => {
  let parts: Parts;
  let text: string;
  beforeAll(async () => {
    parts = openPackage(await wordPaper(paper));
    text = parts.text('word/document.xml');
  });

  it('is a whole package', () => expect(parts.faults()).toEqual([]));

  it('has real headings, in order', () => {
    const headings = [...text.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs)].map(
      ([one]) => plain(one),
    );
    expect(headings).toEqual([
      'The question',
      'What the model suggests',
      'The options',
      'Charts',
      'How sure this is',
      'What is left out',
      'How to reproduce it',
      'What is assumed',
    ]);
    expect(text).toContain('<w:pStyle w:val="Title"/>');
  });

  it('has the sentences, the tables with heads that repeat, and the mark on every page', () => {
    for (const sentence of [...paper.findings, ...paper.leftOut, ...paper.reproduce])
      expect(plain(text)).toContain(sentence);
    expect(text.match(/<w:tbl>/g)!.length).toBe(2);
    expect(text.match(/<w:tblHeader(\/| w:val="(true|1)")/g)!.length).toBe(2);
    const headers = parts.names.filter((name) => /word\/header\d+\.xml/.test(name));
    expect(headers.map((name) => plain(parts.text(name)))).toEqual(['Illustrative figures']);
  });

  it('has charts of its own with the numbers in them, and words for those who do not see them', () => {
    expectNumbers(chartsOf(parts), paper.figures);
    const said = [...text.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => plain(words!));
    expect(said).toEqual(paper.figures.map(({ says }) => says));
  });
});

it('lists every number that it counts, each with its value in words, by the names of the page', () => {
  const { assumed, assumedInShort } = paper;
  expect(assumedInShort).toContain(`${assumed.rows.length} numbers`);
  const said = Object.fromEntries(assumed.rows.map(([name, ...rest]) => [name, rest]));
  expect(assumed.rows.filter(([, value]) => value === '')).toEqual([]);
  expect(said['Community hospital ward: Stay: standard deviation']?.slice(0, 2)).toEqual(['16 days', '8 to 25 days']);
  expect(said['Supportive care beds: Step down from a supportive bed to home care']?.[0]).toBe('30 %');
});

it('says once what a slider’s name and its service have in common', () => {
  const part = 'Pathway 2, rehabilitation beds, B';
  expect(sayPartAndWhat({ part, what: 'Beds, rehabilitation beds, B' })).toBe(`${part}: Beds`);
  expect(sayPartAndWhat({ part, what: 'Stay: mean' })).toBe(`${part}: Stay: mean`);
  expect(sayPartAndWhat({ part: 'Ward', what: 'Ward beds' })).toBe('Ward beds');
  expect(sayPartAndWhat({ part: 'Home, B', what: 'Visits, NS' })).toBe('Home, B: Visits, NS');
});

it('lists of thousands of numbers those that matter, in one table, and says where the others are', async () => {
  const few = linesIn(model);
  const many = Array.from({ length: 3000 }, (_, at) => ({
    ...few[0]!,
    path: `streams.acute.counts.${at}`,
    range: undefined,
  }));
  const lines = [...few, ...many];
  const big = paperOf({ screen, compared: comparedOf(model), lines, methods, version: VERSION, modelHash: '' });
  const names = big.assumed.rows.map(([name]) => name);
  expect(names.length).toBeLessThanOrEqual(60);
  expect(names).toContain('Community hospital ward: Stay: standard deviation');
  const others = new RegExp(
    `${names.length} numbers that have .* the other ${(lines.length - names.length).toLocaleString('en-GB')} are in the model’s workbook`,
  );
  const word = openPackage(await wordPaper(big)).text('word/document.xml');
  expect(plain(word)).toMatch(others);
  expect(word.match(/<w:tr>/g)!.length).toBe(names.length + 1 + big.options.rows.length + 1);
  const deck = openPackage(await slides(big));
  const slide = deck.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slide.some((name) => others.test(plain(deck.text(name))))).toBe(true);
});

/** One pixel. */
const picture = {
  data: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  says: 'Today: 9 people wait. Proposed: 2 people wait.',
};

describe('PowerPoint', () => {
  let parts: Parts;
  const titleOf = (xml: string) => {
    const shapes = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([one]) => one);
    return plain(shapes.find((one) => one.includes('type="title"')) ?? '');
  };
  const slide = (name: string) => /^ppt\/slides\/slide\d+\.xml$/.test(name);
  beforeAll(async () => void (parts = openPackage(await slides(paper, picture))));

  it('is a whole package', () => expect(parts.faults()).toEqual([]));

  it('opens with the finding as its title over the picture of both futures, which is described', () => {
    const first = parts.text('ppt/slides/slide1.xml');
    expect(titleOf(first)).toBe(paper.findings[0]);
    const pictures = parts.names.filter(slide).flatMap((name) => parts.text(name).match(/<p:pic>.*?<\/p:pic>/gs) ?? []);
    expect(pictures.length).toBe(1);
    expect(plain(/ descr="([^"]*)"/.exec(pictures[0])?.[1] ?? '')).toBe(picture.says);
    expect(first).toContain(pictures[0]);
  });

  it('counts as better only what has an average to compare', () => {
    const verdicts = paper.options.rows.map((row) => row.at(-1));
    const count = (word: string) => verdicts.filter((one) => one === word).length;
    expect(paper.optionsInShort).toContain(`than today in ${count('better')} of ${verdicts.length - 1} options`);
    expect(paper.optionsInShort.includes('no average')).toBe(count('does not settle') > 0);
  });

  it('has no slide whose title is a label, and nothing below fourteen points', () => {
    for (const name of parts.names.filter(slide)) expect(titleOf(parts.text(name))).toMatch(/\.( \(\d of \d\))?$/);
    const drawn = parts.names.filter(
      (name) => slide(name) || /(charts\/chart|slideLayouts\/slideLayout)\d+\.xml$/.test(name),
    );
    const sizes = drawn.flatMap((name) =>
      [...parts.text(name).matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size)),
    );
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBe(1400);
  });

  it('gives every slide a title of its own, and one finding each', () => {
    const titles = parts.names.filter(slide).map((name) => titleOf(parts.text(name)));
    expect(titles.every((title) => title !== '')).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
    for (const finding of paper.findings)
      expect(parts.names.filter((name) => slide(name) && plain(parts.text(name)).includes(finding)).length).toBe(1);
  });

  it('spreads a table over its slides evenly, none with a single row of several', () => {
    const rows = parts.names
      .filter(slide)
      .map((name) => (parts.text(name).match(/<a:tr /g) ?? []).length - 1)
      .filter((count) => count >= 0);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(paper.options.rows.length);
    expect(Math.min(...rows)).toBeGreaterThan(2);
  });

  it('has charts of its own with the numbers in them, and words for those who do not see them', () => {
    expectNumbers(chartsOf(parts), paper.figures);
    const frames = parts.names
      .filter(slide)
      .flatMap((name) => [...parts.text(name).matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)].map(([one]) => one));
    const said = frames
      .filter((one) => one.includes('/chart"'))
      .map((one) => plain(/ descr="([^"]*)"/.exec(one)?.[1] ?? ''));
    expect(said).toEqual(paper.figures.map(({ says }) => says));
  });

  it('tells the story in the notes, every step once, and writes the limits on every slide', () => {
    const notes = parts.names.filter((name) => /notesSlide\d+\.xml$/.test(name)).map((name) => plain(parts.text(name)));
    expect(notes.length).toBe(parts.names.filter(slide).length);
    for (const { say } of paper.story)
      expect(
        notes.some((words) => words.includes(say)),
        say,
      ).toBe(true);
    const layouts = parts.names
      .filter((name) => /slideLayouts\/slideLayout\d+\.xml$/.test(name))
      .map((name) => plain(parts.text(name)));
    expect(
      layouts.some((words) => words.includes(paper.howSure.at(-1)!) && words.includes('Illustrative figures')),
    ).toBe(true);
  });
});

describe('Excel', () => {
  it('is a whole package with every number to the last digit, and text that stays text', async () => {
    const risky = {
      name: 'Risky',
      about: 'Text',
      columns: [{ name: '=1+1', meaning: '+' }],
      rows: [['=HYPERLINK("x")'], ['-1'], ['<&>"'], [0.1 + 0.2], [null]],
    };
    const tables = [...tablesOf(screen), risky];
    const parts = openPackage(await (await workbook([['Onward', paper.title]], tables)).arrayBuffer());
    expect(parts.faults()).toEqual([]);
    const sheets = parts.names.filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets.length).toBe(tables.length + 2);
    expect(sheets.filter((name) => parts.text(name).includes('<f'))).toEqual([]);
    const strings = parts.text('xl/sharedStrings.xml');
    expect(plain(strings)).toContain('=HYPERLINK("x")');
    const at = tables.findIndex(({ name }) => name === 'All numbers') + 2;
    const cells = [
      ...parts.text(`xl/worksheets/sheet${at}.xml`).matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]*)<\/v>/g),
    ].map(([, value]) => Number(value));
    const numbers = [...screen.shown.today, ...screen.shown.option].flatMap(
      ({ value, ciLow, ciHigh, replications }) => [value, ciLow, ciHigh, replications],
    );
    expect(cells).toEqual(numbers.filter((value) => value !== null));
    const meanings = tables.flatMap(({ columns }) => columns.filter(({ meaning }) => meaning === ''));
    expect(meanings).toEqual([]);
  });

  it('names sheets as a spreadsheet allows', () => {
    const names = tablesOf(screen).map(({ name }) => name);
    expect(names.filter((name) => name.length > 31 || /[:\\/?*[\]]/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

it('the table behind a chart has its numbers, row by row', () => {
  for (const figure of paper.figures) {
    const { columns, rows } = figureTable(figure);
    expect(rows.map(([category]) => category)).toEqual(figure.categories);
    for (const { name, values } of figure.series) {
      const at = columns.findIndex((column) => column.name === name);
      expect(rows.map((row) => row[at])).toEqual(values);
    }
  }
});

it('a file with a fault is seen to have one', () => {
  expect(xmlFaults('<a><b></a></b>')).not.toEqual([]);
  expect(xmlFaults('<a>fish & chips</a>')).not.toEqual([]);
  expect(xmlFaults('<a x="1 < 2"/>')).not.toEqual([]);
  expect(xmlFaults('<a>')).not.toEqual([]);
  expect(xmlFaults('<?xml version="1.0"?><a x="&amp;">é &#233;<b/></a>')).toEqual([]);
});
