// No exported file gives an average of a run that does not settle, nor a difference from it: tables, slides, papers, figures, JSON.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compile,
  hasAverages,
  summaryTable,
  tidyCsv,
  VERSION,
  withAverages,
  withheldAgain,
  work,
  type Row,
  type Settling,
} from '../../engine/index.ts';
import { createTornado } from '../../ui/study/tornado-run.ts';
import { compareDocument } from '../../ui/session/compare-text.ts';
import { coverOf } from '../../ui/export/files.ts';
import { paperOf, type Compared, type Paper } from '../../ui/export/papers/paper.ts';
import { figuresOf } from '../../ui/export/screen-figures.ts';
import { tablesOf } from '../../ui/export/screen-tables.ts';
import type { Screen } from '../../ui/export/screen.ts';
import { startOf } from '../../ui/model/asked.ts';
import type { Pool } from '../../ui/worker/client.ts';
import { askSettling } from '../../ui/worker/settling.ts';
import { stepsOfStudy } from '../../ui/worker/studies.ts';
import type { Study } from '../../ui/worker/protocol.ts';
import { linesIn, modelNamed, screenWith, YEARS } from './ilkeston.ts';

const model = modelNamed('ilkeston-2019');
/** 27 starts a month are allowed and, by its arrivals of 2.68 a day, 55 in 100 for home, about 45 are asked for. */
const UNSETTLED = 'other-reading-today';

/** Workers that answer at once. */
const pool: Pool = {
  replicate(question, listener) {
    for (const reply of work({ ...question, id: 1 }, compile))
      if (reply && reply.type !== 'done') listener.reply(reply);
    listener.done?.();
    return () => {};
  },
  ask(question, listener) {
    for (const reply of stepsOfStudy({ ...question, id: 1 } as Study))
      if (reply && reply.type !== 'done') listener.reply(reply);
    return () => {};
  },
};

let screen: Screen;
let compared: Compared;
let paper: Paper;

beforeAll(async () => {
  screen = screenWith(model, { option: UNSETTLED });
  const options = ['today', 'proposed-16', UNSETTLED];
  compared = JSON.parse(
    await compareDocument(pool, { model, options, conditions: [], seed: model.experiment.seed, replications: YEARS }),
  );
  const lines = linesIn(model);
  paper = paperOf({ screen, compared, lines, methods: '', version: VERSION, modelHash: '' });
});

/** "about 40 people wait", "about 12 fewer", "likely between 3 and 5": what only an average can say. */
const AN_AVERAGE = /about [\d.,]+ (?:people|person|%|fewer|more)|likely (?:between|close|up)/;

describe('a run that does not settle', () => {
  it('is one by the judgement that the page and the terminal share', () => {
    expect(hasAverages(screen.option!.settling)).toBe(false);
    expect(hasAverages(screen.today!.settling)).toBe(true);
  });

  it('has no average in the findings, the cover and the question of a paper', () => {
    const said = [...paper.findings, ...coverOf(screen).map(([, text]) => text)].join('\n');
    expect(said).toContain('does not settle');
    expect(said).not.toMatch(AN_AVERAGE);
  });

  it('has none in the table of options, where those that settle keep theirs', () => {
    const row = (title: string) => paper.options.rows.find(([name]) => name === title)!;
    const titleOf = (id: string) => model.options!.find((one) => one.id === id)!.title;
    expect(row(titleOf(UNSETTLED)).slice(2)).toEqual(['does not settle: no average', '–', 'does not settle']);
    expect(row(titleOf('proposed-16'))[2]).toMatch(/^about [\d.]+ (people|person), likely/);
    expect(row(titleOf('proposed-16'))[4]).toMatch(/better|worse|no clear difference/);
  });

  it('has none in its figures or tables: only weeks, today and what is read off the document', () => {
    const name = screen.what;
    for (const figure of figuresOf(screen).filter(({ kind }) => kind === 'bars'))
      for (const series of figure.series.filter((one) => one.name === name))
        expect(series.values.every((value) => value === null)).toBe(true);
    const rows = tablesOf(screen).find((table) => table.name === 'All numbers')!;
    const at = (column: string) => rows.columns.findIndex((one) => one.name === column);
    const own = rows.rows.filter((row) => row[at('option')] === UNSETTLED && row[at('day')] === '');
    const kept = own.filter((row) => row[at('value')] !== null).map((row) => row[at('measure')]);
    expect(own.length).toBeGreaterThan(100);
    expect(new Set(kept)).toEqual(new Set(['offered']));
    const apart = tablesOf(screen).find((table) => table.name === 'All differences')!;
    const verdicts = apart.rows.map((row) => row[apart.columns.findIndex((one) => one.name === 'verdict')]);
    expect(verdicts).toContain('does not settle');
    expect(verdicts).not.toContain('worse');
    expect(verdicts).not.toContain('better');
  });

  it('has what was counted over its period in the document for machines, marked, and no verdict', () => {
    const own = compared.summary.filter((row) => row.option === UNSETTLED && row.measure !== 'offered');
    expect(own.every((row) => row.settles === false)).toBe(true);
    expect(own.some((row) => typeof row.value === 'number' && typeof row.ciLow === 'number')).toBe(true);
    const apart = compared.differences.filter((row) => row.option === UNSETTLED && row.measure !== 'offered');
    expect(new Set(apart.map(({ verdict }) => verdict))).toEqual(new Set(['does not settle']));
    // Read back for a paper, they are left out again.
    expect(withheldAgain(own).every((row) => row.value === null && row.ciLow === null)).toBe(true);
    expect(compared.summary.some((row) => row.option === 'proposed-16' && typeof row.value === 'number')).toBe(true);
  });

  it('ends a number’s bar in the tornado: at that end it does not settle', async () => {
    // Ilkeston needs 2.68 × 0.55 × 21 ≈ 27 places at home; with 1 place it cannot settle, with 60 it can.
    const own = structuredClone(model) as { evidence: Record<string, object> };
    own.evidence = { 'stations.p1.places': { status: 'illustrative', source: 'A test', low: 1, high: 60 } };
    const present = { ...startOf(model), option: 'proposed-16', replications: 6 };
    const judge: Parameters<typeof createTornado>[1] = (run, weeks, heard) =>
      askSettling(pool, model, run, weeks, heard);
    const tornado = createTornado((run, seed, replications, listener) => {
      return pool.replicate({ type: 'replicate', model, run, seed, replications, byWeekBelow: 100 }, listener);
    }, judge);
    const numbers = linesIn(model).filter(({ path }) => path === 'stations.p1.places');
    tornado.open(own as never, present, numbers);
    await new Promise<void>((resolve) => {
      const isDone = () => tornado.getState().status === 'done' && resolve();
      isDone();
      tornado.subscribe(isDone);
    });
    const swing = tornado.getState().tried[0].swing!;
    expect(swing.low.mean).toBeNaN();
    expect(Number.isFinite(swing.high.mean)).toBe(true);
  });
});

