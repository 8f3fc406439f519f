// A board paper as data: what was asked, what was found, the options, the charts, what is assumed and left out, how sure, how to repeat it.
import { withheldAgain, type DifferenceRow, type Model, type Option, type Row } from '../../../engine/index.ts';
import { sayCounted, numberWordsOf, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { isCompared, rowOf } from '../../shown/numbers.ts';
import { MOST_IN_A_PAPER, numbersThatMatter } from '../../shown/numbers-that-matter.ts';
import { hasEdits } from '../../model/asked.ts';
import { optionOf, optionsOf, subjectOf, TODAY } from '../../model/values.ts';
import { sayPartAndWhat } from '../../words/numbers/number-name.ts';
import { isNone, sayDifference, sayDifferenceRange, sayLevel, sayLevelRange } from '../../words/numbers/difference.ts';
import { sayProgress, sentenceOf } from '../../words/headline.ts';
import { sayChanges, type NumberWords } from '../../words/option-changes.ts';
import { counted, PEOPLE } from '../../words/numbers/quantity.ts';
import { sayRuns } from '../../words/numbers/runs.ts';
import { isKnown, verdictOf } from '../../words/numbers/verdict.ts';
import type { Figure } from '../pictures/figure.ts';
import { figuresOf } from '../screen-figures.ts';
import type { Screen } from '../screen.ts';

/** Rows of all options, as comparing them gives. */
export interface Compared {
  readonly summary: readonly Row[];
  readonly differences: readonly DifferenceRow[];
}

/** A table of texts, its first column heading the rows. */
export interface TextTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Paper {
  readonly title: string;
  readonly about: string;
  /** Undefined where every number has a source. */
  readonly mark: string | undefined;
  readonly question: string;
  readonly findings: readonly string[];
  readonly options: TextTable;
  /** How many of them are better than today. */
  readonly optionsInShort: string;
  readonly figures: readonly Figure[];
  readonly assumed: TextTable;
  readonly assumedInShort: string;
  /** How many numbers the table leaves to the model's workbook. */
  readonly assumedElsewhere: number;
  readonly leftOut: readonly string[];
  readonly leftOutInShort: string;
  readonly howSure: readonly string[];
  readonly reproduce: readonly string[];
  /** What a presenter may say, from the story of the document. */
  readonly story: readonly { readonly title: string; readonly say: string; readonly option: string }[];
  /** The option on the screen. */
  readonly option: string;
}

export interface PaperParts {
  readonly screen: Screen;
  readonly compared: Compared;
  /** Every number of the document, with what is known of it. */
  readonly lines: readonly AssumptionLine[];
  /** The page's own text on how it works. */
  readonly methods: string;
  readonly version: string;
  readonly modelHash: string;
}

/** Read back from the document for machines, what does not settle is withheld again. */
const asTold = (compared: Compared): Compared => ({
  ...compared,
  summary: withheldAgain(compared.summary),
  differences: withheldAgain(compared.differences),
});

export function paperOf({ screen, compared, lines, methods, version, modelHash }: PaperParts): Paper {
  const { model, shown, what, findings, isIllustrative, limits, worlds } = screen;
  const { where } = subjectOf(model);
  const options = optionsTable(screen, asTold(compared), numberWordsOf(lines));
  const leftOut = leftOutOf(methods);
  const listed = numbersThatMatter(model, shown.settings, lines, MOST_IN_A_PAPER);
  return {
    title: model.title,
    about: model.about,
    mark: isIllustrative ? 'Illustrative figures' : undefined,
    question: isCompared(shown)
      ? `How many people would wait ${where}, and for how long, with “${what}” rather than today?`
      : `How many people wait ${where}, and for how long?`,
    findings: findings.map(sentenceOf),
    options,
    optionsInShort: sayBetter(options, where),
    figures: figuresOf(screen),
    assumed: assumedTable(listed),
    assumedInShort: sayCounted(lines),
    assumedElsewhere: lines.length - listed.length,
    leftOut,
    leftOutInShort: `The model leaves out ${leftOut.length} things that may matter where you are.`,
    howSure: [
      `Every number is an average over ${sayProgress(shown.replications, shown.replications, model.calendar.runDays)}. A range is a 95 % interval of that average.`,
      ...(isCompared(shown)
        ? [
            'The very same people, with the same needs and recoveries, come in every option: what differs is the option.',
          ]
        : []),
      ...(worlds?.more ?? []),
      limits,
    ],
    reproduce: [
      `Model: ${model.id}, SHA-256 ${modelHash}`,
      `Seed ${shown.settings.seed}, ${sayRuns(shown.replications, model.calendar.runDays)}, Onward ${version}`,
      `In a terminal: ${screen.command}`,
      ...(screen.link === undefined ? [] : [`In a browser: ${screen.link}`]),
    ],
    story: (model.story ?? []).flatMap(({ title, say = '', option = TODAY }) => [{ title, say, option }]),
    option: shown.settings.option,
  };
}

/** Of the verdicts in the last column; today has none, and what does not settle is beside nothing. */
function sayBetter({ rows }: TextTable, where: string): string {
  const verdicts = rows.map((row) => row.at(-1)).filter((word) => word !== '–');
  const unsettled = verdicts.filter((word) => word === UNSETTLED || word === TODAY_UNSETTLED).length;
  const all = `${verdicts.length} ${verdicts.length === 1 ? 'option' : 'options'}`;
  if (verdicts.length === 0) return `People waiting ${where} on a typical day, as things are today.`;
  if (verdicts.includes(TODAY_UNSETTLED))
    return `Today the number of people waiting ${where} does not settle, so no option can be called better.`;
  if (unsettled === verdicts.length) return `No average can be given of ${all}: none of them settles beside today.`;
  const better = verdicts.filter((word) => word === 'better').length;
  const rest = unsettled > 0 ? `; of ${unsettled} no average can be given` : '';
  return `Fewer people wait ${where} than today in ${better} of ${all}${rest}.`;
}

/** Options of the document, and what is on the screen where it is none of them. */
function optionsTable(
  { model, shown, what }: Screen,
  { summary, differences }: Compared,
  words: NumberWords,
): TextTable {
  const { station, measure, where } = subjectOf(model);
  const of = <R extends Row>(rows: readonly R[], option: string) =>
    rowOf(
      rows.filter((row) => row.option === option),
      station,
      measure,
    );
  const rows = optionsOf(model)
    .filter(({ id }) => summary.some((row) => row.option === id))
    .map((option) => [
      option.title,
      whatChanges(model, option, words),
      ...said(of(summary, option.id), option.id === TODAY ? undefined : of(differences, option.id)),
    ]);
  const isOwn = hasEdits(shown.settings);
  const own = isOwn
    ? [
        [
          what,
          ownChanges(model, shown.settings, words),
          ...said(rowOf(shown.option, station, measure), rowOf(shown.differences, station, measure)),
        ],
      ]
    : [];
  return {
    caption: `People waiting ${where} on a typical day, by option`,
    head: ['Option', 'What it changes', 'People waiting', 'Difference from today', 'Verdict'],
    rows: [...rows, ...own],
  };
}

/** Each change; of more than a cell can hold what the document says of them, or the first and how many more. */
function whatChanges(model: Model, option: Option, words: NumberWords): string {
  const changes = sayChanges(model, option, words);
  if (changes.length <= MOST_CHANGES) return changes.join('; ') || 'as it is';
  if (option.about !== undefined) return option.about;
  return `${changes.slice(0, MOST_CHANGES).join('; ')}; and ${changes.length - MOST_CHANGES} more`;
}
const MOST_CHANGES = 4;

function ownChanges(
  model: Screen['model'],
  { option, set, changes }: Screen['shown']['settings'],
  words: NumberWords,
): string {
  const said = (path: string, value: number) => `${words.name(model, path)}: ${words.say(path, value)}`;
  return [
    ...(option === TODAY ? [] : [`as “${optionOf(model, option).title}”`]),
    ...Object.entries(set).map(([path, value]) => said(path, value)),
    ...changes.map(({ path, atDay, value }) => `from day ${atDay}, ${said(path, value)}`),
  ].join('; ');
}

const UNSETTLED = 'does not settle';
const TODAY_UNSETTLED = 'today does not settle';

/** The level, the difference and the verdict, each with its range. */
function said(row: Row | undefined, apart: DifferenceRow | undefined): [string, string, string] {
  const level =
    row && isKnown(row)
      ? sayWaiting(row.value!, row.ciLow!, row.ciHigh!)
      : row?.settles === false
        ? 'does not settle: no average'
        : 'not known';
  // What settles by itself has a number; it is today that has none to be held beside.
  if (!apart || !isKnown(apart))
    return [level, '–', apart?.settles !== false ? '–' : row && isKnown(row) ? TODAY_UNSETTLED : UNSETTLED];
  const numbers = [apart.value!, apart.ciLow!, apart.ciHigh!] as const;
  const { word } = verdictOf(apart);
  const difference = word === 'no clear difference' ? '' : `about ${sayDifference(...numbers, PEOPLE)}, `;
  return [level, `${difference}${sayDifferenceRange(...numbers, PEOPLE)}`, word];
}

/** "about 5 people, likely between 4 and 6 people"; "nobody". */
function sayWaiting(...range: readonly [number, number, number]): string {
  if (isNone(...range)) return 'nobody';
  const level = sayLevel(...range, PEOPLE);
  const said = Number(level) === 0 ? 'almost nobody' : `about ${counted(level, PEOPLE)}`;
  return `${said}, ${sayLevelRange(...range, PEOPLE)}`;
}

/** Each number under the name it has on the page. */
function assumedTable(lines: readonly AssumptionLine[]): TextTable {
  return {
    caption: 'What is assumed',
    head: ['Assumption', 'Today', 'Could be', 'Status', 'Where it comes from'],
    rows: lines.map(({ part, what, saidInDocument, range = '–', status, evidence }) => [
      sayPartAndWhat({ part, what }),
      saidInDocument,
      range,
      status,
      evidence?.source ?? 'no source is given',
    ]),
  };
}

/** The list under the last heading of the methods, without its stars. */
export function leftOutOf(methods: string): string[] {
  const [, after = ''] = methods.split(/^## What it leaves out$/m);
  return [...after.matchAll(/^- (.+(?:\n {2}.+)*)$/gm)].map(([, text = '']) =>
    text.replace(/\*\*/g, '').replace(/\s+/g, ' ').trim(),
  );
}