describe('where only today does not settle', () => {
  it('an option that settles has its number, and is held beside nothing', async () => {
    const conditions = ['busy-winter'];
    const busy = screenWith(model, { option: 'proposed-16', conditions });
    const options = ['today', 'proposed-16'];
    const asked = { model, options, conditions, seed: model.experiment.seed, replications: YEARS };
    const own: Compared = JSON.parse(await compareDocument(pool, asked));
    const told = paperOf({ screen: busy, compared: own, lines: [], methods: '', version: VERSION, modelHash: '' });
    const [today, option] = told.options.rows;
    expect(today!.slice(2)).toEqual(['does not settle: no average', '–', '–']);
    expect(option!.slice(2)).toEqual([
      expect.stringMatching(/^about [\d.]+ people, likely/),
      '–',
      'today does not settle',
    ]);
    expect(told.optionsInShort).toMatch(/^Today the number of people waiting .* does not settle/);
    expect(told.findings.join('\n')).not.toContain('one of the two');
    expect(told.findings.some((finding) => / % of people start in the place they need/.test(finding))).toBe(true);
    for (const { finding, series } of figuresOf(busy)) {
      expect(finding).not.toContain('not known');
      expect(series.every(({ values }) => values.some((value) => value !== null))).toBe(true);
    }
  });
});

describe('the one rule', () => {
  const row = { option: 'a', station: 's', statistic: 'mean', who: 'all', unit: 'people', replications: 9 };
  const rows = [
    { ...row, measure: 'delayed', day: '', value: 40, ciLow: 30, ciHigh: 50 },
    { ...row, measure: 'delayed', day: '2020-01-06', value: 7, ciLow: 6, ciHigh: 8 },
    { ...row, measure: 'offered', day: '', value: 44, ciLow: 44, ciHigh: 44 },
  ] as Row[];
  const settling = (settles: Settling['settles']) => ({ settles }) as Settling;

  it('keeps a day and the document’s own number, and withholds the rest', () => {
    expect(withAverages(rows, settling('fills up')).map(({ value }) => value)).toEqual([null, 7, 44]);
    expect(withAverages(rows, settling('settles'), undefined)).toBe(rows);
    expect(withAverages(rows, settling('settles'), settling('needs more than it has'))[0].value).toBeNull();
    expect(tidyCsv(summaryTable(withAverages(rows, settling('fills up'))))).toContain(
      'a,s,delayed,mean,all,,people,,,,9',
    );
  });
});

describe('numbers counted by how well they are known', () => {
  it('are counted on paper as on the screen: by number, each under the evidence that covers it', () => {
    // Of three numbers two share one line of evidence and one has none: 3 numbers, though there is 1 line.
    const [one, two, three] = linesIn(model);
    const lines = [
      { ...one!, status: 'estimated' as const },
      { ...two!, status: 'estimated' as const },
      { ...three!, status: 'no source' as const },
    ];
    const made = paperOf({ screen, compared, lines, methods: '', version: VERSION, modelHash: '' });
    expect(made.assumedInShort).toBe('3 numbers: 2 estimated · 1 no source.');
  });
});
